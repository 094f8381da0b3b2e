import { double, maxNeighbours, triple, type FastGraph } from '../fast-graph.js'

/**
 * Counts that are equal for substances with the same functional groups (`chem.groupsOf`, in its wide form): rings,
 * carbonyl and hydroxy oxygens on carbon, aromatic nitrogens, multiple bonds between carbons. Null if an atom is not
 * certain or there are several components.
 */
export function groupCounts(graph: FastGraph): string | null {
  const { atoms, bonds, z, from, to, order, sureBond, aromatic } = graph
  if (graph.components !== 1 || graph.unclear > 0) return null
  let [carbonyls, hydroxies, ringNitrogens, doubles, triples] = [0, 0, 0, 0, 0]
  for (let a = 0; a < atoms; a++) {
    if (graph.unsure[a] === 1 || graph.charge[a] !== 0) return null
    if (z[a] === 7 && aromatic[a] === 1) ringNitrogens++
    if (isHydroxyOnCarbon(graph, a)) hydroxies++
  }
  for (let b = 0; b < bonds; b++) {
    if (sureBond[b] === 1 || (order[b] !== double && order[b] !== triple)) continue
    const both = z[from[b]!]! + z[to[b]!]!
    if (both === 14 && z[from[b]!] !== 7) carbonyls++
    if (both !== 12 || z[from[b]!] !== 6) continue
    if (order[b] === double) doubles++
    else triples++
  }
  return [bonds - atoms, carbonyls, hydroxies, ringNitrogens, doubles, triples].join()
}

function isHydroxyOnCarbon({ z, degree, hydrogens, neighbour }: FastGraph, atom: number): boolean {
  return z[atom] === 8 && degree[atom] === 1 && hydrogens[atom] === 1 && z[neighbour[atom * maxNeighbours]!] === 6
}
