import type { Rule } from '../law/index.js'
import {
  fitIn,
  judge,
  readBy,
  type Hints,
  type Judgement,
  type LawIndex,
  type Query,
  type RuleOutcome,
  type Terms,
} from '../matching/index.js'
import { conditionOf, conditionsOf, undoneConditionsOf, type Condition } from './conditions.js'
import { Description } from './description.js'
import { FastGraph } from '../engine/fast-graph.js'
import { formulaOf } from '../engine/perceive/formula.js'
import { readSmiles } from '../engine/read/read-smiles.js'
import { Records, type NearRecord } from './records.js'
import { mayMatch, NotSure } from '../engine/smarts/match.js'
import { SureGraph } from './sure-graph.js'

/** Why an input is not cleared. */
export type Referral =
  | 'not sure of the input'
  | NearRecord
  | 'ester or ether of what a rule covers'
  | 'a rule could fit'

type Asked = ReturnType<typeof conditionOf>

/**
 * Clears inputs that no entry and no rule of the loaded edition can reach, and judges others as far as it is certain
 * of them; the rest takes the full path. Its contract: verdicts with and without it are the same.
 */
export class Screen implements Hints {
  readonly #law: LawIndex
  readonly #query: Query
  readonly #records: Records
  /** Rules all of whose conditions are asked. */
  readonly #sifted: ReadonlySet<Rule>
  readonly #asked = new Map<string, Asked>()
  readonly #graph = new FastGraph()
  readonly #description: Description
  /** Whether the graph holds the input, and the description that of the graph. */
  #read = false
  /** Whether the graph holds at least its elements, bonds and rings. */
  #drawn = false
  #recorded = true
  #described = false
  #sure: SureGraph | null | undefined
  /** What the rule engine says of the graph, for rules that were asked. */
  readonly #outcomes = new Map<Rule, readonly RuleOutcome[] | null>()
  /** Rules whose words could fit, and those that could when links are undone; null until they are asked for. */
  #fitting: ReadonlySet<Rule> | null = null
  #fittingUndone: ReadonlySet<Rule> | null = null
  /** Conditions that the graph meets, until rules are read exactly. */
  readonly #met: Condition[] = []
  /** The rule or gap that was the first to keep the input referred last from being cleared; null where it was something else. */
  sender: string | null = null

  constructor(law: LawIndex, query: Query) {
    this.#law = law
    this.#query = query
    this.#records = new Records(law)
    const conditions = conditionsOf(law, query)
    this.#sifted = new Set(conditions.flatMap(({ by }) => by ?? []))
    this.#description = new Description(conditions, undoneConditionsOf(law, query))
  }

  /** Whether the conditions alone clear an input, as they do nearly all; `refer` looks closer at the others, and clears some. */
  clears(smiles: string): boolean {
    return (
      this.#begin(smiles) === null &&
      this.#description.sieve.first(this.#graph, takeFirst) === null &&
      this.#firstUndone() === null
    )
  }

  /** Null where the input is certainly a structure, and certainly uncontrolled under this query. */
  refer(smiles: string): Referral | null {
    const found = this.#referral(smiles)
    this.sender = null
    if (typeof found !== 'object' || found === null) return found
    this.sender = found.by.of
    return found.why
  }

  /** Reads an input once more that was referred, so that it can be asked about. */
  recall(smiles: string): void {
    this.#referral(smiles)
  }

  #referral(smiles: string): Referral | { readonly why: Referral; readonly by: Condition } | null {
    const near = this.#begin(smiles)
    if (near) return near
    const condition = this.#meet()
    const by = condition ?? this.#firstUndone()
    return by && { by, why: condition ? 'a rule could fit' : 'ester or ether of what a rule covers' }
  }

  /** Reads an input and describes it; tells why it goes no further where it is not read, or could be near a record. */
  #begin(smiles: string): Referral | null {
    const graph = this.#graph
    this.#recorded = true
    this.#described = false
    this.#sure = undefined
    // Clearing an empty map costs as much as filling it.
    if (this.#outcomes.size > 0) this.#outcomes.clear()
    this.#met.length = 0
    this.#fitting = null
    this.#fittingUndone = null
    this.#read = readSmiles(smiles, graph)
    this.#drawn = this.#read || graph.loose
    if (!this.#read) return 'not sure of the input'
    const near = this.#records.near(graph)
    if (near) return near
    this.#recorded = false
    this.#describe()
    return null
  }

  #firstUndone(): Condition | null {
    return this.#description.hasLinks
      ? this.#description.undoneSieve.firstUndone(this.#graph, this.#description.links, takeFirst)
      : null
  }

  /**
   * What the law says of the input that was referred last, as `judge` says it, where that can be told without
   * RDKit: it has the skeleton of no recorded substance, and nothing that decides it is uncertain. Null elsewhere.
   */
  judged(): Judgement | null {
    if (!this.#read || this.#graph.labelled) return null
    const sure = this.#surely()
    return sure && orNotSure(() => judge(sure, this.#law, this.#query, this))
  }

  /** False where a pattern certainly has no match in the input that was referred last. */
  couldMatch(smarts: string): boolean {
    if (!this.#drawn) return true
    const { pattern } = this.#conditionOf(smarts)
    return this.#hasNeeded(smarts) && (pattern === null || mayMatch(this.#graph, pattern))
  }

  /** False where the words of a rule certainly do not fit the input that was referred last. */
  couldFit(rule: Rule): boolean {
    if (!this.#drawn || !this.#sifted.has(rule)) return true
    if (!this.#fitting) this.#meet()
    return this.#fitting!.has(rule)
  }

  /** What the words of a rule certainly make of the component with this atom; null where that is not certain. */
  outcomeOf(rule: Rule, atom: number): RuleOutcome | null {
    return this.#read ? (this.#outcomesOf(rule)?.[this.#graph.component[atom]!] ?? null) : null
  }

  /** False where the words of a rule certainly do not fit what is left of that input when links are undone. */
  couldFitUndone(rule: Rule): boolean {
    if (!this.#drawn) return true
    return (this.#fittingUndone ??= this.#findFittingUndone()).has(rule)
  }

  /** False where no component of that input can be a recorded substance, or an isomer, ester or ether of one. */
  couldBeRecorded(): boolean {
    return !this.#read || this.#recorded
  }

  /** Formula of the input that was read last. */
  get formula(): string {
    return formulaOf(this.#graph)
  }

  readonly #keep = (condition: Condition): boolean => {
    this.#met.push(condition)
    return false
  }

  /** The first condition that the graph meets; the rules of all that it meets are kept. */
  #meet(): Condition | null {
    this.#describe()
    const met = this.#met
    met.length = 0
    this.#description.sieve.first(this.#graph, this.#keep)
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
    this.#describe()
    const found = new Set<Rule>()
    if (!this.#description.hasLinks) return found
    this.#description.undoneSieve.firstUndone(this.#graph, this.#description.links, ({ by }) => {
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
    return remembered(this.#outcomes, rule, () => {
      const sure = this.#surely()
      return sure && outcomesSurely(sure, rule, this.#law.terms, this.#patternsMet(rule))
    })
  }

  /** The patterns, of scaffolds and of open words, by which a rule could fit; null where it was not asked about. */
  #patternsMet(rule: Rule): ReadonlySet<string> | null {
    if (!this.#sifted.has(rule)) return null
    if (!this.#fitting && this.#met.length === 0) this.#meet()
    const met = new Set<string>()
    for (const { by, smarts } of this.#met) if (by === rule) met.add(smarts)
    return met
  }

  #surely(): SureGraph | null {
    return this.#sure === undefined ? (this.#sure = SureGraph.withSettled(this.#graph, this.#hasNeeded)) : this.#sure
  }

  #conditionOf(smarts: string): Asked {
    let asked = this.#asked.get(smarts)
    if (!asked) this.#asked.set(smarts, (asked = conditionOf(smarts)))
    return asked
  }

  /** Whether the graph has the atoms without which a pattern certainly has no match in it. */
  readonly #hasNeeded = (smarts: string): boolean => {
    this.#describe()
    return this.#conditionOf(smarts).counts.within(this.#description.counts)
  }

  #describe(): void {
    if (this.#described) return
    this.#description.of(this.#graph)
    this.#described = true
  }
}

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
  return orNotSure(() =>
    graph.molecule.components.map((component) => fitIn(readBy(rule, graph), component, rule, terms, only)),
  )
}

function orNotSure<T>(find: () => T): T | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof NotSure) return null
    throw error
  }
}
