// A text line by line, with the fields of its lines.
import { byteAt } from '../../bytes.as'

const blank = 32
const minus = 45
const zero = 48
/** Returned if a field contains no number; below all values that a field can contain. */
export const none = -1000

@unmanaged
class Line {
  from: usize
  width: i32
  /** Where the text after it begins and ends. */
  rest: usize
  end: usize
  /** Position of the next word. */
  at: i32
}
const line = changetype<Line>(memory.data(offsetof<Line>(), 4))

/** The first line becomes the next one. */
export function beginText(from: usize, length: i32): void {
  line.rest = from
  line.end = from + <usize>length
}

/** Advances to the next line; false after the last. */
export function nextLine(): bool {
  if (line.rest >= line.end) return false
  line.from = line.rest
  while (line.rest < line.end && byteAt(line.rest, 0) != 10) line.rest++
  line.width = <i32>(line.rest - line.from)
  line.rest++
  return true
}

@inline
export function lineWidth(): i32 {
  return line.width
}

@inline
export function charAt(i: i32): i32 {
  return i < line.width ? byteAt(line.from, i) : 0
}

/** Whether the line has this text at a position. */
export function has(i: i32, text: string): bool {
  const length = text.length
  if (i + length > line.width) return false
  for (let k = 0; k < length; k++) if (byteAt(line.from, i + k) != text.charCodeAt(k)) return false
  return true
}

@inline
export function isLine(text: string): bool {
  return line.width == text.length && has(0, text)
}

/** Whether some columns contain nothing but blanks and zeros, as far as the line goes. */
export function isEmpty(from: i32, to: i32): bool {
  for (let i = from, stop = min(to, line.width); i < stop; i++) {
    const c = byteAt(line.from, i)
    if (c != blank && c != zero) return false
  }
  return true
}

/** The number right-aligned in some columns; zero if they are blank or after the end of the line. */
export function numberIn(from: i32, to: i32): i32 {
  if (from >= line.width) return 0
  if (to > line.width) return none
  let i = from
  while (i < to && byteAt(line.from, i) == blank) i++
  if (i == to) return 0
  const negative = byteAt(line.from, i) == minus
  if (negative && ++i == to) return none
  let value = 0
  for (; i < to; i++) {
    const digit = byteAt(line.from, i) - zero
    if (digit < 0 || digit > 9) return none
    value = value * 10 + digit
  }
  return negative ? -value : value
}

/** Whether ten columns contain a coordinate with four decimals. */
export function isCoordinate(from: i32): bool {
  if (from + 10 > line.width || byteAt(line.from, from + 5) != 46) return false
  for (let i = from + 6; i < from + 10; i++) if (!isDigit(byteAt(line.from, i))) return false
  let i = from
  while (byteAt(line.from, i) == blank) i++
  if (byteAt(line.from, i) == minus) i++
  if (i > from + 4) return false
  for (; i < from + 5; i++) if (!isDigit(byteAt(line.from, i))) return false
  return true
}

@inline
function isDigit(c: i32): bool {
  return <u32>(c - zero) < 10
}

/** Whether the line is plain text: no control characters. */
export function isPlain(): bool {
  for (let i = 0; i < line.width; i++) if (byteAt(line.from, i) < blank) return false
  return true
}

/** Sets the column at which the first word starts; words are separated by single blanks. */
export function beginWords(from: i32): void {
  line.at = from
}

/** Whether all words of the line have been read. */
@inline
export function isEnd(): bool {
  return line.at >= line.width
}

/** Skips this text if it comes next. */
export function takes(text: string): bool {
  if (!has(line.at, text)) return false
  line.at += text.length
  return true
}

/** Reads an integer and the separator after it. */
export function takeNumber(): i32 {
  const negative = charAt(line.at) == minus
  if (negative) line.at++
  const from = line.at
  let value = 0
  for (; isDigit(charAt(line.at)) && line.at - from < 6; line.at++) value = value * 10 + charAt(line.at) - zero
  if (line.at == from || !takeEnd()) return none
  return negative ? -value : value
}

/** Skips a number with or without decimals; false if there is none. */
export function takeDecimal(): bool {
  if (charAt(line.at) == minus) line.at++
  const from = line.at
  while (isDigit(charAt(line.at))) line.at++
  if (line.at == from || line.at - from > 9) return false
  if (charAt(line.at) == 46) {
    const point = line.at++
    while (isDigit(charAt(line.at))) line.at++
    if (line.at == point + 1) return false
  }
  return takeEnd()
}

/** Reads a word of at most two letters as one number: the first letter, and the second or a blank; zero if none. */
export function takeSymbol(): i32 {
  const first = charAt(line.at++)
  let second = charAt(line.at)
  if (second >= 97 && second <= 122) line.at++
  else second = blank
  return takeEnd() ? (first << 8) | second : 0
}

/** Skips a blank, or is at the end. */
function takeEnd(): bool {
  if (line.at >= line.width) return line.at == line.width
  return byteAt(line.from, line.at++) == blank && line.at < line.width
}
