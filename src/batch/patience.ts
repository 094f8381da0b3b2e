/** Once a run shall end, what is being judged has this long. */
const patienceMs = 700

/** What is being judged takes longer than a run that shall end can wait. */
export class GivenUp extends Error {
  override name = 'GivenUp'
}

/** Waits for work, but not much longer than until a signal. */
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
