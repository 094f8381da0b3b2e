import type { Day } from '../../law/index.js'
import { median } from '../../matching/index.js'
import type { RacedRow, RaceTotals } from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import type { Scenarios } from './scenarios.js'

/** The first day of the rules that are in force only on the second side: as given, else the earliest day of their periods. */
export function assumedFrom({ before, after }: Scenarios, given: Day | undefined): Day | null {
  const added = (after.query.assume ?? []).filter((id) => !(before.query.assume ?? []).includes(id))
  if (added.length === 0 && given !== undefined)
    throw new CannotRun('--assume-from needs --assume or --rule: it sets the day from which those rules count')
  if (added.length === 0) return null
  if (given !== undefined) return given
  const rules = after.law.edition.jurisdictions.flatMap((j) => j.rules).filter((r) => added.includes(r.id))
  const days = rules.flatMap((r) => r.periods.flatMap((p) => (p.from === null ? [] : [p.from]))).sort()
  return days[0] ?? null
}

export function totalsOf(
  raced: readonly RacedRow[],
  { before, after }: Scenarios,
  from: Day | null,
): RaceTotals | null {
  if (raced.length === 0) return null
  const side = (of: 'before' | 'after') => ({
    total: raced.reduce((sum, { race }) => sum + race[of], 0),
    median: median(raced.map(({ race }) => race[of]))!,
  })
  return {
    substances: raced.length,
    before: side('before'),
    after: side('after'),
    assumedFrom: from,
    until: before.query.asOf > after.query.asOf ? before.query.asOf : after.query.asOf,
  }
}
