import { Worker } from 'node:worker_threads'
import type { ParquetPart } from './parquet-rows.js'

export type ParquetAnswer =
  | ParquetPart
  | { readonly kind: 'end' }
  | { readonly kind: 'problem'; readonly message: string }

/** Heap of the thread, MB: the values of some pages at once. */
const heapMost = 2048

/** A Parquet file read on a thread, because a changed byte can make the reader count for ever. */
export class ParquetThread {
  readonly #thread: Worker
  readonly #slowestMs: number

  /**
   * @param thread the compiled thread
   * @param slowestMs after this long without an answer the file is taken to be damaged
   */
  constructor(thread: string, file: string, slowestMs: number) {
    this.#slowestMs = slowestMs
    this.#thread = new Worker(thread, {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: heapMost },
    })
    // An error while nobody waits is found by the next request, which gets no answer from an ended thread.
    this.#thread.on('error', () => {})
  }

  /** The next part; null at the end. @throws {Error} if the file is damaged */
  next(): Promise<ParquetPart | null> {
    const thread = this.#thread
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer)
        thread.off('message', answered).off('error', failed).off('exit', ended)
        act()
      }
      const answered = (answer: ParquetAnswer) =>
        settle(() => {
          if (answer.kind === 'problem') reject(new Error(answer.message))
          else resolve(answer.kind === 'end' ? null : answer)
        })
      const failed = (error: Error) => settle(() => reject(error))
      const ended = () => failed(new Error('its thread ended'))
      const timer = setTimeout(
        () =>
          failed(new Error(`no row for ${Math.round(this.#slowestMs / 1000)} s; its pages are damaged or too large`)),
        this.#slowestMs,
      )
      thread.on('message', answered).on('error', failed).on('exit', ended)
      if (thread.threadId < 0) return ended()
      thread.postMessage(null)
    })
  }

  close(): void {
    void this.#thread.terminate()
  }
}
