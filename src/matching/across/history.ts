import type { Subject } from '../subject.js'
import { daysLater, type Day, type JurisdictionRecords } from '../../law/index.js'
import { selectedJurisdictions } from '../law-selection.js'
import { noHints, type Hints } from '../hints.js'
import { datedChapters } from './controlled-from.js'
import { daysOfChange, daysOfRules } from './days-of-change.js'
import type { Finding, JurisdictionResult, Verdict } from '../finding.js'
import { judging, type Judging, type Query } from '../judge.js'
import type { LawIndex } from '../law-index.js'
import { judgingNamed } from '../identity/named.js'
import { nothingFound } from '../assess.js'

/** A span of days in which the answer of one jurisdiction does not change. */
export interface Chapter {
  /** First day; null if the span starts before every change in the records. */
  readonly from: Day | null
  /** First day after the span; null if no later change is recorded. */
  readonly until: Day | null
  readonly verdict: Verdict
  readonly ofSet?: NonNullable<JurisdictionResult['ofSet']>
  readonly findings: readonly Finding[]
  /** As in the answer for a day. */
  readonly byWords?: NonNullable<JurisdictionResult['byWords']>
  readonly positions?: NonNullable<JurisdictionResult['positions']>
}

export interface JurisdictionHistory {
  readonly code: string
  /** First day the records cover; before it, a structure that is not found may still have been controlled. */
  readonly recordsFrom: Day | null
  /** Last day up to which the law was reviewed. */
  readonly verifiedThrough: Day
  readonly chapters: readonly Chapter[]
}

/**
 * Every change in a structure's status in each jurisdiction, oldest first. Ignores `asOf` of the query.
 * @param named as for `judge`
 */
export function historyOf(
  structure: Subject,
  law: LawIndex,
  query: Omit<Query, 'asOf'>,
  named: string | null = null,
  hints: Hints = noHints,
): JurisdictionHistory[] {
  return historyBy(law, query, judging(structure, law, hints, named))
}

/** The history of a structure that nothing covers on any day; the same for all such structures. */
export function historyOfNothing(law: LawIndex, query: Omit<Query, 'asOf'>): JurisdictionHistory[] {
  return historyBy(law, query, { on: (day) => nothingFound(law, day), reaching: () => nothing })
}

/** Days that stand for all others: each relevant rule and gap applies on one of them, if it ever applies. */
export function daysOfAllLaw(law: LawIndex, query: Omit<Query, 'asOf'>): Day[] {
  const days = selectedJurisdictions(law, query).flatMap((records) => {
    const own = daysOfRules(law, records)
    return [firstDay(records, own), ...own]
  })
  return [...new Set(days)].sort()
}

const nothing: ReadonlySet<string> = new Set()

/** As `historyOf`, for a recorded substance without a structure. */
export function historyOfNamed(substance: string, law: LawIndex, query: Omit<Query, 'asOf'>): JurisdictionHistory[] {
  return historyBy(law, query, judgingNamed(substance, law))
}

/**
 * As `historyOf`, for anything that is judged.
 * @param turns further days on which an answer may change
 */
export function historyBy(
  law: LawIndex,
  query: Omit<Query, 'asOf'>,
  judging: Judging,
  turns: readonly Day[] = [],
): JurisdictionHistory[] {
  return selectedJurisdictions(law, query).map((records) => {
    const { code, records_from, verified_through } = records.jurisdiction
    const days = daysOfChange(law, records, judging.reaching(), judging.fitting?.())
    const all = turns.length > 0 ? [...new Set([...days, ...turns])].sort() : days
    return {
      code,
      recordsFrom: records_from,
      verifiedThrough: verified_through,
      chapters: datedChapters(chaptersOf(records, query, all, judging), records),
    }
  })
}

function chaptersOf(
  records: JurisdictionRecords,
  query: Omit<Query, 'asOf'>,
  days: readonly Day[],
  judging: Judging,
): Chapter[] {
  const chapters: Chapter[] = []
  const starts: (Day | null)[] = [null, ...days]
  for (const from of starts) {
    const asOf = from ?? firstDay(records, days)
    const { verdict, findings, byWords, positions } = judging.on({
      ...query,
      asOf,
      jurisdictions: [records.jurisdiction.code],
    }).jurisdictions[0]!
    const answered = byWords && positions ? { byWords, positions } : {}
    const last = chapters.at(-1)
    if (last && last.verdict === verdict && sameFindings(last.findings, findings) && sameAnswers(last, answered))
      continue
    if (last) chapters[chapters.length - 1] = { ...last, until: from }
    chapters.push({ from, until: null, verdict, findings, ...answered })
  }
  return chapters
}

/** A day before every change. */
function firstDay(records: JurisdictionRecords, days: readonly Day[]): Day {
  return daysLater(days[0] ?? records.jurisdiction.verified_through, -1)
}

function sameAnswers(a: Pick<Chapter, 'byWords' | 'positions'>, b: typeof a): boolean {
  return a.byWords === b.byWords && JSON.stringify(a.positions) === JSON.stringify(b.positions)
}

function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.map(keyOf).sort().join('\n') === b.map(keyOf).sort().join('\n')
}

function keyOf(finding: Finding): string {
  const doubts = 'doubts' in finding ? finding.doubts.map((d) => d.kind).join() : ''
  switch (finding.kind) {
    case 'listed':
      return `listed ${finding.list} ${finding.substance} ${finding.from} ${finding.cite} ${finding.counts} ${doubts}`
    case 'class':
      return `class ${finding.ruleId} ${finding.from} ${finding.cite} ${finding.counts} ${doubts}`
    case 'gap':
      return `gap ${finding.gap}`
    case 'open structure':
      return `open ${finding.why} ${finding.listedMembers?.join() ?? ''}`
  }
}
