import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Edition } from '../../law/index.js'
import { nothingHarmful, type Harmful } from '../../workers/index.js'
import { sharedEdition, ThreadPool, type OnThread, type SharedEdition } from '../../workers/threads.js'
import type { ChunkJudges, Done, Task } from '../judge/chunk-task.js'
import type { WorkSetup } from './thread-judge.js'

export interface PoolOptions {
  readonly workers: number
  readonly worker: string
  readonly edition: Edition
  /** The edition of the second side of a comparison, if it is different. */
  readonly other?: Edition | null
  readonly setup: WorkSetup
}

export interface WorkerSetup {
  readonly edition: SharedEdition
  readonly other: SharedEdition | null
  readonly setup: WorkSetup
}

export type WorkerTask = OnThread<{
  readonly task: Task
  /** Buffer for rows; null if none is free. */
  readonly memory: ArrayBuffer | null
}>

/** Threads that judge chunks, each with its own reader. A record that crashes threads is an unreadable row. */
export class Pool implements ChunkJudges {
  readonly #threads: ThreadPool
  readonly #free: ArrayBuffer[] = []

  private constructor({ workers, worker, edition, other = null, setup }: PoolOptions) {
    const workerData: WorkerSetup = { edition: sharedEdition(edition), other: other && sharedEdition(other), setup }
    this.#threads = new ThreadPool({ workers, file: worker, workerData, itemMs: null })
  }

  /** Starts threads. @throws {Error} if they cannot load what they need */
  static async start(options: PoolOptions): Promise<Pool> {
    const pool = new Pool(options)
    const chunk = { kind: 'records', source: 0, row: 1, rows: 0, records: [], layout: null, read: null } as const
    try {
      await pool.judge({ chunk, index: 1 })
      return pool
    } catch (error) {
      await pool.close()
      throw error
    }
  }

  async judge(task: Task): Promise<Done> {
    let harmful = task.harmful ?? nothingHarmful
    const give = (known: Harmful) => {
      harmful = known
      const memory = this.#free.pop() ?? null
      return { work: { task: { ...task, harmful }, memory }, ...(memory && { transfer: [memory] }) }
    }
    const done = await this.#threads.run<Done>(task.index, give, null, harmful)
    return { ...done!, harmful }
  }

  reuse(memory: ArrayBuffer): void {
    this.#free.push(memory)
  }

  close(): Promise<void> {
    return this.#threads.close()
  }
}

/** Transfers rows to another thread without copying them. */
export function transferred(done: Done): unknown {
  return move({
    get [transferableSymbol]() {
      return done.rows.buffer
    },
    get [valueSymbol]() {
      return done
    },
  } as never)
}
