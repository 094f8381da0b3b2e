import { maxNeighbours, type FastGraph } from './fast-graph.js'
import { answerOf, bondAnswerOf } from './kinds.js'
import { numbered, type NumberedTest } from './masks.js'
import type { AtomTest, BondTest, Pattern } from './pattern.js'
import { patternRings } from './pattern-rings.js'
import { bondTestId, rarity } from './plan.js'
import { findSurroundings } from './surroundings.js'

/** A neighbour that an atom of a pattern has. */
interface Arm {
  readonly test: NumberedTest
  readonly bond: BondTest
  readonly bondId: number
  /** Atoms in the smallest ring of the pattern through the bond: one of the molecule is no larger. */
  readonly ring: number
}

interface Star {
  readonly place: number
  /** Places of its arms. */
  readonly arms: readonly number[]
}

/** Surroundings whose stars are kept; those of others are worked out each time. */
const mostKept = 65_536
/** Stars that are asked for of one pattern: more rule out little that these leave. */
const ofOnePattern = 5
const unknown = -1

/**
 * Atoms of patterns with their neighbours: stars. A molecule with a pattern has an atom for each of its stars.
 * Which stars an atom may be depends on its surroundings alone, and is worked out once for each: molecules have few.
 */
export class Stars {
  /** Words of a set of stars, one bit for each. */
  readonly words: number
  readonly #places = new Map<string, number>()
  readonly #arms: Arm[] = []
  readonly #armPlaces = new Map<string, number>()
  /** Stars by the test of their middle. */
  readonly #byMiddle = new Map<number, { readonly test: NumberedTest; readonly stars: Star[] }>()
  readonly #requiredBy = new Map<Pattern, readonly number[]>()
  /** Where the stars of surroundings stand; by their number. */
  #rowOf = new Int32Array(1024).fill(unknown)
  #rows: Int32Array
  #filled = 0
  readonly #scratch: Int32Array
  /** For each arm, the neighbours that may be it, as bits; -1 where not yet known. */
  readonly #fits: Int16Array

  constructor(patterns: Iterable<Pattern>) {
    for (const pattern of new Set(patterns)) this.#requiredBy.set(pattern, this.#starsOf(pattern))
    this.words = Math.ceil(this.#places.size / 32)
    this.#rows = new Int32Array(256 * this.words)
    this.#scratch = new Int32Array(this.words)
    this.#fits = new Int16Array(this.#arms.length)
  }

  /** Places of the stars that a molecule with a pattern has. The pattern is one of those given at the start. */
  required(pattern: Pattern): readonly number[] {
    return this.#requiredBy.get(pattern)!
  }

  /** Fills `into` with the stars that a molecule may have. */
  of(graph: FastGraph, into: Int32Array): void {
    if (graph.surroundingsOf !== graph.generation) findSurroundings(graph)
    into.fill(0)
    const { words } = this
    for (let atom = 0; atom < graph.atoms; atom++) {
      const at = this.#rowAt(graph, atom)
      const rows = at < 0 ? this.#scratch : this.#rows
      for (let word = 0, from = Math.max(0, at); word < words; word++) into[word]! |= rows[from + word]!
    }
  }

  /** Where the stars that an atom may be begin in `#rows`; -1 where they are in `#scratch`. */
  #rowAt(graph: FastGraph, atom: number): number {
    const number = graph.surroundings[atom]!
    if (number >= this.#rowOf.length) this.#rowOf = grown(this.#rowOf, number, unknown)
    const known = number < 0 ? unknown : this.#rowOf[number]!
    if (known !== unknown) return known
    if (number < 0 || this.#filled === mostKept) {
      this.#work(graph, atom, this.#scratch, 0)
      return -1
    }
    const at = this.#filled * this.words
    if (at + this.words > this.#rows.length) this.#rows = grown(this.#rows, at + this.words, 0)
    this.#filled++
    this.#work(graph, atom, this.#rows, at)
    this.#rowOf[number] = at
    return at
  }

  #work(graph: FastGraph, atom: number, into: Int32Array, at: number): void {
    into.fill(0, at, at + this.words)
    this.#fits.fill(unknown)
    for (const { test, stars } of this.#byMiddle.values()) {
      if (answerOf(graph, atom, test.id, test.local) === 0) continue
      for (const { place, arms } of stars) if (this.#spread(graph, atom, arms, 0, 0)) into[at + (place >>> 5)]! |= 1 << (place & 31)
    }
  }

  /** Whether each arm from the `from`th on has a neighbour of its own. */
  #spread(graph: FastGraph, atom: number, arms: readonly number[], from: number, taken: number): boolean {
    if (from === arms.length) return true
    for (let left = this.#fitting(graph, atom, arms[from]!) & ~taken; left !== 0; left &= left - 1) if (this.#spread(graph, atom, arms, from + 1, taken | (left & -left))) return true
    return false
  }

  #fitting(graph: FastGraph, atom: number, arm: number): number {
    if (this.#fits[arm] !== unknown) return this.#fits[arm]!
    const { test, bond, bondId, ring } = this.#arms[arm]!
    let fits = 0
    for (let i = 0; i < graph.degree[atom]!; i++) {
      const via = graph.via[atom * maxNeighbours + i]!
      if (graph.ringSize[via]! > ring || bondAnswerOf(graph, via, bondId, bond) === 0) continue
      if (answerOf(graph, graph.neighbour[atom * maxNeighbours + i]!, test.id, test.local) !== 0) fits |= 1 << i
    }
    return (this.#fits[arm] = fits)
  }

  /** The stars of a pattern that the fewest atoms are. */
  #starsOf(pattern: Pattern): number[] {
    const drawn = starsIn(pattern).sort((a, b) => a.rank - b.rank)
    return [...new Set(drawn.slice(0, ofOnePattern).map(({ pattern, middle, arms }) => this.#starOf(numbered(pattern.atoms[middle]!.test), arms.map((arm) => this.#armOf(pattern, arm)).sort((a, b) => a - b))))]
  }

  #armOf(pattern: Pattern, { atom, bond, ring }: DrawnArm): number {
    const arm: Arm = { test: numbered(pattern.atoms[atom]!.test), bond, bondId: bondTestId(bond), ring }
    return placed(this.#armPlaces, `${arm.test.id} ${arm.bondId} ${ring}`, () => this.#arms.push(arm))
  }

  #starOf(test: NumberedTest, arms: readonly number[]): number {
    return placed(this.#places, `${test.id} ${arms.join()}`, (place) => {
      const own = this.#byMiddle.get(test.id) ?? { test, stars: [] }
      this.#byMiddle.set(test.id, own)
      own.stars.push({ place, arms })
    })
  }
}

interface DrawnArm {
  readonly atom: number
  readonly bond: BondTest
  readonly ring: number
}

interface DrawnStar {
  readonly pattern: Pattern
  readonly middle: number
  readonly arms: readonly DrawnArm[]
  /** Roughly the share of atoms that are it. */
  readonly rank: number
}

/** The stars of a pattern, and of those in which some atom of it lies. */
function starsIn(pattern: Pattern): DrawnStar[] {
  const bonds = patternRings(pattern)
  const own = pattern.atoms.map((atom, middle): DrawnStar => {
    const arms = bonds.flatMap(({ a, b, test, ring }) => (a === middle ? [{ atom: b, bond: test, ring }] : b === middle ? [{ atom: a, bond: test, ring }] : []))
    return { pattern, middle, arms, rank: arms.reduce((rank, arm) => rank * rarity(pattern.atoms[arm.atom]!.test), rarity(atom.test)) }
  })
  return [...own, ...pattern.atoms.flatMap((atom) => environmentsOf(atom.test)).flatMap(starsIn)]
}

/** Patterns that every atom which passes a test certainly lies in. */
function environmentsOf(test: AtomTest): Pattern[] {
  if (test.is === 'environment') return [test.pattern]
  return test.is === 'and' ? test.of.flatMap(environmentsOf) : []
}

function placed(places: Map<string, number>, key: string, add: (place: number) => void): number {
  const known = places.get(key)
  if (known !== undefined) return known
  const place = places.size
  places.set(key, place)
  add(place)
  return place
}

/** A copy with room for a place, at least twice as long. */
function grown(array: Int32Array, place: number, rest: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, place + 1)).fill(rest, array.length)
  larger.set(array)
  return larger
}
