import { plain, type Gap } from '../law/index.js'
import { selectedJurisdictions } from './law-selection.js'
import type { LawIndex } from './law-index.js'
import { gapsOn } from './law-in-force.js'
import type { Query } from './judge.js'

/** Known gaps of the selected jurisdictions that name this text on the day. */
export function gapsNaming(text: string, law: LawIndex, query: Query): { readonly code: string; readonly gap: Gap }[] {
  const wanted = plain(text)
  return selectedJurisdictions(law, query).flatMap((records) =>
    gapsOn(records, query.asOf)
      .filter((g) => g.names?.some((name) => plain(name) === wanted))
      .map((gap) => ({ code: records.jurisdiction.code, gap })),
  )
}
