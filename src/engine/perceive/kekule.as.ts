import { byteAt, eightAt, fillBytes, firstByte, setByte, setEight } from '../bytes.as'
import { aromaticBonds, furtherBonds } from './drawn-bonds.as'
import { atoms, charge, degree, from, hydrogens, order, ringDegree, ringNeighbour, ringVia, to, z } from '../graph.as'
import { lowerAt } from '../graph-layout'
import { aromaticBond, maxNeighbours } from '../layout'

const needs = memory.data(256 + 256 + 512 + 256 + 256, 2)
/** The atom at the other end of the double bond; 255 if there is none. */
const partner = needs + 256
const alone = 255
const visited = partner + 256
let round = 0

/** Whether the lower-case atoms have a Kekulé form, each in a ring of such. False also if this is not certain. */
export function canBeKekulized(g: usize): bool {
  let any: u64 = 0
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    setEight(needs, eight, 0)
    const lower = eightAt(g + lowerAt, eight)
    for (let left = lower; left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (atom >= n) break
      const need = needsDoubleBond(g, atom)
      if (need < 0) return false
      setByte(needs, atom, need)
    }
    any |= lower
  }
  return any == 0 || perfectMatching(g)
}

/** Whether a lower-case atom has a double bond in its ring; for the molecule kekulized last. */
@inline
export function needsDouble(atom: i32): bool {
  return byteAt(needs, atom) == 1
}

/** 1 if the atom must have a double bond in the ring, 0 if it cannot, -1 if this is not certain. */
function needsDoubleBond(g: usize, atom: i32): i32 {
  if (aromaticBonds(atom) < 2) return -1
  const outside = furtherBonds(atom)
  const own = charge(g, atom)
  const connections = degree(g, atom) + hydrogens(g, atom)
  switch (z(g, atom)) {
    case 6:
      if (own != 0 || connections != 3) return -1
      return outside == 0 ? 1 : outside == 1 ? 0 : -1
    case 7:
      if (outside != 0) return -1
      if (own == 0) return connections == 2 ? 1 : connections == 3 ? 0 : -1
      return own == 1 && connections == 3 ? 1 : own == -1 && connections == 2 ? 0 : -1
    case 8:
    case 16:
    case 34:
      return outside != 0 || connections != 2 ? -1 : own == 0 ? 0 : own == 1 ? 1 : -1
    default:
      return -1
  }
}

/** The other atom of its double bond, in a Kekulé form of the molecule kekulized last; 255 if it has none in a ring. */
export function kekulePartner(atom: i32): i32 {
  return needsDouble(atom) ? byteAt(partner, atom) : alone
}

function perfectMatching(g: usize): bool {
  const n = atoms(g)
  fillBytes(partner, alone, n)
  for (let eight = 0; eight < n; eight += 8) {
    for (let left = eightAt(needs, eight); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (byteAt(partner, atom) != alone) continue
      visitNone()
      if (!augment(g, atom)) return false
    }
  }
  return true
}

/** Whether a bond is single in every Kekulé form of the molecule kekulized last. False also if not certain. */
export function isAlwaysSingle(g: usize, bond: i32): bool {
  const a = from(g, bond)
  const b = to(g, bond)
  if (byteAt(needs, a) == 0 || byteAt(needs, b) == 0) return true
  const partnerOfA = byteAt(partner, a)
  if (partnerOfA == b || !isBipartite(g, partnerOfA, a, b)) return false
  const partnerOfB = byteAt(partner, b)
  visitNone()
  visit(a)
  visit(b)
  setByte(partner, partnerOfA, alone)
  setByte(partner, partnerOfB, alone)
  const other = augment(g, partnerOfA)
  setByte(partner, partnerOfA, other ? byteAt(partner, partnerOfA) : a)
  setByte(partner, partnerOfB, other ? byteAt(partner, partnerOfB) : b)
  if (other) {
    setByte(partner, a, b)
    setByte(partner, b, a)
  }
  return !other
}

const colour = visited + 512
const reached = colour + 256

/** Whether the atoms that need a double bond, joined to the first but for two, have no odd ring: no path is missed. */
function isBipartite(g: usize, first: i32, a: i32, b: i32): bool {
  fillBytes(colour, 0, atoms(g))
  setByte(colour, first, 1)
  setByte(reached, 0, first)
  let count = 1
  for (let next = 0; next < count; next++) {
    const atom = byteAt(reached, next)
    for (let k = atom * maxNeighbours, end = k + ringDegree(g, atom); k < end; k++) {
      const other = ringNeighbour(g, k)
      if (other == a || other == b || order(g, ringVia(g, k)) != aromaticBond || byteAt(needs, other) == 0) continue
      if (byteAt(colour, other) == byteAt(colour, atom)) return false
      if (byteAt(colour, other) != 0) continue
      setByte(colour, other, 3 - byteAt(colour, atom))
      setByte(reached, count++, other)
    }
  }
  return true
}

function visitNone(): void {
  round = (round + 1) & 0xffff
  if (round != 0) return
  fillBytes(visited, 0, 512)
  round = 1
}

function augment(g: usize, atom: i32): bool {
  visit(atom)
  for (let k = atom * maxNeighbours, end = k + ringDegree(g, atom); k < end; k++) {
    const other = ringNeighbour(g, k)
    if (order(g, ringVia(g, k)) != aromaticBond || byteAt(needs, other) == 0 || wasVisited(other)) continue
    visit(other)
    if (byteAt(partner, other) == alone || augment(g, byteAt(partner, other))) {
      setByte(partner, other, atom)
      setByte(partner, atom, other)
      return true
    }
  }
  return false
}

@inline
function visit(atom: i32): void {
  store<u16>(visited + (<usize>atom << 1), <u16>round)
}

@inline
function wasVisited(atom: i32): bool {
  return <i32>load<u16>(visited + (<usize>atom << 1)) == round
}
