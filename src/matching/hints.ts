import type { Rule } from '../law/index.js'
import type { RuleOutcome } from './classes/outcome.js'

/** What is certain about an input before it is judged; see `Screen`. A method may always say yes, no only if sure. */
export interface Hints {
  couldMatch(smarts: string): boolean
  /** Whether a pattern of a known gap could match, in any form. */
  couldReach(smarts: string): boolean
  /** Whether a rule could match some component; if not, no near miss is reported. */
  couldFit(rule: Rule): boolean
  /** The outcome of a rule's words for the component with this atom, if known. */
  outcomeOf(rule: Rule, atom: number): RuleOutcome | null
  /** Whether a rule could fit what remains of a component when ester and ether bonds are cleaved. */
  couldFitCleaved(rule: Rule): boolean
  /** The rules for which one of these two may be so; null if that is known of no rule. */
  readonly fitting: FittingRules | null
  /** Whether some component could be a recorded substance, or an isomer, ester or ether of one. */
  couldBeRecorded(): boolean
}

/** Of some rules, those that could fit an input, as drawn or with bonds cleaved. */
export interface FittingRules {
  readonly of: ReadonlySet<Rule>
  readonly fitting: ReadonlySet<Rule>
}

/** Nothing is certain. */
export const noHints: Hints = {
  couldMatch: () => true,
  couldReach: () => true,
  couldFit: () => true,
  outcomeOf: () => null,
  couldFitCleaved: () => true,
  fitting: null,
  couldBeRecorded: () => true,
}
