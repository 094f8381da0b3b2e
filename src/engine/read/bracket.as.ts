import { byteAt } from '../bytes.as'
import { addAtom } from '../fill.as'
import { setLabelled } from '../graph.as'

const zero = 48
const lowerCase = 64

/** The bracket read last. */
@unmanaged
class Bracket {
  /** Current position in the text. */
  at: usize
  /** Hydrogens that it gives its atom. */
  hydrogens: i32
  /** Its length, including both brackets. */
  length: i32
}
const bracket = changetype<Bracket>(memory.data(offsetof<Bracket>(), 4))

@inline
export function bracketHydrogens(): i32 {
  return bracket.hydrogens
}

@inline
export function bracketLength(): i32 {
  return bracket.length
}

/**
 * Adds a bracket atom: `[`, isotope, symbol, `@`, hydrogens, charge, class, `]`. Returns -1 if it is not one that is
 * certain.
 * @param from where the bracket starts
 */
export function bracketAtom(g: usize, from: usize): i32 {
  bracket.at = from + 1
  const isotope = digitFrom(1)
  if (isotope && digitFrom(0)) digitFrom(0)
  const symbol = element()
  if (symbol < 0) return -1
  // Chirality is not stored.
  if (is(64)) is(64)
  bracket.hydrogens = is(72) ? number(4) : 0
  const charge = is(43) ? number(3) : is(45) ? -number(3) : 0
  if (is(58)) {
    if (!digitFrom(0)) return -1
    if (digitFrom(0)) digitFrom(0)
  }
  if (!is(93)) return -1
  bracket.length = <i32>(bracket.at - from)
  if (isotope) setLabelled(g, 1)
  return addAtom(g, symbol & (lowerCase - 1), charge, symbol >= lowerCase ? 1 : 0)
}

/** Reads a symbol: its element, and 64 if it is written in lower case. */
function element(): i32 {
  const first = byteAt(bracket.at++, 0)
  switch (first) {
    case 66: // B
      return is(114) ? 35 : 5
    case 67: // C
      return is(108) ? 17 : is(97) ? 20 : 6
    case 78: // N
      return is(97) ? 11 : 7
    case 79:
      return 8
    case 70:
      return 9
    case 80:
      return 15
    case 83: // S
      return is(105) ? 14 : is(101) ? 34 : 16
    case 73:
      return 53
    case 75:
      return 19
    case 77: // M
      return is(103) ? 12 : -1
    case 99:
      return 6 | lowerCase
    case 110:
      return 7 | lowerCase
    case 111:
      return 8 | lowerCase
    case 115: // s
      return (is(101) ? 34 : 16) | lowerCase
    default:
      return -1
  }
}

/** Skips a character if it is the given one. */
@inline
function is(c: i32): bool {
  if (byteAt(bracket.at, 0) != c) return false
  bracket.at++
  return true
}

/** Skips a digit if it is not less than this. */
@inline
function digitFrom(least: i32): bool {
  const digit = byteAt(bracket.at, 0) - zero
  if (digit < least || digit > 9) return false
  bracket.at++
  return true
}

/** Reads a number from one up to this; one if none is written. */
@inline
function number(most: i32): i32 {
  const digit = byteAt(bracket.at, 0) - zero
  if (digit < 1 || digit > most) return 1
  bracket.at++
  return digit
}
