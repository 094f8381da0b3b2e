import type { Day, JurisdictionRecords, Substance } from '../../law/index.js'
import { selectedJurisdictions, isExcluded } from '../law-selection.js'
import { openStructure, type Doubt, type ListedFinding, type OpenFinding } from '../finding.js'
import { judgementOf, resultOf, type Judgement, type Judging, type Query } from '../judge.js'
import { findingOf, listingsOfId } from './listed.js'
import type { LawIndex, Listing } from '../law-index.js'
import { decidingPeriod } from '../deciding-period.js'

/**
 * Judges a recorded substance that has no structure (plant, extract, preparation) by its own entries. If no entry names
 * it, the answer is undecided: a name allows no other check. Of a group it says which members entries name.
 */
export function judgingNamed(substance: string, law: LawIndex): Judging {
  const members = membersOf(substance, law)
  return {
    on: (query) => judgeNamed(substance, members, law, query),
    reaching: () => new Set([substance, ...members.map(({ id }) => id)]),
  }
}

function judgeNamed(substance: string, members: readonly Substance[], law: LawIndex, query: Query): Judgement {
  const results = selectedJurisdictions(law, query).map((records) => {
    const wanted = entriesOf(substance, law, records, query)
    return resultOf(records, query, wanted.length > 0 ? wanted : [withoutEntry(members, law, records, query)])
  })
  return judgementOf(results)
}

function membersOf(substance: string, { edition }: LawIndex): readonly Substance[] {
  const ids = edition.substances.find((s) => s.id === substance)?.members ?? []
  return edition.substances.filter((s) => ids.includes(s.id))
}

function withoutEntry(
  members: readonly Substance[],
  law: LawIndex,
  records: JurisdictionRecords,
  query: Query,
): OpenFinding {
  if (members.length === 0) return openStructure('no structure')
  const listed = members.filter((member) =>
    entriesOf(member.id, law, records, query).some(({ counts }) => counts === 'listed'),
  )
  return openStructure('group', {
    members: members.map(({ name }) => name),
    listedMembers: listed.map(({ name }) => name),
  })
}

function entriesOf(substance: string, law: LawIndex, records: JurisdictionRecords, query: Query): ListedFinding[] {
  return listingsOfId(substance, { law, records })
    .flatMap((listing) => entryFinding(substance, listing, records, query.asOf) ?? [])
    .filter(({ control }) => !isExcluded(control, query))
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
