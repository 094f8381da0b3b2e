import type { LawIndex } from '../../matching/index.js'

/** Names of jurisdictions by their codes. */
export function jurisdictionNames({ edition }: LawIndex): ReadonlyMap<string, string> {
  return new Map(edition.jurisdictions.map(({ jurisdiction: j }) => [j.code, j.name]))
}
