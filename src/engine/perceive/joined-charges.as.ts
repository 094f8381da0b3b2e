import { byteAt, eightAt, fillBytes, setByte, setShort, shortAt } from '../bytes.as'
import {
  atoms, charge, components, degree, hydrogens, neighbour, order, via, z, lower, ringBond, ringSize, setCharge,
  setOrder, unsaturated,
} from '../graph.as'
import { chargeAt } from '../graph-layout'
import { aromaticBond, maxNeighbours, single, triple, double } from '../layout'
import { bondBetween } from '../neighbours.as'
import { sumBonds } from './drawn-bonds.as'
import { canBeKekulized } from './kekule.as'

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

/** The next charged atom, from one on; -1 if there is none. Most molecules have none. */
export function nextCharged(g: usize, from: i32): i32 {
  for (let a = from, n = atoms(g); a < n; a++) {
    if ((a & 7) == 0 && eightAt(g + chargeAt, a) == 0) a += 7
    else if (charge(g, a) != 0) return a
  }
  return -1
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
  for (let atom = nextCharged(g, 0); atom >= 0; atom = nextCharged(g, atom + 1)) {
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
  if (!mayStart) return false
  for (let atom = nextCharged(g, 0); atom >= 0; atom = nextCharged(g, atom + 1))
    if (charge(g, atom) > 0 && startsPath(g, atom) && endOf(g, atom, isAnionic) != nowhere) return true
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

/** Where the charge of a cation may go, besides the number of an atom: nowhere, or to one of several. */
const nowhere = -1
const open = -2
/** All ways lead along aromatic bonds up to the end; there is no other end. */
const isPlain = 1 << 16
const isOnly = 1 << 17

/**
 * Where bonds whose orders could fall and rise by turns lead from a cation: to an anion, or from one without hydrogen
 * to an atom with hydrogen, perhaps through an atom twice. Aromatic bonds could do either. The end that is preferred to
 * others; from the ninth bit the atom before it, unless it is written as aromatic; then the marks.
 */
function endOf(g: usize, cation: i32, isAnionic: bool): i32 {
  if (!isAnionic && hydrogens(g, cation) > 0) return nowhere
  fillBytes(reached, 0, atoms(g) * 2)
  let count = reach(cation, falling, 0)
  if (isAnionic && isRiser(g, cation)) count = reach(cation, rising, count)
  let end = nowhere
  let best = 0
  let marks = isPlain | isOnly
  for (let i = 0; i < count; i++) {
    const atom = shortAt(waiting, i) >> 1
    const change = shortAt(waiting, i) & 1
    for (let k = atom * maxNeighbours, stop = k + degree(g, atom); k < stop; k++) {
      const other = neighbour(g, k)
      const drawn = order(g, via(g, k))
      if (other == cation || drawn == (change == rising ? triple : single)) continue
      if (drawn != aromaticBond && lower(g, other) == 1) marks = 0
      const rank = rankOf(g, cation, other, change, i > 0)
      if (rank > 0) {
        const place = lower(g, other) == 1 ? other : other | (atom << 8)
        if (lower(g, atom) == 0) marks = 0
        if (best > 0 && place != end) marks &= ~isOnly
        if (rank == best && place != end) end = open
        if (rank > best) end = place
        best = max(best, rank)
      }
      count = reach(other, 1 - change, count)
    }
  }
  return end < 0 ? end : end | marks
}

/**
 * Draws where the charge of the only cation goes that has an end, if that is certain: an atom that is certainly
 * preferred, and a Kekulé form after which the charge is there. Without one it stays. False if that is not certain.
 */
export function joinsSurely(g: usize): bool {
  let isAnionic = false
  for (let a = nextCharged(g, 0); a >= 0; a = nextCharged(g, a + 1)) {
    if (charge(g, a) < 0 && z(g, a) == 6) return false
    isAnionic = isAnionic || charge(g, a) < 0
  }
  let cation = -1
  let found = nowhere
  for (let a = nextCharged(g, 0); a >= 0; a = nextCharged(g, a + 1)) {
    const end = charge(g, a) > 0 && startsPath(g, a) ? endOf(g, a, isAnionic) : nowhere
    if (end == nowhere) continue
    if (end == open || cation >= 0) return false
    cation = a
    found = end
  }
  if (cation < 0 || charge(g, cation) != 1 || hydrogens(g, cation) > 0) return false
  // A halide may belong to another cation.
  if (z(g, cation) != 7 && components(g) > 1) return false
  const end = found & 255
  const before = (found >> 8) & 255
  const link = lower(g, end) == 1 ? -1 : bondBetween(g, before, end)
  // A nitrone is left to the full path, and so is what gives two protons. A phosphonium ion keeps its charge.
  const mayMove = z(g, cation) == 7 || isOneOf(chalcogens, z(g, cation))
  if (charge(g, end) > 0 || (charge(g, end) == 0 && (!mayMove || hasOxide(g, end)))) return false
  if (link >= 0 && (order(g, link) != single || (before != cation && z(g, before) != 6))) return false
  if (lower(g, cation) == 0) return joinsNear(g, cation, before, end, link)
  if ((isRiser(g, cation) && charge(g, end) < 0) || !canBeKekulized(g)) return false
  draw(g, cation, end, link, 1)
  if (canBeKekulized(g)) return (found & isPlain) != 0 && !mayJoinCharges(g)
  draw(g, cation, end, link, -1)
  return (found & isOnly) != 0
}

/** The same for a sulfoxide or phosphine oxide drawn with charges, and for an amidine or amide drawn as its cation. */
function joinsNear(g: usize, cation: i32, before: i32, end: i32, link: i32): bool {
  if (link < 0) return false
  if (before == cation) {
    if (charge(g, end) == 0 || unsaturated(g, cation) != 0 || (z(g, cation) != 15 && z(g, cation) != 16)) return false
  } else {
    const bond = bondBetween(g, cation, before)
    if (bond < 0 || order(g, bond) != double) return false
    setOrder(g, bond, single)
  }
  draw(g, cation, end, link, 1)
  return !mayJoinCharges(g)
}

/** Moves a charge from a cation to its end, with a double bond there unless it is written as aromatic; or back (-1). */
function draw(g: usize, cation: i32, end: i32, link: i32, moved: i32): void {
  setCharge(g, cation, charge(g, cation) - moved)
  setCharge(g, end, charge(g, end) + moved)
  if (link >= 0) setOrder(g, link, moved > 0 ? double : single)
  sumBonds(g)
}

/** How much an atom is preferred as an end; 0 if it is none, 3 for an anion or a nitrone. */
function rankOf(g: usize, cation: i32, atom: i32, change: i32, isFar: bool): i32 {
  // Boron with four bonds takes no other.
  const mayEnd = charge(g, atom) < 0 && (change == rising ? z(g, atom) != 5 : !isOneOf(neverFalling, z(g, atom)))
  if (mayEnd && mayShare(g, cation, atom)) return 3
  if (change != rising || !isFar || hydrogens(g, cation) > 0 || !takesCharge(g, atom)) return 0
  return charge(g, atom) != 0 || hasOxide(g, atom) ? 3 : hydrogens(g, atom) > 1 ? 2 : 1
}

/** Whether an anion has no other neighbour. */
function hasOxide(g: usize, atom: i32): bool {
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++)
    if (charge(g, neighbour(g, k)) < 0 && degree(g, neighbour(g, k)) == 1) return true
  return false
}

/** Whether an atom has a lone pair and a hydrogen, or is the nitrogen of a nitrone. */
function takesCharge(g: usize, atom: i32): bool {
  if (charge(g, atom) != 0) return charge(g, atom) == 1 && hydrogens(g, atom) > 1 && isOneOf(chalcogens, z(g, atom))
  if (z(g, atom) == 7 && hasOxide(g, atom)) return true
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
  for (let a = nextCharged(g, 0); a >= 0; a = nextCharged(g, a + 1))
    if (z(g, a) == 7 && charge(g, a) > 0 && lower(g, a) == 0 && mayBeProtonated(g, a)) return true
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
  for (let a = nextCharged(g, 0); a >= 0; a = nextCharged(g, a + 1))
    if (charge(g, a) > 0 && hydrogens(g, a) > 0 && degree(g, a) > 0 && (z(g, a) != 7 || isDrawnOn(g, a))) return true
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
  for (let a = nextCharged(g, 0); a >= 0; a = nextCharged(g, a + 1))
    if (z(g, a) == 5 && charge(g, a) < 0 && isOnCation(g, a)) return true
  return false
}

function isOnCation(g: usize, boron: i32): bool {
  for (let k = boron * maxNeighbours, end = k + degree(g, boron); k < end; k++)
    if (ringBond(g, via(g, k)) == 0 && charge(g, neighbour(g, k)) > 0) return true
  return false
}
