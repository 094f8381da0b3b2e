import type { Rule } from '../../law/index.js'

/** A clause that a substance meets, and the atoms (input indices) by which it meets it. */
export interface ClauseHit {
  readonly id: string
  readonly atoms: readonly number[]
  /** Words of the open question whose pattern matched. */
  readonly reads?: string
}

/** Why a rule does not fit, for the reading of the structure that came closest. */
export type Failure =
  | { readonly why: 'no scaffold' }
  | {
      readonly why: 'group not allowed' | 'nothing at site' | 'ring closed on the scaffold' | 'parent unchanged'
      readonly sites: readonly string[]
      readonly atoms: readonly number[]
    }
  | {
      readonly why: 'too many changes' | 'too few changes' | 'too large together'
      readonly clause: string
      readonly atoms: readonly number[]
    }
  | {
      readonly why: 'other clause needed'
      readonly clause: string
      readonly needs: readonly string[]
      readonly atoms: readonly number[]
    }
  | { readonly why: 'condition'; readonly condition: string; readonly reads: string; readonly atoms: readonly number[] }
  | { readonly why: 'left out by reading'; readonly reading: string; readonly atoms: readonly number[] }
  | { readonly why: 'left out by name'; readonly atoms: readonly number[] }
  | { readonly why: 'too heavy'; readonly mass: number; readonly limit: number }

/** Why a fit is open: readings, a question that no structure decides, another law, or the limit of a search. */
export type OpenBecause = 'readings' | 'open words' | 'elsewhere' | 'bound'

/**
 * - `fits`: every heavy atom is scaffold or a change that a clause allows
 * - `open`: it fits only on an open reading, or the search reached its limit
 * - `misses`: it does not fit; `failure` is the closest that it came
 */
export type RuleOutcome =
  | { readonly fit: 'fits'; readonly clauses: readonly ClauseHit[]; readonly readings: readonly string[] }
  | {
      readonly fit: 'open'
      readonly because: OpenBecause
      readonly clauses: readonly ClauseHit[]
      readonly readings: readonly string[]
    }
  | { readonly fit: 'misses'; readonly failure: Failure; readonly accounted: number }

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
  if (outcome.fit === 'misses' || known.size === 0) return outcome
  const named = rule.readings.find((r) => r.substances?.some((s) => known.has(s)))
  if (!named || named.choice === 'covers') return outcome
  if (named.choice === 'does not cover')
    return { fit: 'misses', failure: { why: 'left out by reading', reading: named.id, atoms: [] }, accounted }
  return { fit: 'open', because: 'readings', clauses: outcome.clauses, readings: [...outcome.readings, named.id] }
}
