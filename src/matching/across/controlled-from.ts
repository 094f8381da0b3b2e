import { remembered, rememberedBy } from '../../remembered.js'
import {
  daysLater,
  yearsLater,
  type Control,
  type Day,
  type JurisdictionRecords,
  type Rule,
  type RulePeriod,
} from '../../law/index.js'
import type { ClassFinding, Finding, JurisdictionResult, ListedFinding } from '../finding.js'
import type { Judgement, Judging, Query } from '../judge.js'
import type { LawIndex } from '../law-index.js'
import { selectedJurisdictions } from '../law-selection.js'
import { unconfirmedYears } from '../deciding-period.js'
import { isControlled } from './moves.js'
import { daysOfChange, daysOfEntries, daysOfExceptions, daysOfLeavingOut, daysOfReadings } from './days-of-change.js'

/** Whether a kind of control applies: `open` where that is undecided. */
type State = 'controlled' | 'open' | 'not controlled'

/** The days up to one that is asked about, in stretches within which the law does not change. */
interface Past {
  /** The first day of the stretch in question (0) and of those before it (1, 2 ...); null before every change. */
  readonly from: (n: number) => Day | null
  /** Null before the first stretch. */
  readonly state: (n: number, control: Control) => State | null
  readonly findings: (n: number) => readonly Finding[]
}

type Since = Pick<ListedFinding, 'controlledFrom' | 'controlledBy' | 'controlledNotBefore'>

/** The judgement on a day, in which each finding that controls says since when the substance has been controlled. */
export function withControlledFrom(judging: Judging, law: LawIndex, query: Query): Judgement {
  const judgement = judging.on(query)
  if (query.undated || !isControlled(judgement.verdict)) return judgement
  const laws = selectedJurisdictions(law, query)
  const dated = (result: JurisdictionResult, i: number): JurisdictionResult => {
    if (!isControlled(result.verdict)) return result
    const past = pastOf(judging, law, laws[i]!, query, result.findings)
    return { ...result, findings: datedFindings(result.findings, past, laws[i]!) }
  }
  return { ...judgement, jurisdictions: judgement.jurisdictions.map(dated) }
}

/** Chapters of a history, oldest first, with the same days in their findings. */
export function datedChapters<T extends { readonly from: Day | null; readonly findings: readonly Finding[] }>(
  chapters: readonly T[],
  records: JurisdictionRecords,
): T[] {
  return chapters.map((chapter, i) => {
    const past: Past = {
      from: (n) => chapters[i - n]!.from,
      state: (n, control) => (i < n ? null : stateIn(chapters[i - n]!.findings, control)),
      findings: (n) => chapters[i - n]!.findings,
    }
    return { ...chapter, findings: datedFindings(chapter.findings, past, records) }
  })
}

/** @param today what was found on the day of the query */
function pastOf(
  judging: Judging,
  law: LawIndex,
  records: JurisdictionRecords,
  { assume, ...query }: Query,
  today: readonly Finding[],
): Past {
  const asked = { ...query, jurisdictions: [records.jurisdiction.code] }
  const reaching = judging.reaching()
  const all = daysOfChange(law, records, reaching)
  const days = all.filter((day) => day <= query.asOf)
  const from = (n: number) => days[days.length - 1 - n] ?? null
  // A rule that is assumed to be in force is not in force before.
  const known = new Map<number, readonly Finding[]>(assume?.length ? [] : [[0, today]])
  const dayOf = (n: number) => (n === 0 ? query.asOf : (from(n) ?? daysLater(all[0]!, -1)))
  const judged = (n: number) =>
    remembered(known, n, () => judging.on({ ...asked, asOf: dayOf(n) }).jurisdictions[0]!.findings)
  /** What controls in the last stretch that was judged, for each kind of control. */
  const last = new Map<Control, Ground>()
  const groundOf = (finding: ListedFinding | ClassFinding): Ground => {
    // An entry that names the substance as drawn does so whatever others say of it.
    const isNamed = finding.kind === 'listed' && finding.via.length === 0
    const entries = daysOfEntries(law, records, isNamed ? new Set([finding.substance]) : reaching)
    const turns = [...daysOfExceptions(records, reaching), ...entries, ...daysOfReadings(records)]
    const rule = finding.kind === 'class' && records.rules.find(({ id }) => id === finding.ruleId)
    return rule ? groundOfRule(rule, finding.from, turns) : { since: finding.from, turns: new Set(turns) }
  }
  const stateOf = (findings: readonly Finding[], control: Control) => {
    const found = findings.find((f): f is ListedFinding | ClassFinding => controls(f) && f.control === control)
    if (found) last.set(control, groundOf(found))
    return stateIn(findings, control)
  }
  return {
    from,
    findings: judged,
    state: (n, control) => {
      if (n > days.length) return null
      const later = last.get(control)
      if (later && n > 0 && lastsBefore(later, from(n - 1)!)) return 'controlled'
      const surely = n > 0 ? judging.surelyIn?.(records, dayOf(n), control) : null
      if (!surely) return stateOf(judged(n), control)
      last.set(control, groundOfRule(surely.rule, surely.period.from, []))
      return 'controlled'
    },
  }
}

/** What controls on a day. */
interface Ground {
  /** The first day since which it says what it says; null if that is not known, or another law decides. */
  readonly since: Day | null
  /** Days on which it may begin or cease to concern the substance. */
  readonly turns: ReadonlySet<Day>
}

function groundOfRule(rule: Rule, from: Day | null, turns: readonly Day[]): Ground {
  return { since: rule.reference ? null : startOf(rule, from), turns: new Set([...turns, ...daysOfLeavingOut(rule)]) }
}

/** Whether what controls on a day certainly did so before: only periods of other rules and of gaps begin or end then. */
function lastsBefore({ since, turns }: Ground, day: Day): boolean {
  return since !== null && since < day && !turns.has(day)
}

const starts = new WeakMap<Rule, Map<Day | null, Day | null>>()

/** The first day since which a rule says what it says in a period: those before it may differ in their act alone. */
function startOf(rule: Rule, from: Day | null): Day | null {
  return rememberedBy(starts, rule, from, () => {
    const period = rule.periods.find((p) => p.from === from)
    const before = from && period && rule.periods.find((p) => p.until === from && saysIn(p) === saysIn(period))
    return before ? startOf(rule, before.from) : from
  })
}

function saysIn(period: RulePeriod): string {
  const {
    from: _,
    until: _until,
    act: _act,
    cite: _cite,
    url: _url,
    instrument: _instrument,
    note: _note,
    ...says
  } = period
  return JSON.stringify(says)
}

function datedFindings(
  findings: readonly Finding[],
  past: Past,
  { jurisdiction }: JurisdictionRecords,
): readonly Finding[] {
  const known = new Map<Control, Since | null>()
  return findings.map((finding) => {
    if (!controls(finding)) return finding
    const { control } = finding
    if (!known.has(control)) known.set(control, sinceIn(past, control, jurisdiction.records_from))
    const since = known.get(control)
    return since ? { ...finding, ...since } : finding
  })
}

/** Since when one kind of control has lasted; null if it does not apply without an assumption. */
function sinceIn(past: Past, control: Control, recordsFrom: Day | null): Since | null {
  let n = 0
  let state = past.state(0, control)
  if (state !== 'controlled') return null
  while (state === 'controlled') state = past.state(++n, control)
  const from = past.from(n - 1)
  if (from === null) return { controlledFrom: null }
  // Before the records begin, that nothing was found is no evidence.
  const isFirst = state === 'not controlled' && (recordsFrom === null || from > recordsFrom)
  if (isFirst) return { controlledFrom: from }
  while (state === 'open') state = past.state(++n, control)
  const opens = past.from(n - 1)
  const isBound =
    state === 'not controlled' &&
    opens !== null &&
    (recordsFrom === null || opens > recordsFrom) &&
    !past.findings(n - 1).some((finding) => isDoubtedFrom(opens, finding))
  return { controlledFrom: null, controlledBy: from, ...(isBound && { controlledNotBefore: opens }) }
}

/** Whether a day is the first on which an unconfirmed start is doubted, which no record says. */
function isDoubtedFrom(day: Day, finding: Finding): boolean {
  const doubts = 'doubts' in finding ? finding.doubts : []
  return doubts.some((d) => d.kind === 'start unconfirmed' && day === yearsLater(d.from, -unconfirmedYears))
}

function stateIn(findings: readonly Finding[], control: Control): State {
  const own = findings.filter((f) => !('control' in f) || f.control === control)
  if (own.some(controls)) return 'controlled'
  return own.some((f) => f.counts !== null) ? 'open' : 'not controlled'
}

function controls(finding: Finding): finding is ListedFinding | ClassFinding {
  return (
    (finding.kind === 'listed' || finding.kind === 'class') && finding.counts !== null && isControlled(finding.counts)
  )
}
