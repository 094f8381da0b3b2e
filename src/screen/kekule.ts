import { aromaticBond, capacity, maxNeighbours, type FastGraph } from './fast-graph.js'

const needs = new Uint8Array(capacity)
const partner = new Int16Array(capacity)
const visited = new Uint16Array(capacity)
let round = 0

/**
 * Whether the lower-case atoms can be drawn with single and double bonds, and each lies in a
 * ring of such atoms. False also where that is merely not certain.
 */
export function canBeKekulized(graph: FastGraph): boolean {
  let any = false
  for (let a = 0; a < graph.atoms; a++) {
    needs[a] = 0
    if (graph.lower[a] === 0) continue
    any = true
    const need = needsDoubleBond(graph, a)
    if (need < 0) return false
    needs[a] = need
  }
  return !any || perfectMatching(graph)
}

/** Whether a lower-case atom bears a double bond of its ring; of the molecule that was asked about last. */
export function needsDouble(atom: number): boolean {
  return needs[atom] === 1
}

/** 1 where the atom must bear a double bond of the ring, 0 where it cannot, -1 where this is not clear. */
function needsDoubleBond(graph: FastGraph, atom: number): number {
  let aromaticBonds = 0
  let outside = 0
  for (let k = 0; k < graph.degree[atom]!; k++) {
    const order = graph.order[graph.via[atom * maxNeighbours + k]!]!
    if (order === aromaticBond) aromaticBonds++
    else if (order !== 1) outside += order
  }
  if (aromaticBonds < 2) return -1
  const h = graph.hydrogens[atom]!
  const degree = graph.degree[atom]! + h
  switch (graph.z[atom]) {
    case 6:
      if (graph.charge[atom] !== 0 || degree !== 3) return -1
      return outside === 0 ? 1 : outside === 2 ? 0 : -1
    case 7:
      if (outside !== 0) return -1
      if (graph.charge[atom] === 0) return degree === 2 ? 1 : degree === 3 ? 0 : -1
      return graph.charge[atom] === 1 && degree === 3 ? 1 : -1
    case 8:
      if (graph.charge[atom] === 1) return outside === 0 && degree === 2 ? 1 : -1
      return outside === 0 && graph.charge[atom] === 0 && degree === 2 ? 0 : -1
    case 16:
    case 34:
      return outside === 0 && graph.charge[atom] === 0 && degree === 2 ? 0 : -1
    default:
      return -1
  }
}

function perfectMatching(graph: FastGraph): boolean {
  partner.fill(-1, 0, graph.atoms)
  for (let a = 0; a < graph.atoms; a++) {
    if (needs[a] === 0 || partner[a]! >= 0) continue
    round = (round + 1) & 0xffff
    if (round === 0) {
      visited.fill(0)
      round = 1
    }
    if (!augment(graph, a)) return false
  }
  return true
}

function augment(graph: FastGraph, atom: number): boolean {
  visited[atom] = round
  for (let k = 0; k < graph.degree[atom]!; k++) {
    const bond = graph.via[atom * maxNeighbours + k]!
    const other = graph.neighbour[atom * maxNeighbours + k]!
    if (graph.order[bond] !== aromaticBond || needs[other] === 0 || visited[other] === round) continue
    visited[other] = round
    if (partner[other]! < 0 || augment(graph, partner[other]!)) {
      partner[other] = atom
      partner[atom] = other
      return true
    }
  }
  return false
}
