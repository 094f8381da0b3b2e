import { setWord } from './bytes'
import { atomKind, atoms, bondKind, degree, generation, kindsOf, neighbour, ringSize, setSurroundings, setSurroundingsOf, via } from './graph'
import { findKinds } from './kinds'
import { maxNeighbours, strange } from './layout'
import { mostSurroundings } from './tables'

/** Neighbours of an atom that gets a number. */
const mostArms = 4
const none = -1

/** What is known, by number: the kind of the atom, its bonds and neighbours in order, as two words of 64 bits. */
const keys = memory.data(65_536 * 16, 16)
/** A hash table of numbers plus 1; 0 where a place is free. Its part that is in use, a power of two, is at most half full. */
const table = memory.data(131_072 * 2, 8)
let places = 4096
let known = 0

/**
 * Numbers each atom by its kind and by the kinds of its bonds and neighbours: what asks for nothing else has one
 * answer for all atoms of a number, in every molecule. -1 for the rare atom that has none.
 */
export function findSurroundings(g: usize): void {
  if (kindsOf(g) != generation(g)) findKinds(g)
  setSurroundingsOf(g, generation(g))
  for (let atom = 0, n = atoms(g); atom < n; atom++) setSurroundings(g, atom, numberAt(g, atom))
}

/** -1 where an atom has many neighbours, or something strange about it. */
function numberAt(g: usize, atom: i32): i32 {
  const kind = atomKind(g, atom)
  const arms = degree(g, atom)
  if (kind == strange || arms > mostArms) return none
  // Each arm is looked at, whether it is there or not: what to do would be guessed wrong too often.
  const k = atom * maxNeighbours
  const a = armAt(g, k, arms > 0)
  const b = armAt(g, k + 1, arms > 1)
  const c = armAt(g, k + 2, arms > 2)
  const d = armAt(g, k + 3, arms > 3)
  if (isStrange(a) || isStrange(b) || isStrange(c) || isStrange(d)) return none
  const lowerOfFirst = min(a, b)
  const upperOfFirst = max(a, b)
  const lowerOfLast = min(c, d)
  const upperOfLast = max(c, d)
  const least = min(lowerOfFirst, lowerOfLast)
  const most = max(upperOfFirst, upperOfLast)
  const oneBetween = max(lowerOfFirst, lowerOfLast)
  const otherBetween = min(upperOfFirst, upperOfLast)
  return numberOf(<u64>kind | (<u64>least << 11) | (<u64>most << 33), <u64>min(oneBetween, otherBetween) | (<u64>max(oneBetween, otherBetween) << 22))
}

/** The kinds of a bond and of the neighbour, in 22 bits; 0, which no bond has, where there is none. */
@inline
function armAt(g: usize, k: i32, isThere: bool): u32 {
  const bond = via(g, k)
  const arm = (((bondKind(g, bond) << 4) | (ringSize(g, bond) & 15)) << 11) | atomKind(g, neighbour(g, k))
  return select<u32>(arm, 0, isThere)
}

@inline
function isStrange(arm: u32): bool {
  return (arm & 2047) == strange
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

/** Where the search for surroundings begins. */
@inline
function placeOf(low: u64, high: u64): i32 {
  const mixed = (low ^ rotl(high * 0x9e3779b97f4a7c15, 32)) * 0xd6e8feb86659fd93
  return <i32>(mixed >>> 40) & (places - 1)
}

/** -1 where a place is free. */
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
