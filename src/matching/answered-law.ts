import { remembered } from '../remembered.js'
import type { Day } from '../law/index.js'
import { type Judgement, type Judging, type Query, judgementOf } from './judge.js'
import { indexLaw, type LawIndex } from './law-index.js'
import type { Position } from './position.js'
import { answeredOn, byPosition, editionWith, mayChange, ownersOf, questionsOfLaw, type Answered } from './positions.js'

/** The law with the questions answered that positions answer. */
export class AnsweredLaws {
  readonly #words: LawIndex
  readonly #positions: readonly Position[]
  readonly #jurisdictions: readonly string[] | undefined
  readonly #laws = new Map<string, LawIndex>()

  constructor(words: LawIndex, { positions = [], jurisdictions }: Pick<Query, 'positions' | 'jurisdictions'>) {
    this.#words = words
    this.#positions = positions
    this.#jurisdictions = jurisdictions
  }

  /** Days on which a position begins or ends to hold. */
  get turns(): Day[] {
    return this.#positions.flatMap(({ from, until }) => [from ?? [], until ?? []].flat())
  }

  get hasAnswersForOne(): boolean {
    return this.#positions.some(({ inchikey }) => inchikey !== undefined)
  }

  /** Rules, lists and gaps that have a question answered on some day, for some structure. */
  get owners(): ReadonlySet<string> {
    const always = this.#positions.map(({ from: _, until: __, inchikey: ___, ...position }) => position)
    return ownersOf(answeredOn(always, this.#questions, ''))
  }

  /**
   * The law as it is for one structure on a day. `key` is the same for the same answers, whoever gives them; `owners`
   * are the rules, lists and gaps that have a question answered; `jurisdictions` those that have one, of those asked
   * about.
   */
  on(asOf: Day, inchikey: string | null) {
    const answered = answeredOn(this.#positions, this.#questions, asOf, inchikey)
    const key = JSON.stringify([...answered].map(([place, { covers }]) => [place, covers]).sort())
    const law = remembered(this.#laws, key, () => indexLaw(editionWith(this.#words.edition, answered)))
    const jurisdictions = this.#questions
      .filter(({ places }) => places.some(({ id }) => answered.has(id)))
      .map((question) => question.jurisdiction)
      .filter((code) => this.#jurisdictions?.includes(code) ?? true)
    return { key, answered, owners: ownersOf(answered), jurisdictions: [...new Set(jurisdictions)], law }
  }

  get #questions() {
    return questionsOfLaw(this.#words.edition)
  }
}

/** A judgement by the words of the law, with the answers of the jurisdictions that have a question answered. */
export function withAnswers(words: Judgement, answering: Judgement, answered: Answered): Judgement {
  const jurisdictions = words.jurisdictions.map((j) => {
    const own = answering.jurisdictions.find(({ code }) => code === j.code)
    return own ? byPosition(j, own, answered) : j
  })
  return judgementOf(jurisdictions)
}

/**
 * Judges one input by the positions that hold on each day.
 * @param judgingBy judges it by the words of some law
 */
export function judgingWith(
  laws: AnsweredLaws,
  words: LawIndex,
  inchikey: string | null,
  judgingBy: (law: LawIndex) => Judging,
): Judging {
  const byWords = judgingBy(words)
  const others = new Map<string, Judging>()
  return {
    on(query) {
      const judgement = byWords.on(query)
      const { key, law, owners, answered } = laws.on(query.asOf, inchikey)
      if (!judgement.jurisdictions.some((j) => mayChange(j, owners))) return judgement
      const other = remembered(others, key, () => judgingBy(law))
      return withAnswers(judgement, other.on(query), answered)
    },
    reaching: () => byWords.reaching(),
  }
}
