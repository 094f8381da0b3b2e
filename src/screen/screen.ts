import { FastGraph } from '../engine/fast-graph.js'
import { NoRoom, roomLeft } from '../engine/kernel.js'
import type { LawIndex, Query } from '../matching/index.js'
import { conditionOf, conditionsOf, cleavedConditionsOf } from './conditions.js'
import { Description } from './description.js'
import { Reading } from './reading.js'
import type { Asked, Tables } from './reading-tables.js'
import { RecordedDrawings } from './recorded-drawings.js'
import { RecordedSubstances } from './recorded-substances.js'

/** Inputs that stay readable while others are read: each takes 38 KB. */
export const mostHeld = 64
/** Bytes reserved for these, and for patterns requested while structures are read. */
const reserve = 24 << 20
/**
 * Maximum number of tables cached per law: a long-running service is queried for many days, and kernel memory is never
 * freed.
 */
const mostTables = 24

/**
 * Tables made for a law, by their queries, most recently used last: making them takes longer than judging a few hundred
 * structures.
 */
const made = new WeakMap<LawIndex, Map<string, Tables>>()

/** Shared by all screens: a reading whose graph now holds another text reads its own again. */
const graphs: FastGraph[] = []
let place = 0
let last: Reading | null = null

function tablesOf(law: LawIndex, queries: readonly [Query, ...Query[]]): Tables {
  let own = made.get(law)
  if (!own) made.set(law, (own = new Map()))
  const key = JSON.stringify(queries)
  const tables = own.get(key) ?? makeTables(law, queries)
  own.delete(key)
  own.set(key, tables)
  if (own.size > mostTables) own.delete(own.keys().next().value!)
  return tables
}

/** @throws {NoRoom} if the engine has no room for them */
function makeTables(law: LawIndex, queries: readonly [Query, ...Query[]]): Tables {
  if (roomLeft() < reserve) throw new NoRoom('the engine has no room for another law or day')
  const conditionBySmarts = new Map<string, Asked>()
  const conditions = conditionsOf(law, queries)
  return {
    law,
    query: queries[0],
    records: new RecordedSubstances(law),
    drawings: new RecordedDrawings(law),
    sifted: new Set(conditions.flatMap(({ by }) => by ?? [])),
    description: new Description(conditions, cleavedConditionsOf(law, queries)),
    conditionOf: (smarts) => {
      let found = conditionBySmarts.get(smarts)
      if (!found) conditionBySmarts.set(smarts, (found = conditionOf(smarts)))
      return found
    },
  }
}

/**
 * Clears inputs that no entry and no rule of the loaded edition can cover, and judges others as far as that is certain;
 * the rest take the full path. Its contract: verdicts with and without it are the same.
 */
export class Screen {
  readonly #tables: Tables

  /**
   * @param others queries under which a cleared input is uncontrolled as well; everything else uses the first query
   *   only
   */
  constructor(law: LawIndex, query: Query, others: readonly Query[] = []) {
    this.#tables = tablesOf(law, [query, ...others])
  }

  /**
   * A screen; null for a law with more or larger rules than it can hold, and if memory is used up: the rows are the
   * same without.
   */
  static ifRoom(law: LawIndex, query: Query, others: readonly Query[] = []): Screen | null {
    return orNull(() => new Screen(law, query, others), RangeError)
  }

  /** A screen; null if memory is used up. @throws {RangeError} for a law that it cannot hold at all */
  static ifMemory(law: LawIndex, query: Query): Screen | null {
    return orNull(() => new Screen(law, query), NoRoom)
  }

  /**
   * Reads an input. The graph of a cleared input is reused; the others keep theirs as long as there are free graphs.
   */
  read(text: string): Reading {
    if (last?.isCleared === false) place = (place + 1) % mostHeld
    last = new Reading(this.#tables, text, (graphs[place] ??= new FastGraph()))
    return last
  }
}

function orNull(make: () => Screen, expected: abstract new (...given: never) => Error): Screen | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof expected) return null
    throw error
  }
}
