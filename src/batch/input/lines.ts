import { longestLine } from './input-limits.js'
import { EventLoopTurns } from '../turns.js'

/** A line without its line end. */
export interface TextLine {
  readonly text: string
  /** Bytes of a line too long to keep; `text` is then only its beginning. */
  readonly tooLong: number | null
}

/** Characters kept of a line that is too long. */
export const beginning = 200

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Splits bytes into lines in bounded memory. A line that is not UTF-8 is read as Latin-1; a byte order mark is dropped.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>, longest = longestLine): AsyncGenerator<TextLine> {
  for await (const lines of linesByChunk(chunks, longest)) for (const line of lines) yield line
}

/** Lines passed on together: few enough that the first do not wait long for the last. */
const groupLines = 250

/** Passes lines on at once: line by line if they come so, many together if written at once. */
export async function* lineGroups(pieces: AsyncIterable<Buffer>): AsyncGenerator<TextLine[]> {
  for await (const lines of linesByChunk(pieces, longestLine))
    for (let at = 0; at < lines.length; at += groupLines) yield lines.slice(at, at + groupLines)
}

/** The lines that end in each chunk. */
async function* linesByChunk(chunks: AsyncIterable<Buffer>, longest: number): AsyncGenerator<TextLine[]> {
  let held: Buffer[] = []
  let length = 0
  let first = true
  const add = (part: Buffer) => {
    if (length <= longest) held.push(Buffer.from(part))
    length += part.length
  }
  const take = (): TextLine[] => {
    const bytes = held.length === 1 ? held[0]! : Buffer.concat(held)
    const line =
      length > longest
        ? { text: decode(bytes.subarray(0, beginning)), tooLong: length }
        : { text: decode(bytes), tooLong: null }
    held = []
    length = 0
    if (!first) return parted(line)
    first = false
    return parted({ ...line, text: line.text.replace(/^\ufeff/, '') })
  }
  const turns = new EventLoopTurns()
  for await (const chunk of chunks) {
    await turns.yieldToEventLoop()
    const lines: TextLine[] = []
    let from = 0
    const last = chunk.lastIndexOf(lineFeed)
    if (last >= 0 && chunk.length <= longest) {
      const end = chunk.indexOf(lineFeed)
      add(chunk.subarray(0, end))
      lines.push(...take())
      // All lines within the chunk at once.
      if (last > end) for (const line of linesIn(chunk.subarray(end + 1, last + 1))) lines.push(line)
      from = last + 1
    }
    for (let end = chunk.indexOf(lineFeed, from); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      add(chunk.subarray(from, end))
      lines.push(...take())
      from = end + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
    if (lines.length > 0) yield lines
  }
  if (length > 0) yield take()
}

/** A lone carriage return ends a line too, as in old Mac files; otherwise what follows it would be lost in a name. */
function parted(line: TextLine): TextLine[] {
  return line.tooLong === null && line.text.includes('\r')
    ? line.text.split('\r').map((text) => ({ ...line, text }))
    : [line]
}

function decode(bytes: Buffer): string {
  let end = bytes.length
  while (bytes[end - 1] === carriageReturn) end--
  const line = bytes.subarray(0, end)
  try {
    return utf8.decode(line)
  } catch {
    return line.toString('latin1')
  }
}

/** The lines of bytes that hold whole lines; a final line feed does not start another line. */
export function linesIn(bytes: Buffer): TextLine[] {
  const whole = bytes.at(-1) === lineFeed ? bytes.subarray(0, -1) : bytes
  return textsIn(whole).flatMap((text) => parted({ text, tooLong: null }))
}

/** All at once if the bytes are UTF-8 without carriage returns, as nearly all are. */
function textsIn(bytes: Buffer): string[] {
  if (!bytes.includes(carriageReturn)) {
    try {
      return utf8.decode(bytes).split('\n')
    } catch {
      // Line by line, so that one Latin-1 line leaves the others as they are.
    }
  }
  const texts: string[] = []
  for (let from = 0; ; ) {
    const end = bytes.indexOf(lineFeed, from)
    texts.push(decode(bytes.subarray(from, end < 0 ? bytes.length : end)))
    if (end < 0) return texts
    from = end + 1
  }
}
