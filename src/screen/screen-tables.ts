import {
  Arena,
  patternArena,
  countsLength,
  type FastGraph,
  memory,
  memoryWords,
  Environments,
} from '../engine/index.js'
import type { Rule } from '../law/index.js'
import type { LawIndex, Query } from '../matching/index.js'
import { cleavedConditionsOf, conditionOf, conditionsOf, type Condition } from './conditions.js'
import { RecordedDrawings } from './recorded-drawings.js'
import { RecordedSubstances } from './recorded-substances.js'
import * as layout from './tables.js'
import { Sieve } from './sieve.js'
import { screenKernel } from './screen-kernel.js'

/** Kernel memory that may be held before tables are made or used again: then those used least recently go. */
const mostMemory = 96 << 20

/** Tables in memory, least recently used first. */
const inMemory = new Set<Tables>()
let current: Tables | null = null

interface LawTables {
  readonly arena: Arena
  readonly records: RecordedSubstances
  readonly drawings: RecordedDrawings
}

const byLaw = new WeakMap<LawIndex, LawTables>()

interface QueryTables {
  readonly arena: Arena
  readonly ofLaw: LawTables
  /** Rules whose conditions are all checked. */
  readonly sifted: ReadonlySet<Rule>
  /** Patterns of known gaps that are all checked. */
  readonly gaps: ReadonlySet<string>
  readonly description: Description
  readonly conditionBySmarts: Map<string, ReturnType<typeof conditionOf>>
}

/**
 * What all structures of a screen use. Their memory may be given back at any time between two questions: they are made
 * again when they are next used.
 */
export class Tables {
  readonly law: LawIndex
  readonly query: Query
  readonly #queries: readonly [Query, ...Query[]]
  readonly #key: string
  #made: QueryTables | null = null

  private constructor(law: LawIndex, queries: readonly [Query, ...Query[]], key: string) {
    this.law = law
    this.query = queries[0]
    this.#queries = queries
    this.#key = key
  }

  /** Making them takes longer than judging a few hundred structures: those in memory are shared. */
  static of(law: LawIndex, queries: readonly [Query, ...Query[]]): Tables {
    const key = JSON.stringify(queries)
    for (const tables of inMemory) if (tables.law === law && tables.#key === key) return tables
    return new Tables(law, queries, key)
  }

  get records(): RecordedSubstances {
    return this.made().ofLaw.records
  }

  get drawings(): RecordedDrawings {
    return this.made().ofLaw.drawings
  }

  get sifted(): ReadonlySet<Rule> {
    return this.made().sifted
  }

  get gaps(): ReadonlySet<string> {
    return this.made().gaps
  }

  get description(): Description {
    return this.made().description
  }

  conditionOf(smarts: string): ReturnType<typeof conditionOf> {
    const { conditionBySmarts } = this.made()
    let found = conditionBySmarts.get(smarts)
    if (!found) conditionBySmarts.set(smarts, (found = conditionOf(smarts)))
    return found
  }

  made(): QueryTables {
    if (current === this && this.#made) return this.#made
    inMemory.delete(this)
    inMemory.add(this)
    current = this
    makeRoom(this)
    return (this.#made ??= this.#make())
  }

  #make(): QueryTables {
    const arena = new Arena()
    const conditions = conditionsOf(this.law, this.#queries)
    const cleaved = cleavedConditionsOf(this.law, this.#queries)
    return {
      arena,
      ofLaw: lawTables(this.law),
      sifted: new Set(conditions.flatMap(({ by }) => by ?? [])),
      gaps: new Set(conditions.flatMap(({ by, smarts }) => (by ? [] : smarts))),
      description: new Description(conditions, cleaved, arena),
      conditionBySmarts: new Map(),
    }
  }

  /** Patterns go last: the tables of all laws refer to them. */
  static freeAll(): void {
    for (const tables of inMemory) tables.free()
    patternArena.free()
  }

  free(): void {
    this.#made?.arena.free()
    this.#made = null
    inMemory.delete(this)
    for (const { law } of inMemory) if (law === this.law) return
    byLaw.get(this.law)?.arena.free()
    byLaw.delete(this.law)
  }
}

function lawTables(law: LawIndex): LawTables {
  let tables = byLaw.get(law)
  if (!tables) {
    const arena = new Arena()
    tables = { arena, records: new RecordedSubstances(law, arena), drawings: new RecordedDrawings(law) }
    byLaw.set(law, tables)
  }
  return tables
}

function makeRoom(next: Tables): void {
  for (const tables of inMemory) {
    if (Arena.held <= mostMemory) return
    if (tables !== next) tables.free()
  }
  if (Arena.held <= mostMemory) return
  // Other laws left many patterns, to which the tables refer.
  Tables.freeAll()
  inMemory.add(next)
}

/** What is computed for every molecule before any pattern is matched. Valid for the molecule described last. */
export class Description {
  readonly #at: number
  #generation = -1
  readonly counts: Uint8Array
  /** Address in the kernel of the marks of the atoms that cleaving may free. */
  readonly freedMarks: number
  readonly environments: Environments
  /** Finds the conditions that a molecule may meet as drawn. */
  readonly sieve: Sieve
  /** Finds those that it may meet with bonds cleaved; used only if it has cleavable bonds. */
  readonly cleavedSieve: Sieve

  constructor(conditions: readonly Condition[], cleaved: readonly Condition[], arena: Arena) {
    this.#at = arena.allocate(layout.descriptionSize)
    this.counts = new Uint8Array(memory, this.#at + layout.countsAt, countsLength)
    this.freedMarks = this.#at + layout.freedMarksAt
    this.environments = new Environments(
      [...conditions, ...cleaved].flatMap((condition) => condition.patterns),
      arena,
    )
    this.sieve = new Sieve(conditions, this.environments, arena)
    this.cleavedSieve = new Sieve(cleaved, this.environments, arena)
    memoryWords[(this.#at + layout.environmentsAt) >> 2] = this.environments.at
    memoryWords[(this.#at + layout.sieveAt) >> 2] = this.sieve.at
    memoryWords[(this.#at + layout.cleavedSieveAt) >> 2] = this.cleavedSieve.at
  }

  get hasCleavableBonds(): boolean {
    return memoryWords[(this.#at + layout.hasCleavableBondsAt) >> 2] === 1
  }

  of(graph: FastGraph): void {
    if (this.#generation === graph.generation) return
    this.#generation = graph.generation
    for (let atom = this.#describe(graph); atom >= 0; atom = this.#describe(graph))
      this.environments.computeEnvironments(graph, atom)
  }

  /** -1, or an atom whose environments must be computed first. */
  #describe(graph: FastGraph): number {
    return screenKernel.describe(graph.at, this.#at)
  }
}
