import { ChunkJudge } from '../batch/index.js'
import type { Resolver } from '../identifiers/index.js'
import type { RowsSetup } from './threads.js'

/** Other questions whose judges are cached. */
const mostJudges = 32

export class Judges {
  readonly #resolver: Resolver
  readonly #usual: ReadonlyMap<string, ChunkJudge>
  readonly #others = new Map<string, ChunkJudge>()

  constructor(resolver: Resolver, usual: readonly RowsSetup[]) {
    this.#resolver = resolver
    this.#usual = new Map(usual.map((setup) => [keyOf(setup), this.#judge(setup, Infinity)]))
  }

  for(setup: RowsSetup): ChunkJudge {
    const key = keyOf(setup)
    const usual = this.#usual.get(key)
    if (usual) return usual
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
