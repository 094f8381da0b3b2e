import type { ReadyReader } from '../chem/index.js'
import {
  answeredOn,
  byPosition,
  editionWith,
  indexLaw,
  mayChange,
  ownersOf,
  questionsOfLaw,
  strongestOf,
  type Answered,
  type Assessment,
  type Identify,
  type Judgement,
  type LawIndex,
  type Query,
} from '../matching/index.js'

/** What answers structures under a variant of the law. */
interface Answering {
  /** The judgement, if it needs no RDKit. */
  surely(text: string): Judgement | null
  answer(text: string, identify: Identify, named: string | null): Promise<Assessment>
  free(): void
}

/** The law with some questions answered, asked only about structures whose answer may change. */
interface Variant {
  readonly answered: Answered
  /** Rules, lists and gaps that have a question answered. */
  readonly owners: ReadonlySet<string>
  readonly asked: Answering
}

/** How an answer by the words of the law changes with the positions of whoever asks. */
export class ByPositions {
  readonly #reader: ReadyReader
  readonly #law: LawIndex
  readonly #query: Query
  readonly #ask: (law: LawIndex, query: Query) => Answering
  /** By the places that are answered, and how. */
  readonly #variants = new Map<string, Variant>()
  readonly #forAll: Variant
  /** Rules, lists and gaps about which there is a position on one structure. */
  readonly #ownersForOne: ReadonlySet<string>

  constructor(reader: ReadyReader, law: LawIndex, query: Query, ask: (law: LawIndex, query: Query) => Answering) {
    this.#reader = reader
    this.#law = law
    this.#query = query
    this.#ask = ask
    this.#forAll = this.#variantFor(null)
    const forOne = query.positions!.filter(({ inchikey }) => inchikey !== undefined)
    this.#ownersForOne = ownersOf(
      answeredOn(
        forOne.map(({ inchikey: _, ...p }) => p),
        this.#questions,
        query.asOf,
      ),
    )
  }

  get #questions() {
    return questionsOfLaw(this.#law.edition)
  }

  /** The judgement with positions, if it needs no RDKit; null if it does. */
  certain(text: string, judgement: Judgement): Judgement | null {
    if (judgement.jurisdictions.some((j) => mayChange(j, this.#ownersForOne))) return null
    const { asked, owners, answered } = this.#forAll
    if (!judgement.jurisdictions.some((j) => mayChange(j, owners))) return judgement
    const again = asked.surely(text)
    return again && withAnswers(judgement, again, answered)
  }

  /**
   * The judgement with positions.
   * @param named id of a recorded substance that the input names, and whose structure the text is
   */
  async of(text: string, named: string | null, judgement: Judgement): Promise<Judgement> {
    const isForOne = judgement.jurisdictions.some((j) => mayChange(j, this.#ownersForOne))
    const { asked, owners, answered } = isForOne
      ? this.#variantFor((await this.#reader()).namesOf(text).inchikey)
      : this.#forAll
    if (!judgement.jurisdictions.some((j) => mayChange(j, owners))) return judgement
    const again = await asked.answer(text, 'none', named)
    return again.kind === 'judged' ? withAnswers(judgement, again.judgement, answered) : judgement
  }

  free(): void {
    for (const { asked } of this.#variants.values()) asked.free()
  }

  #variantFor(inchikey: string | null): Variant {
    const { positions, ...query } = this.#query
    const answered = answeredOn(positions!, this.#questions, query.asOf, inchikey)
    const key = JSON.stringify([...answered].map(([place, { covers }]) => [place, covers]).sort())
    const known = this.#variants.get(key)
    // Who holds a position may differ where the answers are the same.
    if (known) return { ...known, answered }
    const law = indexLaw(editionWith(this.#law.edition, answered))
    const jurisdictions = this.#questions
      .filter(({ places }) => places.some(({ id }) => answered.has(id)))
      .map((question) => question.jurisdiction)
      .filter((code) => query.jurisdictions?.includes(code) ?? true)
    const variant = {
      answered,
      owners: ownersOf(answered),
      asked: this.#ask(law, { ...query, jurisdictions: [...new Set(jurisdictions)] }),
    }
    this.#variants.set(key, variant)
    return variant
  }
}

/** @param answering of the jurisdictions that have a question answered */
function withAnswers(words: Judgement, answering: Judgement, answered: Answered): Judgement {
  const jurisdictions = words.jurisdictions.map((j) => {
    const own = answering.jurisdictions.find(({ code }) => code === j.code)
    return own ? byPosition(j, own, answered) : j
  })
  return { verdict: strongestOf(jurisdictions.map((j) => j.verdict)), jurisdictions }
}
