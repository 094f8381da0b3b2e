import { isMetal, type Molecule } from '../../chem/index.js'
import type { Subject } from '../classes/graph.js'
import type { LawIndex } from '../law-index.js'

/** One component of an input. */
export interface InputComponent {
  readonly component: readonly number[]
  readonly skeleton: string
}

/**
 * Whether a counter-ion is judged on its own nevertheless: a recorded acid that does not necessarily form a salt with
 * the others.
 */
export function isJudgedAcid(
  structure: Subject,
  law: LawIndex,
  part: InputComponent,
  others: readonly InputComponent[],
): boolean {
  if (!law.bySkeleton.has(part.skeleton) || !isAcid(structure, part)) return false
  // A hydrogen halide together with nitrogen is a counter-ion however the nitrogen is bonded; the screen treats it the
  // same way.
  const isHalide = part.component.length === 1
  if (isHalide && others.some(({ component }) => component.some((a) => structure.molecule.atoms[a]!.z === 7)))
    return false
  return !surelyMakesSalt(structure, part, others)
}

export function isCounterIon(structure: Subject, law: LawIndex, part: InputComponent): boolean {
  if (!law.counterIonSkeletons.has(part.skeleton)) return false
  const flat = structure.identity(part.component)?.flat
  return flat !== undefined && law.counterIonFlats.has(flat)
}

export function isSolvent(structure: Subject, law: LawIndex, part: InputComponent): boolean {
  const flat = structure.identity(part.component)?.flat
  return law.edition.counterIons.some((ion) => ion.flat === flat && ion.kind === 'solvent')
}

export function netCharge({ molecule }: Subject, component: readonly number[]): number {
  return component.reduce((sum, a) => sum + molecule.atoms[a]!.charge, 0)
}

/** Hydron or hydronium: an acid drawn as its ions is that acid. */
export function isProton({ molecule }: Subject, { component }: InputComponent): boolean {
  if (component.length !== 1) return false
  const { z, charge, hydrogens } = molecule.atoms[component[0]!]!
  return charge === 1 && (z === 1 || (z === 8 && hydrogens === 3))
}

/**
 * Whether an acid together with this component is its salt: a metal, ammonia, an amine or another nitrogen, but not a
 * nitrile or a nitrogen whose electrons an acyl group draws away.
 */
export function isBase({ molecule }: Subject, { component }: InputComponent): boolean {
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

/**
 * Whether a component certainly forms a salt with the others: it is an ion, or they have a charge that its ion
 * balances, or they have no charge and one of them is an acid or a base.
 */
export function surelyMakesSalt(structure: Subject, part: InputComponent, others: readonly InputComponent[]): boolean {
  if (netCharge(structure, part.component) !== 0) return true
  const charge = others.reduce((sum, other) => sum + netCharge(structure, other.component), 0)
  const isOwnAcid = isAcid(structure, part)
  if (charge !== 0) return isOwnAcid === charge > 0
  return (
    (isOwnAcid && others.some((other) => takesProton(structure, other))) ||
    (takesProton(structure, part) && others.some((other) => isAcid(structure, other)))
  )
}

/** Whether a component contains an uncharged base: a metal, or a nitrogen as in ammonia or an amine. */
function takesProton({ molecule }: Subject, { component }: InputComponent): boolean {
  return component.some((a) => {
    const { z, charge } = molecule.atoms[a]!
    return charge === 0 && (isMetal(z) || isBasicNitrogen(molecule, a))
  })
}

/**
 * Whether a component certainly forms no salt with an acid: no nitrogen, phosphorus, arsenic or metal, and no charge.
 */
export function isInert(structure: Subject, { component }: InputComponent): boolean {
  const { atoms } = structure.molecule
  return (
    netCharge(structure, component) === 0 &&
    component.every((a) => ![7, 15, 33].includes(atoms[a]!.z) && !isMetal(atoms[a]!.z))
  )
}

/**
 * Whether this component can form a salt with ions: it is charged, an acid or a base, unlike a ketone, an ether, a
 * halide, a nitrile or an alcohol.
 */
export function formsSalts(structure: Subject, part: InputComponent): boolean {
  const { molecule } = structure
  if (netCharge(structure, part.component) !== 0 || isAcid(structure, part)) return true
  return part.component.some(
    (a) => [15, 33].includes(molecule.atoms[a]!.z) || isMetal(molecule.atoms[a]!.z) || isBasicNitrogen(molecule, a),
  )
}

/** Nitrogen, except in nitro groups and nitriles or where an acyl group draws its electrons away. */
function isBasicNitrogen(molecule: Molecule, a: number): boolean {
  const neighbours = molecule.neighbours[a]!
  return (
    molecule.atoms[a]!.z === 7 &&
    neighbours.filter(({ atom }) => molecule.atoms[atom]!.z === 8).length < 2 &&
    !neighbours.some(({ atom, bond }) => molecule.bonds[bond]!.order === 3 || drawsOn(molecule, atom))
  )
}

/**
 * Whether a base forms a salt with this component: hydrogen on sulfur, halogen, a nitrogen between two acyl groups or
 * on a sulfonyl group, or an oxygen other than that of an alcohol.
 */
export function isAcid({ molecule }: Subject, { component }: InputComponent): boolean {
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
