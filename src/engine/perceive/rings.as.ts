import { byteAt, fillBytes, setByte, setShort, shortAt } from '../bytes.as'
import {
  atoms, bonds, component, degree, from, neighbour, setComponent, setComponents, setRingAtom, setRingBond, to, via,
} from '../graph.as'
import { ringAtomAt, ringBondAt } from '../graph-layout'
import { maxNeighbours } from '../layout'

/** Spanning trees: the parent of each atom and the bond to it; `none` and -1 at the root. */
const above = memory.data(256 + 512 + 512 + 256, 2)
const upward = above + 256
const none = 255

/** Marks ring bonds and ring atoms (bonds that are not bridges) and numbers the components. */
export function findRings(g: usize): void {
  fillBytes(g + ringAtomAt, 0, atoms(g))
  fillBytes(g + ringBondAt, 0, bonds(g))
  fillBytes(metFor, 0, atoms(g) << 1)
  const trees = plant(g)
  let joined = 0
  for (let bond = 0, n = bonds(g); bond < n; bond++) {
    const a = from(g, bond)
    const b = to(g, bond)
    if (shortAt(upward, b) == bond || shortAt(upward, a) == bond) continue
    if (component(g, a) == component(g, b)) closeRing(g, bond)
    else {
      joinTrees(g, bond)
      joined++
    }
  }
  setComponents(g, trees - joined)
  if (joined > 0) number(g)
}

/** Makes the first neighbour the parent of each atom if earlier (not where a component begins). Returns the trees. */
function plant(g: usize): i32 {
  let trees = 0
  for (let a = 0, n = atoms(g); a < n; a++) {
    const other = degree(g, a) == 0 ? none : neighbour(g, a * maxNeighbours)
    if (other < a) {
      setByte(above, a, other)
      setShort(upward, a, via(g, a * maxNeighbours))
      setComponent(g, a, component(g, other))
    } else {
      setByte(above, a, none)
      setShort(upward, a, -1)
      setComponent(g, a, trees++)
    }
  }
  return trees
}

/** The bond, counted from one, whose path to the root last passed each atom. */
const metFor = upward + 512

/** Marks the path between the ends of a bond within a tree. */
function closeRing(g: usize, bond: i32): void {
  const a = from(g, bond)
  for (let atom = a; atom != none; atom = byteAt(above, atom)) setShort(metFor, atom, bond + 1)
  let top = to(g, bond)
  while (shortAt(metFor, top) != bond + 1) top = markUpward(g, top)
  for (let atom = a; atom != top; ) atom = markUpward(g, atom)
  setRingAtom(g, top, 1)
  setRingBond(g, bond, 1)
}

/** Returns the parent. */
@inline
function markUpward(g: usize, atom: i32): i32 {
  setRingAtom(g, atom, 1)
  setRingBond(g, shortAt(upward, atom), 1)
  return byteAt(above, atom)
}

/** Joins two trees by a bond: one end becomes the parent of the other. */
function joinTrees(g: usize, bond: i32): void {
  const kept = component(g, from(g, bond))
  const gone = component(g, to(g, bond))
  for (let a = 0, n = atoms(g); a < n; a++) if (component(g, a) == gone) setComponent(g, a, kept)
  let atom = to(g, bond)
  let hangsOn = from(g, bond)
  let by = bond
  while (atom != none) {
    const next = byteAt(above, atom)
    const nextBy = shortAt(upward, atom)
    setByte(above, atom, hangsOn)
    setShort(upward, atom, by)
    hangsOn = atom
    by = nextBy
    atom = next
  }
}

const numbers = metFor + 512

/** Numbers the components by the first atom of each. */
function number(g: usize): void {
  const n = atoms(g)
  fillBytes(numbers, none, n)
  let next = 0
  for (let a = 0; a < n; a++) {
    const own = component(g, a)
    if (byteAt(numbers, own) == none) setByte(numbers, own, next++)
    setComponent(g, a, byteAt(numbers, own))
  }
}
