import { closeSync, createReadStream, createWriteStream, fdatasync, ftruncateSync, openSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createHash, type Hash } from 'node:crypto'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import { FileProblem } from '../input/file-problem.js'
import { GzipMembers } from '../input/gzip-members.js'
import { jsonLines } from './json-lines.js'
import { isRegular } from './whole-file.js'

/** Output of a batch; `write` waits while its reader is slow. */
export interface Sink {
  /** @param written called once the bytes are no longer needed, which may be after `write` ends */
  write(bytes: Uint8Array, written?: () => void): Promise<void>
  close(): Promise<void>
}

/** The state of a file that a journal vouches for. */
export interface Flushed {
  readonly bytes: number
  readonly sha256: string
  /** Later rows not yet in the file, zipped, in base64; only if it is compressed. */
  readonly waiting: string
}

/** What an earlier run wrote. */
export interface PartialOutput extends Pick<Flushed, 'bytes' | 'waiting'> {
  /** Hash of these bytes, from `hashOf`. */
  readonly hash: Hash
}

/** A file that can be cut back to the state in a journal, and continued from there. */
export interface FileSink extends Sink {
  /**
   * Waits until everything written so far is on disk, and returns the state of the file.
   * @param last nothing more will be written
   */
  flush(last?: boolean): Promise<Flushed>
}

/** Bytes that may wait to be written while the next are judged. */
const ahead = 16 * 1024 * 1024

const sync = promisify(fdatasync)

/**
 * A file, compressed if its name ends in `.gz`; see `Members`.
 * @param begun what an earlier run wrote; null starts a new file
 * @throws {FileProblem} when it cannot be written
 */
export async function fileSink(path: string, begun: PartialOutput | null = null): Promise<FileSink> {
  const problem = (error: Error) => new FileProblem(path, `cannot be written (${error.message})`)
  const hash = begun?.hash ?? createHash('sha256')
  const from = begun?.bytes ?? 0
  let descriptor: number
  try {
    descriptor = openSync(path, from === 0 ? 'w' : 'r+')
    if (from > 0) ftruncateSync(descriptor, from)
  } catch (error) {
    throw problem(error as Error)
  }
  // A pipe has no positions to write at.
  const start = isRegular(path) ? { start: from } : {}
  const file = createWriteStream(path, { fd: descriptor, ...start, highWaterMark: ahead, autoClose: false })
  const members = /\.gz$/i.test(path) ? await GzipMembers.from(begun?.waiting ?? '') : null
  let failure: Error | null = null
  const done = finished(file).catch((error: Error) => void (failure = error))
  const check = () => {
    if (failure) throw problem(failure)
  }
  const drained = () => Promise.race([new Promise<void>((resolve) => file.once('drain', resolve)), done])
  /** Writing to a file that was removed loses the bytes without an error. */
  const standing = async (bytes: number) => {
    const found = await stat(path).catch((error: Error) => {
      throw problem(error)
    })
    if (found.isFile() && found.size < bytes) throw problem(new Error('it was replaced by another file'))
  }
  let length = from
  const append = async (bytes: Uint8Array, written: () => void) => {
    length += bytes.length
    hash.update(bytes)
    if (!file.write(bytes, () => written())) await drained()
    check()
  }
  const flush = async () => {
    for (const member of (await members?.rest()) ?? []) await append(member, () => {})
  }
  return {
    async write(bytes, written = () => {}) {
      check()
      if (bytes.length === 0) return written()
      if (!members) return append(bytes, written)
      members.add(bytes)
      written()
      for await (const member of members.full()) await append(member, () => {})
    },
    async flush(last = false) {
      if (last) await flush()
      // Snapshot taken together: more is written while the disk syncs.
      const [bytes, sha256, waiting] = [length, hash.copy().digest('hex'), members?.waiting() ?? '']
      if (file.writableLength > 0)
        await Promise.race([new Promise<void>((resolve) => file.write('', () => resolve())), done])
      check()
      await sync(descriptor).catch((error: NodeJS.ErrnoException) => {
        // Devices and pipes cannot be synced.
        if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP') throw problem(error)
      })
      await standing(bytes)
      return { bytes, sha256, waiting: await waiting }
    },
    async close() {
      try {
        if (failure === null) await flush()
      } finally {
        file.end()
        await done
        closeSync(descriptor)
      }
      check()
      await standing(length)
    },
  }
}

/** The hash of what an earlier run wrote, to be continued. @throws {FileProblem} if the file holds something else */
export async function hashOf(path: string, { bytes, sha256 }: Pick<Flushed, 'bytes' | 'sha256'>): Promise<Hash> {
  const hash = createHash('sha256')
  if (bytes > 0) {
    try {
      for await (const part of createReadStream(path, { end: bytes - 1 })) hash.update(part as Buffer)
    } catch (error) {
      throw new FileProblem(path, `cannot be read (${(error as Error).message})`)
    }
  }
  if (hash.copy().digest('hex') !== sha256)
    throw new FileProblem(path, 'it was changed after the run wrote it, so the run cannot be resumed')
  return hash
}

/**
 * Turns rows of NDJSON into a document, written once all rows have arrived.
 * @param take receives each row
 */
export function documentSink<Row>(
  plain: Sink,
  take: (row: Row) => void | Promise<void>,
  document: () => Promise<Iterable<string>>,
): Sink {
  return {
    async write(bytes, written) {
      const rows = jsonLines<Row>(bytes)
      written?.()
      for (const row of rows) await take(row)
    },
    async close() {
      try {
        for (const text of await document()) await plain.write(Buffer.from(text))
      } finally {
        await plain.close()
      }
    },
  }
}
