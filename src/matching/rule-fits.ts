import type { Structure } from '../chem/index.js'
import type { Rule } from '../law/index.js'
import { fitRule } from './fit-rule.js'
import type { RuleOutcome } from './outcome.js'
import type { Terms } from './terms.js'

const misses: RuleOutcome = { fit: 'misses', failure: { why: 'no scaffold' }, accounted: 0 }

/**
 * False for a rule whose words certainly do not fit any component.
 * @param undone asks of what is left when ester and ether bonds are undone, in place of what is drawn
 */
export type CouldFit = (rule: Rule, undone?: boolean) => boolean

/** What the words of rules make of a structure, worked out once for each component and rule: laws refer to one another. */
export class RuleFits {
  readonly #known = new Map<Rule, Map<number, RuleOutcome>>()

  /** @param couldFit false for a rule whose words certainly do not fit any component; how near it came is then not told */
  constructor(
    readonly structure: Structure,
    readonly terms: Terms,
    readonly couldFit: CouldFit = () => true,
  ) {}

  of(component: readonly number[], rule: Rule): RuleOutcome {
    let own = this.#known.get(rule)
    if (!own) this.#known.set(rule, (own = new Map()))
    const known = own.get(component[0]!)
    if (known) return known
    const found = this.couldFit(rule) ? fitRule(this.structure, component, rule, this.terms) : misses
    own.set(component[0]!, found)
    return found
  }
}
