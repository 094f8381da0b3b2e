import type { Harmful } from '../workers/index.js'
import type { Edition } from '../law/index.js'
import { sharedEdition } from '../workers/thread-memory.js'
import { ThreadPool } from '../workers/thread-pool.js'
import type { HistoryWork, RowsDone, RowsSetup, RowsWork, ThreadSetup, ThreadTask } from './thread-work.js'

export interface ThreadsOptions {
  readonly workers: number
  /** The compiled thread. */
  readonly thread: string
  readonly edition: Edition
  readonly usual: readonly RowsSetup[]
  /** Time limit for one structure in ms; null for none. */
  readonly rowMs: number | null
}

/** Threads that answer questions. A structure that crashes or holds up threads is unreadable. */
export class Threads {
  readonly #pool: ThreadPool
  #order = 0

  private constructor({ workers, thread, edition, usual, rowMs }: ThreadsOptions) {
    const workerData: ThreadSetup = { edition: sharedEdition(edition), usual }
    this.#pool = new ThreadPool({ workers, file: thread, workerData, itemMs: rowMs })
  }

  /** @throws {Error} if the threads cannot load what they need */
  static async start(options: ThreadsOptions): Promise<Threads> {
    const threads = new Threads(options)
    try {
      const first = options.usual[0]
      if (first) await threads.rows({ kind: 'rows', setup: first, records: [], index: 1 })
      return threads
    } catch (error) {
      await threads.close()
      throw error
    }
  }

  /** Number of threads replaced. */
  get replaced(): number {
    return this.#pool.replaced
  }

  /** NDJSON rows of records, as a batch writes them. */
  async rows(work: RowsWork, signal: AbortSignal | null = null): Promise<RowsDone> {
    const done = await this.#run<RowsDone>((harmful) => ({ ...work, harmful }), signal)
    return done!
  }

  /** A history as JSON; null if it crashes threads or takes too long. */
  history(work: HistoryWork): Promise<string | null> {
    return this.#run(({ crashed, late }) => (crashed.length > 0 || late.length > 0 ? null : work))
  }

  #run<R>(left: (harmful: Harmful) => ThreadTask['work'] | null, signal: AbortSignal | null = null): Promise<R | null> {
    const task = (harmful: Harmful) => {
      const work = left(harmful)
      return work && { work: { work } }
    }
    return this.#pool.run(this.#order++, task, signal)
  }

  /** Ends the threads when their work is done. */
  drain(): Promise<void> {
    return this.#pool.drain()
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}
