import { chunkBytes, chunkRows, type LineChunk } from './chunk.js'
import { isSmilesName } from './columns.js'
import { longestLine } from './input-limits.js'
import { beginning, linesIn, type TextLine } from './lines.js'
import { recordWords } from './record-words.js'
import type { SourceNotes } from './batch-record.js'

const lineFeed = 0x0a
const carriageReturn = 0x0d
const byteOrderMark = Buffer.from('\ufeff')

/** Bytes collected before they are searched for lines. */
const gathered = 64 * 1024

/**
 * Cuts a SMILES file into chunks of whole lines without parsing them. A byte order mark and a header line at the start
 * of the file are skipped.
 */
export async function* lineChunks(
  source: number,
  pieces: AsyncIterable<Buffer>,
  notes: SourceNotes,
): AsyncGenerator<LineChunk> {
  const cutter = new Cutter(source, notes)
  let waiting: Buffer[] = []
  let length = 0
  let failure: unknown = null
  try {
    for await (const piece of pieces) {
      waiting.push(Buffer.from(piece))
      length += piece.length
      if (length < gathered) continue
      yield* cutter.add(Buffer.concat(waiting), false)
      waiting = []
      length = 0
    }
  } catch (error) {
    // Lines before the damage are judged first; a line cut short by it is not.
    failure = error
  }
  yield* cutter.add(Buffer.concat(waiting), failure === null)
  if (failure === null) return
  yield* cutter.rest()
  throw failure
}

class Cutter {
  #held: Buffer = Buffer.alloc(0)
  /** Bytes of a line over the limit; its beginning is in `#held`. */
  #tooLong = 0
  #row = 1
  #started = false

  constructor(
    readonly source: number,
    readonly notes: SourceNotes,
  ) {}

  *add(more: Buffer, last: boolean): Generator<LineChunk> {
    if (this.#tooLong > 0) {
      const end = more.indexOf(lineFeed)
      this.#tooLong += end < 0 ? more.length : end
      if (end < 0 && !last) return
      yield this.#chunk(this.#held, 1, this.#tooLong)
      this.#held = Buffer.alloc(0)
      this.#tooLong = 0
      more = more.subarray(end < 0 ? more.length : end + 1)
    }
    this.#held = this.#held.length === 0 ? more : Buffer.concat([this.#held, more])
    if (!this.#started && !this.#start(last)) return
    yield* this.#cut(last)
  }

  /** The whole lines left when no more can be read. */
  *rest(): Generator<LineChunk> {
    if (this.#tooLong > 0) return
    this.#held = this.#held.subarray(0, this.#held.lastIndexOf(lineFeed) + 1)
    yield* this.#cut(true)
  }

  /** Skips a byte order mark and a header; false while the first line is incomplete. */
  #start(last: boolean): boolean {
    if (this.#held.subarray(0, 3).equals(byteOrderMark)) this.#held = this.#held.subarray(3)
    const end = this.#held.indexOf(lineFeed)
    if (end < 0 && !last && this.#held.length <= longestLine) return false
    this.#started = true
    const text = linesIn(this.#held.subarray(0, end < 0 ? beginning : end))[0]?.text ?? ''
    if (!isSmilesName(text.replace(/^#\s*/, '').split(/\s/, 1)[0]!)) return true
    this.notes.notes.push(recordWords.header(text))
    this.#held = this.#held.subarray(end < 0 ? this.#held.length : end + 1)
    return true
  }

  *#cut(last: boolean): Generator<LineChunk> {
    const bytes = this.#held
    let start = 0
    let at = 0
    let rows = 0
    let nextReturn = bytes.indexOf(carriageReturn)
    while (at < bytes.length) {
      const found = bytes.indexOf(lineFeed, at)
      if (found < 0 && !last && bytes.length - at <= longestLine) break
      const end = found < 0 ? bytes.length : found
      if (end - at > longestLine) {
        if (rows > 0) yield this.#chunk(bytes.subarray(start, at), rows, null)
        const text = bytes.subarray(at, at + beginning)
        if (found < 0 && !last) {
          this.#held = Buffer.from(text)
          this.#tooLong = end - at
          return
        }
        yield this.#chunk(text, 1, end - at)
        rows = 0
        start = at = end + 1
        continue
      }
      if (nextReturn >= 0 && nextReturn < at) nextReturn = bytes.indexOf(carriageReturn, at)
      const parts = nextReturn >= 0 && nextReturn < end ? linesIn(bytes.subarray(at, end)) : null
      if (parts !== null && parts.length > chunkRows) {
        if (rows > 0) yield this.#chunk(bytes.subarray(start, at), rows, null)
        yield* this.#parted(parts)
        rows = 0
        start = at = end + 1
        continue
      }
      rows += parts?.length ?? 1
      at = end + 1
      if (rows < chunkRows && at - start < chunkBytes) continue
      yield this.#chunk(bytes.subarray(start, end), rows, null)
      rows = 0
      start = at
    }
    if (last && rows > 0) {
      yield this.#chunk(bytes.subarray(start, at), rows, null)
      start = at
    }
    this.#held = Buffer.from(bytes.subarray(start))
  }

  /** Lines that end in carriage returns only, of which a million can look like one line. */
  *#parted(lines: readonly TextLine[]): Generator<LineChunk> {
    for (let at = 0; at < lines.length; at += chunkRows) {
      const own = lines.slice(at, at + chunkRows)
      yield this.#chunk(Buffer.from(own.map(({ text }) => `${text}\n`).join('')), own.length, null)
    }
  }

  #chunk(bytes: Buffer, rows: number, tooLong: number | null): LineChunk {
    const row = this.#row
    this.#row += rows
    return { kind: 'lines', source: this.source, row, rows, bytes: Uint8Array.from(bytes), tooLong, read: null }
  }
}
