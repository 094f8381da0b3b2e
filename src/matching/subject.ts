import type { CleavableBond, Identity, Matches, Molecule, Tautomer } from '../chem/index.js'
import type { AtomMask } from './classes/substituent.js'

export interface Graph {
  readonly molecule: Molecule
  match(smarts: string): Matches
  /** Atoms that match the first atom of a pattern, if known without computing all embeddings; null otherwise. */
  firstAtoms?(smarts: string): AtomMask | null
  /** Derived by the rule engine, by owner. Not in a weak map: its contents survive several garbage collections. */
  cached?: { molecule?: unknown; forms?: unknown }
}

export interface Cleavable extends Graph {
  cleaved(bonds: readonly Pick<CleavableBond, 'freed' | 'other'>[]): Subject | null
}

/** What judging needs of a structure; `chem.Structure` provides it and documents each member. */
export interface Subject extends Cleavable {
  readonly tautomerForm: Cleavable | null
  readonly tautomerFormOnHetero: Cleavable | null
  readonly usual: readonly (readonly Subject[])[]
  readonly anhydrous: Subject | null
  identity(component: readonly number[]): Identity | null
  neutralIdentity(component: readonly number[]): Identity | null
  mobileIdentity(component: readonly number[]): Identity | null
  tautomerOf(component: readonly number[], smiles: string): Tautomer | null
  redrawnAs(component: readonly number[], smiles: string): Subject | null
}
