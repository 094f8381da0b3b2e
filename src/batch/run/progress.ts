import type { Writable } from 'node:stream'
import { logLine, progressLine } from '../../report/documents.js'
import type { Tally } from '../output/tally.js'

const everyMs = 200
const logEveryMs = 10_000

/** `line` is overwritten on a terminal; `log` and `json` write a line from time to time. */
export type ProgressKind = 'line' | 'log' | 'json' | 'none'

export class Progress {
  readonly #started = performance.now()
  #reported = 0

  constructor(
    readonly stream: Writable & { readonly columns?: number },
    readonly tally: Tally,
    /** Share of all bytes read, or null. */
    readonly share: () => number | null,
    readonly kind: ProgressKind,
    /** Rows of an earlier run, which do not count towards the rate. */
    readonly before: number,
    /** Whether the run finds out which rows are listed or in a class. */
    readonly countsHits = true,
  ) {}

  get seconds(): number {
    return (performance.now() - this.#started) / 1000
  }

  tick(): void {
    const now = performance.now()
    if (this.kind === 'none') return
    if (this.kind === 'line') {
      if (now - this.#reported < everyMs) return
      this.stream.write(`\r\u001b[K${progressLine(this.#state, this.stream.columns ?? 80)}`)
    } else {
      if (now - Math.max(this.#reported, this.#started) < logEveryMs) return
      this.stream.write(
        this.kind === 'json'
          ? `${JSON.stringify({ event: 'progress', ...this.#state })}\n`
          : `${logLine(this.#state)}\n`,
      )
    }
    this.#reported = now
  }

  clear(): void {
    if (this.kind === 'line' && this.#reported > 0) this.stream.write('\r\u001b[K')
  }

  get #state() {
    const { total, hits } = this.tally
    return {
      done: total,
      new: total - this.before,
      hits: this.countsHits ? hits : null,
      seconds: this.seconds,
      share: this.share(),
    }
  }
}
