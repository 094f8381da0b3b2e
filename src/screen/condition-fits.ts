import type { Condition } from './conditions.js'
import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { mayMatch } from './relaxed-match.js'

/** Whether a molecule may meet a condition whose counts and stars it has. */
export function couldFit(graph: FastGraph, condition: Condition): boolean {
  const { pattern, closed, rule } = condition
  if (!pattern) return true
  if (!rule && closed.length === 0) return mayMatch(graph, pattern)
  return mayMatch(graph, pattern, laid.begin(graph, condition))
}

/** Looks at the embeddings of one condition after the other; nothing is made anew for each. */
class Laid {
  #graph!: FastGraph
  #condition!: Condition
  /** The component that was asked about last, and whether it is within the limits that the rule sets to the whole. */
  #asked = -1
  #within = false

  begin(graph: FastGraph, condition: Condition): (embedding: Uint8Array) => boolean {
    this.#graph = graph
    this.#condition = condition
    this.#asked = -1
    return this.#fits
  }

  readonly #fits = (embedding: Uint8Array): boolean => {
    const graph = this.#graph
    const { closed, rule, bonds } = this.#condition
    if (!rule) return isClosed(graph, embedding, closed)
    const component = graph.component[embedding[0]!]!
    if (component === this.#asked && !this.#within) return false
    if (bondsWithin(graph, embedding) > bonds || !isClosed(graph, embedding, closed)) return false
    if (component !== this.#asked) this.#within = rule.wholeCouldFit(graph, (this.#asked = component))
    return this.#within && rule.couldFit(graph, embedding)
  }
}

const laid = new Laid()

function isClosed(graph: FastGraph, embedding: Uint8Array, closed: readonly number[]): boolean {
  for (const index of closed) if (reachesOut(graph, embedding, embedding[index]!)) return false
  return true
}

/** Bonds between atoms of an embedding: more than the scaffold draws close a ring on it, which no rule allows. */
function bondsWithin({ degree, neighbour }: FastGraph, embedding: Uint8Array): number {
  for (let i = 0; i < embedding.length; i++) inside[embedding[i]!] = 1
  let ends = 0
  for (let i = 0; i < embedding.length; i++) {
    const atom = embedding[i]!
    for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) ends += inside[neighbour[k]!]!
  }
  for (let i = 0; i < embedding.length; i++) inside[embedding[i]!] = 0
  return ends / 2
}

/** All 0 between calls. */
const inside = new Uint8Array(capacity)

/** Whether an atom has a neighbour outside the embedding. */
function reachesOut(graph: FastGraph, embedding: Uint8Array, atom: number): boolean {
  const start = atom * maxNeighbours
  for (let k = start; k < start + graph.degree[atom]!; k++) if (!embedding.includes(graph.neighbour[k]!)) return true
  return false
}
