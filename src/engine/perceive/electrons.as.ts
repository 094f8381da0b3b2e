import { charge, degree, hydrogens, lower, neighbour, order, ringBond, unsaturated, unsure, via, z } from '../graph.as'
import { double, maxNeighbours } from '../layout'
import { needsDouble } from './kekule.as'

/** Returned instead of an electron count; both are negative. */
export const never = -2
export const unknown = -1

/** Electrons that an atom gives its rings; `never`, or `unknown` if uncertain. Source: RDKit, Aromaticity.cpp. */
export function electronsGiven(g: usize, atom: i32): i32 {
  const connections = degree(g, atom) + hydrogens(g, atom)
  if (unsure(g, atom) == 1) return unknown
  if (charge(g, atom) != 0)
    return z(g, atom) == 7 && charge(g, atom) == 1 && connections == 3 && isDoubledInRing(g, atom) ? 1 : unknown
  switch (z(g, atom)) {
    case 6:
      if (connections == 4) return never
      return connections == 3 ? givenByCarbon(g, atom) : unknown
    case 7:
      return connections == 3 ? 2 : connections == 2 ? 1 : unknown
    case 8:
      return 2
    case 16:
    case 34:
      return connections == 2 && (unsaturated(g, atom) == 0 || lower(g, atom) == 1) ? 2 : never
    case 5:
      return connections == 3 && unsaturated(g, atom) == 0 ? never : unknown
    case 14:
      return connections == 4 ? never : unknown
    default:
      return unknown
  }
}

function isDoubledInRing(g: usize, atom: i32): bool {
  if (lower(g, atom) == 1) return needsDouble(atom)
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++)
    if (order(g, via(g, k)) == double && ringBond(g, via(g, k)) == 1) return true
  return false
}

/** One electron, or none if an exocyclic double bond leads to an element that withdraws it. */
function givenByCarbon(g: usize, atom: i32): i32 {
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
    if (order(g, via(g, k)) != double || ringBond(g, via(g, k)) == 1) continue
    const other = z(g, neighbour(g, k))
    return other == 6 || other == 14 || other == 5 ? 1 : 0
  }
  return lower(g, atom) == 1 && !needsDouble(atom) ? unknown : 1
}
