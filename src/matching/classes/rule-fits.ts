import type { Graph, Subject } from '../subject.js'
import type { Gap, Rule } from '../../law/index.js'
import { noHints, type Hints } from '../hints.js'
import type { ClassFinding, ListedFinding } from '../finding.js'
import type { ExactRule } from './exact-rule.js'
import { fitRule } from './fit-rule.js'
import type { RuleOutcome } from './outcome.js'
import { rulePlanOf, type Terms } from '../../rules/index.js'

const misses: RuleOutcome = { fit: 'misses', failure: { why: 'no scaffold' }, accounted: 0 }

/**
 * The outcome of each rule's words for a structure, worked out once per component and rule, because laws refer to one
 * another. Imidic acids and enols are read as the amide or ketone.
 */
export class RuleFits {
  readonly #known = new Map<Rule, Map<number, RuleOutcome>>()
  readonly #reached = new Map<Gap, Map<number, boolean>>()
  /** Findings of jurisdictions whose law others refer to; see `judge`. */
  readonly elsewhere = new Map<string, readonly (ListedFinding | ClassFinding)[] | null>()

  constructor(
    readonly structure: Subject,
    readonly terms: Terms,
    readonly hints: Hints = noHints,
  ) {}

  of(component: readonly number[], rule: Rule): RuleOutcome {
    let own = this.#known.get(rule)
    if (!own) this.#known.set(rule, (own = new Map()))
    const known = own.get(component[0]!)
    if (known) return known
    const found = this.hints.couldFit(rule)
      ? (this.hints.outcomeOf(rule, component[0]!) ?? this.#fit(component, rule))
      : misses
    own.set(component[0]!, found)
    return found
  }

  /** False if the patterns of a known gap certainly do not reach the structure. */
  couldReach({ reaches = [] }: Gap): boolean {
    return reaches.some(({ smarts }) => this.hints.couldReach(smarts))
  }

  /** Whether the patterns of a known gap reach a component: asked again for each day. */
  isReached(component: readonly number[], gap: Gap): boolean {
    let own = this.#reached.get(gap)
    if (!own) this.#reached.set(gap, (own = new Map()))
    let found = own.get(component[0]!)
    if (found === undefined) own.set(component[0]!, (found = this.#reaches(component, gap)))
    return found
  }

  #reaches(component: readonly number[], { reaches = [], unless = [] }: Gap): boolean {
    for (const { smarts } of reaches)
      if (this.hints.couldReach(smarts) && this.contains(component, smarts))
        return !unless.some((other) => this.contains(component, other.smarts))
    return false
  }

  /** Whether a component contains a pattern, with its hydrogens in their usual places, so that all drawings agree. */
  contains(component: readonly number[], smarts: string): boolean {
    const { embeddings } = (this.structure.tautomerForm ?? this.structure).match(smarts)
    return embeddings.some((e) => component.includes(e[0]!))
  }

  #fit(component: readonly number[], rule: Rule): RuleOutcome {
    return fitIn(this.structure, component, rule, this.terms)
  }
}

/** The outcome of a rule's words for a component, in the first form of the structure in which they fit. */
export function fitIn(
  structure: Subject,
  component: readonly number[],
  rule: Rule,
  terms: Terms,
  only: ReadonlySet<string> | null = null,
): RuleOutcome {
  const [drawn, ...others] = formsFor(rulePlanOf(rule, terms), structure)
  const first = fitRule(drawn, component, rule, terms, only)
  if (first.fit !== 'misses') return first
  for (const form of others) {
    const outcome = fitRule(form, component, rule, terms)
    if (outcome.fit !== 'misses') return outcome
  }
  return first
}

/**
 * The forms of a structure that a rule is matched against: its tautomer form; if the words of the rule distinguish
 * tautomers, the drawing, then the drawing with hydrogens of hetero atoms in their usual places, then the tautomer
 * form. A law that names some tautomers does not exclude the other tautomers of what it covers.
 */
function formsFor({ names_tautomers }: ExactRule, structure: Subject): readonly [Graph, ...Graph[]] {
  const { tautomerForm, tautomerFormOnHetero } = structure
  if (!names_tautomers) return [tautomerForm ?? structure]
  const others = [tautomerFormOnHetero, tautomerForm].filter((form) => form !== null)
  return [structure, ...new Set(others)]
}
