import type { FastGraph } from '../fast-graph.js'
import type { Arena } from '../arena.js'
import { numbered } from './encode.js'
import type { Pattern } from './pattern.js'
import { environmentsIn, type DrawnEnvironment, type DrawnNeighbour } from './pattern-environments.js'
import { rarity } from './rarity.js'
import { remembered } from '../../remembered.js'
import { overflowKind } from '../layout.js'
import * as layout from './environment-layout.js'
import { kernel, memoryWords } from '../kernel.js'
import { bondTestAt, bondTestId } from './bond-codes.js'

interface PatternNeighbour {
  /** Approximate share of atoms that pass. */
  readonly rank: number
  /** As laid out in the kernel. */
  readonly words: readonly number[]
}

/** Maximum number of environments required for one pattern: more would rule out little else. */
const ofOnePattern = 4

/**
 * Atom environments of patterns: an atom with its neighbours. A molecule that contains a pattern has an atom for each
 * of its environments. The environments an atom may have depend on its surroundings alone and are computed once for
 * each, because molecules have few different ones. The kernel joins those of a molecule, and matches the scaffolds of
 * rules to atoms by their environments.
 */
export class Environments {
  readonly at: number
  /** Number of words in a set of the required environments, one bit for each. */
  readonly words: number
  /** The required environments that the current molecule may have. */
  readonly now: Int32Array
  readonly #arena: Arena
  readonly #places = new Map<string, number>()
  readonly #neighbours: PatternNeighbour[] = []
  readonly #neighbourPlaces = new Map<string, number>()
  /** Environments by the address of the predicate of their centre, and by their rarest neighbour. */
  readonly #byCentre = new Map<number, Map<number, number[]>>()
  readonly #requiredBy = new Map<Pattern, readonly number[]>()
  readonly #ofAtoms = new Map<Pattern, readonly number[]>()
  readonly #centres = new Set<number>()
  readonly #rowBytes: number
  readonly #oddRow: number

  constructor(patterns: Iterable<Pattern>, arena: Arena) {
    this.#arena = arena
    this.at = arena.allocate(layout.environmentsSize)
    const drawn = [...new Set(patterns)].map((pattern) => [pattern, this.#environmentsOf(pattern)] as const)
    // Environments that many patterns need get the lowest indices, so that code that checks many at once finds them
    // together.
    const users = new Map<string, number>()
    for (const [, own] of drawn)
      for (const { key, required } of own) users.set(key, (users.get(key) ?? 0) + (required ? 1 : 0))
    const byUse = new Map(drawn.flatMap(([, own]) => own.map((environment) => [environment.key, environment] as const)))
    for (const [key, environment] of [...byUse].sort(([a], [b]) => users.get(b)! - users.get(a)!))
      this.#place(key, environment)
    for (const [pattern, own] of drawn) {
      const placeOf = ({ key }: NumberedEnvironment) => this.#places.get(key)!
      this.#requiredBy.set(pattern, [...new Set(own.filter(({ required }) => required).map(placeOf))])
      const atoms = own.filter(({ atom }) => atom !== null).sort((a, b) => a.atom! - b.atom!)
      if (atoms.length > 0) this.#ofAtoms.set(pattern, atoms.map(placeOf))
    }
    const used = [...users.values()].filter((n) => n > 0).length
    this.words = Math.ceil(used / 32)
    // One word more than the environments need: it marks a row as computed.
    this.#rowBytes = Math.ceil(((Math.ceil(this.#places.size / 32) + 1) * 4) / layout.rowStep) * layout.rowStep
    this.#oddRow = this.#arena.allocate(this.#rowBytes)
    const now = this.#arena.allocate(this.#rowBytes)
    this.now = memoryWords.subarray(now >> 2, (now >> 2) + this.words)
    this.#set(layout.rowBytesAt, this.#rowBytes)
    this.#set(layout.oddRowAt, this.#oddRow)
    this.#set(layout.oddForAt, -1)
    this.#set(layout.nowAt, now)
    this.#set(layout.askedBytesAt, Math.ceil((this.words * 4) / layout.rowStep) * layout.rowStep)
    this.#keepTables()
  }

  /** Indices of a molecule's environments among those of a pattern, which was passed to the constructor. */
  required(pattern: Pattern): readonly number[] {
    return this.#requiredBy.get(pattern)!
  }

  /** For each atom of a pattern (passed to the constructor) the index of its environment; null if without room. */
  ofAtoms(pattern: Pattern): readonly number[] | null {
    return this.#ofAtoms.get(pattern) ?? null
  }

  /** Computes the environments for an atom's surroundings; if these have no number, for all such atoms together. */
  computeEnvironments(graph: FastGraph, atom: number): void {
    const number = graph.surroundings[atom]!
    if (number >= 0) kernel.computeEnvironments(graph.at, this.at, atom, this.#rowFor(number))
    else this.#workOdd(graph)
  }

  #workOdd(graph: FastGraph): void {
    memoryWords.fill(0, this.#oddRow >> 2, (this.#oddRow + this.#rowBytes) >> 2)
    for (let atom = 0; atom < graph.atoms; atom++)
      if (graph.surroundings[atom]! < 0) kernel.computeEnvironments(graph.at, this.at, atom, this.#oddRow)
    this.#set(layout.oddForAt, graph.generation)
  }

  /** Address of the row for numbered surroundings, zeroed until it is computed. */
  #rowFor(number: number): number {
    const blockAt = layout.blocksAt + Math.floor(number / layout.blockRows) * 4
    if (this.#get(blockAt) === 0) this.#set(blockAt, this.#arena.allocate(layout.blockRows * this.#rowBytes))
    return this.#get(blockAt) + (number % layout.blockRows) * this.#rowBytes
  }

  #get(at: number): number {
    return memoryWords[(this.at + at) >> 2]!
  }

  #set(at: number, value: number): void {
    memoryWords[(this.at + at) >> 2] = value
  }

  #keepTables(): void {
    const neighbourWords = Math.ceil(this.#neighbours.length / 32)
    const centreWords = Math.ceil(this.#byCentre.size / 32)
    this.#set(layout.patternNeighboursAt, this.#arena.keep(this.#neighbours.flatMap(({ words }) => words)))
    this.#set(layout.patternNeighbourCountAt, this.#neighbours.length)
    this.#set(layout.neighbourWordsAt, neighbourWords)
    const centres = [...this.#byCentre].flatMap(([test, byNeighbour]) => {
      const size = [...byNeighbour.values()].reduce((sum, environments) => sum + 2 + environments.length, 0)
      const at = this.#arena.allocate(size * 4)
      let next = at
      const words = [...byNeighbour].flatMap(([neighbour, environments]) => [
        neighbour,
        (next += (2 + environments.length) * 4),
        ...environments,
      ])
      memoryWords.set(words, at >> 2)
      return [test, at, next]
    })
    this.#set(layout.centresAt, this.#arena.keep(centres))
    this.#set(layout.centreCountAt, this.#byCentre.size)
    this.#set(layout.centresOfKindAt, this.#arena.allocate(overflowKind * (1 + centreWords) * 4))
    this.#set(layout.neighbourTableAt, this.#arena.allocate(layout.endPlaces * (1 + neighbourWords) * 4))
  }

  /**
   * The environments of a pattern, of which the rarest are required; and those required of the recursive patterns of
   * its atoms. Empty if there is no room for them: then the pattern is always matched, atom by atom.
   */
  #environmentsOf(pattern: Pattern): NumberedEnvironment[] {
    const drawn = environmentsIn(pattern).sort((a, b) => a.rank - b.rank)
    if (!this.#hasRoomFor(drawn)) return []
    return drawn.flatMap(({ pattern: own, centre, neighbours }, i): NumberedEnvironment[] => {
      const required = i < ofOnePattern
      if (!required && own !== pattern) return []
      const test = numbered(own.atoms[centre]!.test)
      this.#centres.add(test.at)
      const places = neighbours.map((neighbour) => this.#neighbourOf(own, neighbour)).sort((a, b) => a - b)
      return [
        {
          key: `${test.id} ${places.join()}`,
          test: test.at,
          neighbours: places,
          required,
          atom: own === pattern ? centre : null,
        },
      ]
    })
  }

  #hasRoomFor(drawn: readonly DrawnEnvironment[]): boolean {
    const neighbours = drawn.reduce((sum, own) => sum + own.neighbours.length, this.#neighbours.length)
    return (
      neighbours <= layout.mostNeighbourWords * 32 && this.#centres.size + drawn.length <= layout.mostCentreWords * 32
    )
  }

  #neighbourOf(pattern: Pattern, { atom, bond, ring }: DrawnNeighbour): number {
    const { test } = pattern.atoms[atom]!
    const { id, at } = numbered(test)
    const key = `${id} ${bondTestId(bond)} ${ring}`
    return remembered(this.#neighbourPlaces, key, () => {
      const words: number[] = []
      words[layout.neighbourTestAt >> 2] = at
      words[layout.neighbourBondIdAt >> 2] = bondTestId(bond)
      words[layout.neighbourBondAt >> 2] = bondTestAt(bond)
      words[layout.neighbourRingAt >> 2] = ring
      return this.#neighbours.push({ rank: rarity(test), words }) - 1
    })
  }

  #place(key: string, { test, neighbours }: NumberedEnvironment): void {
    const place = this.#places.size
    this.#places.set(key, place)
    const byNeighbour = remembered(this.#byCentre, test, () => new Map<number, number[]>())
    const [rarest, ...others] = neighbours.toSorted((a, b) => this.#neighbours[a]!.rank - this.#neighbours[b]!.rank)
    remembered(byNeighbour, rarest ?? -1, () => []).push(place, others.length, ...others)
  }
}

interface NumberedEnvironment {
  /** Equal environments have equal keys. */
  readonly key: string
  /** Address of the predicate of its centre. */
  readonly test: number
  readonly neighbours: readonly number[]
  /** Whether a molecule is checked for it before the pattern is matched. */
  readonly required: boolean
  /** The atom of the pattern that is its centre; null if that is in a recursive pattern. */
  readonly atom: number | null
}
