import type { Draft } from '../../matching/index.js'
import type { Scenarios } from './scenarios.js'

/** Ids of rules that are in force only on the second side. */
export function addedRules({ before, after }: Scenarios): string[] {
  return (after.query.assume ?? []).filter((id) => !(before.query.assume ?? []).includes(id))
}

/** The rule that the second side adds, if that is the only difference between the two: what it covers by its words alone is then reported. */
export function addedRule(scenarios: Scenarios): Draft | null {
  const { before, after, sameRecords, across } = scenarios
  const [id, another] = addedRules(scenarios)
  if (id === undefined || another !== undefined || !sameRecords || across || before.query.asOf !== after.query.asOf)
    return null
  for (const { jurisdiction, rules } of after.law.edition.jurisdictions) {
    const rule = rules.find((r) => r.id === id)
    if (rule && (after.query.jurisdictions?.includes(jurisdiction.code) ?? true))
      return { code: jurisdiction.code, rule }
  }
  return null
}
