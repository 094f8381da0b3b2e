import type { Condition } from './conditions.js'
import { countsLength } from './counts.js'

/** Path bits that are asked of all conditions at once: those that most conditions need. */
const sharedBits = 160
/** Counts above this are not told apart. */
const mostCounted = 31

/**
 * Finds the conditions whose counts and paths a molecule has. All conditions are asked at once, as bits of a
 * few words: one word operation says of 32 of them whether they bear a count as low, or a path as absent.
 */
export class Sieve {
  readonly #conditions: readonly Condition[]
  readonly #places: ReadonlyMap<Condition, number>
  readonly #width: number
  /** For each feature and count, the conditions that need no more. */
  readonly #content: Int32Array
  /** Features that some condition needs. */
  readonly #features: Uint8Array
  readonly #bits: Int32Array
  /** For each of those bits, the conditions that do without. */
  readonly #without: Int32Array
  readonly #alive: Int32Array
  #counts: Uint8Array = new Uint8Array(0)
  #paths: Int32Array = new Int32Array(0)

  constructor(conditions: readonly Condition[]) {
    this.#conditions = conditions
    this.#places = new Map(conditions.map((condition, place) => [condition, place]))
    const width = (this.#width = Math.ceil(conditions.length / 32))
    const set = (into: Int32Array, row: number, i: number) => void (into[row * width + (i >>> 5)]! |= 1 << (i & 31))
    this.#features = Uint8Array.from(Array.from({ length: countsLength }, (_, f) => f).filter((f) => conditions.some((c) => c.counts.required[f]! > 0)))
    this.#content = new Int32Array(this.#features.length * (mostCounted + 1) * width)
    conditions.forEach(({ counts }, i) => {
      this.#features.forEach((feature, f) => {
        for (let n = Math.min(counts.required[feature]!, mostCounted); n <= mostCounted; n++) set(this.#content, f * (mostCounted + 1) + n, i)
      })
    })
    const needing = new Map<number, number>()
    for (const { paths } of conditions) for (const bit of paths.bits()) needing.set(bit, (needing.get(bit) ?? 0) + 1)
    this.#bits = Int32Array.from([...needing].sort(([a, byA], [b, byB]) => byB - byA || a - b).slice(0, sharedBits), ([bit]) => bit)
    this.#without = new Int32Array(this.#bits.length * width)
    this.#bits.forEach((bit, b) => conditions.forEach((condition, i) => needs(condition, bit) || set(this.#without, b, i)))
    this.#alive = new Int32Array(width)
  }

  /** Takes in a molecule, of which the other questions then are. */
  sift(counts: Uint8Array, paths: Int32Array): void {
    this.#counts = counts
    this.#paths = paths
    const width = this.#width
    const alive = this.#alive.fill(-1)
    for (let f = 0; f < this.#features.length; f++) {
      const begin = (f * (mostCounted + 1) + Math.min(mostCounted, counts[this.#features[f]!]!)) * width
      for (let word = 0; word < width; word++) alive[word]! &= this.#content[begin + word]!
    }
    for (let b = 0; b < this.#bits.length; b++) {
      const bit = this.#bits[b]!
      if (((paths[bit >>> 5]! >>> (bit & 31)) & 1) === 1) continue
      for (let word = 0; word < width; word++) alive[word]! &= this.#without[b * width + word]!
    }
  }

  /** The first condition whose counts and paths the molecule has and that `accept` takes; null where there is none. */
  first(accept: (condition: Condition) => boolean): Condition | null {
    for (let word = 0; word < this.#width; word++) {
      for (let alive = this.#alive[word]!; alive !== 0; alive &= alive - 1) {
        const condition = this.#conditions[word * 32 + 31 - Math.clz32(alive & -alive)]
        // Bits past the last condition stand for nothing.
        if (condition && this.#has(condition) && accept(condition)) return condition
      }
    }
    return null
  }

  /** Whether the molecule has the counts and paths of one of the conditions. */
  mayHave(condition: Condition): boolean {
    const place = this.#places.get(condition)!
    return ((this.#alive[place >>> 5]! >>> (place & 31)) & 1) === 1 && this.#has(condition)
  }

  #has({ counts, paths }: Condition): boolean {
    return counts.within(this.#counts) && paths.inAll(this.#paths)
  }
}

function needs({ paths }: Condition, bit: number): boolean {
  return ((paths.required[bit >>> 5]! >>> (bit & 31)) & 1) === 1
}
