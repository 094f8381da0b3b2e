import type { LawIndex, Query } from '../matching/index.js'

/**
 * How an answer was made, so that it can be repeated.
 * @param rules ids of user rules; the id and hash of the edition then cover both
 * @param version of this program
 */
export function runInfoOf(law: LawIndex, query: Query, rules: readonly string[], version: string) {
  const { id, sha256, unverified } = law.edition
  const edition: EditionRef = { id, sha256, ...(unverified ? { unverified } : {}) }
  return {
    asOf: query.asOf,
    edition,
    tool: { name: 'coverage', version },
    // The options that affect the answer; no jurisdictions are all of the edition.
    query: {
      jurisdictions: query.jurisdictions ?? null,
      assume: query.assume ?? [],
      ...(query.kinds ? { kinds: query.kinds } : {}),
      ...(rules.length > 0 ? { rules } : {}),
      ...(query.setsCountAs ? { setsCountAs: query.setsCountAs } : {}),
      ...(query.positions?.length ? { positions: query.positions } : {}),
    },
  }
}

export type RunInfo = ReturnType<typeof runInfoOf>

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
