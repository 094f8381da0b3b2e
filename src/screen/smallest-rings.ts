import { maxNeighbours, type FastGraph } from './fast-graph.js'

/** More shortest rings through one bond than this are not followed. */
const mostThroughOne = 8
const noRing = 255

/**
 * The smallest set of smallest rings, where there is only one: each ring is the shortest through some bond,
 * and there are as many of those as independent cycles. Null elsewhere (cages, large rings).
 */
export function smallestRings(graph: FastGraph): number[][] | null {
  const cycles = graph.bonds - graph.atoms + graph.components
  const found = new Map<string, number[]>()
  for (let bond = 0; bond < graph.bonds; bond++) {
    if (graph.ringBond[bond] === 0) continue
    if (graph.ringSize[bond] === noRing) return null
    const through = ringsThrough(graph, bond)
    if (!through) return null
    for (const ring of through) found.set([...ring].sort((a, b) => a - b).join(), ring)
    if (found.size > cycles) return null
  }
  return found.size === cycles ? [...found.values()] : null
}

/** The shortest rings through a bond, as atoms in the order of the ring; null where there are many. */
function ringsThrough(graph: FastGraph, bond: number): number[][] | null {
  const goal = graph.to[bond]!
  const size = graph.ringSize[bond]!
  const rings: number[][] = []
  const path = [graph.from[bond]!]
  const walk = (atom: number): boolean => {
    for (let k = atom * maxNeighbours, end = k + graph.degree[atom]!; k < end; k++) {
      const other = graph.neighbour[k]!
      if (graph.via[k] === bond || graph.ringBond[graph.via[k]!] === 0) continue
      if (other === goal && path.length === size - 1) {
        if (rings.length === mostThroughOne) return false
        rings.push([...path, goal])
      } else if (other !== goal && path.length < size - 1 && !path.includes(other)) {
        path.push(other)
        if (!walk(other)) return false
        path.pop()
      }
    }
    return true
  }
  return walk(path[0]!) ? rings : null
}
