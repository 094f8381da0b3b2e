import { ChunkJudge } from '../batch/judge/chunk-judge.js'
import type { Reader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import type { RowsSetup } from './thread-work.js'

/** A screen takes half a second to make and its tables are given back only when the thread ends, so few questions get one. */
const rowsWorthScreen = 500
const mostScreens = 24
/** A thread that held no more screens than these would be used up again as soon as it is replaced. */
const worthReplacing = 4
/** Judges without a screen that are cached. */
const mostJudges = 32

interface CachedJudge {
  judge: ChunkJudge
  rows: number
  screened: boolean
}

/** The judges of one thread, by question. Rows are the same with and without a screen. */
export class Judges {
  readonly #cached = new Map<string, CachedJudge>()
  #screens = 0
  #isUsedUp = false

  constructor(
    readonly edition: Edition,
    readonly start: () => Promise<Reader>,
    usual: readonly RowsSetup[],
  ) {
    for (const setup of usual)
      this.#cached.set(keyOf(setup), { judge: this.#screening(setup), rows: 0, screened: true })
  }

  /** @param rows how many are about to be judged */
  for(setup: RowsSetup, rows: number): ChunkJudge {
    const key = keyOf(setup)
    const cached = this.#cached.get(key) ?? { judge: this.#plain(setup), rows: 0, screened: false }
    cached.rows += rows
    if (!cached.screened && cached.rows >= rowsWorthScreen) {
      if (this.#screens < mostScreens) {
        cached.judge = this.#screening(setup)
        cached.screened = true
      } else this.#isUsedUp = true
    }
    // The question asked last is at the end.
    this.#cached.delete(key)
    this.#cached.set(key, cached)
    this.#forget()
    return cached.judge
  }

  /** Whether a question that is worth a screen got none for want of room, as it would in a new thread. */
  get isUsedUp(): boolean {
    return this.#isUsedUp
  }

  #forget(): void {
    const plain = [...this.#cached].filter(([, { screened }]) => !screened)
    for (const [key] of plain.slice(0, Math.max(0, plain.length - mostJudges))) this.#cached.delete(key)
  }

  #plain(setup: RowsSetup): ChunkJudge {
    return new ChunkJudge(this.start, this.edition, { ...setup, screen: false })
  }

  #screening(setup: RowsSetup): ChunkJudge {
    const judge = new ChunkJudge(this.start, this.edition, { ...setup, screen: true })
    if (judge.lacksScreen) this.#isUsedUp ||= this.#screens >= worthReplacing
    else this.#screens++
    return judge
  }
}

function keyOf(setup: RowsSetup): string {
  return JSON.stringify(setup)
}
