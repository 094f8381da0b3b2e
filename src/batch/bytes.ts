import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { FileProblem } from './file-problem.js'

/** How far a file has been read, in the bytes it has on disk. */
export interface Meter {
  read: number
}

/** A chunk handed to the unzipper at once: bounds what it can grow to (about a thousandfold). */
const zippedChunk = 16 * 1024

/**
 * The bytes of a file or stream, unzipped where they start as gzip does.
 * @throws {FileProblem} when it cannot be read or the compressed data are damaged; what came before is given first
 */
export async function* bytesOf(file: string, stdin: Readable, meter: Meter): AsyncGenerator<Buffer> {
  const raw = metered(file, file === '-' ? stdin : createReadStream(file, { highWaterMark: 256 * 1024 }), meter)
  const first = await raw.next()
  if (first.done) return
  let head = first.value
  while (head.length < 3) {
    const more = await raw.next()
    if (more.done) break
    head = Buffer.concat([head, more.value])
  }
  if (head[0] === 0x1f && head[1] === 0x8b) yield* unzipped(file, chain(head, raw))
  else if (/\.gz$/i.test(file)) throw new FileProblem(file, 'the name ends in .gz, but it is not gzip data')
  else if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) throw new FileProblem(file, 'it is UTF-16; save it as UTF-8')
  else yield* chain(head, raw)
}

async function* chain(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head
  yield* rest
}

async function* metered(file: string, stream: Readable, meter: Meter): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk as Buffer)
      meter.read += bytes.length
      yield bytes
    }
  } catch (error) {
    throw new FileProblem(file, `cannot be read (${(error as Error).message})`)
  }
}

/** Written to by hand, because a stream that ends in an error drops what it has not yet handed on. */
async function* unzipped(file: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const ready: Buffer[] = []
  let failure: Error | null = null
  let wake = () => {}
  gunzip.on('data', (chunk: Buffer) => ready.push(chunk))
  gunzip.on('error', (error) => {
    failure = error
    wake()
  })
  gunzip.on('end', () => wake())
  const step = (act: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      wake = resolve
      act(resolve)
    })
  const damaged = (error: Error) => new FileProblem(file, `the compressed data are damaged or cut off (${error.message}); the rows before that stand`)
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += zippedChunk) {
      await step((done) => gunzip.write(chunk.subarray(at, at + zippedChunk), () => done()))
      yield* ready.splice(0)
      if (failure) throw damaged(failure)
    }
  }
  await step(() => gunzip.end())
  yield* ready.splice(0)
  if (failure) throw damaged(failure)
}
