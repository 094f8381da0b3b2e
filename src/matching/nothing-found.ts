import { selectedJurisdictions } from './law-selection.js'
import type { Judgement, Query } from './judge.js'
import type { LawIndex } from './law-index.js'
import { caveatsOn } from './law-in-force.js'

/** The judgement of a structure that nothing in the edition covers; the same for all such structures. */
export function nothingFound(law: LawIndex, query: Query): Judgement {
  const jurisdictions = selectedJurisdictions(law, query).map((records) => ({
    code: records.jurisdiction.code,
    verdict: 'uncontrolled' as const,
    findings: [],
    caveats: caveatsOn(records, query),
    nearMisses: [],
    setAside: [],
  }))
  return { verdict: 'uncontrolled', jurisdictions }
}
