// A text line by line, with the fields of its lines.
import { byteAt } from '../../bytes.as'

const blank = 32
const minus = 45
const zero = 48
/** Returned if a field contains no number; below all values that a field can contain. */
export const none = -1000

let line: usize = 0
let width = 0
let rest: usize = 0
let end: usize = 0

/** The first line becomes the next one. */
export function beginText(from: usize, length: i32): void {
  rest = from
  end = from + <usize>length
}

/** Advances to the next line; false after the last. */
export function nextLine(): bool {
  if (rest >= end) return false
  line = rest
  while (rest < end && byteAt(rest, 0) != 10) rest++
  width = <i32>(rest - line)
  rest++
  return true
}

/** Length of the line. */
@inline
export function lineWidth(): i32 {
  return width
}

/** A character of the line; zero after its end. */
@inline
export function charAt(i: i32): i32 {
  return i < width ? byteAt(line, i) : 0
}

/** Whether the line has this text at a position. */
export function has(i: i32, text: string): bool {
  const length = text.length
  if (i + length > width) return false
  for (let k = 0; k < length; k++) if (byteAt(line, i + k) != text.charCodeAt(k)) return false
  return true
}

/** Whether the line is this text. */
@inline
export function isLine(text: string): bool {
  return width == text.length && has(0, text)
}

/** Whether some columns contain nothing but blanks and zeros, as far as the line goes. */
export function isEmpty(from: i32, to: i32): bool {
  for (let i = from, stop = min(to, width); i < stop; i++) {
    const c = byteAt(line, i)
    if (c != blank && c != zero) return false
  }
  return true
}

/** The number right-aligned in some columns; zero if they are blank or after the end of the line. */
export function numberIn(from: i32, to: i32): i32 {
  if (from >= width) return 0
  if (to > width) return none
  let i = from
  while (i < to && byteAt(line, i) == blank) i++
  if (i == to) return 0
  const negative = byteAt(line, i) == minus
  if (negative && ++i == to) return none
  let value = 0
  for (; i < to; i++) {
    const digit = byteAt(line, i) - zero
    if (digit < 0 || digit > 9) return none
    value = value * 10 + digit
  }
  return negative ? -value : value
}

/** Whether ten columns contain a coordinate with four decimals. */
export function isCoordinate(from: i32): bool {
  if (from + 10 > width || byteAt(line, from + 5) != 46) return false
  for (let i = from + 6; i < from + 10; i++) if (!isDigit(byteAt(line, i))) return false
  let i = from
  while (byteAt(line, i) == blank) i++
  if (byteAt(line, i) == minus) i++
  if (i > from + 4) return false
  for (; i < from + 5; i++) if (!isDigit(byteAt(line, i))) return false
  return true
}

@inline
function isDigit(c: i32): bool {
  return <u32>(c - zero) < 10
}

/** Whether the line is plain text: no control characters. */
export function isPlain(): bool {
  for (let i = 0; i < width; i++) if (byteAt(line, i) < blank) return false
  return true
}

// Words separated by single blanks.
let at = 0

/** Sets the column at which the first word starts. */
export function beginWords(from: i32): void {
  at = from
}

/** Whether all words of the line have been read. */
@inline
export function isEnd(): bool {
  return at >= width
}

/** Skips this text if it comes next. */
export function takes(text: string): bool {
  if (!has(at, text)) return false
  at += text.length
  return true
}

/** Reads an integer and the separator after it. */
export function takeNumber(): i32 {
  const negative = charAt(at) == minus
  if (negative) at++
  const from = at
  let value = 0
  for (; isDigit(charAt(at)) && at - from < 6; at++) value = value * 10 + charAt(at) - zero
  if (at == from || !takeEnd()) return none
  return negative ? -value : value
}

/** Skips a number with or without decimals; false if there is none. */
export function takeDecimal(): bool {
  if (charAt(at) == minus) at++
  const from = at
  while (isDigit(charAt(at))) at++
  if (at == from || at - from > 9) return false
  if (charAt(at) == 46) {
    const point = at++
    while (isDigit(charAt(at))) at++
    if (at == point + 1) return false
  }
  return takeEnd()
}

/**
 * Reads a word of at most two letters; returns the first letter, and the second or a blank, in one number. Zero if
 * there is no such word.
 */
export function takeSymbol(): i32 {
  const first = charAt(at++)
  let second = charAt(at)
  if (second >= 97 && second <= 122) at++
  else second = blank
  return takeEnd() ? (first << 8) | second : 0
}

/** Skips a blank, or is at the end. */
function takeEnd(): bool {
  if (at >= width) return at == width
  return byteAt(line, at++) == blank && at < width
}
