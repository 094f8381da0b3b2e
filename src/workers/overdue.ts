/** How long a task may take before its first record, ms: a thread that starts loads RDKit and makes a screen. */
const startMs = 120_000
const lookMs = 100

interface Watched {
  seen: number
  since: number
  readonly abort: AbortController
}

/** Ends work that stays on one record for too long. */
export class Overdue {
  readonly #watched = new Map<Int32Array, Watched>()
  readonly #ended = new WeakSet<Int32Array>()
  readonly #timer: NodeJS.Timeout | null

  constructor(readonly rowMs: number | null) {
    this.#timer = rowMs === null ? null : setInterval(() => this.#look(), lookMs).unref()
  }

  /** @param at where the work says which record it is at */
  watch(at: Int32Array): { signal: AbortSignal; end: () => void } {
    const abort = new AbortController()
    this.#watched.set(at, { seen: at[0]!, since: performance.now(), abort })
    return { signal: abort.signal, end: () => this.#watched.delete(at) }
  }

  /** Whether the work was ended for that. */
  has(at: Int32Array): boolean {
    return this.#ended.has(at)
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  #look(): void {
    const now = performance.now()
    for (const [at, watched] of this.#watched) {
      const place = at[0]!
      if (place !== watched.seen) {
        watched.seen = place
        watched.since = now
      } else if (now - watched.since > (place < 0 ? startMs : this.rowMs!)) {
        this.#ended.add(at)
        watched.abort.abort()
      }
    }
  }
}
