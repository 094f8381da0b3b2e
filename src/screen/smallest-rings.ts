import { given } from './kernel.js'
import { graphs, bondBetween, maskWords, maxNeighbours, type FastGraph } from './fast-graph.js'

/** More shortest rings through one bond than this are not followed. */
const mostThroughOne = 8
const noRing = 255

/** Rings beyond the independent cycles that a cage may have. */
const mostExtra = 3

/** Atoms of the ring that is being closed. */
const ringMask = new Int32Array(maskWords)

/**
 * The smallest set of smallest rings, where each ring is the shortest through some bond; in a cage also the
 * rings that stand for one another by symmetry, as RDKit's symmetrised set has them. Null where those
 * rings do not make up all cycles, and for rings of more than eight atoms.
 */
export function smallestRings(graph: FastGraph): number[][] | null {
  const cycles = graph.bonds - graph.atoms + graph.components
  const found: number[][] = []
  if (cycles === 0) return found
  const masks: Int32Array[] = []
  for (let bond = 0; bond < graph.bonds; bond++) {
    if (graph.ringBond[bond] === 0 || graph.series[bond] !== bond) continue
    if (graph.ringSize[bond] === noRing) return null
    const through = ringsThrough(graph, bond)
    if (!through) return null
    for (const ring of through) {
      const mask = newMask(ring, masks)
      if (!mask) continue
      masks.push(mask)
      found.push(ring)
    }
    if (found.length > cycles + mostExtra) return null
  }
  if (found.length === cycles) return found
  return found.length > cycles && independent(graph, found) === cycles ? found : null
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

/** The atoms of a ring as a mask; null where it is among those that are known. */
function newMask(ring: readonly number[], known: readonly Int32Array[]): Int32Array | null {
  ringMask.fill(0)
  for (const atom of ring) ringMask[atom >>> 5]! |= 1 << (atom & 31)
  for (const mask of known) {
    let word = 0
    while (word < maskWords && mask[word] === ringMask[word]) word++
    if (word === maskWords) return null
  }
  return ringMask.slice()
}

const path = new Uint8Array(16)

/** The shortest rings through a bond, as atoms in the order of the ring; null where there are many. */
function ringsThrough(graph: FastGraph, bond: number): number[][] | null {
  const rings: number[][] = []
  path[0] = graph.from[bond]!
  return walk(graph, bond, 1, rings) ? rings : null
}

/** @param length of the path so far */
function walk(graph: FastGraph, bond: number, length: number, rings: number[][]): boolean {
  const atom = path[length - 1]!
  const goal = graph.to[bond]!
  const last = length === graph.ringSize[bond]! - 1
  for (let k = atom * maxNeighbours, end = k + graph.degree[atom]!; k < end; k++) {
    const other = graph.neighbour[k]!
    if (graph.via[k] === bond || graph.ringBond[graph.via[k]!] === 0) continue
    if (last) {
      if (other !== goal) continue
      if (rings.length === mostThroughOne) return false
      rings.push(closed(length, goal))
    } else if (other !== goal && !onPath(other, length)) {
      path[length] = other
      if (!walk(graph, bond, length + 1, rings)) return false
    }
  }
  return true
}

function closed(length: number, goal: number): number[] {
  const ring: number[] = []
  for (let i = 0; i < length; i++) ring.push(path[i]!)
  ring.push(goal)
  return ring
}

function onPath(atom: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (path[i] === atom) return true
  return false
}

/** `smallestRings`, worked out once for a molecule. */
export function ringsOf(graph: FastGraph): readonly (readonly number[])[] | null {
  if (graph.ringsFor === graph.generation) return graph.rings
  graph.ringsFor = graph.generation
  return (graph.rings = smallestRings(graph))
}

given.inRings = (g, atom) => {
  const rings = ringsOf(graphs.get(g)!)
  return rings ? rings.filter((ring) => ring.includes(atom)).length : -1
}
