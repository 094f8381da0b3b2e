import type { Day, JurisdictionRecords } from '../../law/index.js'
import { selectedJurisdictions, isExcluded } from '../law-selection.js'
import type { Doubt, Finding, ListedFinding } from '../finding.js'
import { strongestOf, type Judgement, type Query } from '../judge.js'
import { findingOf } from './listed.js'
import type { LawIndex, Listing } from '../law-index.js'
import { caveatsOn } from '../law-in-force.js'
import { decidingPeriod } from '../deciding-period.js'

/**
 * Judges a recorded substance that has no structure (plant, extract, preparation) by its own entries. If no entry names
 * it, the answer is undecided: a name allows no other check.
 */
export function judgeNamed(substance: string, law: LawIndex, query: Query): Judgement {
  const jurisdictions = selectedJurisdictions(law, query).map((records) => {
    const listings = law.listings.get(`${records.jurisdiction.code} ${substance}`) ?? []
    const listed = listings.flatMap((listing) => entryFinding(substance, listing, records, query.asOf) ?? [])
    const wanted = listed.filter((f) => !isExcluded(f.control, query))
    const findings: Finding[] =
      wanted.length > 0 ? wanted : [{ kind: 'open structure', why: 'no structure', counts: 'undecided' }]
    const verdict = strongestOf(findings.map((f) => f.counts ?? 'uncontrolled'))
    return {
      code: records.jurisdiction.code,
      verdict,
      findings,
      caveats: caveatsOn(records, query),
      nearMisses: [],
      setAside: [],
    }
  })
  return { verdict: strongestOf(jurisdictions.map((j) => j.verdict)), jurisdictions }
}

function entryFinding(
  substance: string,
  { list, entry }: Listing,
  records: JurisdictionRecords,
  asOf: Day,
): ListedFinding | null {
  const when = decidingPeriod(list, entry, records, asOf)
  if (!when) return null
  const { period } = when
  const doubts: Doubt[] = [...when.doubts]
  if (entry.limited_to !== undefined) doubts.push({ kind: 'preparations only', what: entry.limited_to })
  return findingOf(substance, { list, entry }, period, asOf, {
    counts: when.doubts.length > 0 ? 'undecided' : 'listed',
    via: ['name'],
    scope: null,
    doubts,
  })
}
