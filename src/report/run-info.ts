import type { Control } from '../law/index.js'
import { isExcluded, type LawIndex, type Position, type Query } from '../matching/index.js'
import type { EditionRef } from './edition-name.js'

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
