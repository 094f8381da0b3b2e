import type { Harmful } from '../workers/index.js'
import { sharedEdition, ThreadPool, type OnThread, type SharedEdition } from '../workers/threads.js'
import type { Edition } from '../law/index.js'
import type { BatchRecord, ChunkJudgeSetup, TallyData } from '../batch/index.js'
import type { Query } from '../matching/index.js'
import type { RunInfo } from '../report/index.js'

export interface ThreadsOptions {
  readonly workers: number
  readonly thread: string
  readonly edition: Edition
  readonly preset: readonly RowsSetup[]
  /** Time limit for one structure in ms; null for none. */
  readonly rowMs: number | null
}

/** Threads that answer questions. A structure that crashes or holds up threads is unreadable. */
export class Threads {
  readonly #pool: ThreadPool
  #order = 0

  private constructor({ workers, thread, edition, preset, rowMs }: ThreadsOptions) {
    const workerData: ThreadSetup = { edition: sharedEdition(edition), preset }
    this.#pool = new ThreadPool({ workers, file: thread, workerData, itemMs: rowMs })
  }

  /** @throws {Error} if the threads cannot load what they need */
  static async start(options: ThreadsOptions): Promise<Threads> {
    const threads = new Threads(options)
    try {
      const first = options.preset[0]
      if (first) await threads.rows({ kind: 'rows', setup: first, records: [], index: 1 })
      return threads
    } catch (error) {
      await threads.close()
      throw error
    }
  }

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

  drain(): Promise<void> {
    return this.#pool.drain()
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}

/** How rows are judged and written; the thread decides whether to use the screen. */
export type RowsSetup = Omit<ChunkJudgeSetup, 'screen'>

export interface RowsWork {
  readonly kind: 'rows'
  readonly setup: RowsSetup
  readonly records: readonly BatchRecord[]
  /** Position of the first record among all inputs, from 1. */
  readonly index: number
  /** As in `Task`. */
  readonly harmful?: Harmful
}

export interface RowsDone {
  /** NDJSON, one row a record. */
  readonly bytes: Uint8Array
  readonly tally: TallyData
}

export interface HistoryWork {
  readonly kind: 'history'
  /** SMILES, InChI or mol block, or a recorded name or number. */
  readonly input: string
  readonly query: Query
  readonly run: RunInfo
}

export type ThreadTask = OnThread<{ readonly work: RowsWork | HistoryWork }>

export interface ThreadSetup {
  /** The edition as JSON, shared by all threads. */
  readonly edition: SharedEdition
  /** Expected questions: their screens are made before the first row arrives. */
  readonly preset: readonly RowsSetup[]
}
