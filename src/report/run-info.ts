import type { Edition } from '../law/index.js'
import type { LawIndex, Query } from '../matching/index.js'
import { andMore } from './words/finding-words.js'

/**
 * How an answer was made, so that it can be repeated.
 * @param rules ids of user rules; the id and hash of the edition then cover both
 * @param version of this program
 */
export function runInfoOf(law: LawIndex, query: Query, rules: readonly string[], version: string) {
  return {
    asOf: query.asOf,
    edition: editionRef(law.edition),
    tool: { name: 'coverage', version },
    // The options that affect the answer; no jurisdictions are all of the edition.
    query: {
      jurisdictions: query.jurisdictions ?? null,
      assume: query.assume ?? [],
      ...(query.kinds ? { kinds: query.kinds } : {}),
      ...(rules.length > 0 ? { rules } : {}),
      ...(query.setsCountAs ? { setsCountAs: query.setsCountAs } : {}),
      ...(query.positions?.length ? { positions: query.positions } : {}),
      ...(query.readings ? { readings: query.readings } : {}),
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
  /** What the user's data took away from the shipped edition. */
  readonly replaced?: readonly string[] | undefined
}

export function editionRef({ id, sha256, unverified, replaced }: Edition): EditionRef {
  return { id, sha256, ...(unverified && { unverified }), ...(replaced && { replaced }) }
}

const most = 10

/** What every answer must say of an edition besides its name; null if nothing. */
export function editionNote({ unverified, replaced }: Pick<EditionRef, 'unverified' | 'replaced'>): string | null {
  const said = [
    ...(unverified ? ['unverified edition: it was changed after it was compiled'] : []),
    ...(replaced ? [`user data replaced or removed: ${andMore(replaced, most)}`] : []),
  ]
  return said.length === 0 ? null : said.join('; ')
}

/** Id and hash of an edition in words. @param digits how many digits of the hash are shown */
export function editionName(edition: EditionRef, digits = 12): string {
  const note = editionNote(edition)
  return `${edition.id} (sha256 ${edition.sha256.slice(0, digits)}${note === null ? '' : `; ${note}`})`
}
