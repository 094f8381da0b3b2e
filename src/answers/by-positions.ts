import type { ReadyReader } from '../chem/index.js'
import {
  AnsweredLaws,
  mayChange,
  withAnswers,
  type AnsweredLaw,
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
interface Variant extends AnsweredLaw {
  readonly asked: Answering
}

/** How an answer by the words of the law changes with the positions of whoever asks. */
export class ByPositions {
  readonly #reader: ReadyReader
  readonly #laws: AnsweredLaws
  readonly #query: Query
  readonly #ask: (law: LawIndex, query: Query) => Answering
  /** By the places that are answered, and how. */
  readonly #asked = new Map<string, Answering>()
  readonly #forAll: Variant
  readonly #ownersForOne: ReadonlySet<string>

  constructor(reader: ReadyReader, law: LawIndex, query: Query, ask: (law: LawIndex, query: Query) => Answering) {
    this.#reader = reader
    this.#laws = new AnsweredLaws(law, query)
    this.#query = query
    this.#ask = ask
    this.#forAll = this.#variantFor(null)
    this.#ownersForOne = this.#laws.ownersForOne
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
    for (const asked of this.#asked.values()) asked.free()
  }

  #variantFor(inchikey: string | null): Variant {
    const { positions: _, ...query } = this.#query
    const found = this.#laws.on(query.asOf, inchikey)
    let asked = this.#asked.get(found.key)
    if (!asked)
      this.#asked.set(found.key, (asked = this.#ask(found.law, { ...query, jurisdictions: found.jurisdictions })))
    return { ...found, asked }
  }
}
