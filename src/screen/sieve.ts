import type { Condition } from './conditions.js'
import { countsLength } from './counts.js'
import type { Stars } from './stars.js'

/** Stars that are asked of all conditions at once: those that most conditions need. */
const sharedStars = 64
/** Counts above this are not told apart. */
const mostCounted = 31

/**
 * Finds the conditions whose counts and stars a molecule has. All conditions are asked at once, as bits of a
 * few words: one word operation says of 32 of them whether they bear a count as low, or a star as absent.
 */
export class Sieve {
  readonly #conditions: readonly Condition[]
  readonly #places: ReadonlyMap<Condition, number>
  /** Words of the stars that each condition needs, one after the other: those of condition `i` from `#from[i]` to `#from[i + 1]`. What failed last comes first. */
  readonly #from: Int32Array
  readonly #words: Int32Array
  readonly #bits: Int32Array
  readonly #width: number
  /** For each feature and count, the conditions that need no more. */
  readonly #content: Int32Array
  /** Features that some condition needs. */
  readonly #features: Uint8Array
  readonly #stars: Int32Array
  /** For each of those stars, the conditions that do without. */
  readonly #without: Int32Array
  readonly #alive: Int32Array
  #starsNow: Int32Array = new Int32Array(0)

  constructor(conditions: readonly Condition[], stars: Stars) {
    this.#conditions = conditions
    this.#places = new Map(conditions.map((condition, place) => [condition, place]))
    const needed = conditions.map((condition) => new Set(condition.patterns.flatMap((pattern) => stars.required(pattern))))
    const required = needed.map(wordsOf)
    this.#from = Int32Array.from([0, ...required], (_, i) => required.slice(0, i).reduce((sum, own) => sum + own.length, 0))
    this.#words = Int32Array.from(required.flat(), ([word]) => word)
    this.#bits = Int32Array.from(required.flat(), ([, bits]) => bits)
    const width = (this.#width = Math.ceil(conditions.length / 32))
    const set = (into: Int32Array, row: number, i: number) => void (into[row * width + (i >>> 5)]! |= 1 << (i & 31))
    this.#features = Uint8Array.from(Array.from({ length: countsLength }, (_, f) => f).filter((f) => conditions.some((c) => c.counts.required[f]! > 0)))
    this.#content = new Int32Array(this.#features.length * (mostCounted + 1) * width)
    conditions.forEach(({ counts }, i) => {
      this.#features.forEach((feature, f) => {
        for (let n = Math.min(counts.required[feature]!, mostCounted); n <= mostCounted; n++) set(this.#content, f * (mostCounted + 1) + n, i)
      })
    })
    const users = new Map<number, number>()
    for (const own of needed) for (const star of own) users.set(star, (users.get(star) ?? 0) + 1)
    this.#stars = Int32Array.from([...users].sort(([a, m], [b, n]) => n - m || a - b).slice(0, sharedStars), ([star]) => star)
    this.#without = new Int32Array(this.#stars.length * width)
    this.#stars.forEach((star, s) => needed.forEach((own, i) => own.has(star) || set(this.#without, s, i)))
    this.#alive = new Int32Array(width)
  }

  /** Takes in a molecule, of which the other questions then are. */
  sift(counts: Uint8Array, stars: Int32Array): void {
    this.#starsNow = stars
    const width = this.#width
    const alive = this.#alive.fill(-1)
    for (let f = 0; f < this.#features.length; f++) {
      const begin = (f * (mostCounted + 1) + Math.min(mostCounted, counts[this.#features[f]!]!)) * width
      for (let word = 0; word < width; word++) alive[word]! &= this.#content[begin + word]!
    }
    for (let s = 0; s < this.#stars.length; s++) {
      const star = this.#stars[s]!
      if (((stars[star >>> 5]! >>> (star & 31)) & 1) === 1) continue
      for (let word = 0; word < width; word++) alive[word]! &= this.#without[s * width + word]!
    }
  }

  /** The first condition whose counts and stars the molecule has and that `accept` takes; null where there is none. */
  first(accept: (condition: Condition) => boolean): Condition | null {
    for (let word = 0; word < this.#width; word++) {
      for (let alive = this.#alive[word]!; alive !== 0; alive &= alive - 1) {
        const place = word * 32 + 31 - Math.clz32(alive & -alive)
        // Bits past the last condition stand for nothing.
        if (place < this.#conditions.length && this.#has(place) && accept(this.#conditions[place]!)) return this.#conditions[place]!
      }
    }
    return null
  }

  /** Whether the molecule has the counts and stars of one of the conditions. */
  mayHave(condition: Condition): boolean {
    const place = this.#places.get(condition)!
    return ((this.#alive[place >>> 5]! >>> (place & 31)) & 1) === 1 && this.#has(place)
  }

  #has(place: number): boolean {
    const words = this.#words
    const bits = this.#bits
    const stars = this.#starsNow
    for (let first = this.#from[place]!, i = first, end = this.#from[place + 1]!; i < end; i++) {
      const word = words[i]!
      const bit = bits[i]!
      if ((stars[word]! & bit) === bit) continue
      words[i] = words[first]!
      bits[i] = bits[first]!
      words[first] = word
      bits[first] = bit
      return false
    }
    return true
  }
}

function wordsOf(stars: ReadonlySet<number>): (readonly [word: number, bits: number])[] {
  const bits = new Map<number, number>()
  for (const star of stars) bits.set(star >>> 5, (bits.get(star >>> 5) ?? 0) | (1 << (star & 31)))
  return [...bits]
}
