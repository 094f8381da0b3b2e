import { closeSync, createWriteStream, fdatasync, ftruncateSync, openSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { FileProblem } from './file-problem.js'

/** Where a batch writes its rows; `write` waits while the reader of the output is slow. */
export interface Sink {
  /** @param written called once the bytes are not needed any more, which may be later than `write` ends */
  write(bytes: Uint8Array, written?: () => void): Promise<void>
  close(): Promise<void>
}

/** A file that can be cut back to what a journal vouches for, and written on from there. */
export interface FileSink extends Sink {
  /** Waits until all that was written before is on disk, and returns the length of the file up to there. */
  settle(): Promise<number>
}

/** Bytes that may wait to be written while the next are judged. */
const ahead = 16 * 1024 * 1024

const sync = promisify(fdatasync)
const zipped = promisify(gzip)

/**
 * A file, compressed where its name ends in `.gz`: then each piece is a gzip member of its own, so that
 * the file can be cut between any two.
 * @param from length to which an earlier run wrote it; 0 begins anew
 * @throws {FileProblem} when it cannot be written
 */
export function fileSink(path: string, from = 0): FileSink {
  const problem = (error: Error) => new FileProblem(path, `cannot be written (${error.message})`)
  let descriptor: number
  try {
    descriptor = openSync(path, from === 0 ? 'w' : 'r+')
    if (from > 0) ftruncateSync(descriptor, from)
  } catch (error) {
    throw problem(error as Error)
  }
  const file = createWriteStream(path, { fd: descriptor, start: from, highWaterMark: ahead, autoClose: false })
  let failure: Error | null = null
  const done = finished(file).catch((error: Error) => void (failure = error))
  const check = () => {
    if (failure) throw problem(failure)
  }
  const drained = () => Promise.race([new Promise<void>((resolve) => file.once('drain', resolve)), done])
  /** Bytes written to a file that was removed go nowhere, without an error. */
  const standing = async (bytes: number) => {
    const found = await stat(path).catch((error: Error) => {
      throw problem(error)
    })
    if (found.isFile() && found.size < bytes) throw problem(new Error('another file took its place'))
  }
  let length = from
  return {
    async write(bytes, written = () => {}) {
      check()
      if (bytes.length === 0) return written()
      const out = /\.gz$/i.test(path) ? await zipped(bytes, { level: 6 }) : bytes
      length += out.length
      if (!file.write(out, () => written())) await drained()
      check()
    },
    async settle() {
      const settled = length
      if (file.writableLength > 0) await Promise.race([new Promise<void>((resolve) => file.write('', () => resolve())), done])
      check()
      await sync(descriptor).catch((error: NodeJS.ErrnoException) => {
        // A device or pipe has nothing to bring to a disk.
        if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP') throw problem(error)
      })
      await standing(settled)
      return settled
    },
    async close() {
      file.end()
      await done
      closeSync(descriptor)
      check()
      await standing(length)
    },
  }
}
