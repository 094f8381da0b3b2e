/** Time left for work in progress once the run is asked to end. */
const patienceMs = 700

/** The work in progress takes longer than a stopping run can wait. */
export class GivenUp extends Error {
  override name = 'GivenUp'
}

/** Waits for work, but only briefly after a signal. */
export class Patience {
  readonly #waiting = new Set<(error: Error) => void>()
  #over = false

  constructor(stop: AbortSignal) {
    const end = () => void setTimeout(() => this.#giveUp(), patienceMs)
    if (stop.aborted) end()
    else stop.addEventListener('abort', end, { once: true })
  }

  /** @throws {GivenUp} */
  with<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(new GivenUp())
      this.#waiting.add(reject)
      work.then(resolve, reject).finally(() => this.#waiting.delete(reject))
    })
  }

  #giveUp(): void {
    this.#over = true
    for (const reject of this.#waiting) reject(new GivenUp())
  }
}
