import type { LawIndex, Query } from '../matching/index.js'
import { LateScreen } from './screens.js'

/** A law and how it is asked. */
export interface Side {
  readonly law: LawIndex
  readonly query: Query
}

/** Tells of structures whether conditions alone clear them under several laws or days. */
export class Clearing {
  readonly #screens: readonly LateScreen[]

  /** @param sides one screen serves all that have the same law */
  constructor(sides: readonly Side[]) {
    const laws = [...new Set(sides.map(({ law }) => law))]
    this.#screens = laws.map((law) => {
      const queries = sides.flatMap((side) => (side.law === law ? [side.query] : []))
      return new LateScreen(law, queries[0]!, () => queries)
    })
  }

  /** Of each text, whether it is cleared on all sides; null is not. */
  clear(texts: readonly (string | null)[]): boolean[] {
    const clear = texts.map((text) => text !== null)
    for (const late of this.#screens) {
      const screen = late.next(texts.length)
      for (const [i, text] of texts.entries()) clear[i] &&= screen?.read(text!).clears() ?? false
    }
    return clear
  }
}
