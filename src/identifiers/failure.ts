import type { LookupKind } from './lookup.js'

/** Why an identifier leads to no substance, or to more than one. Words for it are made in `report`. */
export type Failure =
  /** `similar` are recorded names that are spelled much like it. */
  | { readonly code: 'unknown-name'; readonly given: string; readonly similar: readonly string[] }
  | { readonly code: 'unknown-inchikey'; readonly given: string }
  | NoCas
  | { readonly code: 'shared-name'; readonly by: LookupKind; readonly names: readonly string[] }
  | { readonly code: 'contradiction'; readonly cas: Said; readonly name: Said }
  | { readonly code: 'inchi'; readonly why: InchiFailure }

/** Why a CAS number leads to no substance. */
export type NoCas =
  | { readonly code: 'unknown-cas'; readonly given: string }
  /** `digit` is the check digit that the number should have; null where it is no CAS number at all. */
  | { readonly code: 'bad-cas'; readonly given: string; readonly digit: number | null }

/** What an identifier says it is. */
export interface Said {
  readonly given: string
  /** Name of the recorded substance. */
  readonly recorded: string
}

/**
 * - `no reader`: the package that reads InChI is not installed
 * - `not read`: it cannot read this one
 * - `not the same`: the structure it read has another InChI
 */
export type InchiFailure = 'no reader' | 'not read' | 'not the same'

/** What another column of the row says against the one that decides. */
export type Warning =
  | { readonly code: 'other-substance' | 'other-stereo'; readonly by: LookupKind; readonly said: Said }
  | NoCas
