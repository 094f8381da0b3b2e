import type { Answered, Draft, Results, Start, Started, Work } from '../judge/work.js'

/** The worker died of a structure, or took longer than it may. */
export class HelperDied extends Error {
  override name = 'HelperDied'
}

interface Waiting {
  readonly resolve: (done: never) => void
  readonly reject: (error: Error) => void
  readonly timer: ReturnType<typeof setTimeout>
}

/** How long a worker may take to start, ms: its code is unpacked and compiled first. */
const startMs = 60_000

/** A worker that reads structures and judges them. One that dies or hangs is replaced when the next work comes. */
export class Helper {
  #worker: Worker | null = null
  #started: Promise<Started> | null = null
  #next = 1
  readonly #waiting = new Map<number, Waiting>()

  /** @param address of the code of the worker */
  constructor(
    readonly address: string,
    readonly packed: Pick<Start, 'edition' | 'wasm' | 'version'>,
    public own: Draft | null,
  ) {}

  /** Starts the worker, if none runs. @throws {Error} where it cannot start, such as for a rule that cannot be used */
  start(): Promise<Started> {
    if (this.#started) return this.#started
    const worker = new Worker(this.address)
    this.#worker = worker
    worker.onmessage = ({ data }: MessageEvent<Answered>) => this.#take(data)
    worker.onerror = (event) => {
      event.preventDefault()
      this.#die(new HelperDied(event.message))
    }
    const started = this.#post({ kind: 'start', ...this.packed, own: this.own }, startMs)
    this.#started = started
    started.catch(() => {
      if (this.#started === started) this.stop()
    })
    return started
  }

  /** @throws {HelperDied} where the worker died or did not answer in time */
  async ask<K extends Exclude<Work['kind'], 'start'>>(
    work: Extract<Work, { kind: K }>,
    mostMs: number,
  ): Promise<Results[K]> {
    await this.start()
    return this.#post<K>(work, mostMs)
  }

  stop(): void {
    this.#die(new HelperDied('stopped'))
  }

  #post<K extends Work['kind']>(work: Extract<Work, { kind: K }>, mostMs: number): Promise<Results[K]> {
    return new Promise((resolve, reject) => {
      const id = this.#next++
      const timer = setTimeout(() => this.#die(new HelperDied('no answer')), mostMs)
      this.#waiting.set(id, { resolve, reject, timer })
      this.#worker?.postMessage({ id, work })
    })
  }

  #take(answered: Answered): void {
    const waiting = this.#waiting.get(answered.id)
    if (!waiting) return
    this.#waiting.delete(answered.id)
    clearTimeout(waiting.timer)
    if ('failed' in answered) waiting.reject(new Error(answered.failed))
    else waiting.resolve(answered.done as never)
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
