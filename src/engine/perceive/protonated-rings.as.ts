import { eightAt, firstByte, nonZero } from '../bytes.as'
import { atoms, charge, degree, hydrogens, lower, neighbour, order, ringBond, ringSize, unsaturated, via, z } from '../graph.as'
import { chargeAt } from '../graph-layout'
import { double, maxNeighbours } from '../layout'

/** Whether a five-membered ring may be protonated on nitrogen or carbon and aromatic without the proton; see `chem/protonated-rings`. */
export function mayLoseRingProton(g: usize): bool {
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    for (let left = nonZero(eightAt(g + chargeAt, eight)); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (atom < n && z(g, atom) == 7 && charge(g, atom) > 0 && lower(g, atom) == 0 && mayBeProtonated(g, atom)) return true
    }
  }
  return false
}

function mayBeProtonated(g: usize, nitrogen: i32): bool {
  let flat = 0
  for (let k = nitrogen * maxNeighbours, end = k + degree(g, nitrogen); k < end; k++) {
    if (ringBond(g, via(g, k)) == 0 || ringSize(g, via(g, k)) > 5) continue
    const other = neighbour(g, k)
    if (order(g, via(g, k)) == double && isNextToSaturated(g, other)) return true
    if (unsaturated(g, other) != 0) flat++
  }
  return unsaturated(g, nitrogen) == 0 && hydrogens(g, nitrogen) > 0 && flat == 2
}

function isNextToSaturated(g: usize, carbon: i32): bool {
  for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++) {
    const other = neighbour(g, k)
    if (ringBond(g, via(g, k)) == 1 && z(g, other) == 6 && unsaturated(g, other) == 0 && hydrogens(g, other) > 0) return true
  }
  return false
}
