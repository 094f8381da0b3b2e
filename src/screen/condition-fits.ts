import type { Condition } from './conditions.js'
import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { mayMatch } from './relaxed-match.js'

/** Whether a molecule may meet a condition whose counts and paths it has. */
export function couldFit(graph: FastGraph, { pattern, closed, rule, bonds }: Condition): boolean {
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
