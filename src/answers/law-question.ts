import { remembered } from '../remembered.js'
import type { ReadyReader } from '../chem/index.js'
import type { ResolvedInput, Resolver } from '../identifiers/index.js'
import {
  assess,
  judgeNamed,
  leftOpen,
  nothingFound,
  openStructure,
  withNames,
  AnsweredLaws,
  mayChange,
  withAnswers,
  type Assessment,
  type Identify,
  type Judged,
  type Judgement,
  type LawIndex,
  type Query,
} from '../matching/index.js'
import { SureAnswers, type Screened, type Referral } from '../screen/index.js'
import { countingAs, fold } from '../sets/index.js'
import { withIds } from './finding-ids.js'
import { answerTo } from './meaning.js'
import { membersOf, type JudgedMeaning, type MeaningAnswer } from './members.js'
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

/** How far the engine came with a structure. */
export type ScreenResult =
  /** Certainly uncontrolled; `why` conditions did not show it, if not. */
  | { readonly is: 'cleared'; readonly formula: string }
  /** Conditions alone do not clear it; not yet judged on the engine. */
  | { readonly is: 'unclear'; readonly text: string; readonly screened: Screened }
  | { readonly is: 'certain'; readonly judged: Judged; readonly why: Referral | null }
  /** Left to RDKit. */
  | { readonly is: 'open'; readonly screened: Screened | null; readonly why: Referral | null }

type EngineResult = Exclude<ScreenResult, { readonly is: 'unclear' }>

/** What some law says on a day of a structure, a name or a set. It chooses between the engine and RDKit. */
export class LawQuestion {
  readonly #screen: LateScreen
  readonly #positions: PositionsTaken | null
  #nothing: Judgement | null = null

  constructor(
    readonly reader: ReadyReader,
    readonly law: LawIndex,
    readonly query: Query,
    readonly means: Means,
  ) {
    this.#screen = new LateScreen(law, query, () => [query], means.expected)
    this.#positions = query.positions?.length ? new PositionsTaken(this) : null
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
   * @param isUnclear whether it was screened before, and not cleared
   */
  screen(text: string, isUnclear = false): ScreenResult {
    const screened = this.read(text)
    if (!screened) return unscreened
    return !isUnclear && screened.clears()
      ? { is: 'cleared', formula: screened.formula }
      : { is: 'unclear', text, screened }
  }

  /** What can be said without RDKit of a structure that conditions do not clear. */
  judgeOnEngine(result: ScreenResult): EngineResult {
    if (result.is !== 'unclear') return result
    const { text, screened } = result
    const why = screened.referral()
    if (why === null) return { is: 'cleared', formula: screened.formula }
    const byWords = screened.judged()
    if (!byWords) return { is: 'open', screened, why }
    const { formula, names } = screened
    const judgement = this.#positions ? this.#positions.withoutRdkit(text, byWords) : byWords
    return judgement
      ? { is: 'certain', judged: { judgement, formula, names }, why }
      : { is: 'open', screened: null, why }
  }

  /** The judgement of a structure, if it needs no RDKit; null if it does. */
  withoutRdkit(text: string): Judgement | null {
    const result = this.judgeOnEngine(this.screen(text))
    return result.is === 'cleared' ? this.nothing : result.is === 'certain' ? result.judged.judgement : null
  }

  /**
   * The answer for a SMILES or mol block. Never throws for bad input.
   * @param named id of a recorded substance that the input names, and whose structure the text is
   * @param before how far the engine came with the text before
   */
  async answer(
    text: string,
    identify: Identify,
    named: string | null = null,
    before?: ScreenResult,
  ): Promise<Assessment> {
    const result = this.judgeOnEngine(before ?? (named === null ? this.screen(text) : unscreened))
    const judged = this.#judged(text, named, result)
    if (judged) return withNames(this.reader, text, judged, identify)
    const hints = result.is === 'open' ? result.screened : null
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

  /**
   * The answer for what an input means: a structure, a recorded substance, or a set of these.
   * @param before how far the engine came with its structure before
   */
  async about(
    meaning: ResolvedInput,
    names: Resolver['names'],
    identify: Identify,
    before?: ScreenResult,
  ): Promise<MeaningAnswer> {
    const { law, query } = this
    const judged = (judgement: Judgement) => ({ kind: 'judged', structure: null, judgement }) as const
    const isSet = meaning.kind === 'set'
    const answer = await answerTo<JudgedMeaning>(meaning, {
      structure: async (text, named, orName) => {
        const answer = await this.answer(text, isSet ? 'all' : identify, named, isSet ? undefined : before)
        const failure = answer.kind === 'unreadable' && orName ? names.unknown(text) : null
        return failure ? { kind: 'no substance', failure } : answer
      },
      recorded: (substance) => judged(judgeNamed(substance, law, query)),
      tooMany: (count) => judged(leftOpen(law, query, openStructure('too many members', { count }))),
      set: (answered) => {
        const members = membersOf(answered)
        return { ...judged(fold(members, countingAs(query.setsCountAs))), members }
      },
    })
    return answer.kind === 'judged' ? withIds(answer, meaning) : answer
  }

  #judged(text: string, named: string | null, result: EngineResult): Judged | null {
    if (result.is === 'certain') return result.judged
    if (result.is === 'cleared') return { judgement: this.nothing, formula: result.formula, names: null }
    if (result.screened || !this.means.engine || this.#positions) return null
    return SureAnswers.of(this.law).judged(text, this.query, named)
  }
}

const unscreened: ScreenResult = { is: 'open', screened: null, why: null }

/** How an answer by the words of the law changes with the positions of whoever asks. */
class PositionsTaken {
  readonly #laws: AnsweredLaws
  /** By the places that are answered, and how. */
  readonly #questions = new Map<string, LawQuestion>()
  readonly #forAll: ReturnType<PositionsTaken['variantFor']>
  /** What has a question answered for some structure, if there are answers for one structure. */
  readonly #ownersForOne: ReadonlySet<string>

  constructor(private readonly byWords: LawQuestion) {
    this.#laws = new AnsweredLaws(byWords.law, byWords.query)
    this.#forAll = this.variantFor(null)
    this.#ownersForOne = this.#laws.hasAnswersForOne ? this.#laws.owners : new Set()
  }

  /** The judgement with positions, if it needs no RDKit; null if it does. */
  withoutRdkit(text: string, judgement: Judgement): Judgement | null {
    if (judgement.jurisdictions.some((j) => mayChange(j, this.#ownersForOne))) return null
    const { question, owners, answered } = this.#forAll
    if (!judgement.jurisdictions.some((j) => mayChange(j, owners))) return judgement
    const again = question.withoutRdkit(text)
    return again && withAnswers(judgement, again, answered)
  }

  /**
   * The judgement with positions.
   * @param named id of a recorded substance that the input names, and whose structure the text is
   */
  async of(text: string, named: string | null, judgement: Judgement): Promise<Judgement> {
    const isForOne = judgement.jurisdictions.some((j) => mayChange(j, this.#ownersForOne))
    const { question, owners, answered } = isForOne
      ? this.variantFor((await this.byWords.reader()).namesOf(text).inchikey)
      : this.#forAll
    if (!judgement.jurisdictions.some((j) => mayChange(j, owners))) return judgement
    const again = await question.answer(text, 'none', named)
    return again.kind === 'judged' ? withAnswers(judgement, again.judgement, answered) : judgement
  }

  free(): void {
    for (const question of this.#questions.values()) question.free()
  }

  /** The law with some questions answered, asked only about structures whose answer may change. */
  private variantFor(inchikey: string | null) {
    const { reader, query, means } = this.byWords
    const { positions: _, ...others } = query
    const { expected: _expected, ...shared } = means
    const { key, law, jurisdictions, owners, answered } = this.#laws.on(query.asOf, inchikey)
    const question = remembered(
      this.#questions,
      key,
      () => new LawQuestion(reader, law, { ...others, jurisdictions }, shared),
    )
    return { question, owners, answered }
  }
}
