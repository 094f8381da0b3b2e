import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { FileProblem } from './file-problem.js'

/** Where a batch writes its rows; `write` waits while the reader of the output is slow. */
export interface Sink {
  write(text: string): Promise<void>
  close(): Promise<void>
}

/** Text gathered before it is handed on: a write for every row would cost more than the row. */
const gathered = 64 * 1024

export function buffered(sink: Sink): Sink {
  let held = ''
  const flush = async () => {
    const text = held
    held = ''
    if (text !== '') await sink.write(text)
  }
  return {
    async write(text) {
      held += text
      if (held.length >= gathered) await flush()
    },
    async close() {
      await flush()
      await sink.close()
    },
  }
}

/** A file, compressed where its name ends in `.gz`. @throws {FileProblem} when it cannot be written */
export function fileSink(path: string): Sink {
  const file = createWriteStream(path)
  let failure: Error | null = null
  const done = finished(file).catch((error: Error) => void (failure = error))
  let top: Writable = file
  if (/\.gz$/i.test(path)) {
    top = createGzip()
    top.pipe(file)
  }
  const check = () => {
    if (failure) throw new FileProblem(path, `cannot be written (${failure.message})`)
  }
  return {
    async write(text) {
      check()
      if (!top.write(text)) await Promise.race([new Promise((resolve) => top.once('drain', resolve)), done])
      check()
    },
    async close() {
      top.end()
      await done
      check()
    },
  }
}
