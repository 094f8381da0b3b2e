import { byteAt, setByte } from '../bytes.as'
import {
  atoms, bonds, charge, degree, from, hydrogens, lower, neighbour, neutralHydrogens, order, ringAtom, ringBond,
  ringDegree, ringSize, sureAtom, sureBond, to, unsaturated, via, z,
} from '../graph.as'
import { aromaticBond, double, maxNeighbours, single } from '../layout'
import { nextCharged } from './joined-charges.as'

const inside = 1
const outside = 2
const hydrogen = 3
const pair = 4
/** Roles: a double bond that is exocyclic, or in the ring. */
const either = 5

/** Role of each atom, as above; 0 if it cannot be in an aromatic ring. */
const roles = memory.data(256 + 8)
const path = roles + 256

/**
 * Whether a molecule may have a ring that would be aromatic with hydrogens elsewhere: the full path also judges its
 * usual form. As `unusual-rings`, `lactam-form`, `barbituric-form`, `moved-form`, `amidine-forms` and others of `chem`,
 * but including rings that are not certainly aromatic.
 */
export function mayBeUnusual(g: usize): bool {
  if (mayBeLactam(g) || mayMoveOutside(g) || mayBePhosphite(g) || hasOpenCharge(g)) return true
  if (!mayLeaveRing(g)) return false
  for (let a = 0, n = atoms(g); a < n; a++) setByte(roles, a, ringAtom(g, a) == 1 ? roleOf(g, a) : 0)
  for (let a = 0, n = atoms(g); a < n; a++) {
    const role = byteAt(roles, a)
    if (role != outside && role != either) continue
    setByte(path, 0, a)
    if (closesUnusual(g, a, 1)) return true
  }
  return false
}

/**
 * Whether a carbanion is in a ring, which it may make aromatic, or a nitrogen with a proton between two unsaturated
 * atoms, which it may keep from being aromatic. An atom with several charges is not read at all; see `hydrogens`.
 */
function hasOpenCharge(g: usize): bool {
  for (let a = nextCharged(g, 0); a >= 0; a = nextCharged(g, a + 1)) {
    if (charge(g, a) < 0 && z(g, a) == 6 && ringAtom(g, a) == 1) return true
    if (charge(g, a) > 0 && z(g, a) == 7 && hydrogens(g, a) > 0 && isBetweenUnsaturated(g, a)) return true
  }
  return false
}

function isBetweenUnsaturated(g: usize, a: i32): bool {
  let beside = 0
  for (let k = a * maxNeighbours, end = k + degree(g, a); k < end; k++) {
    if (order(g, via(g, k)) != single) return false
    if (ringBond(g, via(g, k)) == 1 && unsaturated(g, neighbour(g, k)) == 1) beside++
  }
  return beside > 1
}

/**
 * Whether a hydroxy or mercapto group may be on an aromatic ring, between an atom with a lone pair and a carbon, or
 * three such groups or carbonyl groups next to nitrogens of rings, as in a barbituric acid.
 */
function mayBeLactam(g: usize): bool {
  let acidic = 0
  let hydroxy = 0
  for (let a = 0, n = atoms(g); a < n; a++) {
    if (degree(g, a) != 1 || (z(g, a) != 8 && z(g, a) != 16)) continue
    const carbon = neighbour(g, a * maxNeighbours)
    if (z(g, carbon) != 6 || ringDegree(g, carbon) != 2) continue
    const isNextToNitrogen = hasRingNitrogen(g, carbon)
    if (isNextToNitrogen) acidic++
    if (hydrogens(g, a) == 0 && charge(g, a) >= 0) continue
    if (isNextToNitrogen) hydroxy++
    if (hasDoubleOrAromatic(g, carbon) && isNextToLonePair(g, carbon)) return true
  }
  return hydroxy > 0 && acidic >= 3
}

function hasRingNitrogen(g: usize, a: i32): bool {
  for (let k = a * maxNeighbours, end = k + degree(g, a); k < end; k++)
    if (z(g, neighbour(g, k)) == 7 && ringBond(g, via(g, k)) == 1) return true
  return false
}

/**
 * Whether a molecule may have an azo or nitroso group on a carbon without a double bond, an enamine, an amidine, a
 * dienol, or an enediol.
 */
function mayMoveOutside(g: usize): bool {
  for (let b = 0, n = bonds(g); b < n; b++) {
    if (!mayBeDouble(g, b)) continue
    if (mayMoveTo(g, from(g, b), to(g, b)) || mayMoveTo(g, to(g, b), from(g, b))) return true
  }
  return false
}

/** Whether a bond is double, or may be, and not certainly aromatic. */
function mayBeDouble(g: usize, b: i32): bool {
  return !isInside(g, b) && (order(g, b) == double || mayBeOutside(g, b))
}

/** Whether a bond that may be aromatic is in no ring of five or six that certainly is. */
function mayBeOutside(g: usize, b: i32): bool {
  if (order(g, b) != aromaticBond) return false
  return sureAtom(g, from(g, b)) == 0 || sureAtom(g, to(g, b)) == 0 || ringSize(g, b) > 6
}

/** Whether a hydrogen may move to an end of a double bond, or of one that is conjugated with it. */
function mayMoveTo(g: usize, near: i32, far: i32): bool {
  if (z(g, near) == 7) return (z(g, far) == 7 || z(g, far) == 8) && isOnSaturatedCarbon(g, near)
  if (z(g, near) != 6 || (z(g, far) != 6 && z(g, far) != 7)) return false
  for (let k = near * maxNeighbours, end = k + degree(g, near); k < end; k++) {
    const other = neighbour(g, k)
    if (other == far) continue
    if (z(g, other) == 7 && neutralHydrogens(g, other) > 0) return true
    if (z(g, far) == 6 && isHydroxy(g, other) && (hasHydroxy(g, far) || isConjugated(g, far, near))) return true
  }
  return false
}

function isOnSaturatedCarbon(g: usize, nitrogen: i32): bool {
  for (let k = nitrogen * maxNeighbours, end = k + degree(g, nitrogen); k < end; k++)
    if (z(g, neighbour(g, k)) == 6 && unsaturated(g, neighbour(g, k)) == 0) return true
  return false
}

/** Whether a phosphorus without a double bond may have a hydroxy or mercapto group. */
function mayBePhosphite(g: usize): bool {
  for (let a = 0, n = atoms(g); a < n; a++) {
    if (z(g, a) != 15 || unsaturated(g, a) == 1) continue
    for (let k = a * maxNeighbours, end = k + degree(g, a); k < end; k++) {
      const other = neighbour(g, k)
      if ((z(g, other) != 8 && z(g, other) != 16) || degree(g, other) != 1) continue
      if (hydrogens(g, other) > 0 || charge(g, other) < 0) return true
    }
  }
  return false
}

function hasHydroxy(g: usize, carbon: i32): bool {
  for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++)
    if (isHydroxy(g, neighbour(g, k))) return true
  return false
}

/** A hydroxy group, or one drawn as an anion. */
function isHydroxy(g: usize, a: i32): bool {
  return z(g, a) == 8 && degree(g, a) == 1 && (hydrogens(g, a) > 0 || charge(g, a) < 0)
}

/** Whether a neighbour of an atom, other than `but`, may have a double bond to carbon that is not aromatic. */
function isConjugated(g: usize, atom: i32, but: i32): bool {
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
    const other = neighbour(g, k)
    if (other == but || z(g, other) != 6) continue
    for (let j = other * maxNeighbours, last = j + degree(g, other); j < last; j++)
      if (neighbour(g, j) != atom && z(g, neighbour(g, j)) == 6 && mayBeDouble(g, via(g, j))) return true
  }
  return false
}

function hasDoubleOrAromatic(g: usize, a: i32): bool {
  if (lower(g, a) == 1) return true
  for (let k = a * maxNeighbours, end = k + degree(g, a); k < end; k++)
    if (order(g, via(g, k)) == double) return ringBond(g, via(g, k)) == 1
  return false
}

/** Whether one ring neighbour is carbon, the other O, S, or N with hydrogen, a third neighbour or a ring of five. */
function isNextToLonePair(g: usize, carbon: i32): bool {
  let pairs = 0
  let carbons = 0
  for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++) {
    if (ringBond(g, via(g, k)) == 0) continue
    const other = neighbour(g, k)
    if (z(g, other) == 6) carbons++
    else if (z(g, other) == 8 || z(g, other) == 16) pairs++
    else if (z(g, other) != 7) continue
    else if (degree(g, other) == 3 || neutralHydrogens(g, other) > 0 || ringSize(g, via(g, k)) == 5) pairs++
  }
  return pairs == 1 && carbons == 1
}

/** Whether a ring atom may have a double bond that is not aromatic: most molecules have none. */
function mayLeaveRing(g: usize): bool {
  for (let b = 0, n = bonds(g); b < n; b++) {
    if (order(g, b) == double && !isInside(g, b) && (ringAtom(g, from(g, b)) == 1 || ringAtom(g, to(g, b)) == 1))
      return true
    if (mayBeOutside(g, b)) return true
  }
  return false
}

/** Whether a bond of an atom that is written as aromatic is in no ring of five or six that certainly is. */
function mayBeDoubledOutside(g: usize, a: i32): bool {
  for (let k = a * maxNeighbours, end = k + degree(g, a); k < end; k++)
    if (order(g, via(g, k)) == aromaticBond && !isInside(g, via(g, k))) return true
  return false
}

/** Whether a bond is certainly in an aromatic ring of five or six. */
function isInside(g: usize, b: i32): bool {
  return sureBond(g, b) == 1 && ringSize(g, b) <= 6
}

function roleOf(g: usize, a: i32): i32 {
  const element = z(g, a)
  let doubles = 0
  let isSure = false
  for (let k = a * maxNeighbours, end = k + degree(g, a); k < end; k++) {
    const drawn = order(g, via(g, k))
    if (drawn == double) {
      doubles++
      isSure = isInside(g, via(g, k))
    } else if (drawn != single && drawn != aromaticBond) return 0
  }
  if (doubles > 1) return 0
  if (element == 6 || element == 7) {
    if (doubles == 1) return isSure ? inside : outside
    if (lower(g, a) == 1) {
      const isPlain = ringDegree(g, a) < 3 || (sureAtom(g, a) == 1 && !mayBeDoubledOutside(g, a))
      if (element == 6) return charge(g, a) == 0 && isPlain ? inside : either
      if (charge(g, a) > 0) return inside
      return neutralHydrogens(g, a) > 0 ? hydrogen : degree(g, a) == 3 ? pair : inside
    }
    if (element == 6 && charge(g, a) != 0) return hydrogen
    if (neutralHydrogens(g, a) > 0) return hydrogen
    return element == 7 ? pair : 0
  }
  return (element == 8 || element == 16 || element == 34) && doubles == 0 && degree(g, a) == 2 ? pair : 0
}

/** Extends the path along ring bonds until it returns to its start. */
function closesUnusual(g: usize, from: i32, length: i32): bool {
  for (let k = from * maxNeighbours, end = k + degree(g, from); k < end; k++) {
    if (ringBond(g, via(g, k)) == 0) continue
    const other = neighbour(g, k)
    if (other == byteAt(path, 0) && length >= 5 && isUnusual(g, length)) return true
    if (length == 6 || byteAt(roles, other) == 0 || isOnPath(other, length)) continue
    setByte(path, length, other)
    if (closesUnusual(g, other, length + 1)) return true
  }
  return false
}

function isOnPath(atom: i32, length: i32): bool {
  for (let i = 0; i < length; i++) if (byteAt(path, i) == atom) return true
  return false
}

function isUnusual(g: usize, size: i32): bool {
  let outsides = 0
  let carbonyls = 0
  let hydrogenated = 0
  let pairs = 0
  let nitrogens = 0
  for (let i = 0; i < size; i++) {
    const a = byteAt(path, i)
    const role = byteAt(roles, a)
    if (z(g, a) != 6) nitrogens++
    if (role == hydrogen) hydrogenated++
    else if (role == pair) pairs++
    else if (role == either) outsides++
    else if (role == outside) {
      const to = doubled(g, a)
      if (isOnPath(to, size)) continue
      outsides++
      if (z(g, to) == 8 || z(g, to) == 16 || z(g, to) == 34) carbonyls++
    }
  }
  if (size == 6) {
    if (pairs > 0 || outsides == 0 || hydrogenated > outsides) return false
    return carbonyls < outsides || (nitrogens == 0 && hydrogenated > 0)
  }
  return carbonyls == 0 && pairs < 2 && hydrogenated < 3 && hydrogenated + outsides > 0
}

/** For an atom with the role `outside`: the other atom of its double bond. */
function doubled(g: usize, a: i32): i32 {
  for (let k = a * maxNeighbours, end = k + degree(g, a); k < end; k++)
    if (order(g, via(g, k)) == double) return neighbour(g, k)
  return a
}
