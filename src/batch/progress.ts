import type { Writable } from 'node:stream'
import { progressLine } from '../report/text/index.js'
import type { Tally } from './tally.js'

const everyMs = 200

/** A line on a terminal that is written over; nothing where the stream is no terminal. */
export class Progress {
  readonly #started = performance.now()
  #drawn = 0

  constructor(
    readonly stream: Writable & { readonly isTTY?: boolean; readonly columns?: number },
    readonly tally: Tally,
    /** Share of all bytes read, or null. */
    readonly share: () => number | null,
    readonly shown: boolean,
  ) {}

  get seconds(): number {
    return (performance.now() - this.#started) / 1000
  }

  tick(): void {
    const now = performance.now()
    if (!this.shown || now - this.#drawn < everyMs) return
    this.#drawn = now
    const state = { done: this.tally.total, hits: this.tally.hits, seconds: this.seconds, share: this.share() }
    this.stream.write(`\r\u001b[K${progressLine(state, this.stream.columns ?? 80)}`)
  }

  clear(): void {
    if (this.shown && this.#drawn > 0) this.stream.write('\r\u001b[K')
  }
}
