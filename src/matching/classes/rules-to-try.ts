import { ascending } from './substituent.js'
import type { Rule } from '../../law/index.js'
import type { FittingRules, Hints } from '../hints.js'
import type { RuleInForce } from '../law-in-force.js'
import { remembered } from '../../remembered.js'

/** The places of rules in a list of rules in force. */
interface Places {
  /** Of those that apply only if their words fit. */
  readonly of: ReadonlyMap<Rule, number>
  readonly others: readonly number[]
}

type ByKnown = WeakMap<ReadonlySet<Rule>, Places>
const placesKnown = new WeakMap<readonly RuleInForce[], ByKnown>()
const none: readonly RuleInForce[] = []

/**
 * The rules that may have a finding for a structure, in their order: found from the few that could fit, instead of
 * going through all rules of each law.
 * @param recorded ids of the recorded substances that the structure is
 * @param isSilent whether another law certainly finds nothing
 */
export function rulesToTry(
  rules: readonly RuleInForce[],
  { fitting: known }: Hints,
  recorded: ReadonlySet<string>,
  isSilent: (code: string) => boolean,
): readonly RuleInForce[] {
  if (!known) return rules
  const byKnown = remembered(placesKnown, rules, (): ByKnown => new WeakMap())
  const places = remembered(byKnown, known.of, () => placesOf(rules, known.of))
  let tried: number[] | null = null
  for (const rule of known.fitting) {
    const place = places.of.get(rule)
    if (place !== undefined) (tried ??= []).push(place)
  }
  for (const place of places.others) {
    const { rule } = rules[place]!
    const couldApply = couldFit(rule, known, recorded) || (rule.reference && !isSilent(rule.reference.jurisdiction))
    if (couldApply) (tried ??= []).push(place)
  }
  return tried ? tried.sort(ascending).map((place) => rules[place]!) : none
}

function placesOf(rules: readonly RuleInForce[], known: ReadonlySet<Rule>): Places {
  const of = new Map<Rule, number>()
  const others: number[] = []
  for (const [place, { rule }] of rules.entries())
    if (known.has(rule) && !rule.reference && !rule.names) of.set(rule, place)
    else others.push(place)
  return { of, others }
}

/** False if neither the words of a rule nor the names in it can cover a structure; another law may still. */
export function couldFit(rule: Rule, known: FittingRules, recorded: ReadonlySet<string>): boolean {
  if (recorded.size > 0 && rule.names?.some(({ substance }) => recorded.has(substance))) return true
  const hasWords = rule.scaffolds.length > 0 || rule.open_words !== undefined
  return hasWords && (!known.of.has(rule) || known.fitting.has(rule))
}
