import { eightAt, firstByte, nonZero } from '../bytes.as'
import { atoms, charge, degree, neighbour, ringBond, via, z } from '../graph.as'
import { chargeAt } from '../graph-layout'
import { maxNeighbours } from '../layout'

/** Whether a bond outside rings joins a cation and a boron anion, as in an amine-borane; see `chem/nonmetal-bonds`. */
export function hasAdduct(g: usize): bool {
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    for (let left = nonZero(eightAt(g + chargeAt, eight)); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (atom < n && z(g, atom) == 5 && charge(g, atom) < 0 && isOnCation(g, atom)) return true
    }
  }
  return false
}

function isOnCation(g: usize, boron: i32): bool {
  for (let k = boron * maxNeighbours, end = k + degree(g, boron); k < end; k++) if (ringBond(g, via(g, k)) == 0 && charge(g, neighbour(g, k)) > 0) return true
  return false
}
