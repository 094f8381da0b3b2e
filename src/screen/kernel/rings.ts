import { byteAt, fillBytes, setByte, setShort, shortAt } from './bytes'
import {
  atoms,
  bonds,
  degree,
  from,
  neighbour,
  ringBond,
  ringDegree,
  ringSize,
  setComponent,
  setComponents,
  setRingAtom,
  setRingBond,
  setRingDegree,
  setRingSize,
  setSeries,
  to,
  via,
} from './graph'
import { maxNeighbours, noRing, ringAtomAt, ringBondAt, ringDegreeAt } from './layout'

/** When the search came to an atom; 255 where it has not. */
const entered = memory.data(256)
const lowest = memory.data(256)
const parentBond = memory.data(512, 2)
const nextEdge = memory.data(256)
const stack = memory.data(256)
const notYet = 255

/** Marks ring bonds and ring atoms (bonds that are not bridges) and numbers the components. */
export function findRings(g: usize): void {
  const n = atoms(g)
  const bondCount = bonds(g)
  fillBytes(g + ringAtomAt, 0, n)
  fillBytes(g + ringBondAt, 1, bondCount)
  fillBytes(entered, notYet, n)
  let clock = 0
  let components = 0
  for (let start = 0; start < n; start++) {
    if (byteAt(entered, start) != notYet) continue
    let depth = 0
    setByte(stack, 0, start)
    setShort(parentBond, start, -1)
    setByte(nextEdge, start, 0)
    setByte(entered, start, clock)
    setByte(lowest, start, clock++)
    setComponent(g, start, components)
    while (depth >= 0) {
      const atom = byteAt(stack, depth)
      const k = byteAt(nextEdge, atom)
      if (k < degree(g, atom)) {
        setByte(nextEdge, atom, k + 1)
        const bond = via(g, atom * maxNeighbours + k)
        if (bond == shortAt(parentBond, atom)) continue
        const other = neighbour(g, atom * maxNeighbours + k)
        const before = byteAt(entered, other)
        if (before != notYet) {
          if (before < byteAt(lowest, atom)) setByte(lowest, atom, before)
          continue
        }
        setByte(entered, other, clock)
        setByte(lowest, other, clock++)
        setShort(parentBond, other, bond)
        setByte(nextEdge, other, 0)
        setComponent(g, other, components)
        setByte(stack, ++depth, other)
        continue
      }
      depth--
      if (depth < 0) continue
      const above = byteAt(stack, depth)
      const low = byteAt(lowest, atom)
      if (low < byteAt(lowest, above)) setByte(lowest, above, low)
      if (low > byteAt(entered, above)) setRingBond(g, shortAt(parentBond, atom), 0)
    }
    components++
  }
  setComponents(g, components)
  for (let bond = 0; bond < bondCount; bond++) {
    if (ringBond(g, bond) == 0) continue
    setRingAtom(g, from(g, bond), 1)
    setRingAtom(g, to(g, bond), 1)
  }
}

/** Rings above this size are not told apart. */
const largest = 8
const depthOf = memory.data(256)
const waiting = memory.data(256)

const unsized = 0

/** Finds the size of the smallest ring through each bond. Bonds in series lie on the same rings, which are looked for once. */
export function findRingSizes(g: usize): void {
  const n = bonds(g)
  fillBytes(g + ringDegreeAt, 0, atoms(g))
  for (let bond = 0; bond < n; bond++) {
    if (ringBond(g, bond) == 0) {
      setRingSize(g, bond, noRing)
      continue
    }
    setRingSize(g, bond, unsized)
    setRingDegree(g, from(g, bond), ringDegree(g, from(g, bond)) + 1)
    setRingDegree(g, to(g, bond), ringDegree(g, to(g, bond)) + 1)
  }
  for (let bond = 0; bond < n; bond++) {
    if (ringSize(g, bond) != unsized) continue
    setSeries(g, bond, bond)
    const alone = loneRing(g, bond)
    setRingSize(g, bond, alone > 0 ? (alone > largest ? noRing : alone) : around(g, bond))
    giveOn(g, bond, from(g, bond))
    giveOn(g, bond, to(g, bond))
  }
}

/** Where the ring goes on from an atom, between two ring bonds, that was reached by one of them: a place among its neighbours. */
@inline
function onward(g: usize, atom: i32, last: i32): i32 {
  let k = atom * maxNeighbours
  for (const stop = k + degree(g, atom); k < stop && (via(g, k) == last || ringBond(g, via(g, k)) == 0); ) k++
  return k
}

/** Atoms in the ring of a bond, where all of them lie in no other; 0 elsewhere. */
function loneRing(g: usize, bond: i32): i32 {
  const start = from(g, bond)
  if (ringDegree(g, start) != 2) return 0
  let size = 1
  for (let atom = to(g, bond), last = bond; atom != start; size++) {
    if (ringDegree(g, atom) != 2) return 0
    const k = onward(g, atom, last)
    last = via(g, k)
    atom = neighbour(g, k)
  }
  return size
}

/** Gives what was found of a bond to those that follow one another from an end of it, up to where rings part. */
function giveOn(g: usize, bond: i32, end: i32): void {
  for (let atom = end, last = bond; ringDegree(g, atom) == 2; ) {
    const k = onward(g, atom, last)
    last = via(g, k)
    if (ringSize(g, last) != unsized) return
    setRingSize(g, last, ringSize(g, bond))
    setSeries(g, last, bond)
    atom = neighbour(g, k)
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
    for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
      const along = via(g, k)
      const other = neighbour(g, k)
      if (along == bond || ringBond(g, along) == 0 || byteAt(depthOf, other) != 0) continue
      if (other == goal) return depth
      setByte(depthOf, other, depth)
      setByte(waiting, filled++, other)
    }
  }
  return noRing
}
