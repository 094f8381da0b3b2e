import type { Rule } from '../law/index.js'
import type { RuleOutcome } from './classes/outcome.js'

/** What is certain of an input beforehand; see `Screen`. Every question may be answered yes; no is said only where it is certain. */
export interface Hints {
  /** Whether a pattern could match, as drawn. */
  couldMatch(smarts: string): boolean
  /** Whether a rule could match some component; if not, no near miss is reported. */
  couldFit(rule: Rule): boolean
  /** What the words of a rule make of the component with this atom, where that is known. */
  outcomeOf(rule: Rule, atom: number): RuleOutcome | null
  /** Whether a rule could fit what is left of a component when ester and ether bonds are undone. */
  couldFitUndone(rule: Rule): boolean
  /** Whether some component could be a recorded substance, or an isomer, ester or ether of one. */
  couldBeRecorded(): boolean
}

/** Nothing is known beforehand. */
export const noHints: Hints = {
  couldMatch: () => true,
  couldFit: () => true,
  outcomeOf: () => null,
  couldFitUndone: () => true,
  couldBeRecorded: () => true,
}
