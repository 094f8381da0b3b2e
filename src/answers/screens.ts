import { selectedJurisdictions, type LawIndex, type Query } from '../matching/index.js'
import { Screen } from '../screen/index.js'

type UndatedQuery = Omit<Query, 'asOf'>

/** RDKit judges this many structures in the time that it takes to make a screen without rules. */
const withoutRules = 20

/** Structures that RDKit judges while a screen is made: some 20 for a screen of one rule, a hundred for all law. */
export function worthScreen(law: LawIndex, query: UndatedQuery): number {
  return withoutRules + selectedJurisdictions(law, query).reduce((sum, { rules }) => sum + rules.length, 0) / 2
}

/** The screen of a question, made once enough structures come to be worth it. */
export class LateScreen {
  readonly #law: LawIndex
  readonly #queries: () => readonly Query[]
  readonly #worth: number
  #screen: Screen | null = null
  #toCome: number

  /**
   * @param queries of which the first is asked; what the screen clears is uncontrolled under all
   * @param expected structures that are known to come
   */
  constructor(law: LawIndex, query: UndatedQuery, queries: () => readonly Query[], expected = 0) {
    this.#law = law
    this.#queries = queries
    this.#worth = worthScreen(law, query)
    this.#toCome = expected
  }

  /**
   * The screen for the next structures, once it is worth making.
   * @param structures how many there are; each may count as several
   */
  next(structures = 1): Screen | null {
    this.#toCome += structures
    if (!this.#screen && this.#toCome >= this.#worth) {
      const [first, ...others] = this.#queries()
      this.#screen = new Screen(this.#law, first!, others)
    }
    return this.#screen
  }

  /** Gives memory back; a screen that is used again is made again. */
  free(): void {
    this.#screen?.free()
  }
}

interface Side {
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
