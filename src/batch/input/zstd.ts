import { FileProblem } from './file-problem.js'
import { largestWindow } from './input-limits.js'

const frameMagic = 0xfd2fb528
const megabyte = 1024 * 1024
/** Memory that all frames together may request: the decompressor clears it for each frame, which takes time. */
const mostWindows = (read: number) => 2048 * megabyte + 1024 * read

/**
 * Cuts Zstandard data at block ends. The decompressor emits all that a piece holds at once, and four bytes can hold 128
 * KB: given one block at a time, it never holds more than that. It also allocates as much memory as a frame states.
 * @throws {FileProblem} if a frame requests too much
 */
export async function* zstdBlocks(file: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const cutter = new Cutter(file)
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of pieces) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece])
    for (let length = cutter.next(held); length !== null; length = cutter.next(held)) {
      yield held.subarray(0, length)
      held = held.subarray(length)
    }
  }
  if (held.length > 0) yield held
}

/** What comes next; `lost` is data that is no frame, which the decompressor rejects with its own message. */
type Part = 'frame' | 'block' | 'checksum' | 'lost'

class Cutter {
  #part: Part = 'frame'
  #checked = false
  #read = 0
  #windows = 0

  constructor(readonly file: string) {}

  /** Length of the next frame header, block or checksum; null if more bytes are needed. */
  next(bytes: Buffer): number | null {
    if (bytes.length === 0) return null
    switch (this.#part) {
      case 'frame':
        return this.#frame(bytes)
      case 'block':
        return this.#block(bytes)
      case 'checksum':
        return this.#whole(bytes, 4, 'frame')
      case 'lost':
        return bytes.length
    }
  }

  #frame(bytes: Buffer): number | null {
    if (bytes.length < 8) return null
    const magic = bytes.readUInt32LE()
    if (magic >>> 4 === 0x184d2a5) return this.#whole(bytes, 8 + bytes.readUInt32LE(4), 'frame')
    if (magic !== frameMagic) return this.#whole(bytes, bytes.length, 'lost')
    const flags = bytes[4]!
    const single = (flags & 0x20) !== 0
    const sizeBytes = flags >> 6 === 0 ? Number(single) : 1 << (flags >> 6)
    const sizeAt = 5 + Number(!single) + [0, 1, 2, 4][flags & 3]!
    if (bytes.length < sizeAt + sizeBytes) return null
    const exponent = bytes[5]! >> 3
    const window = single
      ? sizeIn(bytes, sizeAt, sizeBytes)
      : 2 ** (10 + exponent) + 2 ** (7 + exponent) * (bytes[5]! & 7)
    const asked = Math.ceil(window / megabyte)
    if (window > largestWindow)
      throw new FileProblem(
        this.file,
        `the compressed data need ${asked} MB of memory, the limit is ${largestWindow / megabyte} MB; ` +
          'compress it without --long',
      )
    this.#windows += window
    if (this.#windows > mostWindows(this.#read))
      throw new FileProblem(
        this.file,
        `the compressed data are a great many short frames that ask for ${asked} MB of memory each; compress it as one`,
      )
    this.#checked = (flags & 4) !== 0
    return this.#whole(bytes, sizeAt + sizeBytes, 'block')
  }

  #block(bytes: Buffer): number | null {
    if (bytes.length < 3) return null
    const header = bytes.readUIntLE(0, 3)
    const last = (header & 1) !== 0
    const repeated = ((header >> 1) & 3) === 1
    return this.#whole(bytes, 3 + (repeated ? 1 : header >> 3), !last ? 'block' : this.#checked ? 'checksum' : 'frame')
  }

  #whole(bytes: Buffer, length: number, next: Part): number | null {
    if (bytes.length < length) return null
    this.#part = next
    this.#read += length
    return length
  }
}

/** The content size stated by a frame. */
function sizeIn(bytes: Buffer, at: number, length: number): number {
  if (length === 8) return Number(bytes.readBigUInt64LE(at))
  return bytes.readUIntLE(at, length) + (length === 2 ? 256 : 0)
}
