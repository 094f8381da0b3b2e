import { closeSync, createWriteStream, fdatasync, ftruncateSync, openSync, type WriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createHash, type Hash } from 'node:crypto'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import { hashOfStart } from '../input/content.js'
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

/** A file that is written on from some place, with the hash of all its bytes. */
class HashedFile {
  readonly #path: string
  readonly #descriptor: number
  readonly #hash: Hash
  readonly #file: WriteStream
  readonly #done: Promise<void>
  #bytes: number
  #failure: Error | null = null

  /** @throws {FileProblem} */
  constructor(path: string, { bytes: from, hash }: Pick<PartialOutput, 'bytes' | 'hash'>) {
    this.#path = path
    this.#hash = hash
    this.#bytes = from
    try {
      this.#descriptor = openSync(path, from === 0 ? 'w' : 'r+')
      if (from > 0) ftruncateSync(this.#descriptor, from)
    } catch (error) {
      throw this.#problem(error as Error)
    }
    // A pipe has no positions to write at.
    const start = isRegular(path) ? { start: from } : {}
    this.#file = createWriteStream(path, { fd: this.#descriptor, ...start, highWaterMark: ahead, autoClose: false })
    this.#done = finished(this.#file).catch((error: Error) => void (this.#failure = error))
  }

  get hasFailed(): boolean {
    return this.#failure !== null
  }

  check(): void {
    if (this.#failure) throw this.#problem(this.#failure)
  }

  async append(bytes: Uint8Array, written: () => void): Promise<void> {
    this.#bytes += bytes.length
    this.#hash.update(bytes)
    if (!this.#file.write(bytes, () => written()))
      await Promise.race([new Promise<void>((resolve) => this.#file.once('drain', resolve)), this.#done])
    this.check()
  }

  state(): Pick<Flushed, 'bytes' | 'sha256'> {
    return { bytes: this.#bytes, sha256: this.#hash.copy().digest('hex') }
  }

  /** Waits until this many bytes are on disk. */
  async sync(bytes: number): Promise<void> {
    if (this.#file.writableLength > 0)
      await Promise.race([new Promise<void>((resolve) => this.#file.write('', () => resolve())), this.#done])
    this.check()
    await sync(this.#descriptor).catch((error: NodeJS.ErrnoException) => {
      // Devices and pipes cannot be synced.
      if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP') throw this.#problem(error)
    })
    await this.#checkStanding(bytes)
  }

  async end(): Promise<void> {
    this.#file.end()
    await this.#done
    closeSync(this.#descriptor)
  }

  async checkEnd(): Promise<void> {
    this.check()
    await this.#checkStanding(this.#bytes)
  }

  /** Writing to a file that was removed loses the bytes without an error. */
  async #checkStanding(bytes: number): Promise<void> {
    const found = await stat(this.#path).catch((error: Error) => {
      throw this.#problem(error)
    })
    if (found.isFile() && found.size < bytes) throw this.#problem(new Error('it was replaced by another file'))
  }

  #problem(error: Error): FileProblem {
    return new FileProblem(this.#path, `cannot be written (${error.message})`)
  }
}

/**
 * A file, compressed if its name ends in `.gz`; see `GzipMembers`.
 * @param begun what an earlier run wrote; null starts a new file
 * @throws {FileProblem} when it cannot be written
 */
export async function fileSink(path: string, begun: PartialOutput | null = null): Promise<FileSink> {
  const file = new HashedFile(path, begun ?? { bytes: 0, hash: createHash('sha256') })
  const members = /\.gz$/i.test(path) ? await GzipMembers.from(begun?.waiting ?? '') : null
  const flush = async () => {
    for (const member of (await members?.rest()) ?? []) await file.append(member, () => {})
  }
  return {
    async write(bytes, written = () => {}) {
      file.check()
      if (bytes.length === 0) return written()
      if (!members) return file.append(bytes, written)
      members.add(bytes)
      written()
      for await (const member of members.full()) await file.append(member, () => {})
    },
    async flush(last = false) {
      if (last) await flush()
      // Snapshot taken together: more is written while the disk syncs.
      const [state, waiting] = [file.state(), members?.waiting() ?? '']
      await file.sync(state.bytes)
      return { ...state, waiting: await waiting }
    },
    async close() {
      try {
        if (!file.hasFailed) await flush()
      } finally {
        await file.end()
      }
      await file.checkEnd()
    },
  }
}

/** The hash of what an earlier run wrote, to be continued. @throws {FileProblem} if the file holds something else */
export async function hashOf(path: string, { bytes, sha256 }: Pick<Flushed, 'bytes' | 'sha256'>): Promise<Hash> {
  const hash = await hashOfStart(path, bytes)
  if (hash.copy().digest('hex') !== sha256)
    throw new FileProblem(path, 'it was changed after the run wrote it, so the run cannot be resumed')
  return hash
}

/** Takes rows as JSON, one per line. */
export function rowsSink<Row>(take: (row: Row) => void | Promise<void>, close: () => Promise<void>): Sink {
  return {
    async write(bytes, written) {
      const rows = jsonLines<Row>(bytes)
      written?.()
      for (const row of rows) await take(row)
    },
    close,
  }
}

/** Turns rows of NDJSON into a document, written once all rows have arrived. */
export function documentSink<Row>(
  plain: Sink,
  take: (row: Row) => void | Promise<void>,
  document: () => Promise<Iterable<string>>,
): Sink {
  return rowsSink(take, async () => {
    try {
      for (const text of await document()) await plain.write(Buffer.from(text))
    } finally {
      await plain.close()
    }
  })
}
