import type { Writable } from 'node:stream'
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
    const { total, hits, read } = this.tally
    const share = this.share()
    return {
      done: total,
      new: total - this.before,
      hits: this.countsHits ? hits : null,
      seconds: this.seconds,
      // A small file is read at once, and its rows are judged after that.
      share: share === null || read === 0 ? share : share * (total / read),
    }
  }
}

interface ProgressState {
  readonly done: number
  /** Of these, rows done by this run and not by an earlier one that it resumes. */
  readonly new?: number
  /** Null if the run does not count them. */
  readonly hits: number | null
  readonly seconds: number
  /** Share of the bytes whose rows are judged, 0 to 1; null if the size is unknown. */
  readonly share: number | null
}

export function progressLine(state: ProgressState, width: number): string {
  const rate = state.seconds > 0 ? (state.new ?? state.done) / state.seconds : 0
  const tail =
    `${state.done} done, ${Math.round(rate)}/s` + `${state.hits === null ? '' : `, ${state.hits} listed or class`}`
  if (state.share === null) return tail.slice(0, width - 1)
  const left = state.share > 0.01 ? (state.seconds / state.share) * (1 - state.share) : null
  const text =
    `${String(Math.floor(state.share * 100)).padStart(3)}%  ${tail}` +
    `${left === null ? '' : `, ${duration(left)} left`}`
  const bar = Math.min(30, width - text.length - 5)
  if (width === Infinity || bar < 5) return text.slice(0, width - 1)
  const full = Math.round(bar * state.share)
  return `[${'#'.repeat(full)}${'.'.repeat(bar - full)}] ${text}`
}

function logLine(state: ProgressState): string {
  return progressLine(state, Infinity).replace(/^\[[#.]*\] +/, '')
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
