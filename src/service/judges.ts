import { ChunkJudge } from '../batch/chunk-judge.js'
import type { Reader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import type { RowsSetup } from './work.js'

/** A screen takes half a second to make and its tables are given back only when the thread ends, so few questions get one. */
const rowsWorthScreen = 500
const mostScreens = 24
/** A thread that held no more screens than these would be used up again as soon as it is replaced. */
const worthReplacing = 4
/** Judges without a screen that are cached. */
const mostJudges = 32

interface Asked {
  judge: ChunkJudge
  rows: number
  screened: boolean
}

/** The judges of one thread, by question. Rows are the same with and without a screen. */
export class Judges {
  readonly #asked = new Map<string, Asked>()
  #screens = 0
  #isUsedUp = false

  constructor(
    readonly edition: Edition,
    readonly start: () => Promise<Reader>,
    usual: readonly RowsSetup[],
  ) {
    for (const setup of usual) this.#asked.set(keyOf(setup), { judge: this.#screening(setup), rows: 0, screened: true })
  }

  /** @param rows how many are about to be judged */
  for(setup: RowsSetup, rows: number): ChunkJudge {
    const key = keyOf(setup)
    const asked = this.#asked.get(key) ?? { judge: this.#plain(setup), rows: 0, screened: false }
    asked.rows += rows
    if (!asked.screened && asked.rows >= rowsWorthScreen) {
      if (this.#screens < mostScreens) {
        asked.judge = this.#screening(setup)
        asked.screened = true
      } else this.#isUsedUp = true
    }
    // The question asked last is at the end.
    this.#asked.delete(key)
    this.#asked.set(key, asked)
    this.#forget()
    return asked.judge
  }

  /** Whether a question that is worth a screen got none for want of room, as it would in a new thread. */
  get isUsedUp(): boolean {
    return this.#isUsedUp
  }

  #forget(): void {
    const plain = [...this.#asked].filter(([, { screened }]) => !screened)
    for (const [key] of plain.slice(0, Math.max(0, plain.length - mostJudges))) this.#asked.delete(key)
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
