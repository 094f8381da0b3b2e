import type { Subject } from '../classes/graph.js'
import type { Day, JurisdictionRecords } from '../../law/index.js'
import { askedJurisdictions } from '../asked.js'
import { candidatesOf } from '../identity/candidate.js'
import { noHints, type Hints } from '../hints.js'
import { daysLater } from './days.js'
import { daysOfChange, daysOfRules } from './days-of-change.js'
import type { Finding, Verdict } from '../finding.js'
import { judging, type Judgement, type Query } from '../judge.js'
import type { LawIndex } from '../law-index.js'
import { judgeNamed } from '../identity/named.js'
import { nothingFound } from '../nothing-found.js'

/** A span of days in which the answer of one jurisdiction stays the same. */
export interface Chapter {
  /** First day; null where the span reaches back before every change in the records. */
  readonly from: Day | null
  /** First day no longer in it; null where nothing later is recorded. */
  readonly until: Day | null
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
}

export interface JurisdictionHistory {
  readonly code: string
  /** First day the records cover; before it, what was not found is not excluded. */
  readonly recordsFrom: Day | null
  /** Last day through which the law was checked. */
  readonly verifiedThrough: Day
  readonly chapters: readonly Chapter[]
}

/**
 * Every change of a structure's standing in each jurisdiction, oldest first. `asOf` of the query is not used.
 * @param named as for `judge`
 */
export function historyOf(
  structure: Subject,
  law: LawIndex,
  query: Omit<Query, 'asOf'>,
  named: string | null = null,
  hints: Hints = noHints,
): JurisdictionHistory[] {
  const reaching = candidatesOf(structure, law, hints).flatMap((c) => [
    ...c.known,
    ...c.undone.flatMap((u) => u.known),
    ...c.isomers,
  ])
  return histories(law, query, new Set(reaching.map((k) => k.record.id)), judging(structure, law, hints, named))
}

/** The history of a structure that nothing reaches on any day: it is the same for all of them. */
export function historyOfNothing(law: LawIndex, query: Omit<Query, 'asOf'>): JurisdictionHistory[] {
  return histories(law, query, nothing, (on) => nothingFound(law, on))
}

/** Days that stand for all others: each rule and gap of the law that is asked applies on one of them, if it ever does. */
export function daysOfAllLaw(law: LawIndex, query: Omit<Query, 'asOf'>): Day[] {
  const days = askedJurisdictions(law, query).flatMap((records) => {
    const own = daysOfRules(law, records)
    return [firstDay(records, own), ...own]
  })
  return [...new Set(days)].sort()
}

const nothing: ReadonlySet<string> = new Set()

/** As `historyOf`, for a recorded substance that has no structure. */
export function historyOfNamed(substance: string, law: LawIndex, query: Omit<Query, 'asOf'>): JurisdictionHistory[] {
  return histories(law, query, new Set([substance]), (on) => judgeNamed(substance, law, on))
}

type JudgeOn = (query: Query) => Judgement

function histories(
  law: LawIndex,
  query: Omit<Query, 'asOf'>,
  substances: ReadonlySet<string>,
  judgeOn: JudgeOn,
): JurisdictionHistory[] {
  return askedJurisdictions(law, query).map((records) => {
    const { code, records_from, verified_through } = records.jurisdiction
    return {
      code,
      recordsFrom: records_from,
      verifiedThrough: verified_through,
      chapters: chaptersOf(records, query, daysOfChange(law, records, substances), judgeOn),
    }
  })
}

function chaptersOf(
  records: JurisdictionRecords,
  query: Omit<Query, 'asOf'>,
  days: readonly Day[],
  judgeOn: JudgeOn,
): Chapter[] {
  const chapters: Chapter[] = []
  const starts: (Day | null)[] = [null, ...days]
  for (const from of starts) {
    const asOf = from ?? firstDay(records, days)
    const { verdict, findings } = judgeOn({ ...query, asOf, jurisdictions: [records.jurisdiction.code] })
      .jurisdictions[0]!
    const last = chapters.at(-1)
    if (last && last.verdict === verdict && sameFindings(last.findings, findings)) continue
    if (last) chapters[chapters.length - 1] = { ...last, until: from }
    chapters.push({ from, until: null, verdict, findings })
  }
  return chapters
}

/** A day before every change. */
function firstDay(records: JurisdictionRecords, days: readonly Day[]): Day {
  return daysLater(days[0] ?? records.jurisdiction.verified_through, -1)
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
      return `open ${finding.why}`
  }
}
