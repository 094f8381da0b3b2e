import { ChunkJudge, type ChunkJudgeSetup } from '../batch/index.js'
import type { Resolver } from '../identifiers/index.js'

/** How rows are judged and written; the thread decides whether to use the screen. */
export type RowsSetup = Omit<ChunkJudgeSetup, 'screen'>

/** Other questions whose judges are cached. */
const mostJudges = 32

export class Judges {
  readonly #resolver: Resolver
  readonly #preset: ReadonlyMap<string, ChunkJudge>
  readonly #others = new Map<string, ChunkJudge>()

  constructor(resolver: Resolver, preset: readonly RowsSetup[]) {
    this.#resolver = resolver
    this.#preset = new Map(preset.map((setup) => [keyOf(setup), this.#judge(setup, Infinity)]))
  }

  for(setup: RowsSetup): ChunkJudge {
    const key = keyOf(setup)
    const preset = this.#preset.get(key)
    if (preset) return preset
    const judge = this.#others.get(key) ?? this.#judge(setup, 0)
    // Most recently used last.
    this.#others.delete(key)
    this.#others.set(key, judge)
    if (this.#others.size > mostJudges) this.#forget(this.#others.keys().next().value!)
    return judge
  }

  #forget(key: string): void {
    void this.#others.get(key)!.close()
    this.#others.delete(key)
  }

  #judge(setup: RowsSetup, expected: number): ChunkJudge {
    return new ChunkJudge(this.#resolver, { ...setup, screen: true, expected })
  }
}

function keyOf(setup: RowsSetup): string {
  return JSON.stringify(setup)
}
