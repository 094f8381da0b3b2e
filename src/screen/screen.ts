import type { KnownSubstance, LawIndex, Query } from '../matching/index.js'
import { compositionOfFormula } from './composition.js'
import { conditionsOf, type Condition } from './conditions.js'
import { FastGraph, maxNeighbours } from './fast-graph.js'
import { Formulas } from './formulas.js'
import { hasAll, pathsOf, words } from './paths.js'
import { readSmiles } from './read-smiles.js'
import { mayMatch } from './relaxed-match.js'
import { fastSkeleton } from './skeletons.js'
import { couldUndo, sumOf } from './undo.js'

/** Why an input takes the full path. */
export type Referral = 'not sure of the input' | 'skeleton of a record' | 'formula of a record' | 'ester or ether of a record' | 'a rule could fit'

/**
 * Clears inputs that no entry and no rule of the loaded edition can reach. It never says that
 * something is controlled; whatever it is not certain of takes the full path. Its contract:
 * verdicts with and without it are the same.
 */
export class Screen {
  readonly #conditions: readonly Condition[]
  readonly #graph = new FastGraph()
  readonly #paths = new Int32Array(words)
  readonly #law: LawIndex
  readonly #compositions: ReadonlySet<number>
  /** Formulas of substances whose positional isomers, and whose esters or ethers, some list reaches. */
  readonly #isomers: Formulas
  readonly #parents: Formulas
  /** How often each rule or gap sent an input down the full path. */
  readonly sentBy = new Map<string, number>()

  constructor(law: LawIndex, query: Query) {
    this.#law = law
    const formulas = (known: readonly KnownSubstance[]) => known.map(({ identity }) => identity.flat.split('/')[0]!)
    this.#compositions = new Set(formulas([...law.bySkeleton.values()].flat()).map(compositionOfFormula))
    this.#isomers = new Formulas(formulas([...law.byFormula.values()].flat()))
    this.#parents = new Formulas(formulas([...law.bySkeleton].filter(([skeleton]) => law.parents.has(skeleton)).flatMap(([, known]) => known)))
    this.#conditions = conditionsOf(law, query)
  }

  /** Null where the input is certainly a structure, and certainly uncontrolled under this query. */
  refer(smiles: string): Referral | null {
    const graph = this.#graph
    if (!readSmiles(smiles, graph)) return 'not sure of the input'
    for (let component = 0; component < graph.components; component++) {
      const sum = sumOf(graph, component)
      if (this.#compositions.has(sum.composition) && this.#law.bySkeleton.has(fastSkeleton(graph, component))) return 'skeleton of a record'
      if (this.#isomers.has(sum.composition, sum.hydrogens, sum.charge)) return 'formula of a record'
      if (couldUndo(graph, component, sum, this.#parents)) return 'ester or ether of a record'
    }
    pathsOf(graph, this.#paths)
    for (const condition of this.#conditions) {
      if (!hasAll(this.#paths, condition.paths) || !couldFit(graph, condition)) continue
      this.sentBy.set(condition.of, (this.sentBy.get(condition.of) ?? 0) + 1)
      return 'a rule could fit'
    }
    return null
  }

}

function couldFit(graph: FastGraph, { pattern, closed, rule }: Condition): boolean {
  if (!pattern) return true
  return mayMatch(graph, pattern, (embedding) => {
    for (const index of closed) if (reachesOut(graph, embedding, embedding[index]!)) return false
    return rule?.couldFit(graph, embedding) ?? true
  })
}

/** Whether an atom has a neighbour outside the embedding. */
function reachesOut(graph: FastGraph, embedding: Uint8Array, atom: number): boolean {
  const start = atom * maxNeighbours
  for (let k = start; k < start + graph.degree[atom]!; k++) if (!embedding.includes(graph.neighbour[k]!)) return true
  return false
}
