import { type FastGraph, mayMatch, NotSure } from '../engine/index.js'
import type { Rule } from '../law/index.js'
import { fitIn, type RuleOutcome } from '../matching/index.js'
import type { Terms } from '../rules/index.js'
import type { Condition } from './conditions.js'
import { SureGraph, type IdentityOf } from './sure-graph.js'
import type { Tables } from './screen-tables.js'
import { remembered } from '../remembered.js'

/**
 * One form of an input - the drawing, or its usual form if drawn differently - and the questions that can be answered
 * about it while its graph holds it.
 */
export class InputForm {
  readonly #tables: Tables
  #graph: FastGraph
  #sure: SureGraph | null | undefined
  /** Outcomes of the rule engine for the graph, for the rules tried so far. */
  #outcomes: Map<Rule, readonly RuleOutcome[] | null> | null = null
  /** Rules whose words could fit, and those that could with bonds cleaved; null until requested. */
  #fitting: ReadonlySet<Rule> | null = null
  #fittingCleaved: ReadonlySet<Rule> | null = null
  /** Conditions that the graph meets, before rules are matched exactly. */
  #met: readonly Condition[] = nothingMet

  readonly #identityOf: IdentityOf
  /** The usual forms of a drawing that is not one, a list per variant. */
  readonly #usual: readonly (readonly InputForm[])[]

  constructor(tables: Tables, graph: FastGraph, identityOf: IdentityOf, usual: readonly (readonly InputForm[])[] = []) {
    this.#tables = tables
    this.#graph = graph
    this.#identityOf = identityOf
    this.#usual = usual
  }

  /** Call when a graph has been filled with this form again. */
  refill(graph: FastGraph): void {
    this.#graph = graph
    this.#sure = undefined
  }

  /** Whether the conditions alone clear it. */
  clears(): boolean {
    const graph = this.#described()
    return this.#tables.description.sieve.first(graph, takeFirst) === null && this.firstCleaved() === null
  }

  /** The first condition that it meets; stores the rules of all conditions that it meets. */
  meet(): Condition | null {
    const graph = this.#described()
    const met: Condition[] = []
    this.#met = met
    this.#tables.description.sieve.first(graph, (condition) => {
      met.push(condition)
      return false
    })
    const fitting = new Set<Rule>()
    let first: Condition | null = null
    for (const condition of met) {
      if (condition.by && !this.#exactly(condition.by)) continue
      first ??= condition
      if (condition.by) fitting.add(condition.by)
    }
    this.#fitting = fitting
    return first
  }

  firstCleaved(): Condition | null {
    const graph = this.#described()
    const { description } = this.#tables
    return description.hasCleavableBonds
      ? description.cleavedSieve.firstCleaved(graph, description.freedMarks, takeFirst)
      : null
  }

  /** False if no component of this form can be a recorded substance, or an isomer, ester or ether of one. */
  isRelated(): boolean {
    return this.#tables.records.relationOf(this.#graph, true) !== null
  }

  /** False if a pattern certainly has no match in it. */
  couldMatch(smarts: string): boolean {
    const { pattern } = this.#tables.conditionOf(smarts)
    return this.#hasNeeded(smarts) && (pattern === null || mayMatch(this.#graph, pattern))
  }

  /** False if a pattern of a known gap certainly has no match in it. */
  couldReach(smarts: string): boolean {
    if (!this.#fitting) this.meet()
    return this.#met.some((condition) => condition.by === null && condition.smarts === smarts)
  }

  /** False if the words of a rule certainly do not fit it. */
  couldFit(rule: Rule): boolean {
    if (!this.#fitting) this.meet()
    return this.#fitting!.has(rule)
  }

  /** False if the words of a rule certainly do not fit what remains of it when ester and ether bonds are cleaved. */
  couldFitCleaved(rule: Rule): boolean {
    return (this.#fittingCleaved ??= this.#findFittingCleaved()).has(rule)
  }

  /** The rules whose words could fit it, or could with bonds cleaved. */
  get fitting(): readonly Rule[] {
    if (!this.#fitting) this.meet()
    this.#fittingCleaved ??= this.#findFittingCleaved()
    return [...this.#fitting!, ...this.#fittingCleaved]
  }

  /** The certain outcome of a rule's words for each component; null if it is not certain. */
  outcomesOf(rule: Rule): readonly RuleOutcome[] | null {
    return remembered((this.#outcomes ??= new Map()), rule, () => {
      const sure = this.surely()
      return sure && outcomesSurely(sure, rule, this.#tables.law.terms, this.#patternsMet(rule))
    })
  }

  /** What the words of a rule certainly make of one component: where it misses, with how close it came. */
  closestOf(rule: Rule): { readonly outcome: RuleOutcome; readonly size: number } | null {
    const sure = this.surely()
    const [component, another] = sure?.molecule.components ?? []
    if (!component || another) return null
    const outcome = nullIfNotSure(() => fitIn(sure!, component, rule, this.#tables.law.terms))
    return outcome && { outcome, size: component.length }
  }

  /** The certain facts about its molecule; null if something is not certain. */
  surely(): SureGraph | null {
    if (this.#sure === undefined)
      this.#sure = SureGraph.withTautomerForm(this.#graph, (smarts) => this.#hasNeeded(smarts), this.#identityOf)
    return this.#sure
  }

  /** The facts about its molecule and its usual forms, as a verdict needs them; null if one of these is not certain. */
  surelyWithUsual(): SureGraph | null {
    const sure = this.surely()
    if (!sure || this.#usual.length === 0) return sure
    const usual = this.#usual.map((variant) => variant.map((form) => form.surely()))
    const isSure = (variant: readonly (SureGraph | null)[]): variant is SureGraph[] => !variant.includes(null)
    if (!usual.every(isSure)) return null
    sure.usual = usual
    return sure
  }

  /** The graph, after its description has been computed. */
  #described(): FastGraph {
    this.#tables.description.of(this.#graph)
    return this.#graph
  }

  #findFittingCleaved(): Set<Rule> {
    const graph = this.#described()
    const { description } = this.#tables
    const found = new Set<Rule>()
    if (!description.hasCleavableBonds) return found
    description.cleavedSieve.firstCleaved(graph, description.freedMarks, ({ by }) => {
      if (by) found.add(by)
      return false
    })
    return found
  }

  /** False if the rule engine, which reads the molecule with certainty, finds that the rule misses. */
  #exactly(rule: Rule): boolean {
    return this.outcomesOf(rule)?.some(({ fit }) => fit !== 'misses') ?? true
  }

  /** The patterns, of scaffolds and of open questions, by which a rule could fit; null if the rule was not tried. */
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
const takeFirst = () => true

/** Null if the engine reaches something that is not certain. */
function outcomesSurely(
  graph: SureGraph,
  rule: Rule,
  terms: Terms,
  only: ReadonlySet<string> | null,
): RuleOutcome[] | null {
  return nullIfNotSure(() => graph.molecule.components.map((component) => fitIn(graph, component, rule, terms, only)))
}

export function nullIfNotSure<T>(find: () => T): T | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof NotSure) return null
    throw error
  }
}
