import type { Condition } from './conditions.js'
import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { mayMatch } from './relaxed-match.js'
import type { RelaxedRule } from './relaxed-rule.js'

/** Whether a molecule may meet a condition whose counts and stars it has. */
export function couldFit(graph: FastGraph, condition: Condition): boolean {
  const { pattern, rule } = condition
  if (!pattern) return true
  return mayMatch(graph, pattern, rule && laid.begin(graph, rule, condition.bonds))
}

/** Looks at the embeddings of one scaffold after the other; nothing is made anew for each. */
class Laid {
  #graph!: FastGraph
  #rule!: RelaxedRule
  #bonds = 0
  /** The component that was asked about last, and whether it is within the limits that the rule sets to the whole. */
  #asked = -1
  #within = false

  /** @param bonds that the scaffold draws */
  begin(graph: FastGraph, rule: RelaxedRule, bonds: number): (embedding: Uint8Array) => boolean {
    this.#graph = graph
    this.#rule = rule
    this.#bonds = bonds
    this.#asked = -1
    return this.#fits
  }

  readonly #fits = (embedding: Uint8Array): boolean => {
    const graph = this.#graph
    const component = graph.component[embedding[0]!]!
    if (component === this.#asked && !this.#within) return false
    if (bondsWithin(graph, embedding) > this.#bonds || !this.#rule.couldFit(graph, embedding)) return false
    if (component !== this.#asked) this.#within = this.#rule.wholeCouldFit(graph, (this.#asked = component))
    return this.#within
  }
}

const laid = new Laid()

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
