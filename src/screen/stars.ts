import { maxNeighbours, type FastGraph } from './fast-graph.js'
import { answerOf, numbered, type NumberedTest } from './numbered-tests.js'
import type { Pattern } from './pattern.js'
import { starsIn, type DrawnArm } from './pattern-stars.js'
import { rarity } from './plan.js'
import { strange } from './kernel/layout.js'
import * as layout from './kernel/tables.js'
import { allocate, memoryWords } from './kernel.js'
import { bondAnswerOf, numberedBond, type NumberedBondTest } from './test-codes.js'

/** A neighbour that an atom of a pattern has. */
interface Arm {
  readonly test: NumberedTest
  /** Roughly the share of atoms that pass. */
  readonly rank: number
  readonly bond: NumberedBondTest
  /** Atoms in the smallest ring of the pattern through the bond: one of the molecule is no larger. */
  readonly ring: number
}

interface Middle {
  readonly test: NumberedTest
  readonly stars: Star[]
}

interface Star {
  readonly place: number
  /** Places of its arms. */
  readonly arms: readonly number[]
}

/** Stars that are asked for of one pattern: more rule out little that these leave. */
const ofOnePattern = 4

/**
 * Atoms of patterns with their neighbours: stars. A molecule with a pattern has an atom for each of its stars.
 * Which stars an atom may be depends on its surroundings alone, and is worked out once for each: molecules have few.
 * The kernel joins those of a molecule.
 */
export class Stars {
  /** Where they lie in the memory of the kernel. */
  readonly at = allocate(layout.starsSize)
  /** Words of a set of stars, one bit for each. */
  readonly words: number
  /** The stars that the molecule in hand may have. */
  readonly now: Int32Array
  readonly #places = new Map<string, number>()
  readonly #arms: Arm[] = []
  readonly #armPlaces = new Map<string, number>()
  /** Stars by the test of their middle. */
  readonly #byMiddle = new Map<number, Middle>()
  readonly #requiredBy = new Map<Pattern, readonly number[]>()
  readonly #rowBytes: number
  readonly #oddRow: number
  /** Stars by the kind of atom that may be their middle. */
  readonly #byKind: (readonly Middle[] | undefined)[] = []
  /** The arms that a neighbour may be, as bits, by the kinds of the neighbour and its bond. */
  readonly #knownEnds = new Map<number, Int32Array>()
  /** Of the atom in hand: those of each neighbour, and of any. */
  readonly #ends: Int32Array[] = []
  readonly #any: Int32Array

  constructor(patterns: Iterable<Pattern>) {
    const drawn = [...new Set(patterns)].map((pattern) => [pattern, this.#starsOf(pattern)] as const)
    // The places of stars that many patterns need come first: whoever asks of many at once finds them together.
    const users = new Map<string, number>()
    for (const [, own] of drawn) for (const { key } of own) users.set(key, (users.get(key) ?? 0) + 1)
    const byUse = new Map(drawn.flatMap(([, own]) => own.map((star) => [star.key, star] as const)))
    for (const [key, star] of [...byUse].sort(([a], [b]) => users.get(b)! - users.get(a)!)) this.#place(key, star)
    for (const [pattern, own] of drawn) this.#requiredBy.set(pattern, [...new Set(own.map(({ key }) => this.#places.get(key)!))])
    this.words = Math.ceil(this.#places.size / 32)
    // A word more than there are stars: it says that a row is worked out.
    this.#rowBytes = Math.ceil(((this.words + 1) * 4) / layout.rowStep) * layout.rowStep
    this.#oddRow = allocate(this.#rowBytes)
    const now = allocate(this.#rowBytes)
    this.now = memoryWords.subarray(now >> 2, (now >> 2) + this.words)
    this.#set(layout.rowBytesAt, this.#rowBytes)
    this.#set(layout.oddRowAt, this.#oddRow)
    this.#set(layout.oddForAt, -1)
    this.#set(layout.nowAt, now)
    this.#any = new Int32Array(Math.ceil(this.#arms.length / 32))
  }

  /** Places of the stars that a molecule with a pattern has. The pattern is one of those given at the start. */
  required(pattern: Pattern): readonly number[] {
    return this.#requiredBy.get(pattern)!
  }

  /** Works out the stars of an atom's surroundings; of one without a number, together with those of all such atoms of the molecule. */
  workOut(graph: FastGraph, atom: number): void {
    const number = graph.surroundings[atom]!
    if (number >= 0) this.#work(graph, atom, this.#rowFor(number))
    else this.#workOdd(graph)
  }

  #workOdd(graph: FastGraph): void {
    memoryWords.fill(0, this.#oddRow >> 2, (this.#oddRow + this.#rowBytes) >> 2)
    for (let atom = 0; atom < graph.atoms; atom++) if (graph.surroundings[atom]! < 0) this.#work(graph, atom, this.#oddRow)
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

  /** Adds the stars that an atom may be to a row. */
  #work(graph: FastGraph, atom: number, row: number): void {
    const ends = this.#ends
    ends.length = 0
    this.#any.fill(0)
    for (let i = 0; i < graph.degree[atom]!; i++) {
      const end = this.#endAt(graph, atom * maxNeighbours + i)
      ends.push(end)
      for (let word = 0; word < end.length; word++) this.#any[word]! |= end[word]!
    }
    for (const { stars } of this.#middlesAt(graph, atom)) {
      for (let i = 0; i < stars.length; i++) {
        const { place, arms } = stars[i]!
        if (this.#hasAll(arms) && this.#spread(arms, 0, 0)) memoryWords[(row >> 2) + (place >>> 5)]! |= 1 << (place & 31)
      }
    }
    memoryWords[((row + this.#rowBytes) >> 2) - 1] = 1
  }

  /** Whether each arm is one of some neighbour. */
  #hasAll(arms: readonly number[]): boolean {
    for (let i = 0; i < arms.length; i++) if (((this.#any[arms[i]! >>> 5]! >>> (arms[i]! & 31)) & 1) === 0) return false
    return true
  }

  /** The arms that a neighbour may be, as bits; `at` is its place in the graph's lists of neighbours. */
  #endAt(graph: FastGraph, at: number): Int32Array {
    const via = graph.via[at]!
    const kind = graph.atomKind[graph.neighbour[at]!]!
    const key = (graph.bondKind[via]! * 256 + graph.ringSize[via]!) * 2048 + kind
    const known = kind === strange ? undefined : this.#knownEnds.get(key)
    if (known) return known
    const found = new Int32Array(this.#any.length)
    this.#arms.forEach(({ test, bond, ring }, arm) => {
      if (graph.ringSize[via]! > ring || bondAnswerOf(graph, via, bond) === 0) return
      if (answerOf(graph, graph.neighbour[at]!, test) !== 0) found[arm >>> 5]! |= 1 << (arm & 31)
    })
    if (kind !== strange) this.#knownEnds.set(key, found)
    return found
  }

  #middlesAt(graph: FastGraph, atom: number): readonly Middle[] {
    const kind = graph.atomKind[atom]!
    const known = this.#byKind[kind]
    if (known) return known
    const found = [...this.#byMiddle.values()].filter(({ test }) => answerOf(graph, atom, test) !== 0)
    if (kind !== strange) this.#byKind[kind] = found
    return found
  }

  /** Whether each arm from the `from`th on has a neighbour of its own. */
  #spread(arms: readonly number[], from: number, taken: number): boolean {
    if (from === arms.length) return true
    const word = arms[from]! >>> 5
    const bit = 1 << (arms[from]! & 31)
    for (let i = 0; i < this.#ends.length; i++) if ((this.#ends[i]![word]! & bit) !== 0 && ((taken >>> i) & 1) === 0 && this.#spread(arms, from + 1, taken | (1 << i))) return true
    return false
  }

  /** The stars of a pattern that the fewest atoms are. */
  #starsOf(pattern: Pattern): NumberedStar[] {
    const drawn = starsIn(pattern).sort((a, b) => a.rank - b.rank)
    return drawn.slice(0, ofOnePattern).map(({ pattern: own, middle, arms }) => {
      const test = numbered(own.atoms[middle]!.test)
      const places = arms.map((arm) => this.#armOf(own, arm)).sort((a, b) => a - b)
      return { key: `${test.id} ${places.join()}`, test, arms: places }
    })
  }

  #armOf(pattern: Pattern, { atom, bond, ring }: DrawnArm): number {
    const { test } = pattern.atoms[atom]!
    const arm: Arm = { test: numbered(test), rank: rarity(test), bond: numberedBond(bond), ring }
    const key = `${arm.test.id} ${arm.bond.id} ${ring}`
    const place = this.#armPlaces.get(key) ?? this.#arms.push(arm) - 1
    this.#armPlaces.set(key, place)
    return place
  }

  #place(key: string, { test, arms }: NumberedStar): void {
    const place = this.#places.size
    this.#places.set(key, place)
    const own = this.#byMiddle.get(test.id) ?? { test, stars: [] }
    this.#byMiddle.set(test.id, own)
    // What fewest neighbours are is asked first.
    own.stars.push({ place, arms: arms.toSorted((a, b) => this.#arms[a]!.rank - this.#arms[b]!.rank) })
  }
}

interface NumberedStar {
  /** Equal stars have equal keys. */
  readonly key: string
  readonly test: NumberedTest
  readonly arms: readonly number[]
}
