import type { Condition } from './conditions.js'
import { countsLength, RequiredCounts } from './counts.js'
import { RequiredPaths, words } from './paths.js'

/** Conditions that ask for much the same, and what they all ask for. */
interface Cluster {
  readonly counts: RequiredCounts
  readonly paths: RequiredPaths
  readonly members: readonly Condition[]
}

/** Share of what a cluster asks for that must remain when another condition joins it. */
const remaining = 0.6
const fewestShared = 6

/** Finds the conditions whose counts and paths a molecule has, without asking each of them. */
export class Sieve {
  readonly #clusters: readonly Cluster[]

  constructor(conditions: readonly Condition[]) {
    const clusters: Cluster[] = []
    const left = new Set(conditions)
    for (const seed of left) {
      left.delete(seed)
      const members = [seed]
      let shared = seed.paths.required
      for (const other of left) {
        const both = shared.map((bits, i) => bits & other.paths.required[i]!)
        const count = bitsIn(both)
        if (count < fewestShared || count < remaining * bitsIn(shared)) continue
        members.push(other)
        left.delete(other)
        shared = both
      }
      const counts = new Uint8Array(countsLength).map((_, i) => Math.min(...members.map((m) => m.counts.required[i]!)))
      clusters.push({ counts: new RequiredCounts(counts), paths: new RequiredPaths(members.length > 1 ? shared : new Int32Array(words)), members })
    }
    this.#clusters = clusters
  }

  /** The first condition that the molecule may meet and `accept` takes; null where there is none. */
  first(counts: Uint8Array, paths: Int32Array, accept: (condition: Condition) => boolean): Condition | null {
    for (let i = 0; i < this.#clusters.length; i++) {
      const cluster = this.#clusters[i]!
      if (!cluster.counts.within(counts) || !cluster.paths.inAll(paths)) continue
      for (let j = 0; j < cluster.members.length; j++) {
        const condition = cluster.members[j]!
        if (condition.counts.within(counts) && condition.paths.inAll(paths) && accept(condition)) return condition
      }
    }
    return null
  }
}

function bitsIn(words: Int32Array): number {
  let count = 0
  for (let word of words) for (; word !== 0; word &= word - 1) count++
  return count
}
