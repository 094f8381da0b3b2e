import type { FastGraph } from '../engine/fast-graph.js'
import { mayMatch, NotSure } from '../engine/smarts/match.js'
import type { Rule } from '../law/index.js'
import { fitIn, type RuleOutcome } from '../matching/index.js'
import type { Terms } from '../rules/index.js'
import type { Condition } from './conditions.js'
import { SureGraph, type IdentityOf } from './sure-graph.js'
import type { Tables } from './reading-tables.js'

/**
 * One form of an input - as it is drawn, or the usual form of what is drawn otherwise - and what can be asked about it
 * while its graph holds it.
 */
export class Form {
  readonly #tables: Tables
  #graph: FastGraph
  #sure: SureGraph | null | undefined
  /** What the rule engine says of the graph, for rules that were asked. */
  #outcomes: Map<Rule, readonly RuleOutcome[] | null> | null = null
  /** Rules whose words could fit, and those that could when links are undone; null until they are asked for. */
  #fitting: ReadonlySet<Rule> | null = null
  #fittingUndone: ReadonlySet<Rule> | null = null
  /** Conditions that the graph meets, until rules are read exactly. */
  #met: readonly Condition[] = nothingMet

  readonly #identityOf: IdentityOf

  constructor(tables: Tables, graph: FastGraph, identityOf: IdentityOf) {
    this.#tables = tables
    this.#graph = graph
    this.#identityOf = identityOf
  }

  /** Its graph may have been filled with something else meanwhile, and is now filled with this form again. */
  refill(graph: FastGraph): void {
    this.#graph = graph
  }

  /** Gives up what holds only as long as no other input is asked about. */
  forget(): void {
    this.#sure = undefined
  }

  /** Whether the conditions alone clear it. */
  clears(): boolean {
    const graph = this.#described()
    return this.#tables.description.sieve.first(graph, takeFirst) === null && this.firstUndone() === null
  }

  /** The first condition that it meets; the rules of all that it meets are kept. */
  meet(): Condition | null {
    const graph = this.#described()
    const met: Condition[] = []
    this.#met = met
    this.#tables.description.sieve.first(graph, (condition) => {
      met.push(condition)
      return false
    })
    let fitting: Set<Rule> | null = null
    let first: Condition | null = null
    for (const condition of met) {
      if (first && (!condition.by || fitting?.has(condition.by))) continue
      if (condition.by && !this.#exactly(condition.by)) continue
      first ??= condition
      if (condition.by) (fitting ??= new Set()).add(condition.by)
    }
    this.#fitting = fitting ?? noRules
    return first
  }

  firstUndone(): Condition | null {
    const graph = this.#described()
    const { description } = this.#tables
    return description.hasLinks ? description.undoneSieve.firstUndone(graph, description.links, takeFirst) : null
  }

  /** False where a pattern certainly has no match in it. */
  couldMatch(smarts: string): boolean {
    const { pattern } = this.#tables.conditionOf(smarts)
    return this.#hasNeeded(smarts) && (pattern === null || mayMatch(this.#graph, pattern))
  }

  /** False where the words of a rule certainly do not fit it. */
  couldFit(rule: Rule): boolean {
    if (!this.#fitting) this.meet()
    return this.#fitting!.has(rule)
  }

  /** False where the words of a rule certainly do not fit what is left of it when links are undone. */
  couldFitUndone(rule: Rule): boolean {
    return (this.#fittingUndone ??= this.#findFittingUndone()).has(rule)
  }

  /** What the words of a rule certainly make of each component; null where that is not certain. */
  outcomesOf(rule: Rule): readonly RuleOutcome[] | null {
    return remembered((this.#outcomes ??= new Map()), rule, () => {
      const sure = this.surely()
      return sure && outcomesSurely(sure, rule, this.#tables.law.terms, this.#patternsMet(rule))
    })
  }

  /** What is certain of its molecule; null where something is not. */
  surely(): SureGraph | null {
    if (this.#sure === undefined)
      this.#sure = SureGraph.withTautomerForm(this.#graph, (smarts) => this.#hasNeeded(smarts), this.#identityOf)
    return this.#sure
  }

  /** The graph, described. */
  #described(): FastGraph {
    this.#tables.description.of(this.#graph)
    return this.#graph
  }

  #findFittingUndone(): Set<Rule> {
    const graph = this.#described()
    const { description } = this.#tables
    const found = new Set<Rule>()
    if (!description.hasLinks) return found
    description.undoneSieve.firstUndone(graph, description.links, ({ by }) => {
      if (by) found.add(by)
      return false
    })
    return found
  }

  /** False where the rule engine, which reads the molecule with certainty, finds that the rule misses. */
  #exactly(rule: Rule): boolean {
    return this.outcomesOf(rule)?.some(({ fit }) => fit !== 'misses') ?? true
  }

  /** The patterns, of scaffolds and of open words, by which a rule could fit; null where it was not asked about. */
  #patternsMet(rule: Rule): ReadonlySet<string> | null {
    if (!this.#tables.sifted.has(rule)) return null
    if (!this.#fitting && this.#met.length === 0) this.meet()
    const met = new Set<string>()
    for (const { by, smarts } of this.#met) if (by === rule) met.add(smarts)
    return met
  }

  /** Whether the graph has the atoms without which a pattern certainly has no match in it. */
  #hasNeeded(smarts: string): boolean {
    this.#described()
    return this.#tables.conditionOf(smarts).counts.within(this.#tables.description.counts)
  }
}

const nothingMet: readonly Condition[] = []
const noRules: ReadonlySet<Rule> = new Set()
const takeFirst = () => true

function remembered<K, V>(kept: Map<K, V>, key: K, find: () => V): V {
  const known = kept.get(key)
  if (known !== undefined) return known
  const found = find()
  kept.set(key, found)
  return found
}

/** Null where the engine meets something that is not certain. */
function outcomesSurely(
  graph: SureGraph,
  rule: Rule,
  terms: Terms,
  only: ReadonlySet<string> | null,
): RuleOutcome[] | null {
  return orNotSure(() => graph.molecule.components.map((component) => fitIn(graph, component, rule, terms, only)))
}

export function orNotSure<T>(find: () => T): T | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof NotSure) return null
    throw error
  }
}
