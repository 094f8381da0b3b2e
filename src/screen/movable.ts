import { double, maxNeighbours, single, type FastGraph } from './fast-graph.js'

/**
 * Marks hydroxy and mercapto groups on a double bond outside what is written aromatic, with the atoms of that
 * bond: the full path reads such an imidic acid or enol as its amide or ketone as well; see `chem/settle`.
 */
export function markMovable(graph: FastGraph): void {
  for (let a = 0; a < graph.atoms; a++) {
    if ((graph.z[a] !== 8 && graph.z[a] !== 16) || graph.degree[a] !== 1 || (graph.hydrogens[a] === 0 && graph.charge[a]! >= 0)) continue
    const carbon = graph.neighbour[a * maxNeighbours]!
    if (graph.order[graph.via[a * maxNeighbours]!] !== single || graph.z[carbon] !== 6 || graph.lower[carbon] === 1) continue
    for (let k = carbon * maxNeighbours, end = k + graph.degree[carbon]!; k < end; k++) {
      const z = graph.z[graph.neighbour[k]!]
      if (graph.order[graph.via[k]!] !== double || (z !== 6 && z !== 7)) continue
      graph.unsure[a] = graph.unsure[carbon] = graph.unsure[graph.neighbour[k]!] = 1
    }
  }
}

/** Whether a carbon bears two hydroxy groups: the full path also reads it as the carbonyl compound. */
export function mayLoseWater(graph: FastGraph): boolean {
  for (let a = 0; a < graph.atoms; a++) {
    if (graph.z[a] !== 6 || graph.lower[a] === 1) continue
    let hydroxy = 0
    for (let k = a * maxNeighbours, end = k + graph.degree[a]!; k < end; k++) {
      const other = graph.neighbour[k]!
      if (graph.z[other] === 8 && graph.degree[other] === 1 && graph.hydrogens[other]! - graph.charge[other]! === 1) hydroxy++
    }
    if (hydroxy > 1) return true
  }
  return false
}
