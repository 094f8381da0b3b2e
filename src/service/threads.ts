import { Piscina } from 'piscina'
import { Slots } from '../batch/threads/slots.js'
import type { BatchRecord } from '../batch/input/batch-record.js'
import type { Edition } from '../law/index.js'
import { problemWords } from '../report/words/problem-words.js'
import { Overdue } from './overdue.js'
import type { HistoryWork, RowsDone, RowsSetup, RowsWork, ThreadSetup, ThreadTask, Work } from './thread-work.js'
import { nowhere, sharedEdition, threadHeap } from '../batch/threads/thread-memory.js'

export interface ThreadsOptions {
  readonly workers: number
  /** The compiled thread. */
  readonly thread: string
  readonly edition: Edition
  readonly usual: readonly RowsSetup[]
  /** How long one structure may take, ms; null without a limit. */
  readonly rowMs: number | null
}

/** Deaths of threads over one task that no record explains. */
const mostDeaths = 5

/** Nobody waits for the answer any longer. The reason of a signal may be anything, so it is not thrown. */
class Stopped extends Error {}

/** Threads that answer questions. One that a structure kills or holds up is replaced, and that structure is unreadable. */
export class Threads {
  readonly #pool: Piscina
  readonly #slots: Slots
  readonly #overdue: Overdue
  #order = 0
  #closed = false
  /** Threads that were replaced. */
  replaced = 0

  private constructor({ workers, thread, edition, usual, rowMs }: ThreadsOptions) {
    this.#slots = new Slots(workers)
    this.#overdue = new Overdue(rowMs)
    const workerData: ThreadSetup = { edition: sharedEdition(edition), usual }
    this.#pool = new Piscina({
      filename: thread,
      workerData,
      minThreads: workers,
      maxThreads: workers,
      resourceLimits: threadHeap,
      atomics: 'disabled',
      trackUnmanagedFds: false,
    })
    this.#pool.on('error', () => {})
  }

  /** @throws {Error} where the threads cannot load what they need */
  static async start(options: ThreadsOptions): Promise<Threads> {
    const threads = new Threads(options)
    try {
      const first = options.usual[0]
      if (first) await threads.rows({ kind: 'rows', setup: first, records: [], index: 1, died: [] })
      return threads
    } catch (error) {
      await threads.close()
      throw error
    }
  }

  /** NDJSON rows of records, as a batch writes them. */
  rows(work: RowsWork, signal: AbortSignal | null = null): Promise<RowsDone> {
    return this.#inTurn(() => this.#rows(work, signal, null, 0))
  }

  /** A history as JSON; null where it crashes threads or takes too long. */
  history(work: HistoryWork): Promise<string | null> {
    return this.#inTurn(() => this.#history(work, 0))
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    return this.#slots.run(this.#order++, run)
  }

  async #rows(work: RowsWork, signal: AbortSignal | null, suspect: number | null, deaths: number): Promise<RowsDone> {
    const at = nowhere()
    const stop = () => (at[1] = 1)
    if (signal?.aborted) throw new Stopped()
    signal?.addEventListener('abort', stop)
    try {
      const done = (await this.#run(work, at)) as RowsDone
      if (signal?.aborted) throw new Stopped()
      return done
    } catch (error) {
      const place = at[0]!
      if (this.#closed || signal?.aborted || deaths >= mostDeaths) throw error
      this.replaced++
      if (place < 0) return this.#rows(work, signal, null, deaths + 1)
      if (this.#overdue.has(at))
        return this.#rows({ ...work, records: withoutTime(work.records, place) }, signal, null, deaths)
      // One death alone may have another cause, such as memory.
      if (place !== suspect) return this.#rows(work, signal, place, deaths + 1)
      return this.#rows({ ...work, died: [...work.died, place] }, signal, null, 0)
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  async #history(work: HistoryWork, deaths: number): Promise<string | null> {
    const at = nowhere()
    try {
      return (await this.#run(work, at)) as string
    } catch (error) {
      const place = at[0]!
      if (this.#closed || place === -1) throw error
      this.replaced++
      return this.#overdue.has(at) || deaths > 0 ? null : this.#history(work, deaths + 1)
    }
  }

  async #run(work: Work, at: Int32Array): Promise<unknown> {
    if (this.#closed) throw new Error('the threads are ended')
    const { signal, end } = this.#overdue.watch(at)
    try {
      return await this.#pool.run({ work, at } satisfies ThreadTask, { signal })
    } finally {
      end()
    }
  }

  /** Ends the threads once what they were given is done. */
  async drain(): Promise<void> {
    await this.#slots.idle()
    await this.close()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#overdue.close()
    await this.#pool.destroy()
  }
}

function withoutTime(records: readonly BatchRecord[], place: number): BatchRecord[] {
  const problem = { code: 'budget', message: problemWords.budget, position: null } as const
  return records.map((record, i) => (i === place ? { ...record, problem } : record))
}
