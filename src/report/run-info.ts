import type { Control } from '../law/index.js'
import { isExcluded, type LawIndex, type Position, type Query } from '../matching/index.js'

export interface RunInfo {
  readonly asOf: string
  readonly edition: EditionRef
  readonly tool: { readonly name: string; readonly version: string }
  /** The options that affect the answer, so that it can be repeated. */
  readonly query: RunQuery
}

/**
 * @param rules ids of user rules
 * @param version of this program
 */
export function runInfoOf(law: LawIndex, query: Query, rules: readonly string[], version: string): RunInfo {
  const { id, sha256, unverified } = law.edition
  return {
    asOf: query.asOf,
    edition: { id, sha256, ...(unverified ? { unverified } : {}) },
    tool: { name: 'coverage', version },
    query: {
      jurisdictions: query.jurisdictions ?? null,
      assume: query.assume ?? [],
      precursors: !isExcluded('precursor', query),
      ...(isExcluded('chemical weapon', query) ? { chemicalWeapons: false } : {}),
      ...(query.kinds ? { kinds: query.kinds } : {}),
      ...(rules.length > 0 ? { rules } : {}),
      ...(query.setsCountAs ? { setsCountAs: query.setsCountAs } : {}),
      ...(query.positions?.length ? { positions: query.positions } : {}),
    },
  }
}

type RunQuery = {
  /** Null if all jurisdictions of the edition were checked. */
  readonly jurisdictions: readonly string[] | null
  readonly assume: readonly string[]
  readonly precursors: boolean
  readonly chemicalWeapons?: boolean
  /** The kinds of control that counted, if they were chosen. */
  readonly kinds?: readonly Control[]
  /** Ids of user rules added to the edition from files; its id and hash then cover both. */
  readonly rules?: readonly string[]
  readonly setsCountAs?: 'weakest'
  /** Answers to open questions on which rows may rest. */
  readonly positions?: readonly Position[]
}

/** Identifies the edition behind an answer. */
export interface EditionRef {
  readonly id: string
  readonly sha256: string
  /** Set if the edition was changed after it was compiled. */
  readonly unverified?: true | undefined
}

export const unverifiedEdition = 'unverified edition: it was changed after it was compiled'

/** Id and hash of an edition in words. @param digits how many digits of the hash are shown */
export function editionName({ id, sha256, unverified }: EditionRef, digits = 12): string {
  return `${id} (sha256 ${sha256.slice(0, digits)}${unverified ? `; ${unverifiedEdition}` : ''})`
}
