import { crc32, createInflateRaw } from 'node:zlib'
import { FileProblem } from './file-problem.js'
import type { Meter } from './meter.js'

/** The magic number and the only method. */
const begin = Buffer.from([0x1f, 0x8b, 8])
const flag = { checked: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 }
const headerBytes = 10
const trailerBytes = 8

/**
 * Unpacks gzip members one after another. Node's own gunzip drops the rows of the step in which it finds damage, so
 * only inflating is left to it. Zero padding after the data (tapes, blocks) is skipped, as gzip does; anything else
 * there is damage.
 * @throws {Error} when the data are damaged or cut off; everything before that is yielded first
 */
export async function* gunzip(pieces: AsyncIterable<Buffer>, meter: Meter = { read: 0 }): AsyncGenerator<Buffer> {
  const input = new PackedBytes(pieces, meter)
  do {
    await input.skipHeader()
    yield* inflated(input)
  } while (await input.hasMember())
}

/** The unpacked bytes of a file. @throws {FileProblem} */
export async function* gunzipped(file: string, pieces: AsyncIterable<Buffer>, meter: Meter): AsyncGenerator<Buffer> {
  try {
    yield* gunzip(pieces, meter)
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    throw new FileProblem(
      file,
      `the compressed data are damaged or cut off (${error.message}); the rows before that are kept`,
      true,
    )
  }
}

class Damage extends Error {}

/** The data of a member, whose checksum and length are compared once they are passed on. */
async function* inflated(input: PackedBytes): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw()
  let ready: Buffer[] = []
  let failure: Error | null = null
  let wake = () => {}
  inflater.on('data', (part: Buffer) => ready.push(part))
  inflater.on('error', (error) => {
    failure = error
    wake()
  })
  let given = 0
  let sum = 0
  let length = 0
  try {
    for (;;) {
      const packed = await input.next()
      if (packed === null) throw new Damage('unexpected end of file')
      given += packed.length
      await new Promise<void>((resolve) => {
        wake = resolve
        inflater.write(packed, () => resolve())
      })
      for (const part of ready) {
        sum = crc32(part, sum)
        length += part.length
        yield part
      }
      ready = []
      if (failure !== null) throw new Damage((failure as Error).message)
      // Only after the end of the data are bytes left; if a piece ends there too, that is the whole next piece.
      const left = given - inflater.bytesWritten
      if (left === 0) continue
      input.putBack(packed.subarray(-left))
      break
    }
  } finally {
    inflater.destroy()
  }
  const trailer = await input.take(trailerBytes)
  if (trailer.readUInt32LE(0) !== sum) throw new Damage('incorrect data check')
  if (trailer.readUInt32LE(4) !== length % 2 ** 32) throw new Damage('incorrect length check')
}

/** Pieces of a file, of which a part can be taken. */
class PackedBytes {
  readonly #pieces: AsyncIterator<Buffer>
  readonly #meter: Meter
  #back: Buffer | null = null
  /** Length of the piece read last, which counts once the next is requested. */
  #last = 0

  constructor(pieces: AsyncIterable<Buffer>, meter: Meter) {
    this.#pieces = pieces[Symbol.asyncIterator]()
    this.#meter = meter
  }

  /** Null at the end. */
  async next(): Promise<Buffer | null> {
    const back = this.#back
    this.#back = null
    if (back !== null) return back
    this.#meter.read += this.#last
    const { value, done } = await this.#pieces.next()
    this.#last = done ? 0 : value.length
    return done ? null : value
  }

  putBack(rest: Buffer): void {
    if (rest.length > 0) this.#back = rest
  }

  async take(length: number): Promise<Buffer> {
    let taken = Buffer.alloc(0)
    while (taken.length < length) {
      const piece = await this.next()
      if (piece === null) throw new Damage('unexpected end of file')
      const own = piece.subarray(0, length - taken.length)
      taken = Buffer.concat([taken, own])
      this.putBack(piece.subarray(own.length))
    }
    return taken
  }

  async skipHeader(): Promise<void> {
    const header = await this.take(headerBytes)
    const flags = header[3]!
    if (!header.subarray(0, 3).equals(begin) || (flags & flag.reserved) !== 0)
      throw new Damage('incorrect header check')
    if (flags & flag.extra) await this.take((await this.take(2)).readUInt16LE())
    if (flags & flag.name) await this.#skipText()
    if (flags & flag.comment) await this.#skipText()
    if (flags & flag.checked) await this.take(2)
  }

  async #skipText(): Promise<void> {
    for (;;) {
      const piece = await this.next()
      if (piece === null) throw new Damage('unexpected end of file')
      const end = piece.indexOf(0)
      if (end < 0) continue
      this.putBack(piece.subarray(end + 1))
      return
    }
  }

  /** Whether another member follows, and not the end or padding. */
  async hasMember(): Promise<boolean> {
    for (let padded = false; ; padded = true) {
      const piece = await this.next()
      if (piece === null) return false
      if (!padded && piece[0] === begin[0]) {
        this.putBack(piece)
        return true
      }
      if (piece.some((byte) => byte !== 0)) throw new Damage('other bytes follow them')
    }
  }
}
