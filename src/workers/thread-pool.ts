import { Piscina } from 'piscina'
import { retryWithoutHarmful, type Attempt, type Harmful } from './retry-without-harmful.js'
import { Overdue } from './overdue.js'
import { Slots } from './slots.js'
import { sharedPlace, stop } from './thread-memory.js'

export interface ThreadPoolOptions {
  readonly workers: number
  readonly file: string
  /** What each thread is given when it starts. */
  readonly workerData: unknown
  /** How long one item may take, ms; null without a limit. */
  readonly itemMs: number | null
}

/** What a thread is asked to do, and buffers that it takes over. */
export interface ThreadWork {
  readonly work: object
  readonly transfer?: readonly ArrayBuffer[]
}

/** What a thread receives: the work, and where it says at which item it is. */
export type OnThread<Work> = Work & { readonly at: Int32Array }

/**
 * Heap of one thread, MB; it uses some 35. V8 collects when the heap is four times its live data, but at less than
 * twice if it may not grow beyond 2 GB.
 */
const heapMost = 1536

/** Heap of new objects, MB: with a third of it, a tenth of the time goes into collecting them; twice gains nothing. */
const youngMost = 24

/** Nobody waits for the answer any longer. The reason of a signal may be anything, so it is not thrown. */
class Stopped extends Error {}

/** Threads of Node for tasks of several items. A thread that an item crashes or holds up is replaced. */
export class ThreadPool {
  readonly #pool: Piscina
  /** Piscina is given no more than it can run at once: of the tasks it queues, every other one goes to the end. */
  readonly #slots: Slots
  readonly #overdue: Overdue
  #isClosed = false
  /** Threads that crashed or were ended. */
  replaced = 0

  constructor({ workers, file, workerData, itemMs }: ThreadPoolOptions) {
    this.#slots = new Slots(workers)
    this.#overdue = new Overdue(itemMs)
    this.#pool = new Piscina({
      resourceLimits: { maxOldGenerationSizeMb: heapMost, maxYoungGenerationSizeMb: youngMost },
      filename: file,
      minThreads: workers,
      maxThreads: workers,
      workerData,
      atomics: 'disabled',
      trackUnmanagedFds: false,
    })
    // A thread that dies between tasks is replaced; one that dies during a task rejects it.
    this.#pool.on('error', () => {})
  }

  /**
   * Runs a task; see `retryWithoutHarmful`.
   * @param order of the tasks that wait, the lowest is next
   * @param task the work without what is known to harm threads; null if nothing is left to do
   * @param signal stops the work; the promise is then rejected
   * @param known what is known to harm threads from earlier work on the task
   */
  run<R>(
    order: number,
    task: (harmful: Harmful) => ThreadWork | null,
    signal: AbortSignal | null = null,
    known?: Harmful,
  ): Promise<R | null> {
    return this.#slots.run(order, () =>
      retryWithoutHarmful<R | null>(
        (harmful) => this.#attempt(task(harmful), signal),
        () => this.#isClosed || signal?.aborted === true,
        () => void this.replaced++,
        known,
      ),
    )
  }

  #attempt<R>(task: ThreadWork | null, signal: AbortSignal | null): Attempt<R | null> {
    const at = sharedPlace()
    return {
      result: task ? this.#result(task, at, signal) : Promise.resolve(null),
      place: () => at[0]!,
      isLate: () => this.#overdue.has(at),
    }
  }

  async #result<R>({ work, transfer = [] }: ThreadWork, at: Int32Array, signal: AbortSignal | null): Promise<R> {
    if (this.#isClosed) throw new Error('the threads are ended')
    if (signal?.aborted) throw new Stopped()
    const onAbort = () => stop(at)
    signal?.addEventListener('abort', onAbort)
    const watched = this.#overdue.watch(at)
    try {
      const result = (await this.#pool.run(
        { ...work, at },
        { signal: watched.signal, transferList: [...transfer] },
      )) as R
      if (signal?.aborted) throw new Stopped()
      return result
    } finally {
      watched.end()
      signal?.removeEventListener('abort', onAbort)
    }
  }

  /** Ends the threads once what they were given is done. */
  async drain(): Promise<void> {
    await this.#slots.idle()
    await this.close()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#overdue.close()
    await this.#pool.destroy()
  }
}
