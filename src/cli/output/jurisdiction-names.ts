import { nothingFound, type LawIndex, type Query } from '../../matching/index.js'
import type { CaveatsByJurisdiction } from '../../report/documents.js'

export function jurisdictionNames({ edition }: LawIndex): ReadonlyMap<string, string> {
  return new Map(edition.jurisdictions.map(({ jurisdiction: j }) => [j.code, j.name]))
}

/** What a page says of each law for every structure, with the names of the laws. */
export function namedCaveats(law: LawIndex, query: Query): CaveatsByJurisdiction {
  const names = jurisdictionNames(law)
  return nothingFound(law, query).jurisdictions.map(({ code, caveats }) => ({ code, caveats, name: names.get(code)! }))
}
