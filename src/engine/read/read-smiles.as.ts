import { bracketAtom, bracketHydrogens, bracketLength } from './bracket.as'
import { byteAt, fillBytes, setByte } from '../bytes.as'
import { addAtom, clear, join } from '../fill.as'
import { finish } from './finish.as'
import { lower } from '../graph.as'
import { implied, writeHydrogens } from './hydrogens.as'
import { aromaticBond, double, single, triple } from '../layout'

/** The text to read, with some room after it. */
const text = memory.data(8200 + 256 + 104 + 104 + 256)

const unset = 0
/** A bond drawn with a direction: its order is that of an implicit bond. */
const directed = 9
/** For each character that is an atom without a bracket: its element, and `lowerCase`; zero for other characters. */
const subset = text + 8200
const lowerCaseBit = 6
const lowerCase = 1 << lowerCaseBit

setByte(subset, 66, 5) // B
setByte(subset, 67, 6)
setByte(subset, 78, 7)
setByte(subset, 79, 8)
setByte(subset, 70, 9)
setByte(subset, 80, 15)
setByte(subset, 83, 16)
setByte(subset, 73, 53)
setByte(subset, 99, 6 | lowerCase) // c
setByte(subset, 110, 7 | lowerCase)
setByte(subset, 111, 8 | lowerCase)
setByte(subset, 115, 16 | lowerCase)

/** For each ring label the atom whose ring is open, or `none`, and the bond drawn to it. */
const ringAtom = subset + 256
const ringOrder = ringAtom + 104
const none = 255
const branch = ringOrder + 104
const mostBranches = 256

/** Where to write the text for `read`, in ASCII. */
export function textAt(): usize {
  return text
}

/**
 * Reads a SMILES if RDKit certainly reads it the same way. Returns false for everything else - not because it is wrong,
 * but because this reader is not sure of it; the graph then keeps what is certain, see `loosen`.
 * @param length of the text, at most `longestText`
 */
export function read(g: usize, length: i32): bool {
  return drawn(g, length) && finish(g)
}

function drawn(g: usize, end: i32): bool {
  clear(g)
  setByte(text, end, 0)
  setByte(text, end + 1, 0)
  let open = 0
  let depth = 0
  let last = -1
  let bond = unset
  /** The last atom written, if ring bonds may follow it; they may not follow a branch. */
  let closable = -2
  let i = 0
  fillBytes(ringAtom, none, 100)
  while (i < end) {
    const c = byteAt(text, i)
    const organic = byteAt(subset, c)
    if (organic != 0 || c == 91) {
      const isPair = organic != 0 && isChlorineOrBromine(c, byteAt(text, i + 1))
      const atom = organic != 0 ? organicAtom(g, organic, c, isPair) : bracketAtom(g, text + <usize>i)
      if (atom < 0) return false
      writeHydrogens(atom, organic != 0 ? implied : bracketHydrogens(), 0)
      if (last >= 0 && !join(g, last, atom, orderOf(g, bond, last, atom))) return false
      last = closable = atom
      bond = unset
      i += organic == 0 ? bracketLength() : isPair ? 2 : 1
      continue
    }
    if (c == 40) {
      // (
      if (last < 0 || bond != unset || depth == mostBranches || byteAt(text, i - 1) == 40) return false
      setByte(branch, depth++, last)
      closable = -2
    } else if (c == 41) {
      // )
      if (depth == 0 || bond != unset || byteAt(text, i - 1) == 40) return false
      last = byteAt(branch, --depth)
      closable = -2
    } else if (bondOf(c) != unset) {
      if (bond != unset || last < 0) return false
      bond = bondOf(c)
    } else if (c == 46) {
      // .
      if (last < 0 || depth > 0 || bond != unset || i == end - 1) return false
      last = -1
    } else {
      const label = labelAt(i, c)
      const opened = label < 0 || last != closable ? 0 : ringBond(g, label, last, bond)
      if (opened == 0) return false
      open += opened
      bond = unset
      if (c == 37) i += 2
    }
    i++
  }
  return open == 0 && depth == 0 && bond == unset && last >= 0
}

@inline
function isChlorineOrBromine(c: i32, next: i32): bool {
  return (next == 108 && c == 67) || (next == 114 && c == 66)
}

@inline
function organicAtom(g: usize, organic: i32, c: i32, isPair: bool): i32 {
  const z = isPair ? (c == 67 ? 17 : 35) : organic & (lowerCase - 1)
  return addAtom(g, z, 0, organic >> lowerCaseBit)
}

/** The order that a character draws, or `unset`. */
@inline
function bondOf(c: i32): i32 {
  if (c == 61) return double
  if (c == 45) return single
  if (c == 35) return triple
  // Direction of a single bond, or of an aromatic one between aromatic atoms.
  return c == 47 || c == 92 ? directed : unset
}

/** The label of a ring bond, or -1. */
@inline
function labelAt(i: i32, c: i32): i32 {
  if (c != 37) return c >= 48 && c <= 57 ? c - 48 : -1
  const tens = byteAt(text, i + 1) - 48
  const ones = byteAt(text, i + 2) - 48
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones
}

/** Opens (1) or closes (-1) the ring of a label; 0 if its bonds differ. */
function ringBond(g: usize, label: i32, atom: i32, bond: i32): i32 {
  const other = byteAt(ringAtom, label)
  if (other == none) {
    setByte(ringAtom, label, atom)
    setByte(ringOrder, label, bond)
    return 1
  }
  const before = byteAt(ringOrder, label)
  if (before != unset && bond != unset && before != bond) return 0
  if (!join(g, other, atom, orderOf(g, bond != unset ? bond : before, other, atom))) return 0
  setByte(ringAtom, label, none)
  return -1
}

/** The order of a bond as drawn or implicit. */
@inline
function orderOf(g: usize, bond: i32, a: i32, b: i32): i32 {
  if (bond != unset && bond != directed) return bond
  return lower(g, a) == 1 && lower(g, b) == 1 ? aromaticBond : single
}
