import type { Problem } from '../chem/index.js'
import type { LookupKind } from './lookup.js'

/** Why an identifier identifies no substance, or more than one. `report` puts these into words. */
export type Failure =
  /** `similar` are recorded names with a similar spelling; `smiles` is its first word, if that alone is a SMILES. */
  | {
      readonly code: 'unknown-name'
      readonly given: string
      readonly similar: readonly string[]
      readonly smiles?: string
    }
  | { readonly code: 'unknown-inchikey'; readonly given: string }
  | NoCas
  | { readonly code: 'shared-name'; readonly by: LookupKind; readonly names: readonly string[] }
  | { readonly code: 'contradiction'; readonly cas: Said; readonly name: Said }
  | { readonly code: 'inchi'; readonly why: InchiFailure }
  | { readonly code: 'empty' }
  /** A set of more structures than are judged. */
  | { readonly code: 'too-many'; readonly count: number }
  /** The drawing of a set names an atom that it does not have. */
  | { readonly code: 'no-such-atom'; readonly atom: number; readonly atoms: number }
  /** A member of a set, by position from 1: a set with one is not judged by the others. */
  | {
      readonly code: 'member'
      readonly member: number
      readonly of: number
      readonly label: string
      readonly why: Failure
    }
  /** A member is no structure. */
  | { readonly code: 'not-read'; readonly problem: Problem }

/** Why a CAS number identifies no substance. */
export type NoCas =
  | { readonly code: 'unknown-cas'; readonly given: string }
  /** `digit` is the check digit that the number should have; null if it is not a CAS number at all. */
  | { readonly code: 'bad-cas'; readonly given: string; readonly digit: number | null }

export interface Said {
  readonly given: string
  /** Name of the recorded substance. */
  readonly recorded: string
}

/**
 * - `no reader`: the package that reads InChI is not installed
 * - `not standard`: it is no standard InChI, and only these are compared
 * - `not read`: it cannot read this one
 * - `not the same`: the structure it read has another InChI
 */
export type InchiFailure = 'no reader' | 'not standard' | 'not read' | 'not the same'

/** A disagreement between another column of the row and the one that decides. */
export type Warning =
  | { readonly code: 'other-substance' | 'other-stereo'; readonly by: LookupKind; readonly said: Said }
  | NoCas
