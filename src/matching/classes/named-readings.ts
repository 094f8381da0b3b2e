import type { Rule } from '../../law/index.js'
import type { RuleOutcome } from './outcome.js'

/**
 * Readings that name substances change the outcome for those substances only.
 * @param known ids of the recorded substances that the candidate is
 * @param accounted atoms that count as explained where a reading excludes the substance
 */
export function withNamedReadings(
  outcome: RuleOutcome,
  rule: Rule,
  known: ReadonlySet<string>,
  accounted: number,
): RuleOutcome {
  if (outcome.fit === 'misses') return outcome
  const named = rule.readings.find((r) => r.substances?.some((s) => known.has(s)))
  if (!named || named.choice === 'covers') return outcome
  if (named.choice === 'does not cover')
    return { fit: 'misses', failure: { why: 'left out by reading', reading: named.id, atoms: [] }, accounted }
  return { fit: 'open', because: 'readings', clauses: outcome.clauses, readings: [...outcome.readings, named.id] }
}
