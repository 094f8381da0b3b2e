import type { Rule } from '../law/index.js'
import type { KnownSubstance, LawIndex, Query } from '../matching/index.js'
import { compositionOfFormula } from './composition.js'
import { conditionOf, conditionsOf, undoneConditionsOf, type Condition } from './conditions.js'
import { countsLength, countsOf } from './counts.js'
import { capacity, FastGraph, maxNeighbours } from './fast-graph.js'
import { formulaOf } from './formula.js'
import { Formulas } from './formulas.js'
import { Isomers } from './isomers.js'
import { pathsOf, words } from './paths.js'
import { readSmiles } from './read-smiles.js'
import { mayMatch } from './relaxed-match.js'
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
export class Screen {
  readonly #conditions: readonly Condition[]
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
    this.#conditions = conditionsOf(law, query)
    this.#undone = undoneConditionsOf(law, query)
    for (const condition of this.#conditions) {
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
    this.#described = false
    if (!readSmiles(smiles, graph)) return 'not sure of the input'
    this.#read = true
    const besideIons = graph.components > 1 && this.#speaks(graph)
    for (let component = 0; component < graph.components; component++) {
      if (besideIons && this.#isIon(graph, component)) continue
      const sum = sumOf(graph, component)
      if (this.#compositions.has(sum.composition) && this.#law.bySkeleton.has(fastSkeleton(graph, component))) return 'skeleton of a record'
      if (this.#isomers.couldHold(graph, sum)) return 'formula of a record'
      if (couldUndo(graph, component, sum, this.#parents, this.#law.parents)) return 'ester or ether of a record'
    }
    this.#describe()
    for (const condition of this.#conditions) {
      if (!this.#mayHave(condition) || !couldFit(graph, condition)) continue
      this.sentBy.set(condition.of, (this.sentBy.get(condition.of) ?? 0) + 1)
      return 'a rule could fit'
    }
    const undone = ruleCouldFitUndone(graph, this.#undone, (condition) => this.#mayHave(condition))
    if (!undone) return null
    this.sentBy.set(undone.of, (this.sentBy.get(undone.of) ?? 0) + 1)
    return 'ester or ether of what a rule covers'
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
    if (!this.#read) return true
    const own = this.#byRule.get(rule)
    if (!own) return true
    this.#describe()
    return own.some((condition) => this.#mayHave(condition) && couldFit(this.#graph, condition))
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
  return mayMatch(graph, pattern, (embedding) => {
    if (rule && bondsWithin(graph, embedding) > bonds) return false
    for (const index of closed) if (reachesOut(graph, embedding, embedding[index]!)) return false
    return rule?.couldFit(graph, embedding) ?? true
  })
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
