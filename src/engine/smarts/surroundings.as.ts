import { byteAt, fillBytes, setByte, setWord } from '../bytes.as'
import {
  atomKind, atoms, bondKind, bonds, degree, from, generation, kindsOf, ringSize, setSurroundings, setSurroundingsOf, to,
} from '../graph.as'
import { findKinds } from './kinds.as'
import { overflowKind } from '../layout'
import { mostSurroundings } from './environment-layout'

/** Maximum number of neighbours of an atom that gets a number. */
const mostNeighbours = 4
const none = -1

/** Neighbours of atoms, 32 bits each with room for eight, and their number: the bond, and the kind of the neighbour. */
const neighbours = memory.data(256 * 32 + 256 + 65_536 * 16 + 131_072 * 2, 16)
const neighbourCount = neighbours + 256 * 32

/** The surroundings by number: the sorted bonds and neighbours of an atom and its kind, 128 bits in all. */
const keys = neighbourCount + 256
/** A hash table of numbers plus 1; 0 for a free slot. The part in use, a power of two, is at most half full. */
const table = keys + 65_536 * 16
let places = 4096
let known = 0

/**
 * Numbers each atom by its kind and by the kinds of its bonds and neighbours: a predicate that depends on nothing else
 * has one answer for all atoms with the same number, in every molecule. -1 for the rare atom that has none.
 */
export function findSurroundings(g: usize): void {
  if (kindsOf(g) != generation(g)) findKinds(g)
  setSurroundingsOf(g, generation(g))
  findNeighbours(g)
  for (let atom = 0, n = atoms(g); atom < n; atom++) setSurroundings(g, atom, numberAt(g, atom))
}

function findNeighbours(g: usize): void {
  const n = atoms(g)
  fillBytes(neighbourCount, 0, n)
  for (let atom = 0; atom < n; atom++) v128.store(neighbours + (<usize>atom << 5), i32x4.splat(0))
  for (let bond = 0, end = bonds(g); bond < end; bond++) {
    const a = from(g, bond)
    const b = to(g, bond)
    const own = ((bondKind(g, bond) << 4) | (ringSize(g, bond) & 15)) << 11
    addNeighbour(a, own | atomKind(g, b))
    addNeighbour(b, own | atomKind(g, a))
  }
}

/** @param neighbour 22 bits, not 0: no bond is of kind 0 */
@inline
function addNeighbour(atom: i32, neighbour: i32): void {
  const n = byteAt(neighbourCount, atom)
  setWord(neighbours, (atom << 3) + n, neighbour)
  setByte(neighbourCount, atom, n + 1)
}

/** -1 if an atom has many neighbours, or it or a neighbour is of the overflow kind. */
function numberAt(g: usize, atom: i32): i32 {
  const kind = atomKind(g, atom)
  const own = v128.load(neighbours + (<usize>atom << 5))
  const overflowing = i32x4.eq(v128.and(own, i32x4.splat(overflowKind)), i32x4.splat(overflowKind))
  if (kind == overflowKind || degree(g, atom) > mostNeighbours || v128.any_true(overflowing)) return none
  const sorted = inOrder(own)
  // The kind is stored in bits that neighbours leave free.
  const low = i64x2.extract_lane(sorted, 0) | (<u64>(kind & 1023) << 22)
  return numberOf(low, i64x2.extract_lane(sorted, 1) | (<u64>(kind >>> 10) << 22))
}

/** Sorts four numbers: first both halves, then the smallest and the largest of all, then the remaining two. */
@inline
function inOrder(four: v128): v128 {
  const swapped = v128.shuffle<i32>(four, four, 1, 0, 3, 2)
  const halves = v128.shuffle<i32>(i32x4.min_u(four, swapped), i32x4.max_u(four, swapped), 0, 5, 2, 7)
  const crossed = v128.shuffle<i32>(halves, halves, 2, 3, 0, 1)
  const ends = v128.shuffle<i32>(i32x4.min_u(halves, crossed), i32x4.max_u(halves, crossed), 0, 1, 4, 5)
  const between = v128.shuffle<i32>(ends, ends, 0, 2, 1, 3)
  return v128.shuffle<i32>(i32x4.min_u(ends, between), i32x4.max_u(ends, between), 0, 1, 6, 3)
}

function numberOf(low: u64, high: u64): i32 {
  let at = placeOf(low, high)
  for (let number = numberIn(at); number >= 0; number = numberIn(at)) {
    const key = keys + (<usize>number << 4)
    if (load<u64>(key) == low && load<u64>(key, 8) == high) return number
    at = (at + 1) & (places - 1)
  }
  if (known == mostSurroundings) return none
  store<u64>(keys + (<usize>known << 4), low)
  store<u64>(keys + (<usize>known << 4), high, 8)
  setNumber(at, known)
  if (++known * 2 > places) grow()
  return known - 1
}

/** Slot at which the search for surroundings starts. */
@inline
function placeOf(low: u64, high: u64): i32 {
  const mixed = (low ^ rotl(high * 0x9e3779b97f4a7c15, 32)) * 0xd6e8feb86659fd93
  return <i32>(mixed >>> 40) & (places - 1)
}

/** -1 if the slot is free. */
@inline
function numberIn(at: i32): i32 {
  return <i32>load<u16>(table + (<usize>at << 1)) - 1
}

@inline
function setNumber(at: i32, number: i32): void {
  store<u16>(table + (<usize>at << 1), <u16>(number + 1))
}

function grow(): void {
  places *= 2
  for (let i = 0; i < places / 2; i++) setWord(table, i, 0)
  for (let number = 0; number < known; number++) {
    const key = keys + (<usize>number << 4)
    let at = placeOf(load<u64>(key), load<u64>(key, 8))
    while (numberIn(at) >= 0) at = (at + 1) & (places - 1)
    setNumber(at, number)
  }
}
