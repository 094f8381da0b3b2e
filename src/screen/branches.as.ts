import { byteAt, setByte, setWord, wordAt, include, isIn } from '../engine/bytes.as'
import { atoms, degree, from, generation, neighbour, ringBond, to, via, z } from '../engine/graph.as'
import { maskWords, maxNeighbours } from '../engine/layout'
import { hasMatch, hasMatchFrom } from '../engine/smarts/match.as'

/** The current substituent. */
@unmanaged
class Substituent {
  mask: usize
  size: i32
  carbons: i32
  ends: i32
}
export const substituent = changetype<Substituent>(memory.data(offsetof<Substituent>(), 4))
/** For each end: the atom of the substituent, the bond, and the atom outside. */
const ends = memory.data(400 + 800 + 400 + 4 * 800 + 4 * 7 * 800 + 800 + 800 + 256 + 256 + 4 * 7, 4)
const endBonds = ends + 400
const outside = endBonds + 800

@inline
export function endOf(i: i32): i32 {
  return byteAt(ends, i)
}

@inline
export function endBondOf(i: i32): i32 {
  return <i32>load<u16>(endBonds + (<usize>i << 1))
}

@inline
export function outsideOf(i: i32): i32 {
  return byteAt(outside, i)
}

function addEnd(atom: i32, bond: i32, other: i32): void {
  setByte(ends, substituent.ends, atom)
  store<u16>(endBonds + (<usize>substituent.ends << 1), <u16>bond)
  setByte(outside, substituent.ends, other)
  substituent.ends++
}

// Branches by bond and direction: the molecule for which they were computed, their masks, atoms and carbon atoms.
const filledFor = outside + 400
const masks = filledFor + 4 * 800
const sizes = masks + 4 * 7 * 800
const carbonsIn = sizes + 800
const stack = carbonsIn + 800

@inline
function maskOfSide(side: i32): usize {
  return masks + <usize>(side * maskWords * 4)
}

/** The branch attached to an atom by a bond outside rings, by bond and direction; its atoms are computed once. */
export function branchAt(g: usize, atom: i32, bond: i32): i32 {
  const side = bond * 2 + <i32>(from(g, bond) != atom)
  if (wordAt(filledFor, side) == generation(g)) return side
  setWord(filledFor, side, generation(g))
  const mask = maskOfSide(side)
  for (let word = 0, end = (atoms(g) + 31) >>> 5; word < end; word++) setWord(mask, word, 0)
  const start = from(g, bond) == atom ? to(g, bond) : from(g, bond)
  let waiting = 1
  let size = 0
  let carbons = 0
  setByte(stack, 0, start)
  include(mask, start)
  while (waiting > 0) {
    const next = byteAt(stack, --waiting)
    size++
    if (z(g, next) == 6) carbons++
    for (let k = next * maxNeighbours, end = k + degree(g, next); k < end; k++) {
      const other = neighbour(g, k)
      if (other == atom || isIn(mask, other)) continue
      include(mask, other)
      setByte(stack, waiting++, other)
    }
  }
  setByte(sizes, side, size)
  setByte(carbonsIn, side, carbons)
  return side
}

export function takeBranch(g: usize, side: i32): void {
  const bond = side >>> 1
  const isForth = (side & 1) == 0
  substituent.mask = maskOfSide(side)
  substituent.size = byteAt(sizes, side)
  substituent.carbons = byteAt(carbonsIn, side)
  substituent.ends = 0
  addEnd(isForth ? to(g, bond) : from(g, bond), bond, isForth ? from(g, bond) : to(g, bond))
}

/** 1 for atoms of the scaffold, 2 for those of a substituent already visited. */
const kept = stack + 256
const ownMask = kept + 256

/** Prepares to visit the substituents attached to an embedding by ring bonds. */
export function keep(g: usize, embedding: usize, size: i32): void {
  for (let atom = 0, end = atoms(g); atom < end; atom++) setByte(kept, atom, 0)
  for (let i = 0; i < size; i++) setByte(kept, byteAt(embedding, i), 1)
}

/** Makes the next such substituent, with all its ends, the current one; false if this atom has no more. */
export function takeRingSubstituent(g: usize, atom: i32): bool {
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
    if (byteAt(kept, neighbour(g, k)) != 0 || ringBond(g, via(g, k)) != 1) continue
    takeFrom(g, neighbour(g, k))
    return true
  }
  return false
}

function takeFrom(g: usize, start: i32): void {
  for (let word = 0; word < maskWords; word++) setWord(ownMask, word, 0)
  substituent.mask = ownMask
  substituent.ends = 0
  let size = 1
  let carbons = 0
  setByte(stack, 0, start)
  setByte(kept, start, 2)
  for (let next = 0; next < size; next++) {
    const atom = byteAt(stack, next)
    include(ownMask, atom)
    if (z(g, atom) == 6) carbons++
    for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
      const other = neighbour(g, k)
      if (byteAt(kept, other) == 1) addEnd(atom, via(g, k), other)
      else if (byteAt(kept, other) == 0) {
        setByte(kept, other, 2)
        setByte(stack, size++, other)
      }
    }
  }
  substituent.size = size
  substituent.carbons = carbons
}

/** Whether a pattern may match inside the current substituent with its first atom on this one. */
export function matchesInside(g: usize, pattern: usize, atom: i32): bool {
  return hasMatchFrom(g, pattern, atom, isInSubstituent.index)
}

/** Whether a pattern may match inside the current substituent and include its ends. */
export function hasWithEnds(g: usize, pattern: usize): bool {
  return hasMatch(g, pattern, isOnEnds.index, 0)
}

function isInSubstituent(g: usize, embedding: usize, size: i32): bool {
  for (let i = 0; i < size; i++) if (!isIn(substituent.mask, byteAt(embedding, i))) return false
  return true
}

function isOnEnds(g: usize, embedding: usize, size: i32): bool {
  if (!isInSubstituent(g, embedding, size)) return false
  for (let end = 0; end < substituent.ends; end++) {
    let i = 0
    while (i < size && byteAt(embedding, i) != endOf(end)) i++
    if (i == size) return false
  }
  return true
}
