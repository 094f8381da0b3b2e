import { degree, neighbour, via } from './graph.as'
import { maxNeighbours } from './layout'

/** -1 if the atoms are not bonded. */
export function bondBetween(g: usize, a: i32, b: i32): i32 {
  for (let k = a * maxNeighbours, end = k + degree(g, a); k < end; k++) if (neighbour(g, k) == b) return via(g, k)
  return -1
}
