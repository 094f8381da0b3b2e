import { ChunkJudge } from '../batch/judge/chunk-judge.js'
import { indexedLaw } from '../batch/judge/indexed-law.js'
import type { Reader } from '../chem/index.js'
import { Resolver } from '../identifiers/index.js'
import type { Edition } from '../law/index.js'
import type { RowsSetup } from './thread-work.js'

/** Making a screen takes half a second, in which RDKit judges this many structures. */
const rowsWorthScreen = 500
/** Questions whose judges are cached. */
const mostJudges = 32

interface CachedJudge {
  judge: ChunkJudge
  rows: number
  screened: boolean
}

/** The judges of one thread, by question. Rows are the same with and without a screen. */
export class Judges {
  /** An index of all names is made once for all questions. */
  readonly resolver: Resolver
  readonly #cached = new Map<string, CachedJudge>()

  constructor(
    readonly edition: Edition,
    readonly start: () => Promise<Reader>,
    usual: readonly RowsSetup[],
  ) {
    this.resolver = new Resolver(indexedLaw(edition), start)
    for (const setup of usual)
      this.#cached.set(keyOf(setup), { judge: this.#made(setup, true), rows: 0, screened: true })
  }

  /** @param rows how many are about to be judged */
  for(setup: RowsSetup, rows: number): ChunkJudge {
    const key = keyOf(setup)
    const cached = this.#cached.get(key) ?? { judge: this.#made(setup, false), rows: 0, screened: false }
    cached.rows += rows
    if (!cached.screened && cached.rows >= rowsWorthScreen) {
      cached.judge = this.#made(setup, true)
      cached.screened = true
    }
    // The question asked last is at the end.
    this.#cached.delete(key)
    this.#cached.set(key, cached)
    this.#forget()
    return cached.judge
  }

  /** Forgets the question asked least recently. */
  #forget(): void {
    const [key, cached] = this.#cached.entries().next().value!
    if (this.#cached.size <= mostJudges) return
    this.#cached.delete(key)
    void cached.judge.close()
  }

  #made(setup: RowsSetup, screen: boolean): ChunkJudge {
    return new ChunkJudge(this.start, this.edition, { ...setup, screen }, this.resolver)
  }
}

function keyOf(setup: RowsSetup): string {
  return JSON.stringify(setup)
}
