import { byteAt, eightAt, fillBytes, firstByte, nonZero, setByte, setShort, shortAt } from '../bytes.as'
import {
  atoms, charge, degree, hydrogens, neighbour, order, via, z, lower, ringBond, ringSize, unsaturated,
} from '../graph.as'
import { chargeAt } from '../graph-layout'
import { maxNeighbours, single, triple, double } from '../layout'

/** Elements whose cations may get another bond: boron, carbon, silicon, phosphorus, sulfur and those below, iodine. */
const risers: u64 =
  (<u64>1 << 5) | (<u64>1 << 6) | (<u64>1 << 14) | (<u64>1 << 15) | (<u64>1 << 16) | (<u64>1 << 33) | (<u64>1 << 34) |
  (<u64>1 << 52) | (<u64>1 << 53)
const chalcogens: u64 = (<u64>1 << 8) | (<u64>1 << 16) | (<u64>1 << 34) | (<u64>1 << 52)
/** Elements whose anions get another bond, and never lose one. */
const neverFalling: u64 = (<u64>1 << 6) | (<u64>1 << 7) | (<u64>1 << 8) | (<u64>1 << 9)

@inline
function isOneOf(elements: u64, z: i32): bool {
  return z < 64 && ((elements >> <u64>z) & 1) == 1
}

/**
 * Whether the full path may draw opposite charges as bonds, or move a charge to an atom with hydrogen, see
 * `chem/joined-charges`, or find that charges stay apart, see `hasChargesApart`. False for what most drawings with
 * charges have: nitro groups, N-oxides, azides, ammonium ions, carboxylates.
 */
export function mayJoinCharges(g: usize): bool {
  let mayStart = false
  let isAnionic = false
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
        isAnionic = true
        if (z(g, atom) == 6 && isBesideOxo(g, atom)) return true
        hasAnion = hasAnion || (z(g, atom) == 6 && !isBeside(g, atom, 1))
      }
      if (hasCation && hasAnion) return true
    }
  }
  if (!mayStart) return false
  for (let atom = 0, n = atoms(g); atom < n; atom++)
    if (charge(g, atom) > 0 && startsPath(g, atom) && reachesEnd(g, atom, isAnionic)) return true
  return false
}

/** Whether a neighbour has a charge of this sign. */
function isBeside(g: usize, atom: i32, sign: i32): bool {
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++)
    if (charge(g, neighbour(g, k)) * sign > 0) return true
  return false
}

/** Whether a neighbour is a cation of nitrogen with an uncharged oxygen of its own: a nitrone drawn otherwise. */
function isBesideOxo(g: usize, carbon: i32): bool {
  for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++) {
    const nitrogen = neighbour(g, k)
    if (z(g, nitrogen) != 7 || charge(g, nitrogen) <= 0) continue
    for (let j = nitrogen * maxNeighbours, last = j + degree(g, nitrogen); j < last; j++) {
      const other = neighbour(g, j)
      if (z(g, other) == 8 && charge(g, other) == 0 && degree(g, other) == 1 && hydrogens(g, other) == 0) return true
    }
  }
  return false
}

@inline
function isRiser(g: usize, atom: i32): bool {
  return isOneOf(risers, z(g, atom)) || charge(g, atom) > 1
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

const falling = 0
const rising = 1
/** For each atom: whether it was reached so that its next bond falls, or rises. */
const reached = memory.data(2 * 256 + 2 * 2 * 256, 2)
const waiting = reached + 2 * 256

/** The number of those that wait, with one more if it was not reached before. */
@inline
function reach(atom: i32, next: i32, count: i32): i32 {
  if (byteAt(reached, atom * 2 + next) != 0) return count
  setByte(reached, atom * 2 + next, 1)
  setShort(waiting, count, atom * 2 + next)
  return count + 1
}

/**
 * Whether bonds whose orders could fall and rise by turns lead from a cation to an anion, or from one without hydrogen
 * to an atom with hydrogen, perhaps through an atom twice. Aromatic bonds could do either.
 */
function reachesEnd(g: usize, cation: i32, isAnionic: bool): bool {
  const mayMove = hydrogens(g, cation) == 0
  if (!isAnionic && !mayMove) return false
  fillBytes(reached, 0, atoms(g) * 2)
  let count = reach(cation, falling, 0)
  if (isRiser(g, cation)) count = reach(cation, rising, count)
  for (let i = 0; i < count; i++) {
    const atom = shortAt(waiting, i) >> 1
    const change = shortAt(waiting, i) & 1
    for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
      if (order(g, via(g, k)) == (change == rising ? triple : single)) continue
      const other = neighbour(g, k)
      if (mayMove && change == rising && i > 0 && takesCharge(g, other)) return true
      const mayEnd = charge(g, other) < 0 && (change == rising || !isOneOf(neverFalling, z(g, other)))
      if (mayEnd && mayShare(g, cation, other)) return true
      count = reach(other, 1 - change, count)
    }
  }
  return false
}

/** Whether an atom has a lone pair and a hydrogen, or is the nitrogen of a nitrone. */
function takesCharge(g: usize, atom: i32): bool {
  if (charge(g, atom) != 0) return charge(g, atom) == 1 && hydrogens(g, atom) > 1 && isOneOf(chalcogens, z(g, atom))
  if (z(g, atom) == 7 && isBeside(g, atom, -1)) return true
  return hydrogens(g, atom) > 0 && (z(g, atom) == 7 || isOneOf(chalcogens, z(g, atom)))
}

/** False where the proton of a cation balances an anion instead. */
function mayShare(g: usize, cation: i32, anion: i32): bool {
  if (z(g, cation) == 6 || hydrogens(g, cation) == 0 || !isOneOf(chalcogens, z(g, anion))) return true
  for (let k = cation * maxNeighbours, end = k + degree(g, cation); k < end; k++) {
    const other = neighbour(g, k)
    if (other == anion) return true
    for (let j = other * maxNeighbours, last = j + degree(g, other); j < last; j++)
      if (neighbour(g, j) == anion) return true
  }
  return false
}

/** Whether a five-membered ring may be aromatic without a proton on N or C; see `chem/protonated-rings`. */
export function mayLoseRingProton(g: usize): bool {
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    for (let left = nonZero(eightAt(g + chargeAt, eight)); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (atom < n && z(g, atom) == 7 && charge(g, atom) > 0 && lower(g, atom) == 0 && mayBeProtonated(g, atom))
        return true
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
    if (ringBond(g, via(g, k)) == 1 && z(g, other) == 6 && unsaturated(g, other) == 0 && hydrogens(g, other) > 0)
      return true
  }
  return false
}

/** Whether a component may have a proton that the full path gives to an anion; see `chem/returned-protons`. */
export function mayReturnProton(g: usize): bool {
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    for (let left = nonZero(eightAt(g + chargeAt, eight)); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (atom >= n || charge(g, atom) <= 0 || hydrogens(g, atom) == 0 || degree(g, atom) == 0) continue
      if (z(g, atom) != 7 || isDrawnOn(g, atom)) return true
    }
  }
  return false
}

/** Whether a nitrogen has a triple bond, two oxygens, or a carbonyl group or the like next to it. */
function isDrawnOn(g: usize, nitrogen: i32): bool {
  let oxygens = 0
  for (let k = nitrogen * maxNeighbours, end = k + degree(g, nitrogen); k < end; k++) {
    const other = neighbour(g, k)
    if (z(g, other) == 8) oxygens++
    if (oxygens > 1 || order(g, via(g, k)) == triple) return true
    for (let j = other * maxNeighbours, last = j + degree(g, other); j < last; j++)
      if (order(g, via(g, j)) == double && isOneOf(chalcogens, z(g, neighbour(g, j)))) return true
  }
  return false
}

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
  for (let k = boron * maxNeighbours, end = k + degree(g, boron); k < end; k++)
    if (ringBond(g, via(g, k)) == 0 && charge(g, neighbour(g, k)) > 0) return true
  return false
}
