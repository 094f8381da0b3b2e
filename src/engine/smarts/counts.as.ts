import { byteAt, setByte } from '../bytes.as'
import {
  C, N, O, S, aromaticC, aromaticCH, aromaticN, bond5, bond6, c3, c4, carbonyl, cycles, endO, fusedAtom, fusedC,
  halogen, n2, n3, n5, nh1, nh2, oneSystem, openC, ring, ringC, ringCNotAromatic, ringN, ringOS, saturatedC,
  saturatedCH,
} from './count-places'
import {
  aromatic, atomKind, atoms, bonds, components, degree, neighbour, neutralHydrogens, order, ringAtom, ringBond,
  ringDegree, ringSize, unsaturated, unsure, via, z,
} from '../graph.as'
import { ringSizeAt } from '../graph-layout'
import { maxNeighbours, overflowKind } from '../layout'

const double = 2

/** Contribution of one atom, by its kind and whether it has a multiple bond. Rows are filled as atoms occur. */
const kept = memory.data(4096 * 32 + 256 + 256, 16)
/** 1 in a row that is filled, because an atom adds no cycle. */
const filled = cycles

/** Computes the counts of a molecule into `into`. */
export function countsOf(g: usize, into: usize): void {
  let first = i8x16.splat(0)
  let second = first
  let carbonyls = 0
  for (let atom = 0, n = atoms(g); atom < n; atom++) {
    const row = addedBy(g, atom)
    first = i8x16.add(first, v128.load(row))
    second = i8x16.add(second, v128.load(row, 16))
    if (z(g, atom) == 8) carbonyls += carbonylsAt(g, atom)
  }
  v128.store(into, first)
  v128.store(into, second, 16)
  setByte(into, carbonyl, carbonyls)
  setByte(into, bond6, bondsInRingsUpTo(g, 6))
  setByte(into, bond5, bondsInRingsUpTo(g, 5))
  const independent = bonds(g) - atoms(g) + components(g)
  setByte(into, cycles, independent)
  setByte(into, oneSystem, independent > 1 ? largestSystem(g) : independent)
}

@inline
function addedBy(g: usize, atom: i32): usize {
  const kind = atomKind(g, atom)
  const row = kept + (<usize>(kind * 2 + unsaturated(g, atom)) << 5)
  if (byteAt(row, filled) == 0 || kind == overflowKind) fillRow(g, atom, row)
  return row
}

function fillRow(g: usize, atom: i32, into: usize): void {
  v128.store(into, i8x16.splat(0))
  v128.store(into, i8x16.splat(0), 16)
  const inRing = ringAtom(g, atom)
  const bonds = degree(g, atom)
  add(into, ring, inRing == 1)
  if (inRing == 1) addRings(g, atom, into)
  addHydrogens(g, atom, into)
  switch (z(g, atom)) {
    case 6:
      add(into, C, true)
      add(into, ringC, inRing == 1)
      add(into, openC, inRing == 0)
      add(into, saturatedC, unsaturated(g, atom) == 0 || unsure(g, atom) == 1)
      add(into, c3, bonds >= 3)
      add(into, c4, bonds >= 4)
      break
    case 7:
      add(into, N, true)
      add(into, ringN, inRing == 1)
      add(into, n2, bonds >= 2)
      add(into, n3, bonds >= 3)
      break
    case 8:
      add(into, O, true)
      add(into, ringOS, inRing == 1)
      add(into, endO, bonds == 1)
      break
    case 16:
      add(into, S, true)
      add(into, ringOS, inRing == 1)
      break
    case 9:
    case 17:
    case 35:
    case 53:
      add(into, halogen, true)
  }
  setByte(into, filled, 1)
}

@inline
function add(into: usize, place: i32, when: bool): void {
  setByte(into, place, byteAt(into, place) + i32(when))
}

function addRings(g: usize, atom: i32, into: usize): void {
  let five = false
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++)
    if (ringSize(g, via(g, k)) <= 5) five = true
  add(into, n5, five && z(g, atom) == 7)
  add(into, fusedAtom, ringDegree(g, atom) >= 3)
  add(into, fusedC, ringDegree(g, atom) >= 3 && z(g, atom) == 6)
}

/** Aromaticity and hydrogens; what is not certain is counted under every possibility. */
function addHydrogens(g: usize, atom: i32, into: usize): void {
  const h = neutralHydrogens(g, atom)
  const open = unsure(g, atom) == 1
  if (z(g, atom) == 6) {
    add(into, aromaticC, aromatic(g, atom) != 0)
    add(into, aromaticCH, aromatic(g, atom) != 0 && (open || h == 1))
    add(into, ringCNotAromatic, aromatic(g, atom) != 1 && ringAtom(g, atom) == 1)
    if (open || unsaturated(g, atom) == 0) for (let n = 1; n <= 3; n++) add(into, saturatedCH + n - 1, open || h == n)
  } else if (z(g, atom) == 7) {
    add(into, aromaticN, aromatic(g, atom) != 0)
    add(into, nh1, open || h == 1)
    add(into, nh2, open || h == 2)
  }
}

/** Number of bonds of an oxygen to carbon that are double or, if neither atom is certain, may be. */
function carbonylsAt(g: usize, oxygen: i32): i32 {
  let found = 0
  for (let k = oxygen * maxNeighbours, end = k + degree(g, oxygen); k < end; k++) {
    const other = neighbour(g, k)
    if (z(g, other) == 6 && (order(g, via(g, k)) == double || (unsure(g, oxygen) == 1 && unsure(g, other) == 1)))
      found++
  }
  return found
}

function bondsInRingsUpTo(g: usize, size: i32): i32 {
  const n = bonds(g)
  let found = 0
  for (let bond = 0; bond < n; bond += 16) {
    const within = i8x16.bitmask(i8x16.le_u(v128.load(g + <usize>bond, ringSizeAt), i8x16.splat(<i8>size)))
    // Bits beyond the bonds of this molecule belong to an earlier one.
    found += popcnt(n - bond >= 16 ? within : within & ((1 << (n - bond)) - 1))
  }
  // A sheet of small rings has more than fits into a byte, and no pattern requires so many.
  return min(255, found)
}

const reached = kept + 4096 * 32
const queue = reached + 256

/** The most independent cycles in one system connected by ring bonds. */
function largestSystem(g: usize): i32 {
  const n = atoms(g)
  // Systems without an atom on three ring bonds are single rings.
  let largest = 1
  let cleared = false
  for (let start = 0; start < n; start++) {
    if (ringDegree(g, start) < 3) continue
    if (!cleared) clearReached(n)
    cleared = true
    if (byteAt(reached, start) == 0) largest = max(largest, cyclesFrom(g, start))
  }
  return largest
}

function clearReached(n: i32): void {
  for (let i = 0; i < n; i += 16) v128.store(reached + <usize>i, i8x16.splat(0))
}

/** Number of independent cycles in the system of an atom. */
function cyclesFrom(g: usize, start: i32): i32 {
  let length = 1
  let ends = 0
  setByte(queue, 0, start)
  setByte(reached, start, 1)
  for (let next = 0; next < length; next++) {
    const atom = byteAt(queue, next)
    ends += ringDegree(g, atom)
    for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
      const other = neighbour(g, k)
      if (ringBond(g, via(g, k)) == 0 || byteAt(reached, other) == 1) continue
      setByte(reached, other, 1)
      setByte(queue, length++, other)
    }
  }
  return ends / 2 - length + 1
}
