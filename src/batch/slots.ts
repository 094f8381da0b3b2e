interface Waiting {
  readonly order: number
  readonly start: () => void
}

/** Runs so much work at once; of what waits, the work with the lowest number is next. */
export class Slots {
  #free: number
  readonly #waiting: Waiting[] = []

  constructor(count: number) {
    this.#free = count
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
      return
    }
    const first = this.#waiting.reduce((lowest, { order }, i, all) => (order < all[lowest]!.order ? i : lowest), 0)
    this.#waiting.splice(first, 1)[0]!.start()
  }
}
