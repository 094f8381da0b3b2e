import { byteAt, eightAt, fillBytes, firstByte, setByte, setEight } from './bytes'
import { aromaticBonds, furtherBonds } from './drawn-bonds'
import { atoms, charge, degree, hydrogens, order, ringDegree, ringNeighbour, ringVia, z } from './graph'
import { aromaticBond, lowerAt, maxNeighbours } from './layout'

const needs = memory.data(256)
/** 255 where an atom has none. */
const partner = memory.data(256)
const alone = 255
const visited = memory.data(512, 2)
let round = 0

/**
 * Whether the lower-case atoms can be drawn with single and double bonds, and each lies in a
 * ring of such atoms. False also where that is merely not certain.
 */
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

/** Whether a lower-case atom bears a double bond of its ring; of the molecule that was asked about last. */
@inline
export function needsDouble(atom: i32): bool {
  return byteAt(needs, atom) == 1
}

/** 1 where the atom must bear a double bond of the ring, 0 where it cannot, -1 where this is not clear. */
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
      return own == 1 && connections == 3 ? 1 : -1
    case 8:
      if (own == 1) return outside == 0 && connections == 2 ? 1 : -1
      return outside == 0 && own == 0 && connections == 2 ? 0 : -1
    case 16:
    case 34:
      return outside == 0 && own == 0 && connections == 2 ? 0 : -1
    default:
      return -1
  }
}

function perfectMatching(g: usize): bool {
  const n = atoms(g)
  fillBytes(partner, alone, n)
  for (let eight = 0; eight < n; eight += 8) {
    for (let left = eightAt(needs, eight); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (byteAt(partner, atom) != alone) continue
      round = (round + 1) & 0xffff
      if (round == 0) {
        fillBytes(visited, 0, 512)
        round = 1
      }
      if (!augment(g, atom)) return false
    }
  }
  return true
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
