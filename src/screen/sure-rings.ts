import { aromaticBond, capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { needsDouble } from './kekule.js'

const path = new Uint8Array(8)
const bonds = new Uint16Array(8)
const onPath = new Uint8Array(capacity)

/**
 * Marks rings written in lower case that RDKit is certain to find aromatic by themselves: six
 * members that each bear a double bond of the system, or four of them and an N, O or S that
 * gives two electrons. Charged atoms, and carbon with a double bond out of the ring, make a
 * ring uncertain.
 */
export function findSureRings(graph: FastGraph): void {
  graph.sureAtom.fill(0, 0, graph.atoms)
  graph.sureBond.fill(0, 0, graph.bonds)
  for (let start = 0; start < graph.atoms; start++) {
    if (graph.lower[start] === 0 || graph.unsure[start] === 1) continue
    path[0] = start
    onPath[start] = 1
    walk(graph, start, start, 1)
    onPath[start] = 0
  }
}

/** Goes on over atoms after `start`, so that each ring is met at its first atom only. */
function walk(graph: FastGraph, start: number, atom: number, length: number): void {
  for (let k = atom * maxNeighbours, end = k + graph.degree[atom]!; k < end; k++) {
    const bond = graph.via[k]!
    const next = graph.neighbour[k]!
    if (graph.order[bond] !== aromaticBond || graph.ringSize[bond]! > 6) continue
    if (next === start) {
      if (length < 5) continue
      bonds[length - 1] = bond
      close(graph, length)
      continue
    }
    if (next < start || length === 6 || onPath[next] === 1 || graph.lower[next] === 0 || graph.unsure[next] === 1) continue
    path[length] = next
    bonds[length - 1] = bond
    onPath[next] = 1
    walk(graph, start, next, length + 1)
    onPath[next] = 0
  }
}

function close(graph: FastGraph, length: number): void {
  let doubles = 0
  for (let i = 0; i < length; i++) {
    if (needsDouble(path[i]!)) doubles++
    else if (graph.z[path[i]!] === 6) return
  }
  if (doubles !== (length === 6 ? 6 : 4)) return
  for (let i = 0; i < length; i++) {
    graph.sureAtom[path[i]!] = 1
    graph.sureBond[bonds[i]!] = 1
  }
}
