import type { FastGraph } from '../fast-graph.js'
import { kernel } from '../kernel.js'
import { ringWidth } from '../layout.js'

/**
 * The smallest set of smallest rings, where each ring is the shortest through some bond; in a cage also the rings that
 * are equivalent by symmetry, as in RDKit's symmetrised set. Null if those rings do not span all cycles, or a ring has
 * more than 32 atoms.
 */
export function smallestRings(graph: FastGraph): number[][] | null {
  const count = kernel.smallestRings(graph.at)
  if (count < 0) return null
  const rings: number[][] = []
  for (let i = 0; i < count; i++) {
    const first = i * ringWidth + 1
    const ring: number[] = []
    for (let k = first, end = first + graph.ringList[first - 1]!; k < end; k++) ring.push(graph.ringList[k]!)
    rings.push(ring)
  }
  return rings
}
