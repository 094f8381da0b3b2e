import { weightOf } from './composition.js'
import { maxNeighbours, type FastGraph } from './fast-graph.js'

/** With more links than this the full path undoes at most two at once; see `matching/undone`. */
const manyLinks = 16

/**
 * Whether undoing one to three ester or ether bonds of a component could leave one of these
 * compositions. Wider than what the full path does: any oxygen with two neighbours counts,
 * and links need not go together.
 */
export function couldUndo(graph: FastGraph, component: number, whole: number, compositions: ReadonlySet<number>): boolean {
  const removed: number[] = []
  for (let a = 0; a < graph.atoms; a++) {
    if (graph.component[a] !== component || graph.z[a] !== 8 || graph.degree[a] !== 2) continue
    for (let k = 0; k < 2; k++) {
      const at = a * maxNeighbours + k
      if (graph.ringBond[graph.via[at]!] === 0) removed.push(behind(graph, a, graph.neighbour[at]!))
    }
  }
  const three = removed.length <= manyLinks
  for (let i = 0; i < removed.length; i++) {
    const one = whole - removed[i]!
    if (compositions.has(one)) return true
    for (let j = i + 1; j < removed.length; j++) {
      const two = one - removed[j]!
      if (compositions.has(two)) return true
      if (!three) continue
      for (let k = j + 1; k < removed.length; k++) if (compositions.has(two - removed[k]!)) return true
    }
  }
  return false
}

/** Composition of everything reached from an atom without going back through the bond to `gate`. */
function behind(graph: FastGraph, gate: number, start: number): number {
  let sum = weightOf(graph.z[start]!)
  const { degree, neighbour } = graph
  const stack = [start]
  const seen = new Set([gate, start])
  for (let atom = stack.pop(); atom !== undefined; atom = stack.pop()) {
    for (let k = 0; k < degree[atom]!; k++) {
      const other = neighbour[atom * maxNeighbours + k]!
      if (seen.has(other)) continue
      seen.add(other)
      sum += weightOf(graph.z[other]!)
      stack.push(other)
    }
  }
  return sum
}
