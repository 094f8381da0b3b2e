import { byteAt, eightAt, fillBytes, firstByte, setByte } from './bytes'
import { atoms, bonds, from, ringDegree, ringNeighbour, ringSize, ringVia, setRingDegree, setRingNeighbour, setRingSize, setRingVia, setSeries, to } from './graph'
import { maxNeighbours, noRing, ringBondAt, ringDegreeAt, ringSizeAt } from './layout'

/** Rings above this size are not told apart. */
const largest = 8
const depthOf = memory.data(256)
const waiting = memory.data(256)

const unsized = 0

/** Finds the ring bonds of each atom, and the size of the smallest ring through each bond. Bonds in series lie on the same rings, which are looked for once. */
export function findRingSizes(g: usize): void {
  const n = bonds(g)
  fillBytes(g + ringDegreeAt, 0, atoms(g))
  fillBytes(g + ringSizeAt, noRing, n)
  for (let eight = 0; eight < n; eight += 8) for (let left = eightAt(g + ringBondAt, eight); left != 0; left &= left - 1) addRingBond(g, eight + firstByte(left))
  for (let eight = 0; eight < n; eight += 8) for (let left = eightAt(g + ringBondAt, eight); left != 0; left &= left - 1) findSize(g, eight + firstByte(left))
}

function addRingBond(g: usize, bond: i32): void {
  setRingSize(g, bond, unsized)
  addEnd(g, bond, from(g, bond), to(g, bond))
  addEnd(g, bond, to(g, bond), from(g, bond))
}

@inline
function addEnd(g: usize, bond: i32, atom: i32, other: i32): void {
  const n = ringDegree(g, atom)
  setRingNeighbour(g, atom * maxNeighbours + n, other)
  setRingVia(g, atom * maxNeighbours + n, bond)
  setRingDegree(g, atom, n + 1)
}

function findSize(g: usize, bond: i32): void {
  if (ringSize(g, bond) != unsized) return
  const alone = loneRing(g, bond)
  setSeries(g, bond, bond)
  setRingSize(g, bond, alone > 0 ? (alone > largest ? noRing : alone) : around(g, bond))
  giveOn(g, bond, from(g, bond))
  giveOn(g, bond, to(g, bond))
}

/** Where the ring goes on from an atom, between two ring bonds, that was reached by one of them: a place among its ring neighbours. */
@inline
function onward(g: usize, atom: i32, last: i32): i32 {
  const first = atom * maxNeighbours
  return ringVia(g, first) == last ? first + 1 : first
}

/** Atoms in the ring of a bond, where all of them lie in no other; 0 elsewhere. */
function loneRing(g: usize, bond: i32): i32 {
  const start = from(g, bond)
  if (ringDegree(g, start) != 2) return 0
  let size = 1
  for (let atom = to(g, bond), last = bond; atom != start; size++) {
    if (ringDegree(g, atom) != 2) return 0
    const k = onward(g, atom, last)
    last = ringVia(g, k)
    atom = ringNeighbour(g, k)
  }
  return size
}

/** Gives what was found of a bond to those that follow one another from an end of it, up to where rings part. */
function giveOn(g: usize, bond: i32, end: i32): void {
  for (let atom = end, last = bond; ringDegree(g, atom) == 2; ) {
    const k = onward(g, atom, last)
    last = ringVia(g, k)
    if (ringSize(g, last) != unsized) return
    setRingSize(g, last, ringSize(g, bond))
    setSeries(g, last, bond)
    atom = ringNeighbour(g, k)
  }
}

/** One more than the shortest way between the ends of a bond that does not take it. */
function around(g: usize, bond: i32): i32 {
  const goal = to(g, bond)
  fillBytes(depthOf, 0, atoms(g))
  setByte(depthOf, from(g, bond), 1)
  setByte(waiting, 0, from(g, bond))
  let filled = 1
  for (let next = 0; next < filled; next++) {
    const atom = byteAt(waiting, next)
    const depth = byteAt(depthOf, atom) + 1
    if (depth > largest) break
    for (let k = atom * maxNeighbours, end = k + ringDegree(g, atom); k < end; k++) {
      const other = ringNeighbour(g, k)
      if (ringVia(g, k) == bond || byteAt(depthOf, other) != 0) continue
      if (other == goal) return depth
      setByte(depthOf, other, depth)
      setByte(waiting, filled++, other)
    }
  }
  return noRing
}
