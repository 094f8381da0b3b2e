import type { FastGraph } from '../fast-graph.js'
import { numbered } from './encode.js'
import type { Pattern } from './pattern.js'
import { starsIn, type DrawnArm } from './pattern-stars.js'
import { rarity } from './rarity.js'
import { strange } from '../layout.js'
import * as layout from './star-layout.js'
import { allocate, keep, kernel, memoryWords } from '../kernel.js'
import { bondTestAt, bondTestId } from './bond-codes.js'

/** A neighbour that an atom of a pattern has. */
interface Arm {
  /** Roughly the share of atoms that pass. */
  readonly rank: number
  /** As the kernel reads it. */
  readonly words: readonly number[]
}

/** Stars that must be there for one pattern: more rule out little that these leave. */
const ofOnePattern = 4

/**
 * Atoms of patterns with their neighbours: stars. A molecule with a pattern has an atom for each of its stars.
 * Which stars an atom may be depends on its surroundings alone, and is worked out once for each: molecules have few.
 * The kernel joins those of a molecule, and places the scaffolds of rules on atoms with their stars.
 */
export class Stars {
  /** Their address in the memory of the kernel. */
  readonly at = allocate(layout.starsSize)
  /** Words of a set of the stars that are required, one bit for each. */
  readonly words: number
  /** Those of them that the molecule in hand may have. */
  readonly now: Int32Array
  readonly #places = new Map<string, number>()
  readonly #arms: Arm[] = []
  readonly #armPlaces = new Map<string, number>()
  /** Stars by where the test of their middle lies, and by the arm that fewest neighbours are. */
  readonly #byMiddle = new Map<number, Map<number, number[]>>()
  readonly #requiredBy = new Map<Pattern, readonly number[]>()
  readonly #ofAtoms = new Map<Pattern, readonly number[]>()
  readonly #rowBytes: number
  readonly #oddRow: number

  constructor(patterns: Iterable<Pattern>) {
    const drawn = [...new Set(patterns)].map((pattern) => [pattern, this.#starsOf(pattern)] as const)
    // The places of stars that many patterns need come first: whoever asks of many at once finds them together.
    const users = new Map<string, number>()
    for (const [, own] of drawn)
      for (const { key, required } of own) users.set(key, (users.get(key) ?? 0) + (required ? 1 : 0))
    const byUse = new Map(drawn.flatMap(([, own]) => own.map((star) => [star.key, star] as const)))
    for (const [key, star] of [...byUse].sort(([a], [b]) => users.get(b)! - users.get(a)!)) this.#place(key, star)
    for (const [pattern, own] of drawn) {
      const placeOf = ({ key }: NumberedStar) => this.#places.get(key)!
      this.#requiredBy.set(pattern, [...new Set(own.filter(({ required }) => required).map(placeOf))])
      this.#ofAtoms.set(
        pattern,
        own
          .filter(({ atom }) => atom !== null)
          .sort((a, b) => a.atom! - b.atom!)
          .map(placeOf),
      )
    }
    const asked = [...users.values()].filter((n) => n > 0).length
    this.words = Math.ceil(asked / 32)
    // A word more than there are stars: it says that a row is worked out.
    this.#rowBytes = Math.ceil(((Math.ceil(this.#places.size / 32) + 1) * 4) / layout.rowStep) * layout.rowStep
    this.#oddRow = allocate(this.#rowBytes)
    const now = allocate(this.#rowBytes)
    this.now = memoryWords.subarray(now >> 2, (now >> 2) + this.words)
    this.#set(layout.rowBytesAt, this.#rowBytes)
    this.#set(layout.oddRowAt, this.#oddRow)
    this.#set(layout.oddForAt, -1)
    this.#set(layout.nowAt, now)
    this.#set(layout.askedBytesAt, Math.ceil((this.words * 4) / layout.rowStep) * layout.rowStep)
    this.#keepTables()
  }

  /** Places of the stars that a molecule with a pattern has. The pattern is one of those given at the start. */
  required(pattern: Pattern): readonly number[] {
    return this.#requiredBy.get(pattern)!
  }

  /** For each atom of a pattern the place of its star. The pattern is one of those given at the start. */
  ofAtoms(pattern: Pattern): readonly number[] {
    return this.#ofAtoms.get(pattern)!
  }

  /** Works out the stars of an atom's surroundings; of one without a number, together with those of all such atoms of the molecule. */
  workOut(graph: FastGraph, atom: number): void {
    const number = graph.surroundings[atom]!
    if (number >= 0) kernel.workOut(graph.at, this.at, atom, this.#rowFor(number))
    else this.#workOdd(graph)
  }

  #workOdd(graph: FastGraph): void {
    memoryWords.fill(0, this.#oddRow >> 2, (this.#oddRow + this.#rowBytes) >> 2)
    for (let atom = 0; atom < graph.atoms; atom++)
      if (graph.surroundings[atom]! < 0) kernel.workOut(graph.at, this.at, atom, this.#oddRow)
    this.#set(layout.oddForAt, graph.generation)
  }

  /** Where the row of surroundings lies, of zeros until it is worked out. */
  #rowFor(number: number): number {
    const blockAt = layout.blocksAt + Math.floor(number / layout.blockRows) * 4
    if (this.#get(blockAt) === 0) this.#set(blockAt, allocate(layout.blockRows * this.#rowBytes))
    return this.#get(blockAt) + (number % layout.blockRows) * this.#rowBytes
  }

  #get(at: number): number {
    return memoryWords[(this.at + at) >> 2]!
  }

  #set(at: number, value: number): void {
    memoryWords[(this.at + at) >> 2] = value
  }

  /** @throws {RangeError} where an edition has more than the kernel has room for */
  #keepTables(): void {
    const armWords = Math.ceil(this.#arms.length / 32)
    const middleWords = Math.ceil(this.#byMiddle.size / 32)
    if (armWords > layout.mostArmWords || middleWords > layout.mostMiddleWords)
      throw new RangeError('the screen has no room for the patterns of this edition')
    this.#set(layout.armsAt, keep(this.#arms.flatMap(({ words }) => words)))
    this.#set(layout.armCountAt, this.#arms.length)
    this.#set(layout.armWordsAt, armWords)
    const middles = [...this.#byMiddle].flatMap(([test, byArm]) => {
      const size = [...byArm.values()].reduce((sum, stars) => sum + 2 + stars.length, 0)
      const at = allocate(size * 4)
      let next = at
      const words = [...byArm].flatMap(([arm, stars]) => [arm, (next += (2 + stars.length) * 4), ...stars])
      memoryWords.set(words, at >> 2)
      return [test, at, next]
    })
    this.#set(layout.middlesAt, keep(middles))
    this.#set(layout.middleCountAt, this.#byMiddle.size)
    this.#set(layout.middlesOfKindAt, allocate(strange * (1 + middleWords) * 4))
    this.#set(layout.neighbourTableAt, allocate(layout.endPlaces * (1 + armWords) * 4))
  }

  /** The stars of a pattern, of which those that the fewest atoms are are required; and those required of patterns in which some atom of it lies. */
  #starsOf(pattern: Pattern): NumberedStar[] {
    const drawn = starsIn(pattern).sort((a, b) => a.rank - b.rank)
    return drawn.flatMap(({ pattern: own, middle, arms }, i): NumberedStar[] => {
      const required = i < ofOnePattern
      if (!required && own !== pattern) return []
      const test = numbered(own.atoms[middle]!.test)
      const places = arms.map((arm) => this.#armOf(own, arm)).sort((a, b) => a - b)
      return [
        {
          key: `${test.id} ${places.join()}`,
          test: test.at,
          arms: places,
          required,
          atom: own === pattern ? middle : null,
        },
      ]
    })
  }

  #armOf(pattern: Pattern, { atom, bond, ring }: DrawnArm): number {
    const { test } = pattern.atoms[atom]!
    const { id, at } = numbered(test)
    const key = `${id} ${bondTestId(bond)} ${ring}`
    const known = this.#armPlaces.get(key)
    if (known !== undefined) return known
    const words: number[] = []
    words[layout.armTestAt >> 2] = at
    words[layout.armBondIdAt >> 2] = bondTestId(bond)
    words[layout.armBondAt >> 2] = bondTestAt(bond)
    words[layout.armRingAt >> 2] = ring
    const place = this.#arms.push({ rank: rarity(test), words }) - 1
    this.#armPlaces.set(key, place)
    return place
  }

  #place(key: string, { test, arms }: NumberedStar): void {
    const place = this.#places.size
    this.#places.set(key, place)
    const byArm = this.#byMiddle.get(test) ?? new Map<number, number[]>()
    this.#byMiddle.set(test, byArm)
    const [rarest, ...others] = arms.toSorted((a, b) => this.#arms[a]!.rank - this.#arms[b]!.rank)
    const own = byArm.get(rarest ?? -1) ?? []
    byArm.set(rarest ?? -1, own)
    own.push(place, others.length, ...others)
  }
}

interface NumberedStar {
  /** Equal stars have equal keys. */
  readonly key: string
  /** Where the test of its middle lies. */
  readonly test: number
  readonly arms: readonly number[]
  /** Whether a molecule is asked for it before the pattern is laid. */
  readonly required: boolean
  /** The atom of the pattern that is its middle; null where that lies in an environment. */
  readonly atom: number | null
}
