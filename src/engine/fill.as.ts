// Fills a graph with atoms and bonds.
import {
  atoms, bonds, degree, neighbour, setAtoms, setBonds, setCharge, setComponents, setDegree, setFrom, setGeneration,
  setHydrogens, setLabelled, setLoose, setLower, setNeighbour, setOrder, setTo, setUnusual, setVia, setZ,
} from './graph.as'
import { bondCapacity, capacity, maxNeighbours } from './layout'

/** Generation counter shared by all graphs; wraps at 2^32. 0 and -1 mean no molecule. */
let generations = 0

export function clear(g: usize): void {
  generations = generations == -2 ? 1 : generations + 1
  setGeneration(g, generations)
  setAtoms(g, 0)
  setBonds(g, 0)
  setComponents(g, 0)
  setLabelled(g, 0)
  setLoose(g, 0)
  setUnusual(g, 0)
}

/** Adds an atom; -1 if there is no room. */
export function addAtom(g: usize, z: i32, charge: i32, lower: i32): i32 {
  const at = atoms(g)
  if (at == capacity) return -1
  setZ(g, at, z)
  setCharge(g, at, charge)
  setLower(g, at, lower)
  setHydrogens(g, at, 0)
  setDegree(g, at, 0)
  setAtoms(g, at + 1)
  return at
}

/** Joins two atoms; false if there is no room, the atoms are the same, or they are already joined. */
export function join(g: usize, a: i32, b: i32, order: i32): bool {
  const degreeA = degree(g, a)
  const degreeB = degree(g, b)
  const bond = bonds(g)
  if (a == b || degreeA == maxNeighbours || degreeB == maxNeighbours || bond == bondCapacity) return false
  // The second atom is usually the one added later, which has fewer neighbours.
  for (let k = 0; k < degreeB; k++) if (neighbour(g, b * maxNeighbours + k) == a) return false
  setBonds(g, bond + 1)
  setFrom(g, bond, a)
  setTo(g, bond, b)
  setOrder(g, bond, order)
  setNeighbour(g, a * maxNeighbours + degreeA, b)
  setVia(g, a * maxNeighbours + degreeA, bond)
  setNeighbour(g, b * maxNeighbours + degreeB, a)
  setVia(g, b * maxNeighbours + degreeB, bond)
  setDegree(g, a, degreeA + 1)
  setDegree(g, b, degreeB + 1)
  return true
}
