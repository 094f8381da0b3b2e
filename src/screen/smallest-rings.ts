import { bondBetween, maxNeighbours, type FastGraph } from './fast-graph.js'

/** More shortest rings through one bond than this are not followed. */
const mostThroughOne = 8
const noRing = 255

/** Rings beyond the independent cycles that a cage may have. */
const mostExtra = 3

/**
 * The smallest set of smallest rings, where each ring is the shortest through some bond; in a cage also the
 * rings that stand for one another by symmetry, as RDKit's symmetrised set has them. Null where those
 * rings do not make up all cycles, and for rings of more than eight atoms.
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
    if (found.size > cycles + mostExtra) return null
  }
  const rings = [...found.values()]
  if (rings.length === cycles) return rings
  return rings.length > cycles && independent(graph, rings) === cycles ? rings : null
}

/** How many of the rings are no sum of others. */
function independent(graph: FastGraph, rings: readonly (readonly number[])[]): number {
  const basis: bigint[] = []
  for (const ring of rings) {
    let rest = ring.reduce((mask, atom, i) => mask | (1n << BigInt(bondBetween(graph, atom, ring[(i + 1) % ring.length]!))), 0n)
    for (const other of basis) if ((rest ^ other) < rest) rest ^= other
    if (rest !== 0n) basis.push(rest)
  }
  return basis.length
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

/** `smallestRings`, worked out once for a molecule. */
export function ringsOf(graph: FastGraph): readonly (readonly number[])[] | null {
  if (graph.ringsFor === graph.generation) return graph.rings
  graph.ringsFor = graph.generation
  return (graph.rings = smallestRings(graph))
}
