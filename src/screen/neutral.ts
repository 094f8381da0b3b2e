import { maxNeighbours, triple, type FastGraph } from './fast-graph.js'

/** Elements whose anion takes up a hydrogen in the neutral form; as in `chem/normalise`. */
const protonAcceptors = new Set([7, 8, 9, 16, 17, 34, 35, 53])
const metals = new Set([11, 12, 19, 20])

/** Works out the neutral form as `chem.neutralForm` does. Charged carbon is left unsure, and charged aromatic atoms apart from cations of nitrogen. */
export function findNeutral(graph: FastGraph): void {
  const { atoms, z, charge, hydrogens, lower, unsure, neutralCharge, neutralHydrogens } = graph
  for (let a = 0; a < atoms; a++) {
    const own = charge[a]!
    const left = own === 0 ? 0 : chargeLeft(graph, a)
    // An aromatic cation of nitrogen gives its ring one electron with and without its proton.
    unsure[a] = own !== 0 && (z[a] === 6 || (lower[a] === 1 && !(z[a] === 7 && own === 1))) ? 1 : 0
    neutralCharge[a] = left
    neutralHydrogens[a] = hydrogens[a]! + left - own
  }
}

function chargeLeft(graph: FastGraph, atom: number): number {
  const { z, charge, hydrogens, degree, neighbour, via, order } = graph
  const own = charge[atom]!
  let cyanide = false
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
    if (charge[neighbour[k]!]! * own < 0) return own
    cyanide ||= z[atom] === 6 && order[via[k]!] === triple
  }
  if (own > 0) return metals.has(z[atom]!) ? own : Math.max(0, own - hydrogens[atom]!)
  return protonAcceptors.has(z[atom]!) || cyanide ? 0 : own
}
