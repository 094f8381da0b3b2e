import type { Medicine } from '../schema/record-kinds.js'
import type { Rule } from '../schema/rule.js'

/** The rule with the substances of its readings among approved medicines filled in. */
export function withMedicines(rule: Rule, medicines: readonly Medicine[]): Rule {
  if (!rule.readings.some((r) => r.among)) return rule
  const substances = medicines.map((m) => m.substance)
  return { ...rule, readings: rule.readings.map((r) => (r.among ? { ...r, substances } : r)) }
}
