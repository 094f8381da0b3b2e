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
    if (organic != 0) {
      let z = organic & (lowerCase - 1)
      const next = byteAt(text, i + 1)
      if (next == 108 && c == 67) {
        z = 17 // Cl
        i++
      } else if (next == 114 && c == 66) {
        z = 35 // Br
        i++
      }
      const atom = addAtom(g, z, 0, organic >> lowerCaseBit)
      if (atom < 0) return false
      writeHydrogens(atom, implied, 0)
      if (last >= 0 && !join(g, last, atom, orderOf(g, bond, last, atom))) return false
      last = closable = atom
      bond = unset
      i++
      continue
    }
    switch (c) {
      case 91: {
        const at = bracketAtom(g, text + <usize>i)
        if (at < 0) return false
        writeHydrogens(at, bracketHydrogens(), 0)
        if (last >= 0 && !join(g, last, at, orderOf(g, bond, last, at))) return false
        last = closable = at
        bond = unset
        i += bracketLength()
        continue
      }
      case 40: // (
        if (last < 0 || bond != unset || depth == mostBranches || byteAt(text, i - 1) == 40) return false
        setByte(branch, depth++, last)
        closable = -2
        i++
        continue
      case 41: // )
        if (depth == 0 || bond != unset || byteAt(text, i - 1) == 40) return false
        last = byteAt(branch, --depth)
        closable = -2
        i++
        continue
      case 45:
        if (bond != unset || last < 0) return false
        bond = single
        i++
        continue
      case 61:
        if (bond != unset || last < 0) return false
        bond = double
        i++
        continue
      case 35:
        if (bond != unset || last < 0) return false
        bond = triple
        i++
        continue
      case 47: // direction of a single bond, or of an aromatic one between aromatic atoms
      case 92:
        if (bond != unset || last < 0) return false
        bond = directed
        i++
        continue
      case 46: // .
        if (last < 0 || depth > 0 || bond != unset || i == end - 1) return false
        last = -1
        i++
        continue
      default: {
        let label = c - 48
        if (c == 37) {
          const tens = byteAt(text, i + 1) - 48
          const ones = byteAt(text, i + 2) - 48
          if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return false
          label = tens * 10 + ones
          i += 2
        } else if (label < 0 || label > 9) return false
        if (last != closable) return false
        const other = byteAt(ringAtom, label)
        if (other == none) {
          setByte(ringAtom, label, last)
          setByte(ringOrder, label, bond)
          open++
        } else {
          const before = byteAt(ringOrder, label)
          if (before != unset && bond != unset && before != bond) return false
          if (!join(g, other, last, orderOf(g, bond != unset ? bond : before, other, last))) return false
          setByte(ringAtom, label, none)
          open--
        }
        bond = unset
        i++
        continue
      }
    }
  }
  return open == 0 && depth == 0 && bond == unset && last >= 0
}

/** The order of a bond as drawn or implicit. */
@inline
function orderOf(g: usize, bond: i32, a: i32, b: i32): i32 {
  if (bond != unset && bond != directed) return bond
  return lower(g, a) == 1 && lower(g, b) == 1 ? aromaticBond : single
}
