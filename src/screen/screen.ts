import { FastGraph } from '../engine/fast-graph.js'
import type { LawIndex, Query } from '../matching/index.js'
import { conditionOf, conditionsOf, undoneConditionsOf } from './conditions.js'
import { Description } from './description.js'
import { Reading } from './reading.js'
import type { Asked, Tables } from './reading-tables.js'
import { RecordedDrawings } from './recorded-drawings.js'
import { Records } from './records.js'

/** Inputs that are kept read while others are: each takes 38 KB. */
const mostGraphs = 64

/** The tables made last of a law, by their queries: they take longer to make than a few hundred structures to judge. */
const last = new WeakMap<LawIndex, { readonly queries: string; readonly tables: Tables }>()

function tablesOf(law: LawIndex, queries: readonly [Query, ...Query[]]): Tables {
  const known = last.get(law)
  if (known?.queries === JSON.stringify(queries)) return known.tables
  const asked = new Map<string, Asked>()
  const conditions = conditionsOf(law, queries)
  const tables: Tables = {
    law,
    query: queries[0],
    records: new Records(law),
    drawings: new RecordedDrawings(law),
    sifted: new Set(conditions.flatMap(({ by }) => by ?? [])),
    description: new Description(conditions, undoneConditionsOf(law, queries)),
    conditionOf: (smarts) => {
      let found = asked.get(smarts)
      if (!found) asked.set(smarts, (found = conditionOf(smarts)))
      return found
    },
  }
  last.set(law, { queries: JSON.stringify(queries), tables })
  return tables
}

/**
 * Clears inputs that no entry and no rule of the loaded edition can reach, and judges others as far as it is certain
 * of them; the rest takes the full path. Its contract: verdicts with and without it are the same.
 */
export class Screen {
  readonly #tables: Tables
  readonly #graphs: FastGraph[] = []
  #place = 0
  #last: Reading | null = null

  /** @param others queries under which what is cleared is uncontrolled as well; all else is asked of the first alone */
  constructor(law: LawIndex, query: Query, others: readonly Query[] = []) {
    this.#tables = tablesOf(law, [query, ...others])
  }

  /** Reads an input once. The graph of one that was cleared is filled again; the others keep theirs as long as there are some left. */
  read(text: string): Reading {
    if (this.#last?.isCleared === false) this.#place = (this.#place + 1) % mostGraphs
    this.#last = new Reading(this.#tables, text, (this.#graphs[this.#place] ??= new FastGraph()))
    return this.#last
  }
}
