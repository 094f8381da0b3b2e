import { eightAt, firstByte, nonZero } from '../bytes.as'
import { atoms, charge, degree, hydrogens, neighbour, order, via, z } from '../graph.as'
import { chargeAt } from '../graph-layout'
import { maxNeighbours, single } from '../layout'

/** Elements whose cations may get another bond: carbon, silicon, phosphorus, sulfur and those below, iodine. */
const risers: u64 = (<u64>1 << 6) | (<u64>1 << 14) | (<u64>1 << 15) | (<u64>1 << 16) | (<u64>1 << 33) | (<u64>1 << 34) | (<u64>1 << 52) | (<u64>1 << 53)

/**
 * Whether the full path may draw opposite charges as bonds, see `chem/joined-charges`, or find that they stay apart, see
 * `hasChargesApart`. False for what most drawings with charges have: nitro groups, N-oxides, azides, ammonium ions,
 * carboxylates.
 */
export function mayJoinCharges(g: usize): bool {
  let mayStart = false
  let mayEnd = false
  let hasCation = false
  let hasAnion = false
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    for (let left = nonZero(eightAt(g + chargeAt, eight)); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (atom >= n) break
      if (charge(g, atom) > 0) {
        mayStart = mayStart || startsPath(g, atom)
        hasCation = hasCation || (hydrogens(g, atom) == 0 && !isBeside(g, atom, -1))
      } else {
        mayEnd = mayEnd || endsPath(g, atom)
        hasAnion = hasAnion || (z(g, atom) == 6 && !isBeside(g, atom, 1))
      }
      if ((mayStart && mayEnd) || (hasCation && hasAnion)) return true
    }
  }
  return false
}

/** Whether a neighbour has a charge of this sign. */
function isBeside(g: usize, atom: i32, sign: i32): bool {
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++)
    if (charge(g, neighbour(g, k)) * sign > 0) return true
  return false
}

@inline
function isRiser(g: usize, atom: i32): bool {
  return charge(g, atom) > 0 && (((risers >> <u64>z(g, atom)) & 1) == 1 || charge(g, atom) > 1)
}

function startsPath(g: usize, cation: i32): bool {
  if (isRiser(g, cation)) return true
  let isMultiple = false
  for (let k = cation * maxNeighbours, end = k + degree(g, cation); k < end; k++) {
    const other = neighbour(g, k)
    // Boron may lose a bond to it; all others that end here belong to it.
    if (charge(g, other) < 0 && degree(g, other) == 1 && z(g, other) != 5) return false
    isMultiple = isMultiple || order(g, via(g, k)) != single
  }
  return isMultiple
}

/** An anion next to a cation that takes a bond, or with a neighbour whose double bond leads on. */
function endsPath(g: usize, anion: i32): bool {
  for (let k = anion * maxNeighbours, end = k + degree(g, anion); k < end; k++) {
    const other = neighbour(g, k)
    if (z(g, anion) == 5 && order(g, via(g, k)) != single) return true
    if (isRiser(g, other)) return true
    for (let j = other * maxNeighbours, last = j + degree(g, other); j < last; j++) {
      const next = neighbour(g, j)
      if (next != anion && order(g, via(g, j)) != single && (degree(g, next) > 1 || charge(g, next) > 0)) return true
    }
  }
  return false
}
