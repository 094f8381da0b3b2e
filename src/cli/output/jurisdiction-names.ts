import type { LawIndex, Query } from '../../matching/index.js'
import { lawCaveats, type CaveatsByJurisdiction } from '../../report/documents.js'

export function jurisdictionNames({ edition }: LawIndex): ReadonlyMap<string, string> {
  return new Map(edition.jurisdictions.map(({ jurisdiction: j }) => [j.code, j.name]))
}

/** What a page says of each law for every structure, with the names of the laws. */
export function namedCaveats(law: LawIndex, query: Query): CaveatsByJurisdiction {
  const names = jurisdictionNames(law)
  return lawCaveats(law, query).map((own) => ({ ...own, name: names.get(own.code)! }))
}
