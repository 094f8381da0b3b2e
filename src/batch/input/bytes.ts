import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { FileProblem } from './file-problem.js'
import { gunzipped } from './gunzip.js'
import { mostBlank, mostUnbroken } from './input-limits.js'
import type { Meter } from './meter.js'
import { EventLoopTurns } from '../turns.js'
import { asUtf8 } from './utf16.js'
import { zstdBlocks } from './zstd.js'

/** Bytes passed on at once: bounds what a compressed piece expands to (about a thousandfold); progress is steady. */
const piece = 16 * 1024

const zstdMagic = 0xfd2fb528
const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * The bytes of a file or stream, decompressed if they start as gzip or Zstandard data does, and converted from UTF-16
 * to UTF-8.
 * @throws {FileProblem} when it cannot be read or the compressed data are damaged; everything before that is yielded
 * first
 */
export function bytesOf(file: string, stdin: Readable, meter: Meter): AsyncGenerator<Buffer> {
  return asUtf8(unpackedBytes(file, stdin, meter))
}

async function* unpackedBytes(file: string, stdin: Readable, meter: Meter): AsyncGenerator<Buffer> {
  const raw = chunksOf(file, file === '-' ? stdin : createReadStream(file), meter)
  const first = await raw.next()
  if (first.done) return
  let head = first.value
  while (head.length < 4) {
    const more = await raw.next()
    if (more.done) break
    head = Buffer.concat([head, more.value])
  }
  if (head[0] === 0x1f && head[1] === 0x8b) yield* broken(file, gunzipped(file, piecesOf(head, raw), meter))
  else if (head.length >= 4 && head.readUInt32LE() === zstdMagic)
    yield* broken(file, unpacked(file, joined(head, raw), meter))
  else if (/\.zst$/i.test(file)) throw new FileProblem(file, 'the name ends in .zst, but it is not Zstandard data')
  else if (/\.gz$/i.test(file)) throw new FileProblem(file, 'the name ends in .gz, but it is not gzip data')
  else
    for await (const part of joined(head, raw)) {
      yield part
      meter.read += part.length
    }
}

/** @throws {FileProblem} for too many blank lines one after another, of which each would be an unreadable row */
export async function* boundedBlanks(file: string, parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let blank = 0
  for await (const part of parts) {
    let end = part.length
    while (end > 0 && isBlank(part[end - 1]!)) end--
    blank = end === 0 ? blank + part.length : part.length - end
    yield part
    if (blank > mostBlank) throw new FileProblem(file, `over ${mostBlank / 1024} KB of blank lines in a row`, true)
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= carriageReturn)
}

/** Unpacked bytes. @throws {FileProblem} for too many without a line break, which only a file made to waste time has */
async function* broken(file: string, parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let unbroken = 0
  for await (const part of parts) {
    const end = Math.max(part.lastIndexOf(lineFeed), part.lastIndexOf(carriageReturn))
    unbroken = end < 0 ? unbroken + part.length : part.length - end - 1
    if (unbroken > mostUnbroken)
      throw new FileProblem(
        file,
        `the compressed data hold over ${mostUnbroken / 1024 / 1024} MB without a line break`,
        true,
      )
    yield part
  }
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head
  yield* rest
}

async function* piecesOf(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const cut = function* (chunk: Buffer) {
    for (let at = 0; at < chunk.length; at += piece) yield chunk.subarray(at, at + piece)
  }
  yield* cut(head)
  for await (const chunk of rest) yield* cut(chunk)
}

async function* chunksOf(file: string, stream: Readable, meter: Meter): AsyncGenerator<Buffer> {
  const { sum } = meter
  try {
    for await (const chunk of stream) {
      if (meter.closed) return
      const bytes = Buffer.from(chunk as Buffer)
      if (sum?.add(bytes) === 'differs')
        throw new FileProblem(file, 'the part that the interrupted run had read has changed', true)
      yield bytes
    }
    if (sum?.short) throw new FileProblem(file, 'it is shorter than the part that the interrupted run had read', true)
  } catch (error) {
    if (error instanceof FileProblem) throw error
    throw new FileProblem(file, `cannot be read (${(error as Error).message})`)
  }
}

/** Decompresses Zstandard data one block at a time. */
async function* unpacked(file: string, pieces: AsyncIterable<Buffer>, meter: Meter): AsyncGenerator<Buffer> {
  const { Decompress } = await import('fzstd')
  let ready: Buffer[] = []
  const unpacker = new Decompress((part) => void ready.push(Buffer.from(part)))
  const push = (part: Uint8Array, last: boolean) => {
    try {
      unpacker.push(part, last)
    } catch (error) {
      throw new FileProblem(
        file,
        `the compressed data are damaged or cut off (${(error as Error).message}); the rows before that are kept`,
        true,
      )
    }
  }
  const turns = new EventLoopTurns()
  for await (const block of zstdBlocks(file, pieces)) {
    await turns.yieldToEventLoop()
    if (meter.closed) return
    push(block, false)
    yield* ready
    ready = []
    meter.read += block.length
  }
  push(new Uint8Array(0), true)
  yield* ready
}
