/** Time after which files, signals and the journal get their turn. */
const turnMs = 20

/** Gives way to what else waits to be done on this thread, now and then: work that waits for nothing would hold it up to its end. */
export class Turns {
  #last = performance.now()

  async take(): Promise<void> {
    if (performance.now() - this.#last <= turnMs) return
    await new Promise((resolve) => setImmediate(resolve))
    this.#last = performance.now()
  }
}
