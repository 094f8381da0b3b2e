import { findAromatic } from './aromatic.js'
import { aromaticBond, single, type FastGraph } from './fast-graph.js'
import { canBeKekulized } from './kekule.js'
import { findRings, findRingSizes } from './rings.js'
import { findSureRings } from './sure-rings.js'

/** What follows from atoms and bonds alone: rings, their sizes, and where double bonds are. */
export function findBonds(graph: FastGraph): void {
  findRings(graph)
  findRingSizes(graph)
  graph.unsaturated.fill(0, 0, graph.atoms)
  for (let b = 0; b < graph.bonds; b++) {
    if (graph.order[b] === aromaticBond && graph.ringBond[b] === 0) graph.order[b] = single
    if (graph.order[b] === single) continue
    graph.unsaturated[graph.from[b]!] = 1
    graph.unsaturated[graph.to[b]!] = 1
  }
}

/** What follows once hydrogens and charges are known as well: aromaticity. False where the molecule has no Kekulé form. */
export function findElectrons(graph: FastGraph): boolean {
  if (!canBeKekulized(graph)) return false
  findSureRings(graph)
  findAromatic(graph)
  return true
}
