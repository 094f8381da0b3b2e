import { byteAt, eightAt, fillBytes, firstByte, setByte, setShort, shortAt } from '../bytes.as'
import {
  atoms, bonds, from, ringDegree, ringNeighbour, ringSize, ringVia, setRingDegree, setRingNeighbour, setRingSize,
  setRingVia, setSeries, to,
} from '../graph.as'
import { ringBondAt, ringDegreeAt, ringSizeAt } from '../graph-layout'
import { largestRingSize, maxNeighbours, noRing } from '../layout'

const depthOf = memory.data(256 + 256 + 1024, 2)
const waiting = depthOf + 256

const unsized = 0

/** Finds the ring bonds of each atom and the smallest ring through each bond; bonds in series share a search. */
export function findRingSizes(g: usize): void {
  const n = bonds(g)
  fillBytes(g + ringDegreeAt, 0, atoms(g))
  fillBytes(g + ringSizeAt, noRing, n)
  for (let eight = 0; eight < n; eight += 8)
    for (let left = eightAt(g + ringBondAt, eight); left != 0; left &= left - 1) addRingBond(g, eight + firstByte(left))
  for (let eight = 0; eight < n; eight += 8)
    for (let left = eightAt(g + ringBondAt, eight); left != 0; left &= left - 1) findSize(g, eight + firstByte(left))
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
  setShort(inSeries, 0, bond)
  seriesLength = 1
  const alone = addSeries(g, bond, to(g, bond))
  if (!alone) addSeries(g, bond, from(g, bond))
  const ofSeries = seriesLength > largestRingSize ? noRing : seriesLength
  const size = alone ? ofSeries : smallestRingThrough(g, bond, largestRingSize)
  for (let i = 0; i < seriesLength; i++) {
    setRingSize(g, shortAt(inSeries, i), size)
    setSeries(g, shortAt(inSeries, i), bond)
  }
}

/** A bond and those in series with it. */
const inSeries = waiting + 256
let seriesLength = 0

/** Adds consecutive bonds from one end of a bond up to a branching. True if it returns to the bond: an isolated ring. */
function addSeries(g: usize, bond: i32, end: i32): bool {
  for (let atom = end, last = bond; ringDegree(g, atom) == 2; ) {
    const first = atom * maxNeighbours
    const k = ringVia(g, first) == last ? first + 1 : first
    last = ringVia(g, k)
    if (last == bond) return true
    setShort(inSeries, seriesLength++, last)
    atom = ringNeighbour(g, k)
  }
  return false
}

/** Size of the smallest ring through a bond; `noRing` if over `most`. Leaves distances from the bond's second end. */
export function smallestRingThrough(g: usize, bond: i32, most: i32): i32 {
  const goal = from(g, bond)
  fillBytes(depthOf, 0, atoms(g))
  setByte(depthOf, to(g, bond), 1)
  setByte(waiting, 0, to(g, bond))
  let filled = 1
  for (let next = 0; next < filled; next++) {
    const atom = byteAt(waiting, next)
    const depth = byteAt(depthOf, atom) + 1
    if (depth > most) break
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

/** Whether an atom is this many steps from the second end of the bond last passed to `smallestRingThrough`. */
export function isAtDistance(atom: i32, steps: i32): bool {
  return byteAt(depthOf, atom) == steps + 1
}
