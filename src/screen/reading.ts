import type { FastGraph } from '../engine/fast-graph.js'
import { formulaOf } from '../engine/perceive/formula.js'
import { readSmiles } from '../engine/read/read-smiles.js'
import { kernel } from '../engine/kernel.js'
import { mayMatch, NotSure } from '../engine/smarts/match.js'
import type { Rule } from '../law/index.js'
import {
  fitIn,
  judge,
  type Hints,
  type Judgement,
  type LawIndex,
  type Query,
  type RuleOutcome,
} from '../matching/index.js'
import type { Terms } from '../rules/index.js'
import type { conditionOf, Condition } from './conditions.js'
import type { Description } from './description.js'
import type { NearRecord, Records } from './records.js'
import { SureGraph } from './sure-graph.js'

/** Why an input is not cleared. */
export type Reason = 'not sure of the input' | NearRecord | 'ester or ether of what a rule covers' | 'a rule could fit'

export interface Referral {
  readonly why: Reason
  /** The rule or gap that was the first to keep the input from being cleared; null where it was something else. */
  readonly by: string | null
}

export type Asked = ReturnType<typeof conditionOf>

/** What all readings of a screen ask. */
export interface Tables {
  readonly law: LawIndex
  readonly query: Query
  readonly records: Records
  /** Rules all of whose conditions are asked. */
  readonly sifted: ReadonlySet<Rule>
  readonly description: Description
  conditionOf(smarts: string): Asked
}

/** The reading whose turn it is: of others the graphs with cleaved bonds or moved hydrogens are filled again. */
let turn: Reading | null = null

/**
 * One input as the screen reads it, and what can be asked about it. Others may be read meanwhile: what is kept for one molecule at
 * a time is worked out again, and the text is read again only where its graph was given to another.
 */
export class Reading implements Hints {
  readonly #tables: Tables
  readonly smiles: string
  readonly #graph: FastGraph
  /** Of the graph while the input is in it. */
  #generation: number
  /** Whether the graph holds the input. */
  readonly #read: boolean
  /** Whether the graph holds at least its elements, bonds and rings. */
  readonly #drawn: boolean
  /** Why the input goes no further, where it is not read or could be near a record. */
  readonly #near: Reason | null
  /** Set if the input is read as any of its tautomers: its formula as drawn, which the graph no longer gives. Null if it is read as drawn. */
  readonly #loosened: { readonly formula: string } | null = null
  isCleared = false
  #sure: SureGraph | null | undefined
  /** What the rule engine says of the graph, for rules that were asked. */
  #outcomes: Map<Rule, readonly RuleOutcome[] | null> | null = null
  /** Rules whose words could fit, and those that could when links are undone; null until they are asked for. */
  #fitting: ReadonlySet<Rule> | null = null
  #fittingUndone: ReadonlySet<Rule> | null = null
  /** Conditions that the graph meets, until rules are read exactly. */
  #met: readonly Condition[] = nothingMet

  /** Reads a text into a graph, which belongs to this reading until another text is read into it. */
  constructor(tables: Tables, smiles: string, graph: FastGraph) {
    this.#tables = tables
    this.smiles = smiles
    this.#graph = graph
    turn = this
    const read = readSmiles(smiles, graph)
    let near = read ? tables.records.near(graph) : ('not sure of the input' as const)
    if (read && graph.unusual) {
      // All its tautomers have its formula and skeleton, by which it was compared with the records.
      this.#loosened = { formula: formulaOf(graph) }
      graph.loosen()
      if (!graph.loose) near ??= 'not sure of the input'
    }
    this.#read = read && this.#loosened === null
    this.#generation = graph.generation
    this.#drawn = this.#read || graph.loose
    this.#near = near
  }

  /** Whether the conditions alone clear the input, as they do nearly all; `referral` looks closer at the others, and clears some. */
  clears(): boolean {
    if (this.#near !== null) return false
    const graph = this.#described()
    this.isCleared = this.#tables.description.sieve.first(graph, takeFirst) === null && this.#firstUndone() === null
    return this.isCleared
  }

  /** Null where the input is certainly a structure, and certainly uncontrolled under this query. */
  referral(): Referral | null {
    if (this.#near !== null) return { why: this.#near, by: null }
    this.#begin()
    const condition = this.#meet()
    const by = condition ?? this.#firstUndone()
    return by && { by: by.of, why: condition ? 'a rule could fit' : 'ester or ether of what a rule covers' }
  }

  /**
   * What the law says of the input, as `judge` says it, if that can be decided without RDKit: it has the skeleton of no
   * recorded substance, and nothing that decides it is uncertain. Null elsewhere.
   */
  judged(): Judgement | null {
    if (!this.#read || this.#own().labelled) return null
    const sure = this.#surely()
    return sure && orNotSure(() => judge(sure, this.#tables.law, this.#tables.query, this))
  }

  /** What is certain about the input, for judging it with RDKit. */
  hints(): Hints {
    this.#begin()
    return this
  }

  /** False where a pattern certainly has no match in the input. */
  couldMatch(smarts: string): boolean {
    if (!this.#drawn) return true
    const { pattern } = this.#tables.conditionOf(smarts)
    return this.#hasNeeded(smarts) && (pattern === null || mayMatch(this.#own(), pattern))
  }

  /** False where the words of a rule certainly do not fit the input. */
  couldFit(rule: Rule): boolean {
    if (!this.#drawn || !this.#tables.sifted.has(rule)) return true
    if (!this.#fitting) this.#meet()
    return this.#fitting!.has(rule)
  }

  /** What the words of a rule certainly make of the component with this atom; null where that is not certain. */
  outcomeOf(rule: Rule, atom: number): RuleOutcome | null {
    return this.#read ? (this.#outcomesOf(rule)?.[this.#own().component[atom]!] ?? null) : null
  }

  /** False where the words of a rule certainly do not fit what is left of the input when links are undone. */
  couldFitUndone(rule: Rule): boolean {
    if (!this.#drawn) return true
    return (this.#fittingUndone ??= this.#findFittingUndone()).has(rule)
  }

  /** False where no component of the input can be a recorded substance, or an isomer, ester or ether of one. */
  couldBeRecorded(): boolean {
    return this.#near !== null
  }

  /** Formula of the input. */
  get formula(): string {
    return this.#loosened?.formula ?? formulaOf(this.#own())
  }

  /** The graph, with the input in it. */
  #own(): FastGraph {
    if (turn === this) return this.#graph
    turn = this
    this.#sure = undefined
    if (this.#graph.generation !== this.#generation) {
      readSmiles(this.smiles, this.#graph)
      if (this.#loosened !== null) this.#graph.loosen()
      this.#generation = this.#graph.generation
    }
    return this.#graph
  }

  /** The graph, described. */
  #described(): FastGraph {
    const graph = this.#own()
    this.#tables.description.of(graph)
    return graph
  }

  /** Each look at an input has a budget of steps of its own. */
  #begin(): void {
    this.#own()
    kernel.beginSteps()
  }

  #firstUndone(): Condition | null {
    const graph = this.#described()
    const { description } = this.#tables
    return description.hasLinks ? description.undoneSieve.firstUndone(graph, description.links, takeFirst) : null
  }

  /** The first condition that the graph meets; the rules of all that it meets are kept. */
  #meet(): Condition | null {
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
    return this.#outcomesOf(rule)?.some(({ fit }) => fit !== 'misses') ?? true
  }

  /** What the rule engine says of each component; null where something is not certain. */
  #outcomesOf(rule: Rule): readonly RuleOutcome[] | null {
    return remembered((this.#outcomes ??= new Map()), rule, () => {
      const sure = this.#surely()
      return sure && outcomesSurely(sure, rule, this.#tables.law.terms, this.#patternsMet(rule))
    })
  }

  /** The patterns, of scaffolds and of open words, by which a rule could fit; null where it was not asked about. */
  #patternsMet(rule: Rule): ReadonlySet<string> | null {
    if (!this.#tables.sifted.has(rule)) return null
    if (!this.#fitting && this.#met.length === 0) this.#meet()
    const met = new Set<string>()
    for (const { by, smarts } of this.#met) if (by === rule) met.add(smarts)
    return met
  }

  #surely(): SureGraph | null {
    const graph = this.#own()
    if (this.#sure === undefined) this.#sure = SureGraph.withSettled(graph, (smarts) => this.#hasNeeded(smarts))
    return this.#sure
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

function orNotSure<T>(find: () => T): T | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof NotSure) return null
    throw error
  }
}
