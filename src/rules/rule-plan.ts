import type { Rule } from '../law/index.js'
import { planChanges, type ChangesPlan } from './changes-plan.js'
import type { Terms } from './item-plan.js'
import { once } from './once.js'
import { planScaffold, type ScaffoldPlan } from './scaffold-plan.js'

/**
 * Fields of a rule that do not describe a structure: how the law cites it, on which days it applies, what it names or
 * excludes. `matching` reads them for every structure, however it was matched.
 */
type OfTheLaw =
  | 'id'
  | 'title'
  | 'control'
  | 'code'
  | 'code_from'
  | 'reads'
  | 'parent'
  | 'periods'
  | 'names'
  | 'reference'
  | 'official_words'
  | 'leaves_out'
  | 'limits'
  | 'note'

/**
 * A rule as both the exact matcher and the screen use it: terms, sites and readings are looked up, and what a reading
 * removes from the rule is omitted. All other fields, including new ones, pass through as they are in the schema: see
 * `everyFieldRead`.
 */
export interface RulePlan extends Omit<Rule, OfTheLaw | 'scaffolds' | 'sites' | 'clauses' | 'terms' | 'readings'> {
  readonly scaffolds: readonly ScaffoldPlan[]
  /** Built on first use: for most rules no scaffold occurs in a structure. */
  readonly changes: () => ChangesPlan
  /** In the order of the rule, each with whether the rule covers what depends on it; if not, the question is open. */
  readonly readings: ReadonlyMap<string, { readonly covers: boolean }>
}

const known = new WeakMap<Rule, { readonly shared: Terms; readonly plan: RulePlan }>()

/** @param shared terms of the edition; a law's own definitions override them */
export function rulePlanOf(rule: Rule, shared: Terms): RulePlan {
  const found = known.get(rule)
  if (found?.shared === shared) return found.plan
  const plan = planRule(rule, shared)
  known.set(rule, { shared, plan })
  return plan
}

function planRule({ terms: own, scaffolds, sites, clauses, readings, ...others }: Rule, shared: Terms): RulePlan {
  const uncovered = new Set(readings.filter((r) => r.choice === 'does not cover').map((r) => r.id))
  const isLeft = (reading: string | undefined) => reading === undefined || !uncovered.has(reading)
  const terms = own ? new Map([...shared, ...own.map((term) => [term.id, term] as const)]) : shared
  const changes = once(() => planChanges(terms, sites, clauses, isLeft))
  return {
    ...others,
    readings: new Map(readings.map(({ id, choice }) => [id, { covers: choice === 'covers' }])),
    scaffolds: scaffolds
      .filter(({ reading }) => isLeft(reading))
      .map((scaffold) => planScaffold(scaffold, () => changes().sites)),
    changes,
  }
}
