import type { LawIndex, Query } from '../matching/index.js'
import { Reading } from './reading.js'
import { ReadingGraphs } from './reading-graphs.js'
import { Tables } from './reading-tables.js'

/** Shared by all screens, because memory of graphs is never given back. */
const graphs = new ReadingGraphs()

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
    this.#tables = Tables.of(law, [query, ...others])
    this.#tables.made()
  }

  read(text: string): Reading {
    return new Reading(this.#tables, text, graphs)
  }

  /** Gives its memory back. A screen that is used again makes its tables again. */
  free(): void {
    this.#tables.free()
  }
}
