import { setFlagsFromString } from 'node:v8'
import { move, Piscina, transferableSymbol, valueSymbol } from 'piscina'
import type { Edition } from '../law/index.js'
import type { ChunkJudges, Done, Task } from './chunk-judge.js'
import { Slots } from './slots.js'
import type { WorkSetup } from './work.js'
import { nowhere, sharedText } from './thread-memory.js'

export interface PoolOptions {
  readonly workers: number
  /** The compiled worker. */
  readonly worker: string
  readonly edition: Edition
  /** The edition of the second side of a comparison, where it is another. */
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
  /** Place in the chunk of the record in hand; -1 before the first. */
  readonly at: Int32Array
  /** Where rows go; null where no memory is free. */
  readonly memory: ArrayBuffer | null
}

/**
 * Heap of one thread, MB; it uses some 35. V8 collects when the heap is four times what lives in it, but at less than
 * twice where it may not grow beyond 2 GB.
 */
const heapMost = 1536

/**
 * How long V8 waits before it optimises a function (bytes of bytecode run; 67,584 by default). Every thread optimises
 * all over again, on processors that several threads fill: what is seldom run is better left as it is.
 */
const beforeOptimising = 600_000

/** Deaths of threads on one chunk that no record explains. */
const mostDeaths = 20

/** Threads that judge chunks, each with a reader of its own. */
export class Pool implements ChunkJudges {
  readonly #pool: Piscina
  /** Piscina is given no more than it can run: of what it makes wait, every other task goes to the end of its queue. */
  readonly #slots: Slots
  readonly #free: ArrayBuffer[] = []
  #closed = false

  private constructor({ workers, worker, edition, other = null, setup }: PoolOptions) {
    this.#slots = new Slots(workers)
    const workerData: WorkerSetup = {
      edition: sharedText(JSON.stringify(edition)),
      other: other && sharedText(JSON.stringify(other)),
      setup,
    }
    this.#pool = new Piscina({
      resourceLimits: { maxOldGenerationSizeMb: heapMost },
      filename: worker,
      minThreads: workers,
      maxThreads: workers,
      workerData,
      atomics: 'disabled',
      trackUnmanagedFds: false,
    })
    // A thread that dies between two tasks is replaced; one that dies of a task rejects it.
    this.#pool.on('error', () => {})
  }

  /** Starts threads. @throws {Error} where they cannot load what they need */
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
   * A record of which two threads die becomes an unreadable row; the rest of its chunk is judged again
   * without it. One death alone may have another cause (memory, a fault left behind by an earlier record).
   * @param deaths threads that died of this chunk without a record found guilty
   * @param suspect place of the record that was in hand when a thread died of this chunk before
   */
  async judge(task: Task, suspect: number | null = null, deaths = 0): Promise<Done> {
    const at = nowhere()
    try {
      return await this.#run(task, at)
    } catch (error) {
      const inHand = at[0]!
      if (deaths >= mostDeaths || this.#closed) throw error
      if (inHand < 0 || inHand !== suspect) return this.judge(task, inHand, deaths + 1)
      return this.judge({ ...task, died: [...task.died, inHand] })
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

/** Hands rows to another thread without copying them. */
export function handedOn(done: Done): unknown {
  return move({
    get [transferableSymbol]() {
      return done.rows.buffer
    },
    get [valueSymbol]() {
      return done
    },
  } as never)
}
