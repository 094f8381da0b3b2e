import { longestLine } from './input-limits.js'
import { beginning, linesIn, type TextLine } from './lines.js'

/** Lines passed on together: few enough that the first do not wait long for the last. */
const groupLines = 250
const lineFeed = 0x0a
const byteOrderMark = Buffer.from('\ufeff')

/** Groups lines and passes each group on at once: line by line if they come so, many together if written at once. */
export async function* lineGroups(pieces: AsyncIterable<Buffer>): AsyncGenerator<TextLine[]> {
  let held = Buffer.alloc(0)
  /** Bytes of a line over the limit, without its beginning. */
  let tooLong = 0
  let first = true
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(lineFeed)
    if (end < 0 && tooLong > 0) {
      tooLong += piece.length
      continue
    }
    let lines: TextLine[] = []
    let rest = piece
    if (tooLong > 0) {
      const own = piece.indexOf(lineFeed)
      lines.push({ ...linesIn(held)[0]!, tooLong: held.length + tooLong + own })
      held = Buffer.alloc(0)
      tooLong = 0
      rest = piece.subarray(own + 1)
    }
    held = held.length === 0 ? Buffer.from(rest) : Buffer.concat([held, rest])
    if (first && held.length >= byteOrderMark.length) {
      if (held.subarray(0, 3).equals(byteOrderMark)) held = held.subarray(3)
      first = false
    }
    const whole = held.lastIndexOf(lineFeed) + 1
    if (whole > 0) lines = lines.concat(linesIn(held.subarray(0, whole)).map(bounded))
    held = Buffer.from(held.subarray(whole))
    if (held.length > longestLine) {
      tooLong = held.length - beginning
      held = held.subarray(0, beginning)
    }
    for (let at = 0; at < lines.length; at += groupLines) yield lines.slice(at, at + groupLines)
  }
  if (tooLong > 0) yield [{ ...linesIn(held)[0]!, tooLong: held.length + tooLong }]
  else if (held.length > 0) yield linesIn(held).map(bounded)
}

function bounded(line: TextLine): TextLine {
  return line.text.length <= longestLine ? line : { text: line.text.slice(0, beginning), tooLong: line.text.length }
}
