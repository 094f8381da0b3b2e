import { FastGraph } from '../engine/fast-graph.js'
import type { LawIndex, Query } from '../matching/index.js'
import { Reading } from './reading.js'
import { Tables } from './reading-tables.js'

/** Inputs that stay readable while others are read: each takes 38 KB. */
export const mostHeld = 64

/** Shared by all screens: a reading whose graph now holds another text reads its own again. */
const graphs: FastGraph[] = []
let place = 0
let last: Reading | null = null

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

  /**
   * Reads an input. The graph of a cleared input is reused; the others keep theirs as long as there are free graphs.
   */
  read(text: string): Reading {
    if (last?.isCleared === false) place = (place + 1) % mostHeld
    last = new Reading(this.#tables, text, (graphs[place] ??= new FastGraph()))
    return last
  }

  /** Gives its memory back. A screen that is used again makes its tables again. */
  free(): void {
    this.#tables.free()
  }
}
