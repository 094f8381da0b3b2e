import type { Day } from '../../law/index.js'
import { CannotRun } from '../cannot-run.js'
import { addedRules } from './added-rule.js'
import type { Scenarios } from './scenarios.js'

/** The first day of the rules that are in force only on the second side: as given, else the earliest day of their periods. */
export function assumedFrom(scenarios: Scenarios, given: Day | undefined): Day | null {
  const added = addedRules(scenarios)
  if (added.length === 0 && given !== undefined)
    throw new CannotRun('--assume-from needs --assume or --rule: it sets the day from which those rules count')
  if (added.length === 0) return null
  if (given !== undefined) return given
  const rules = scenarios.after.law.edition.jurisdictions.flatMap((j) => j.rules).filter((r) => added.includes(r.id))
  const days = rules.flatMap((r) => r.periods.flatMap((p) => (p.from === null ? [] : [p.from]))).sort()
  return days[0] ?? null
}
