import type { Rule } from '../law/index.js'
import { fitRule, type Hints, type KnownSubstance, type LawIndex, type Query, type RuleOutcome, type Terms } from '../matching/index.js'
import { compositionOfFormula } from './composition.js'
import { conditionOf, conditionsOf, undoneConditionsOf, type Condition } from './conditions.js'
import { countsLength, countsOf } from './counts.js'
import { capacity, FastGraph, maxNeighbours } from './fast-graph.js'
import { formulaOf } from './formula.js'
import { Formulas } from './formulas.js'
import { groupCounts } from './group-counts.js'
import { Isomers } from './isomers.js'
import { pathsOf, words } from './paths.js'
import { readSmiles } from './read-smiles.js'
import { mayMatch, NotSure } from './relaxed-match.js'
import { SureGraph } from './sure-graph.js'
import { Sieve } from './sieve.js'
import { fastSkeleton } from './skeletons.js'
import { couldUndo, sumOf } from './undo.js'
import { ruleCouldFitUndone } from './undone-rules.js'

/** Why an input takes the full path. */
export type Referral = 'not sure of the input' | 'skeleton of a record' | 'formula of a record' | 'ester or ether of a record' | 'ester or ether of what a rule covers' | 'a rule could fit'

/**
 * Clears inputs that no entry and no rule of the loaded edition can reach. It never says that
 * something is controlled; whatever it is not certain of takes the full path. Its contract:
 * verdicts with and without it are the same.
 */
export class Screen implements Hints {
  readonly #sieve: Sieve
  readonly #accept = (condition: Condition) => couldFit(this.#graph, condition) && (condition.by === null || this.#exactly(condition.by))
  /** What the rule engine says of the graph, for rules that were asked. */
  readonly #outcomes = new Map<Rule, readonly RuleOutcome[] | null>()
  /** Answers of `couldFit`. */
  readonly #known = new Map<Rule, boolean>()
  #sure: SureGraph | null | undefined
  /** Of the rules that reach esters or ethers of what they cover. */
  readonly #undone: readonly Condition[]
  readonly #graph = new FastGraph()
  readonly #paths = new Int32Array(words)
  readonly #counts = new Uint8Array(countsLength)
  readonly #law: LawIndex
  readonly #byRule = new Map<Rule, Condition[]>()
  readonly #asked = new Map<string, Condition>()
  /** Whether the graph holds the input, and paths and counts those of the graph. */
  #read = false
  #recorded = true
  #described = false
  readonly #compositions: ReadonlySet<number>
  readonly #isomers: Isomers
  /** Formulas of substances whose esters or ethers some list reaches. */
  readonly #parents: Formulas
  /** How often each rule or gap sent an input down the full path. */
  readonly sentBy = new Map<string, number>()

  constructor(law: LawIndex, query: Query) {
    this.#law = law
    const formulas = (known: readonly KnownSubstance[]) => known.map(({ identity }) => identity.flat.split('/')[0]!)
    this.#compositions = new Set(formulas([...law.bySkeleton.values()].flat()).map(compositionOfFormula))
    this.#isomers = new Isomers(law)
    this.#parents = new Formulas(formulas([...law.bySkeleton].filter(([skeleton]) => law.parents.has(skeleton)).flatMap(([, known]) => known)))
    const conditions = conditionsOf(law, query)
    this.#sieve = new Sieve(conditions)
    this.#undone = undoneConditionsOf(law, query)
    for (const condition of conditions) {
      if (!condition.by) continue
      const known = this.#byRule.get(condition.by)
      if (known) known.push(condition)
      else this.#byRule.set(condition.by, [condition])
    }
  }

  /** Null where the input is certainly a structure, and certainly uncontrolled under this query. */
  refer(smiles: string): Referral | null {
    const graph = this.#graph
    this.#read = false
    this.#recorded = true
    this.#described = false
    this.#sure = undefined
    this.#outcomes.clear()
    this.#known.clear()
    if (!readSmiles(smiles, graph)) return 'not sure of the input'
    this.#read = true
    const besideIons = graph.components > 1 && this.#speaks(graph)
    for (let component = 0; component < graph.components; component++) {
      if (besideIons && this.#isIon(graph, component)) continue
      const sum = sumOf(graph, component)
      if (this.#compositions.has(sum.composition) && this.#law.bySkeleton.has(fastSkeleton(graph, component))) return 'skeleton of a record'
      if (this.#isomers.couldHold(graph, sum, () => groupCounts(graph))) return 'formula of a record'
      if (couldUndo(graph, component, sum, this.#parents, this.#law.parents)) return 'ester or ether of a record'
    }
    this.#recorded = false
    this.#describe()
    const condition = this.#sieve.first(this.#counts, this.#paths, this.#accept)
    const undone = condition ? null : ruleCouldFitUndone(graph, this.#undone, (undone) => this.#mayHave(undone))
    const by = condition ?? undone
    if (!by) return null
    this.sentBy.set(by.of, (this.sentBy.get(by.of) ?? 0) + 1)
    return condition ? 'a rule could fit' : 'ester or ether of what a rule covers'
  }

  /** False where a pattern certainly has no match in the input that was referred last. */
  couldMatch(smarts: string): boolean {
    if (!this.#read) return true
    let asked = this.#asked.get(smarts)
    if (!asked) this.#asked.set(smarts, (asked = conditionOf(smarts)))
    this.#describe()
    return this.#mayHave(asked) && (asked.pattern === null || mayMatch(this.#graph, asked.pattern))
  }

  /** False where the words of a rule certainly do not fit the input that was referred last. */
  couldFit(rule: Rule): boolean {
    const own = this.#byRule.get(rule)
    if (!this.#read || !own) return true
    const known = this.#known.get(rule)
    if (known !== undefined) return known
    this.#describe()
    const found = own.some((condition) => this.#mayHave(condition) && couldFit(this.#graph, condition)) && this.#exactly(rule)
    this.#known.set(rule, found)
    return found
  }

  /** What the words of a rule certainly make of the component with this atom; null where that is not certain. */
  outcomeOf(rule: Rule, atom: number): RuleOutcome | null {
    return this.#read ? (this.#outcomesOf(rule)?.[this.#graph.component[atom]!] ?? null) : null
  }

  /** False where the words of a rule certainly do not fit what is left of that input when links are undone. */
  couldFitUndone(rule: Rule): boolean {
    if (!this.#read) return true
    this.#describe()
    return ruleCouldFitUndone(this.#graph, this.#undone.filter((condition) => condition.of === rule.id), (condition) => this.#mayHave(condition)) !== null
  }

  /** False where no component of that input can be a recorded substance, or an isomer, ester or ether of one. */
  couldBeRecorded(): boolean {
    return !this.#read || this.#recorded
  }

  /** The input cannot be asked about any more, e.g. because the next one is no SMILES. */
  forget(): void {
    this.#read = false
  }

  /** Whether some component certainly is no counter-ion: where none is, the ions themselves are judged. */
  #speaks(graph: FastGraph): boolean {
    for (let component = 0; component < graph.components; component++) if (!this.#law.counterIonSkeletons.has(fastSkeleton(graph, component))) return true
    return false
  }

  /** A lone halide or alkali ion that the edition takes for a counter-ion: beside something else it does not speak. Larger ions take the full path, which compares their InChI. */
  #isIon(graph: FastGraph, component: number): boolean {
    let atom = -1
    for (let a = 0; a < graph.atoms; a++) {
      if (graph.component[a] !== component) continue
      if (atom >= 0) return false
      atom = a
    }
    const z = graph.z[atom]!
    const halide = (z === 9 || z === 17 || z === 35 || z === 53) && graph.charge[atom] === graph.hydrogens[atom]! - 1
    const alkali = (z === 11 || z === 19) && graph.charge[atom] === 1 && graph.hydrogens[atom] === 0
    return (halide || alkali) && this.#law.counterIonSkeletons.has(fastSkeleton(graph, component))
  }

  /** False where the rule engine, which reads the molecule with certainty, finds that the rule misses. */
  #exactly(rule: Rule): boolean {
    return this.#outcomesOf(rule)?.some(({ fit }) => fit !== 'misses') ?? true
  }

  /** What the rule engine says of each component; null where something is not certain. */
  #outcomesOf(rule: Rule): readonly RuleOutcome[] | null {
    const known = this.#outcomes.get(rule)
    if (known !== undefined) return known
    if (this.#sure === undefined) this.#sure = SureGraph.of(this.#graph)
    const found = this.#sure && outcomesSurely(this.#sure, rule, this.#law.terms)
    this.#outcomes.set(rule, found)
    return found
  }

  #describe(): void {
    if (this.#described) return
    pathsOf(this.#graph, this.#paths)
    countsOf(this.#graph, this.#counts)
    this.#described = true
  }

  #mayHave({ counts, paths }: Condition): boolean {
    return counts.within(this.#counts) && paths.inAll(this.#paths)
  }

  /** Formula of the input that was cleared last. */
  get formula(): string {
    return formulaOf(this.#graph)
  }
}

function couldFit(graph: FastGraph, { pattern, closed, rule, bonds }: Condition): boolean {
  if (!pattern) return true
  if (!rule) return mayMatch(graph, pattern, closed.length === 0 ? null : (embedding) => isClosed(graph, embedding, closed))
  let asked = -1
  let within = false
  return mayMatch(graph, pattern, (embedding) => {
    const component = graph.component[embedding[0]!]!
    if (component === asked && !within) return false
    if (bondsWithin(graph, embedding) > bonds || !isClosed(graph, embedding, closed)) return false
    if (component !== asked) within = rule.wholeCouldFit(graph, (asked = component))
    return within && rule.couldFit(graph, embedding)
  })
}

function isClosed(graph: FastGraph, embedding: Uint8Array, closed: readonly number[]): boolean {
  for (const index of closed) if (reachesOut(graph, embedding, embedding[index]!)) return false
  return true
}

/** Null where the engine meets something that is not certain. */
function outcomesSurely(graph: SureGraph, rule: Rule, terms: Terms): RuleOutcome[] | null {
  try {
    return graph.molecule.components.map((component) => fitRule(graph, component, rule, terms))
  } catch (error) {
    if (error instanceof NotSure) return null
    throw error
  }
}

/** Bonds between atoms of an embedding: more than the scaffold draws close a ring on it, which no rule allows. */
function bondsWithin({ from, to, bonds }: FastGraph, embedding: Uint8Array): number {
  inside.fill(0)
  for (const atom of embedding) inside[atom] = 1
  let count = 0
  for (let bond = 0; bond < bonds; bond++) count += inside[from[bond]!]! & inside[to[bond]!]!
  return count
}

const inside = new Uint8Array(capacity)

/** Whether an atom has a neighbour outside the embedding. */
function reachesOut(graph: FastGraph, embedding: Uint8Array, atom: number): boolean {
  const start = atom * maxNeighbours
  for (let k = start; k < start + graph.degree[atom]!; k++) if (!embedding.includes(graph.neighbour[k]!)) return true
  return false
}
