interface Waiting {
  readonly order: number
  readonly start: () => void
}

/** Limits how much work runs at once; of the work waiting, the lowest number is next. */
export class Slots {
  #free: number
  readonly #waiting: Waiting[] = []
  readonly #idle: (() => void)[] = []

  constructor(private readonly count: number) {
    this.#free = count
  }

  /** Resolves when no work is left. */
  async idle(): Promise<void> {
    if (this.#free < this.count) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  async run<T>(order: number, work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((start) => this.#waiting.push({ order, start }))
    try {
      return await work()
    } finally {
      this.#next()
    }
  }

  #next(): void {
    if (this.#waiting.length === 0) {
      this.#free++
      if (this.#free === this.count) for (const resolve of this.#idle.splice(0)) resolve()
      return
    }
    const first = this.#waiting.reduce((lowest, { order }, i, all) => (order < all[lowest]!.order ? i : lowest), 0)
    this.#waiting.splice(first, 1)[0]!.start()
  }
}
