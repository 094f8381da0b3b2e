import { skeletonKey, type Identity, type Structure } from '../chem/index.js'
import type { KnownSubstance, LawIndex } from './law-index.js'
import type { Via } from './finding.js'

/** One component that speaks for itself: counter-ions and solvents beside it are left out. */
export interface Candidate {
  readonly component: readonly number[]
  readonly skeleton: string
  /** Recorded substances with its flat form; empty for nearly every molecule. */
  readonly known: readonly KnownSubstance[]
  readonly identity: Identity | null
  /** True where a recorded skeleton was met but InChI could not confirm or rule it out. */
  readonly unconfirmed: boolean
  /** How the component as drawn differs from the bare substance. */
  readonly forms: readonly Via[]
}

export function candidatesOf(structure: Structure, law: LawIndex): Candidate[] {
  const { molecule } = structure
  const parts = molecule.components.map((component) => ({ component, skeleton: skeletonKey(molecule, component) }))
  const speaking = parts.length > 1 ? parts.filter((part) => !isCounterIon(structure, law, part)) : parts
  const judged = speaking.length > 0 ? speaking : parts
  const several = new Set(judged.map((part) => part.skeleton)).size > 1
  const salted = speaking.length > 0 && speaking.length < parts.length && parts.some((part) => !speaking.includes(part) && !isSolvent(structure, law, part))
  return judged.map((part) => {
    const recorded = law.bySkeleton.get(part.skeleton) ?? []
    const identity = recorded.length > 0 ? structure.identity(part.component) : null
    const charged = netCharge(structure, part.component) !== 0
    const known = identity ? recorded.filter((k) => k.identity.flat === identity.flat) : []
    const forms: Via[] = []
    if (salted || (charged && (identity === null || identity.protons !== 0))) forms.push('salt')
    if (several) forms.push('mixture')
    if (part.component.some((a) => molecule.atoms[a]!.isotope !== 0 || molecule.deuterated.has(a))) forms.push('isotopologue')
    return { ...part, known, identity, unconfirmed: recorded.length > 0 && identity === null, forms }
  })
}

interface Part {
  readonly component: readonly number[]
  readonly skeleton: string
}

function isCounterIon(structure: Structure, law: LawIndex, part: Part): boolean {
  if (!law.counterIonSkeletons.has(part.skeleton)) return false
  const flat = structure.identity(part.component)?.flat
  return flat !== undefined && law.counterIonFlats.has(flat)
}

function isSolvent(structure: Structure, law: LawIndex, part: Part): boolean {
  const flat = structure.identity(part.component)?.flat
  return law.edition.counterIons.some((ion) => ion.flat === flat && ion.kind === 'solvent')
}

function netCharge(structure: Structure, component: readonly number[]): number {
  return component.reduce((sum, a) => sum + structure.molecule.atoms[a]!.charge, 0)
}
