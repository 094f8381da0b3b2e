import { isMetal, type Molecule } from '../../chem/index.js'
import type { Subject } from '../classes/graph.js'
import type { LawIndex } from '../law-index.js'

/** One component of an input. */
export interface Part {
  readonly component: readonly number[]
  readonly skeleton: string
}

export function isCounterIon(structure: Subject, law: LawIndex, part: Part): boolean {
  if (!law.counterIonSkeletons.has(part.skeleton)) return false
  const flat = structure.identity(part.component)?.flat
  return flat !== undefined && law.counterIonFlats.has(flat)
}

export function isSolvent(structure: Subject, law: LawIndex, part: Part): boolean {
  const flat = structure.identity(part.component)?.flat
  return law.edition.counterIons.some((ion) => ion.flat === flat && ion.kind === 'solvent')
}

export function netCharge({ molecule }: Subject, component: readonly number[]): number {
  return component.reduce((sum, a) => sum + molecule.atoms[a]!.charge, 0)
}

/** Hydron or hydronium: an acid drawn as its ions is that acid. */
export function isProton({ molecule }: Subject, { component }: Part): boolean {
  if (component.length !== 1) return false
  const { z, charge, hydrogens } = molecule.atoms[component[0]!]!
  return charge === 1 && (z === 1 || (z === 8 && hydrogens === 3))
}

/** Whether an acid together with this component is its salt: a metal, ammonia, an amine or another nitrogen, but none of a nitrile, nor one that an acyl group takes the electrons of. */
export function isBase({ molecule }: Subject, { component }: Part): boolean {
  return component.some((a) => {
    const { z, charge, hydrogens } = molecule.atoms[a]!
    if (isMetal(z)) return true
    return (
      z === 7 &&
      (charge === 0 || hydrogens > 0) &&
      !molecule.neighbours[a]!.some(
        ({ atom, bond }) =>
          molecule.bonds[bond]!.order === 3 || molecule.atoms[atom]!.z === 8 || drawsOn(molecule, atom),
      )
    )
  })
}

/** Whether a component certainly makes no salt with an acid: no nitrogen, phosphorus, arsenic or metal, and no charge. */
export function isInert(structure: Subject, { component }: Part): boolean {
  const { atoms } = structure.molecule
  return (
    netCharge(structure, component) === 0 &&
    component.every((a) => ![7, 15, 33].includes(atoms[a]!.z) && !isMetal(atoms[a]!.z))
  )
}

/** Whether ions together with this component can be a salt of it: it is charged, an acid or a base, as a ketone, an ether, a halide, a nitrile or an alcohol is not. */
export function formsSalts(structure: Subject, part: Part): boolean {
  const { molecule } = structure
  if (netCharge(structure, part.component) !== 0 || isAcid(structure, part)) return true
  return part.component.some(
    (a) => [15, 33].includes(molecule.atoms[a]!.z) || isMetal(molecule.atoms[a]!.z) || isBasicNitrogen(molecule, a),
  )
}

/** Nitrogen but that of nitro groups and nitriles, and that which an acyl group takes the electrons of. */
function isBasicNitrogen(molecule: Molecule, a: number): boolean {
  const beside = molecule.neighbours[a]!
  return (
    molecule.atoms[a]!.z === 7 &&
    beside.filter(({ atom }) => molecule.atoms[atom]!.z === 8).length < 2 &&
    !beside.some(({ atom, bond }) => molecule.bonds[bond]!.order === 3 || drawsOn(molecule, atom))
  )
}

/** Whether a base makes a salt of this component: hydrogen on sulfur, halogen, a nitrogen between two acyl groups or on a sulfonyl group, or an oxygen that is not that of an alcohol. */
export function isAcid({ molecule }: Subject, { component }: Part): boolean {
  return component.some((a) => {
    const { z, hydrogens } = molecule.atoms[a]!
    if (hydrogens === 0) return false
    const beside = molecule.neighbours[a]!
    if (z === 8) return !beside.every(({ atom }) => isSaturatedCarbon(molecule, atom))
    if (z === 7)
      return (
        beside.filter(({ atom }) => drawsOn(molecule, atom)).length > 1 ||
        beside.some(({ atom }) => molecule.atoms[atom]!.z === 16)
      )
    return [9, 16, 17, 35, 53].includes(z)
  })
}

function isSaturatedCarbon(molecule: Molecule, a: number): boolean {
  return molecule.atoms[a]!.z === 6 && molecule.neighbours[a]!.every(({ bond }) => molecule.bonds[bond]!.order === 1)
}

/** Carbonyl, thiocarbonyl and sulfonyl groups. */
function drawsOn(molecule: Molecule, atom: number): boolean {
  return molecule.neighbours[atom]!.some(
    (n) => molecule.bonds[n.bond]!.order === 2 && [8, 16].includes(molecule.atoms[n.atom]!.z),
  )
}
