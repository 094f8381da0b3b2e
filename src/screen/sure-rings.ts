import { aromaticBond, capacity, double, maxNeighbours, type FastGraph } from './fast-graph.js'
import { needsDouble } from './kekule.js'

const path = new Uint8Array(8)
const bonds = new Uint16Array(8)
const onPath = new Uint8Array(capacity)
/** 1 for atoms between two ring bonds whose ring was met: another ring through both would be bridged by it, and stays open. */
const met = new Uint8Array(capacity)

/**
 * Marks rings written in lower case that RDKit is certain to find aromatic by themselves: five or six
 * members that give six electrons together - one from each atom that bears a double bond of the system, two
 * from N, O or S without one, none from carbon with a double bond out of the ring to N, O or S. Charged
 * atoms make a ring uncertain.
 */
export function findSureRings(graph: FastGraph): void {
  graph.sureAtom.fill(0, 0, graph.atoms)
  graph.sureBond.fill(0, 0, graph.bonds)
  met.fill(0, 0, graph.atoms)
  for (let start = 0; start < graph.atoms; start++) {
    if (graph.lower[start] === 0 || graph.unsure[start] === 1 || met[start] === 1) continue
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
    if (next < start || length === 6 || onPath[next] === 1 || met[next] === 1 || graph.lower[next] === 0 || graph.unsure[next] === 1) continue
    path[length] = next
    bonds[length - 1] = bond
    onPath[next] = 1
    walk(graph, start, next, length + 1)
    onPath[next] = 0
  }
}

function close(graph: FastGraph, length: number): void {
  let smallest = false
  for (let i = 0; i < length; i++) {
    if (graph.ringDegree[path[i]!] === 2) met[path[i]!] = 1
    smallest ||= graph.ringSize[bonds[i]!] === length
  }
  // Where smaller rings go through each of its bonds, it is none of the rings that RDKit looks at.
  if (!smallest) return
  let electrons = 0
  for (let i = 0; i < length; i++) {
    const given = givenBy(graph, path[i]!)
    if (given < 0) return
    electrons += given
  }
  if (electrons !== 6) return
  for (let i = 0; i < length; i++) {
    graph.sureAtom[path[i]!] = 1
    graph.sureBond[bonds[i]!] = 1
  }
}

/** Electrons that an atom gives to the rings it is in; -1 where that is not certain. */
function givenBy({ z, degree, neighbour, via, order, ringBond }: FastGraph, atom: number): number {
  if (needsDouble(atom)) return 1
  if (z[atom] !== 6) return 2
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
    const other = z[neighbour[k]!]!
    // In another ring, it leaves one electron.
    if (order[via[k]!] === double && ringBond[via[k]!] === 0 && (other === 7 || other === 8 || other === 16)) return 0
  }
  return -1
}
