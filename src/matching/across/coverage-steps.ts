import type { Day } from '../../law/index.js'
import type { Verdict } from '../finding.js'
import type { JurisdictionHistory } from './history.js'
import { strongestOf } from '../judge.js'

/**
 * How many of a set of structures are listed, and how many are covered only by a class, from a day until the next step.
 */
export interface CoverageStep {
  readonly day: Day
  readonly listed: number
  readonly class: number
}

/** The strongest verdict of all jurisdictions, from a day onwards. */
interface Change {
  readonly day: Day
  readonly verdict: Verdict
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
    for (const { day, verdict } of changesOf(histories)) {
      if (verdict === before) continue
      turn(day, before, -1)
      turn(day, verdict, 1)
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

function changesOf(histories: readonly JurisdictionHistory[]): Change[] {
  const days = [...new Set(histories.flatMap((h) => h.chapters.map((c) => c.from ?? beginning)))].sort()
  const verdictOn = (h: JurisdictionHistory, day: Day) =>
    h.chapters.findLast((c) => (c.from ?? beginning) <= day)?.verdict ?? 'uncontrolled'
  return days.map((day) => ({ day, verdict: strongestOf(histories.map((h) => verdictOn(h, day))) }))
}
