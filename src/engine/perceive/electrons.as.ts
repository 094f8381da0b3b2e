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
  if (connections > 3) return never
  if (charge(g, atom) != 0) return givenByIon(g, atom, connections)
  switch (z(g, atom)) {
    case 6:
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
    default:
      return unknown
  }
}

/** That of a pyridinium or pyrylium ion one, the nitrogen anion of an azole two, as with its proton. */
function givenByIon(g: usize, atom: i32, connections: i32): i32 {
  const element = z(g, atom)
  if (charge(g, atom) == -1) return element == 7 && connections == 2 ? 2 : unknown
  const isChalcogen = element == 8 || element == 16 || element == 34
  const isIon = charge(g, atom) == 1 && connections == (isChalcogen ? 2 : 3) && (isChalcogen || element == 7)
  return isIon && isDoubledInRing(g, atom) ? 1 : unknown
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
  return 1
}
