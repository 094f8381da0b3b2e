import { maxNeighbours, type FastGraph } from './fast-graph.js'

/**
 * Says of each atom whether RDKit, which settles aromaticity itself, finds it aromatic. Always: the rings that
 * `findSureRings` marks. Never: atoms outside rings, carbon without a double bond, and atoms without two
 * ring neighbours that could be aromatic in turn.
 */
export function findAromatic(graph: FastGraph): void {
  let unclear = 0
  for (let a = 0; a < graph.atoms; a++) {
    const answer = graph.ringAtom[a] === 0 ? 0 : aromatic(graph, a)
    graph.aromatic[a] = answer
    if (answer === 2) unclear++
  }
  graph.unclear = unclear
}

function aromatic(graph: FastGraph, atom: number): 0 | 1 | 2 {
  if (graph.sureAtom[atom] === 1) return 1
  if (!conjugable(graph, atom)) return 0
  let beside = 0
  for (let k = atom * maxNeighbours, end = k + graph.degree[atom]!; k < end; k++) {
    if (graph.ringBond[graph.via[k]!] === 1 && conjugable(graph, graph.neighbour[k]!)) beside++
  }
  return beside >= 2 ? 2 : 0
}

function conjugable(graph: FastGraph, atom: number): boolean {
  return graph.ringAtom[atom] === 1 && (graph.z[atom] !== 6 || graph.unsaturated[atom] === 1 || graph.unsure[atom] === 1)
}
