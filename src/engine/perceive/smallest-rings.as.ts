import { mostRingsOfCage, mostRingsThroughOne } from '../../limits'
import { byteAt, setByte } from '../bytes.as'
import {
  atoms, bonds, components, from, generation, ringBond, ringDegree, ringNeighbour, rings, ringsFor, ringSize, ringVia,
  series, setRings, setRingsFor, to,
} from '../graph.as'
import { bondBetween } from '../neighbours.as'
import { ringListAt } from '../graph-layout'
import { maxNeighbours, noRing, ringCapacity, ringWidth } from '../layout'
import { smallestRingThrough, isAtDistance } from './ring-sizes.as'

@unmanaged
class Search {
  /** Rings found so far. */
  found: i32
  /** Rings through the current bond, including those found before. */
  throughOne: i32
  size: i32
  /** Whether they are so large that paths which cannot close must be abandoned early, because there are many. */
  isLarge: bool
}
const search = changetype<Search>(memory.data(offsetof<Search>(), 4))

/**
 * The smallest set of smallest rings, where each ring is the shortest through some bond; in a cage also the
 * rings that are equivalent by symmetry, as in RDKit's symmetrised set. They are stored in the graph.
 * @returns how many there are; -1 if those rings do not span all cycles, or a ring has more than 32 atoms
 */
export function smallestRings(g: usize): i32 {
  if (ringsFor(g) == generation(g)) return rings(g)
  const found = find(g)
  setRingsFor(g, generation(g))
  setRings(g, found)
  return found
}

/** Number of smallest rings that contain an atom; -1 if not certain. */
export function inRings(g: usize, atom: i32): i32 {
  const all = smallestRings(g)
  if (all < 0) return -1
  let n = 0
  for (let i = 0; i < all; i++) if (holds(ringAt(g, i), atom)) n++
  return n
}

/** Address of a ring: its length, then its atoms in ring order. */
@inline
export function ringAt(g: usize, i: i32): usize {
  return g + ringListAt + <usize>(i * ringWidth)
}

function holds(ring: usize, atom: i32): bool {
  for (let i = 1, end = byteAt(ring, 0); i <= end; i++) if (byteAt(ring, i) == atom) return true
  return false
}

function find(g: usize): i32 {
  const cycles = bonds(g) - atoms(g) + components(g)
  search.found = 0
  if (cycles == 0) return 0
  for (let bond = 0, n = bonds(g); bond < n; bond++) {
    if (ringBond(g, bond) == 0 || series(g, bond) != bond) continue
    search.size = ringSize(g, bond)
    search.isLarge = search.size == noRing
    if (search.isLarge) search.size = smallestRingThrough(g, bond, ringWidth - 1)
    if (search.size == noRing) return -1
    search.throughOne = 0
    setByte(path, 0, from(g, bond))
    if (!walk(g, bond, 1) || search.found > cycles + mostRingsOfCage) return -1
  }
  if (search.found == cycles) return search.found
  return search.found > cycles && independent(g) == cycles ? search.found : -1
}

const path = memory.data(40 + 10240 + 32 + 17920 + 640, 8)

/** Adds the shortest rings through a bond; false if there are too many. @param length of the path so far */
function walk(g: usize, bond: i32, length: i32): bool {
  const atom = byteAt(path, length - 1)
  const goal = to(g, bond)
  const last = length == search.size - 1
  for (let k = atom * maxNeighbours, end = k + ringDegree(g, atom); k < end; k++) {
    const other = ringNeighbour(g, k)
    if (ringVia(g, k) == bond) continue
    if (last) {
      if (other != goal) continue
      if (search.throughOne == mostRingsThroughOne) return false
      search.throughOne++
      setByte(path, length, goal)
      if (!close(g, length + 1)) return false
    } else if (other != goal && !onPath(other, length)) {
      if (search.isLarge && !isAtDistance(other, search.size - 1 - length)) continue
      setByte(path, length, other)
      if (!walk(g, bond, length + 1)) return false
    }
  }
  return true
}

function onPath(atom: i32, length: i32): bool {
  for (let i = 0; i < length; i++) if (byteAt(path, i) == atom) return true
  return false
}

/** Atoms of each ring found, as a mask of four words. */
const masks = path + 40
const maskBytes = 32
const ringMask = masks + 10240

/** Stores the ring along the path unless it was found before; false if there is no room. */
function close(g: usize, length: i32): bool {
  for (let word = 0; word < maskBytes; word += 8) store<u64>(ringMask + <usize>word, 0)
  for (let i = 0; i < length; i++) {
    const atom = byteAt(path, i)
    const word = ringMask + ((<usize>atom >>> 6) << 3)
    store<u64>(word, load<u64>(word) | (<u64>1 << <u64>(atom & 63)))
  }
  for (let i = 0; i < search.found; i++) if (isKnown(masks + <usize>(i * maskBytes))) return true
  if (search.found == ringCapacity) return false
  for (let word = 0; word < maskBytes; word += 8)
    store<u64>(masks + <usize>(search.found * maskBytes + word), load<u64>(ringMask + <usize>word))
  const ring = ringAt(g, search.found++)
  setByte(ring, 0, length)
  for (let i = 0; i < length; i++) setByte(ring, i + 1, byteAt(path, i))
  return true
}

function isKnown(mask: usize): bool {
  for (let word: usize = 0; word < <usize>maskBytes; word += 8)
    if (load<u64>(mask + word) != load<u64>(ringMask + word)) return false
  return true
}

/** Linearly independent rings as masks of bonds, and for each a bond that later ones do not contain. */
const basis = ringMask + 32
const lead = basis + 17920
const bondWords = 7

/** Number of linearly independent rings. */
function independent(g: usize): i32 {
  let size = 0
  for (let i = 0; i < search.found; i++) {
    const rest = basis + <usize>(size * bondWords * 8)
    bondMask(g, ringAt(g, i), rest)
    for (let other = 0; other < size; other++)
      if (hasBit(rest, load<u16>(lead + (<usize>other << 1)))) add(rest, basis + <usize>(other * bondWords * 8))
    const first = firstBit(rest)
    if (first < 0) continue
    store<u16>(lead + (<usize>size << 1), <u16>first)
    size++
  }
  return size
}

function bondMask(g: usize, ring: usize, mask: usize): void {
  for (let word = 0; word < bondWords; word++) store<u64>(mask + (<usize>word << 3), 0)
  const length = byteAt(ring, 0)
  for (let i = 1; i <= length; i++) {
    const bond = bondBetween(g, byteAt(ring, i), byteAt(ring, i < length ? i + 1 : 1))
    const word = mask + ((<usize>bond >>> 6) << 3)
    store<u64>(word, load<u64>(word) | (<u64>1 << <u64>(bond & 63)))
  }
}

function hasBit(mask: usize, bit: u32): bool {
  return ((load<u64>(mask + ((<usize>bit >>> 6) << 3)) >> <u64>(bit & 63)) & 1) == 1
}

function add(to: usize, mask: usize): void {
  for (let word: usize = 0; word < <usize>bondWords * 8; word += 8)
    store<u64>(to + word, load<u64>(to + word) ^ load<u64>(mask + word))
}

function firstBit(mask: usize): i32 {
  for (let word = 0; word < bondWords; word++) {
    const bits = load<u64>(mask + (<usize>word << 3))
    if (bits != 0) return (word << 6) + <i32>ctz(bits)
  }
  return -1
}
