import type { Condition } from './conditions.js'
import { countsLength } from './counts.js'
import type { Stars } from './stars.js'

/** Groups of four stars of which all conditions are asked at once; the first are those that most conditions need. */
const starGroups = 24
/** Conditions are asked once of several counts together, as long as these have no more values than this between them. */
const mostValues = 32

/** Counts that are looked at together. */
interface CountGroup {
  readonly features: readonly number[]
  /** Values of each: from 0 to the most that any condition needs. */
  readonly values: readonly number[]
  /** Where the answers begin. */
  readonly begin: number
}

/**
 * Finds the conditions whose counts and stars a molecule has. All conditions are asked at once, as bits of a
 * few words: one word operation says of 32 of them whether they bear a count as low, or a star as absent.
 */
export class Sieve {
  readonly #conditions: readonly Condition[]
  /** Words of the stars that each condition needs, one after the other: those of condition `i` from `#from[i]` to `#from[i + 1]`. What failed last comes first. */
  readonly #from: Int32Array
  readonly #words: Int32Array
  readonly #bits: Int32Array
  readonly #width: number
  readonly #groups: readonly CountGroup[]
  /** For each group and its counts, the conditions that need no more. */
  readonly #content: Int32Array
  /** For each group of stars and those that are there, the conditions that do without the others. */
  readonly #starred: Int32Array
  readonly #starGroups: number
  readonly #alive: Int32Array
  #starsNow: Int32Array = new Int32Array(0)

  constructor(conditions: readonly Condition[], stars: Stars) {
    this.#conditions = conditions
    const needed = conditions.map((condition) => new Set(condition.patterns.flatMap((pattern) => stars.required(pattern))))
    const required = needed.map(wordsOf)
    this.#from = Int32Array.from([0, ...required], (_, i) => required.slice(0, i).reduce((sum, own) => sum + own.length, 0))
    this.#words = Int32Array.from(required.flat(), ([word]) => word)
    this.#bits = Int32Array.from(required.flat(), ([, bits]) => bits)
    const width = (this.#width = Math.ceil(conditions.length / 32))
    const rows = (count: number, has: (row: number, condition: number) => boolean) => {
      const bits = new Int32Array(count * width)
      for (let row = 0; row < count; row++) for (let i = 0; i < conditions.length; i++) if (has(row, i)) bits[row * width + (i >>> 5)]! |= 1 << (i & 31)
      return bits
    }
    this.#groups = groupsOf(conditions)
    const counted = this.#groups.flatMap(({ features, values }) => Array.from({ length: product(values) }, (_, row) => ({ features, counts: countsOfRow(values, row) })))
    this.#content = rows(counted.length, (row, i) => counted[row]!.features.every((feature, k) => conditions[i]!.counts.required[feature]! <= counted[row]!.counts[k]!))
    this.#starGroups = Math.min(starGroups, stars.words * 8)
    this.#starred = rows(this.#starGroups * 16, (row, i) => [0, 1, 2, 3].every((k) => ((row >>> k) & 1) === 1 || !needed[i]!.has((row >>> 4) * 4 + k)))
    this.#alive = new Int32Array(width)
  }

  /** Takes in a molecule, of which the other questions then are. */
  sift(counts: Uint8Array, stars: Int32Array): void {
    this.#starsNow = stars
    const width = this.#width
    const alive = this.#alive.fill(-1)
    const [groups, content, starred] = [this.#groups, this.#content, this.#starred]
    for (let g = 0; g < groups.length; g++) {
      const { features, values, begin } = groups[g]!
      let row = 0
      for (let i = 0; i < features.length; i++) row = row * values[i]! + Math.min(values[i]! - 1, counts[features[i]!]!)
      for (let word = 0, from = (begin + row) * width; word < width; word++) alive[word]! &= content[from + word]!
    }
    for (let g = 0; g < this.#starGroups; g++) {
      const there = (stars[g >>> 3]! >>> ((g & 7) * 4)) & 15
      if (there === 15) continue
      for (let word = 0, from = (g * 16 + there) * width; word < width; word++) alive[word]! &= starred[from + word]!
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

function product(values: readonly number[]): number {
  return values.reduce((all, n) => all * n, 1)
}

/** All counts that some condition needs, in groups. */
function groupsOf(conditions: readonly Condition[]): CountGroup[] {
  const groups: { features: number[]; values: number[]; begin: number }[] = []
  let begin = 0
  for (let feature = 0; feature < countsLength; feature++) {
    const values = Math.max(...conditions.map((c) => c.counts.required[feature]!)) + 1
    if (!(values > 1)) continue
    const last = groups.at(-1)
    if (last && product(last.values) * values <= mostValues) {
      last.features.push(feature)
      last.values.push(values)
      continue
    }
    begin += last ? product(last.values) : 0
    groups.push({ features: [feature], values: [values], begin })
  }
  return groups
}

/** The counts for which a row of a group stands. */
function countsOfRow(values: readonly number[], row: number): number[] {
  return values.map((n, i) => Math.floor(row / product(values.slice(i + 1))) % n)
}
