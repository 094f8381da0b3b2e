import type { Reader } from '../../chem/index.js'
import type { Day } from '../../law/index.js'
import { historyOf, lastDayOf, median, unchangedAfter, uncontrolledDays } from '../../matching/index.js'
import type { ComparedRow, RaceTotals } from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import type { Scenario, Scenarios } from './scenarios.js'

/**
 * Days on which a structure was uncontrolled in each scenario, from the first sighting to the later of the two days:
 * the law of the earlier one is taken to have stayed as it was. Rules that only the second scenario counts do so from
 * `assumedFrom` on.
 */
export function raceOf(
  firstSeen: string,
  text: string,
  where: string,
  scenarios: Scenarios,
  assumedFrom: Day | null,
  reader: Reader,
): NonNullable<ComparedRow['race']> {
  const from = lastDayOf(firstSeen)
  if (from === null)
    throw new CannotRun(`${where}: first_seen is ${JSON.stringify(firstSeen)}; expected YYYY, YYYY-MM or YYYY-MM-DD`)
  const days = ({ law, query }: Scenario, start: Day, end: Day) =>
    reader.read(text, (structure) =>
      uncontrolledDays(unchangedAfter(historyOf(structure, law, query), query.asOf), start, end),
    )
  const end = lastDay(scenarios)
  const turn = assumedFrom === null ? from : assumedFrom > from ? assumedFrom : from
  const unchanged = turn < end ? turn : end
  return {
    firstSeen,
    from,
    before: days(scenarios.before, from, end),
    after: days(scenarios.before, from, unchanged) + days(scenarios.after, unchanged, end),
  }
}

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

export function totalsOf(rows: readonly ComparedRow[], scenarios: Scenarios, from: Day | null): RaceTotals | null {
  const races = rows.flatMap((r) => (r.race ? [r.race] : []))
  if (races.length === 0) return null
  const side = (of: 'before' | 'after') => ({
    total: races.reduce((sum, r) => sum + r[of], 0),
    median: median(races.map((r) => r[of]))!,
  })
  return {
    substances: races.length,
    before: side('before'),
    after: side('after'),
    assumedFrom: from,
    until: lastDay(scenarios),
  }
}

/** The day to which both scenarios are counted. */
function lastDay({ before, after }: Scenarios): Day {
  return before.query.asOf > after.query.asOf ? before.query.asOf : after.query.asOf
}
