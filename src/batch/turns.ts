/** Interval after which files, signals and the journal get a turn. */
const turnMs = 20

/** Yields to other work on this thread from time to time; work that never waits would otherwise block it. */
export class EventLoopTurns {
  #last = performance.now()

  async yieldToEventLoop(): Promise<void> {
    if (performance.now() - this.#last <= turnMs) return
    await new Promise((resolve) => setImmediate(resolve))
    this.#last = performance.now()
  }
}
