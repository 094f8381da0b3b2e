import type { Context } from 'hono'
import { DoubledKey, parseJson } from '../unique-keys.js'
import { RequestRefused } from './problem.js'
import type { ServerParts } from './server-parts.js'

/** The JSON of a body, whatever it holds, within size and time limits. @throws {RequestRefused} */
export async function jsonBody(c: Context, bounds: ServerParts['bounds']): Promise<unknown> {
  const text = await textBody(c, bounds)
  try {
    return parseJson(text)
  } catch (error) {
    throw new RequestRefused('bad-request', error instanceof DoubledKey ? error.message : 'the body is not JSON')
  }
}

async function textBody(c: Context, { mostBytes, bodyMs }: ServerParts['bounds']): Promise<string> {
  refuseEncoded(c)
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw new RequestRefused('too-large')
  const parts: Buffer[] = []
  let size = 0
  for await (const piece of piecesOf(c.req.raw.body, bodyMs, Infinity)) {
    size += piece.length
    if (size > mostBytes) throw new RequestRefused('too-large')
    parts.push(piece)
  }
  const bytes = Buffer.concat(parts)
  if (isCompressed(bytes)) throw new RequestRefused('encoded')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new RequestRefused('bad-request', 'the body is not UTF-8')
  }
}

/** About one short line. */
const someBytes = 64

/**
 * The pieces of a body. A client that sends so little that it only keeps its place loses it: that many bytes must
 * arrive within `mostMs` of waiting, again and again.
 * @throws {RequestRefused} if the body is slow or incomplete
 */
export async function* piecesOf(
  body: ReadableStream<Uint8Array> | null,
  mostMs: number,
  leastBytes = someBytes,
): AsyncGenerator<Buffer, undefined> {
  if (!body) return
  const reader = body.getReader()
  let waited = 0
  let bytes = 0
  try {
    for (;;) {
      const begun = performance.now()
      const { value, done } = await inTime(reader, mostMs - waited)
      if (done) return
      waited += performance.now() - begun
      bytes += value.length
      if (bytes >= leastBytes) waited = bytes = 0
      yield Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    }
  } finally {
    void reader.cancel().catch(() => {})
  }
}

async function inTime(reader: ReadableStreamDefaultReader<Uint8Array>, ms: number) {
  let late = false
  const timer = setTimeout(() => {
    late = true
    void reader.cancel().catch(() => {})
  }, ms)
  const read = await reader.read().catch(() => null)
  clearTimeout(timer)
  if (late) throw new RequestRefused('slow')
  if (read === null) throw new RequestRefused('bad-request', 'the body is incomplete')
  return read
}

/** @throws {RequestRefused} if the headers say that the body is compressed */
export function refuseEncoded(c: Context): void {
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? ''
  if (encoding !== '' && encoding !== 'identity') throw new RequestRefused('encoded')
}

/** How gzip, zstd, xz and zip begin. */
const compressed = [
  [0x1f, 0x8b],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x50, 0x4b, 0x03, 0x04],
]

/** @param bytes the beginning of a body */
export function isCompressed(bytes: Uint8Array): boolean {
  return compressed.some((mark) => mark.every((byte, i) => bytes[i] === byte))
}
