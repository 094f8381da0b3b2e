import { daysBetween, isRealDay, type Day } from '../../law/index.js'
import type { Verdict } from '../finding.js'
import type { JurisdictionHistory } from './history.js'
import { strongestOf } from '../judge.js'

/**
 * The last day that a date allows: `2017` is 2017-12-31, `2017-06` is 2017-06-30. Null for anything that is not a date.
 */
export function lastDayOf(date: string): Day | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date.trim()) ?? []
  const full =
    day !== undefined ? date.trim() : month !== undefined ? endOfMonth(Number(year), Number(month)) : `${year}-12-31`
  return isRealDay(full) ? full : null
}

/**
 * Days from `from` up to but not including `until` on which the strongest verdict of all jurisdictions is each of
 * these. Those that are undecided are not known to be uncontrolled, so they are never counted as such.
 */
export function daysNotControlled(histories: readonly JurisdictionHistory[], from: Day, until: Day) {
  const days = { uncontrolled: 0, undecided: 0 }
  for (const [start, end] of spansBetween(histories, from, until)) {
    const verdict = strongestOf(histories.map((h) => verdictOn(h, start)))
    if (verdict === 'uncontrolled' || verdict === 'undecided') days[verdict] += daysBetween(start, end)
  }
  return days
}

/** Histories as if the law had not changed after a day. */
export function unchangedAfter(histories: readonly JurisdictionHistory[], day: Day): JurisdictionHistory[] {
  return histories.map((h) => ({ ...h, chapters: h.chapters.filter((c) => c.from === null || c.from <= day) }))
}

/** The median; the mean of the two middle numbers if their count is even. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length === 0 ? null : sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

function spansBetween(histories: readonly JurisdictionHistory[], from: Day, until: Day): [Day, Day][] {
  if (from >= until) return []
  const inside = histories.flatMap((h) =>
    h.chapters.flatMap((c) => (c.from !== null && c.from > from && c.from < until ? [c.from] : [])),
  )
  const days = [from, ...[...new Set(inside)].sort(), until]
  return days.slice(1).map((end, i) => [days[i]!, end])
}

function verdictOn(history: JurisdictionHistory, day: Day): Verdict {
  return history.chapters.findLast((c) => (c.from ?? beginning) <= day)?.verdict ?? 'uncontrolled'
}

function endOfMonth(year: number, month: number): string {
  return month < 1 || month > 12 ? '' : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/**
 * How many of a set of structures are listed, and how many are covered only by a class, from a day until the next step.
 */
export interface CoverageStep {
  readonly day: Day
  readonly listed: number
  readonly class: number
}

/** Earlier than every day in the records. */
const beginning = '0000-00-00'

/** Numbers of structures listed or in a class over time, from their histories; days after `until` are ignored. */
export function coverageSteps(all: readonly (readonly JurisdictionHistory[])[], until: Day): CoverageStep[] {
  const turns = new Map<Day, { listed: number; class: number }>()
  const turn = (day: Day, verdict: Verdict, by: number) => {
    if (verdict !== 'listed' && verdict !== 'class') return
    const at = turns.get(day) ?? { listed: 0, class: 0 }
    at[verdict] += by
    turns.set(day, at)
  }
  for (const histories of all) {
    let before: Verdict = 'uncontrolled'
    for (const { from, verdict } of strongestChapters(histories)) {
      turn(from ?? beginning, before, -1)
      turn(from ?? beginning, verdict, 1)
      before = verdict
    }
  }
  let [listed, inClass] = [0, 0]
  const days = [...turns.keys()].filter((day) => day <= until).sort()
  return days.map((day) => ({
    day,
    listed: (listed += turns.get(day)!.listed),
    class: (inClass += turns.get(day)!.class),
  }))
}

/** The steps of one scenario before a day, followed by those of another from that day on. */
export function stepsAcross(first: readonly CoverageStep[], second: readonly CoverageStep[], day: Day): CoverageStep[] {
  const at = second.findLast((s) => s.day <= day)
  const turn = at ? [{ ...at, day }] : []
  return [...first.filter((s) => s.day < day), ...turn, ...second.filter((s) => s.day > day)]
}

/** The strongest verdict of all jurisdictions, from each day on which it changes; null before every day. */
export function strongestChapters(histories: readonly JurisdictionHistory[]) {
  const days = [...new Set(histories.flatMap((h) => h.chapters.map((c) => c.from ?? beginning)))].sort()
  return days
    .map((day) => ({
      from: day === beginning ? null : day,
      verdict: strongestOf(histories.map((h) => verdictOn(h, day))),
    }))
    .filter(({ verdict }, i, all) => verdict !== all[i - 1]?.verdict)
}
