import { isMetal, type Molecule } from '../chem/index.js'
import type { Subject } from './graph.js'
import type { LawIndex } from './law-index.js'

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

/** Whether an acid beside this component is its salt: a metal, ammonia, an amine or another nitrogen, but none of a nitrile, nor one that an acyl group takes the electrons of. */
export function isBase({ molecule }: Subject, { component }: Part): boolean {
  return component.some((a) => {
    const { z, charge, hydrogens } = molecule.atoms[a]!
    if (isMetal(z)) return true
    return z === 7 && (charge === 0 || hydrogens > 0) && !molecule.neighbours[a]!.some(({ atom, bond }) => molecule.bonds[bond]!.order === 3 || molecule.atoms[atom]!.z === 8 || drawsOn(molecule, atom))
  })
}

/** Carbonyl, thiocarbonyl and sulfonyl groups. */
function drawsOn(molecule: Molecule, atom: number): boolean {
  return molecule.neighbours[atom]!.some((n) => molecule.bonds[n.bond]!.order === 2 && [8, 16].includes(molecule.atoms[n.atom]!.z))
}
