import { remembered } from '../remembered.js'
import type { ReadyReader } from '../chem/index.js'
import {
  assess,
  nothingFound,
  withNames,
  type Assessment,
  type Identify,
  type Judged,
  type Judgement,
  type LawIndex,
  type Query,
  AnsweredLaws,
  mayChange,
  withAnswers,
} from '../matching/index.js'
import { SureAnswers, type Screened, type Referral } from '../screen/index.js'
import { LateScreen } from './screens.js'

/** How a question is answered; the answers are the same. */
export interface Means {
  /** Whether the engine may answer, instead of RDKit for every structure. */
  readonly engine: boolean
  /** Whether answers need near misses, which only RDKit gives. */
  readonly nearMisses?: boolean
  /** Structures that are known to come; without it, they are counted as they come. */
  readonly expected?: number
}

/** How far a structure was looked at. */
export type Look =
  /** Certainly uncontrolled; `why` it had to be looked at closely, if not. */
  | { readonly is: 'cleared'; readonly formula: string }
  /** Conditions alone do not clear it; not yet looked at closely. */
  | { readonly is: 'unclear'; readonly text: string; readonly screened: Screened }
  | { readonly is: 'certain'; readonly judged: Judged; readonly why: Referral | null }
  /** Left to RDKit. */
  | { readonly is: 'open'; readonly screened: Screened | null; readonly why: Referral | null }

/** One question about structures: what some law says of them on a day. It chooses between the engine and RDKit. */
export class Asked {
  readonly #screen: LateScreen
  readonly #positions: ByPositions | null
  #nothing: Judgement | null = null

  constructor(
    readonly reader: ReadyReader,
    readonly law: LawIndex,
    readonly query: Query,
    readonly means: Means,
  ) {
    this.#screen = new LateScreen(law, query, () => [query], means.expected)
    this.#positions = query.positions?.length ? new ByPositions(this) : null
  }

  /** The judgement of a structure that nothing covers. */
  get nothing(): Judgement {
    return (this.#nothing ??= nothingFound(this.law, this.query))
  }

  /** Gives memory back; what is asked later is answered all the same. */
  free(): void {
    this.#screen.free()
    this.#positions?.free()
  }

  /** A structure as the engine reads it; null where RDKit alone answers. */
  read(text: string): Screened | null {
    const { engine, nearMisses = false } = this.means
    return engine && !nearMisses ? (this.#screen.next()?.read(text) ?? null) : null
  }

  /**
   * What conditions alone say of a structure: they clear nearly all.
   * @param isUnclear whether it was looked at before, and not cleared
   */
  glance(text: string, isUnclear = false): Look {
    const screened = this.read(text)
    if (!screened) return unseen
    return !isUnclear && screened.clears()
      ? { is: 'cleared', formula: screened.formula }
      : { is: 'unclear', text, screened }
  }

  /** What can be said without RDKit of a structure that conditions do not clear. */
  examine(look: Look): Exclude<Look, { is: 'unclear' }> {
    if (look.is !== 'unclear') return look
    const { text, screened } = look
    const why = screened.referral()
    if (why === null) return { is: 'cleared', formula: screened.formula }
    const byWords = screened.judged()
    if (!byWords) return { is: 'open', screened, why }
    const { formula, names } = screened
    const judgement = this.#positions ? this.#positions.certain(text, byWords) : byWords
    return judgement
      ? { is: 'certain', judged: { judgement, formula, names }, why }
      : { is: 'open', screened: null, why }
  }

  /** The judgement of a structure, if it needs no RDKit; null if it does. */
  surely(text: string): Judgement | null {
    const look = this.examine(this.glance(text))
    return look.is === 'cleared' ? this.nothing : look.is === 'certain' ? look.judged.judgement : null
  }

  /**
   * The answer for a SMILES or mol block. Never throws for bad input.
   * @param named id of a recorded substance that the input names, and whose structure the text is
   * @param look how far the text was looked at before
   */
  async answer(text: string, identify: Identify, named: string | null = null, look?: Look): Promise<Assessment> {
    const seen = this.examine(look ?? (named === null ? this.glance(text) : unseen))
    const judged = this.#judged(text, named, seen)
    if (judged) return withNames(this.reader, text, judged, identify)
    const hints = seen.is === 'open' ? seen.screened : null
    const answer = assess(await this.reader(), this.law, text, this.query, {
      identify,
      ...(hints && { hints }),
      ...(named !== null && { named }),
    })
    if (!this.#positions || answer.kind !== 'judged') return answer
    const judgement = await this.#positions.of(text, named, answer.judgement)
    if (judgement === answer.judgement) return answer
    return withNames(this.reader, text, { judgement, formula: answer.structure.formula, names: null }, identify)
  }

  #judged(text: string, named: string | null, seen: Exclude<Look, { is: 'unclear' }>): Judged | null {
    if (seen.is === 'certain') return seen.judged
    if (seen.is === 'cleared') return { judgement: this.nothing, formula: seen.formula, names: null }
    if (seen.screened || !this.means.engine || this.#positions) return null
    return SureAnswers.of(this.law).judged(text, this.query, named)
  }
}

const unseen: Look = { is: 'open', screened: null, why: null }

/** How an answer by the words of the law changes with the positions of whoever asks. */
class ByPositions {
  readonly #laws: AnsweredLaws
  /** By the places that are answered, and how. */
  readonly #asked = new Map<string, Asked>()
  readonly #forAll: ReturnType<ByPositions['variantFor']>
  /** What has a question answered for some structure, if there are answers for one structure. */
  readonly #ownersForOne: ReadonlySet<string>

  constructor(private readonly byWords: Asked) {
    this.#laws = new AnsweredLaws(byWords.law, byWords.query)
    this.#forAll = this.variantFor(null)
    this.#ownersForOne = this.#laws.hasAnswersForOne ? this.#laws.owners : new Set()
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
      ? this.variantFor((await this.byWords.reader()).namesOf(text).inchikey)
      : this.#forAll
    if (!judgement.jurisdictions.some((j) => mayChange(j, owners))) return judgement
    const again = await asked.answer(text, 'none', named)
    return again.kind === 'judged' ? withAnswers(judgement, again.judgement, answered) : judgement
  }

  free(): void {
    for (const asked of this.#asked.values()) asked.free()
  }

  /** The law with some questions answered, asked only about structures whose answer may change. */
  private variantFor(inchikey: string | null) {
    const { reader, query, means } = this.byWords
    const { positions: _, ...others } = query
    const { expected: _expected, ...own } = means
    const { key, law, jurisdictions, owners, answered } = this.#laws.on(query.asOf, inchikey)
    const asked = remembered(this.#asked, key, () => new Asked(reader, law, { ...others, jurisdictions }, own))
    return { asked, owners, answered }
  }
}
