import { setFlagsFromString } from 'node:v8'
import { move, Piscina, transferableSymbol, valueSymbol } from 'piscina'
import type { Edition } from '../../law/index.js'
import type { ChunkJudges, Done, Task } from '../judge/chunk-task.js'
import { Slots } from './slots.js'
import type { WorkSetup } from './thread-judge.js'
import { nowhere, sharedEdition, threadHeap } from './thread-memory.js'

export interface PoolOptions {
  readonly workers: number
  /** The compiled worker. */
  readonly worker: string
  readonly edition: Edition
  /** The edition of the second side of a comparison, if it is different. */
  readonly other?: Edition | null
  readonly setup: WorkSetup
}

/** What a worker is given when it starts. */
export interface WorkerSetup {
  /** The edition as JSON, held once for all threads. */
  readonly edition: Uint8Array
  readonly other: Uint8Array | null
  readonly setup: WorkSetup
}

export interface WorkerTask {
  readonly task: Task
  /** Position in the chunk of the current record; -1 before the first. */
  readonly at: Int32Array
  /** Buffer for rows; null if none is free. */
  readonly memory: ArrayBuffer | null
}

/**
 * Bytecode bytes to run before V8 optimises a function (default 67,584). Every thread compiles for itself, on
 * processors that several threads share: rarely run code is better left unoptimised.
 */
const beforeOptimising = 600_000

/** Crashes on one chunk that no single record explains. */
const mostDeaths = 20

/** Threads that judge chunks, each with its own reader. */
export class Pool implements ChunkJudges {
  readonly #pool: Piscina
  /** Piscina is given no more than it can run at once: of the tasks it queues, every other one goes to the end. */
  readonly #slots: Slots
  readonly #free: ArrayBuffer[] = []
  #closed = false

  private constructor({ workers, worker, edition, other = null, setup }: PoolOptions) {
    this.#slots = new Slots(workers)
    const workerData: WorkerSetup = {
      edition: sharedEdition(edition),
      other: other && sharedEdition(other),
      setup,
    }
    this.#pool = new Piscina({
      resourceLimits: threadHeap,
      filename: worker,
      minThreads: workers,
      maxThreads: workers,
      workerData,
      atomics: 'disabled',
      trackUnmanagedFds: false,
    })
    // A thread that dies between tasks is replaced; one that dies during a task rejects it.
    this.#pool.on('error', () => {})
  }

  /** Starts threads. @throws {Error} if they cannot load what they need */
  static async start(options: PoolOptions): Promise<Pool> {
    if (options.workers > 1) setFlagsFromString(`--interrupt-budget=${beforeOptimising}`)
    const pool = new Pool(options)
    try {
      await pool.#run(
        {
          chunk: { kind: 'records', source: 0, row: 1, rows: 0, records: [], layout: null, read: null },
          index: 1,
          died: [],
        },
        nowhere(),
      )
      return pool
    } catch (error) {
      await pool.close()
      throw error
    }
  }

  /**
   * A record that crashes two threads becomes an unreadable row; the rest of its chunk is judged again without it. A
   * single crash may have another cause (memory, a fault left by an earlier record).
   * @param deaths crashes on this chunk that no record was blamed for
   * @param suspect position of the record that was being judged when a thread crashed on this chunk before
   */
  async judge(task: Task, suspect: number | null = null, deaths = 0): Promise<Done> {
    const at = nowhere()
    try {
      return await this.#run(task, at)
    } catch (error) {
      const current = at[0]!
      if (deaths >= mostDeaths || this.#closed) throw error
      if (current < 0 || current !== suspect) return this.judge(task, current, deaths + 1)
      return this.judge({ ...task, died: [...task.died, current] })
    }
  }

  #run(task: Task, at: Int32Array): Promise<Done> {
    return this.#slots.run(task.index, async () => {
      if (this.#closed) throw new Error('the threads are ended')
      const memory = this.#free.pop() ?? null
      return (await this.#pool.run({ task, at, memory } satisfies WorkerTask, {
        transferList: memory ? [memory] : [],
      })) as Done
    })
  }

  reuse(memory: ArrayBuffer): void {
    this.#free.push(memory)
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#pool.destroy()
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
