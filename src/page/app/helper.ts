import type { Draft } from '../judge/own-draft.js'
import type { Reply, Result, Start, Work } from '../judge/page-tasks.js'

/** A structure crashed the worker, or took longer than allowed. */
export class HelperDied extends Error {
  override name = 'HelperDied'

  constructor(
    message: string,
    readonly isLate = false,
  ) {
    super(message)
  }
}

interface Waiting {
  readonly resolve: (done: never) => void
  readonly reject: (error: Error) => void
  readonly mostMs: number
  readonly reached: (item: number) => void
  timer: ReturnType<typeof setTimeout>
}

/** Time limit for starting a worker, ms: its code is unpacked and compiled first. */
const startMs = 60_000

/** A worker that reads and judges structures. One that crashes or hangs is replaced for the next task. */
export class Helper {
  #worker: Worker | null = null
  #started: Promise<Result<'start'>> | null = null
  #next = 1
  readonly #waiting = new Map<number, Waiting>()

  /** @param address URL of the worker's code */
  constructor(
    readonly address: string,
    readonly packed: Pick<Start, 'edition' | 'wasm' | 'version'>,
    public own: Draft | null,
  ) {}

  /**
   * Starts the worker unless it is running. @throws {Error} if it cannot start, for example because a rule is unusable
   */
  start(): Promise<Result<'start'>> {
    if (this.#started) return this.#started
    const worker = new Worker(this.address)
    this.#worker = worker
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#take(data)
    worker.onerror = (event) => {
      event.preventDefault()
      this.#die(new HelperDied(event.message))
    }
    const started = this.ask({ kind: 'start', ...this.packed, own: this.own }, startMs)
    this.#started = started
    started.catch(() => {
      if (this.#started === started) this.stop()
    })
    return started
  }

  /**
   * @param mostMs how long the work may take, or each of its items
   * @param reached receives the place of each item that is begun
   * @throws {HelperDied} if the worker crashed or did not answer in time
   */
  async ask<K extends Work['kind']>(
    work: Work<K>,
    mostMs: number,
    reached: (item: number) => void = () => {},
  ): Promise<Result<K>> {
    if (work.kind !== 'start') await this.start()
    return new Promise((resolve, reject) => {
      const id = this.#next++
      this.#waiting.set(id, { resolve, reject, mostMs, reached, timer: this.#limit(mostMs) })
      this.#worker?.postMessage({ id, work })
    })
  }

  stop(): void {
    this.#die(new HelperDied('stopped'))
  }

  #take(answered: Reply): void {
    const waiting = this.#waiting.get(answered.id)
    if (!waiting) return
    clearTimeout(waiting.timer)
    if ('at' in answered) {
      waiting.timer = this.#limit(waiting.mostMs)
      waiting.reached(answered.at)
      return
    }
    this.#waiting.delete(answered.id)
    if ('failed' in answered) waiting.reject(new Error(answered.failed))
    else waiting.resolve(answered.done as never)
  }

  #limit(mostMs: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#die(new HelperDied('no answer', true)), mostMs)
  }

  #die(error: Error): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#started = null
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      reject(error)
    }
    this.#waiting.clear()
  }
}
