import { isMolBlock, UnreadableStructure, type ReadyReader } from '../chem/index.js'
import type { ResolvedInput } from '../identifiers/index.js'
import {
  AnsweredLaws,
  daysOfAllLaw,
  historyBy,
  historyOf,
  historyOfNamed,
  historyOfNothing,
  judging,
  judgingWith,
  mayChange,
  noHints,
  type JurisdictionHistory,
  type LawIndex,
  type Query,
} from '../matching/index.js'
import { foldHistories } from '../sets/index.js'
import type { Means } from './law-question.js'
import { answerTo, type NoSubstance, type NotRead } from './meaning.js'
import { LateScreen } from './screens.js'

export type HistoryAnswer = Followed | NoSubstance | NotRead

interface Followed {
  readonly kind: 'history'
  readonly histories: JurisdictionHistory[]
}

/** RDKit follows a structure through all days in the time in which it judges this many on one. */
const judgements = 10

/** Every change in what some law says of structures. It chooses between the engine and RDKit. */
export class HistoryQuestion {
  readonly #reader: ReadyReader
  readonly #law: LawIndex
  readonly #query: Omit<Query, 'asOf'>
  /** A structure that it clears is uncontrolled on every day. */
  readonly #screen: LateScreen | null
  readonly #answered: AnsweredLaws | null
  #nothing: JurisdictionHistory[] | null = null

  constructor(reader: ReadyReader, law: LawIndex, given: Omit<Query, 'asOf'>, { engine, expected = 0 }: Means) {
    const { positions, ...query } = given
    this.#reader = reader
    this.#law = law
    this.#query = query
    this.#answered = positions?.length ? new AnsweredLaws(law, given) : null
    const days = () => daysOfAllLaw(law, query).map((asOf) => ({ ...query, asOf }))
    this.#screen = engine ? new LateScreen(law, query, days, expected * judgements) : null
  }

  /** The history for what an input means. */
  about(meaning: ResolvedInput): Promise<HistoryAnswer> {
    return answerTo<Followed>(meaning, {
      structure: async (text, named) => {
        const found = await this.#byWords(text, named)
        return found.kind === 'history' ? this.#byPositions(text, named, found) : found
      },
      recorded: (substance) => followed(historyOfNamed(substance, this.#law, this.#query)),
      tooMany: (count) => ({ kind: 'no substance', failure: { code: 'too-many', count } }),
      set: (members) => followed(foldHistories(members.map(({ answer, ...own }) => ({ ...own, ...answer })))),
    })
  }

  async #byWords(text: string, named: string | null): Promise<HistoryAnswer> {
    const reading = this.#read(text)
    if (reading && (reading.clears() || reading.referral() === null))
      return followed((this.#nothing ??= historyOfNothing(this.#law, this.#query)))
    const certain = reading?.certainly((sure) => historyOf(sure, this.#law, this.#query, named, reading))
    if (certain) return followed(certain)
    const reader = await this.#reader()
    try {
      return reader.read(text, (structure) =>
        followed(historyOf(structure, this.#law, this.#query, named, reading ?? undefined)),
      )
    } catch (error) {
      if (error instanceof UnreadableStructure) return { kind: 'unreadable', problem: error.problem }
      throw error
    }
  }

  /** The history with the questions of the law answered, if it has any that are. */
  async #byPositions(text: string, named: string | null, words: Followed): Promise<HistoryAnswer> {
    const laws = this.#answered
    const owners = laws?.owners
    if (!laws || !words.histories.some(({ chapters }) => chapters.some((c) => mayChange(c, owners!)))) return words
    const reader = await this.#reader()
    const inchikey = laws.hasAnswersForOne ? reader.namesOf(text).inchikey : null
    return reader.read(text, (structure) =>
      followed(
        historyBy(
          this.#law,
          this.#query,
          judgingWith(laws, this.#law, inchikey, (law) => judging(structure, law, noHints, named)),
          laws.turns,
        ),
      ),
    )
  }

  #read(text: string) {
    const drawing = drawingIn(text)
    if (drawing === null || !this.#screen) return null
    return this.#screen.next(judgements)?.read(drawing) ?? null
  }
}

const followed = (histories: JurisdictionHistory[]): Followed => ({ kind: 'history', histories })

/** Longer lines are left to RDKit, which reports what is wrong with them. */
const longestLine = 10_000

/** The structure on a line without the name after it; null if it contains more than a SMILES. */
function drawingIn(text: string): string | null {
  if (isMolBlock(text)) return text
  if (text.length > longestLine || text.includes('\n')) return null
  const parts = /^(\S+)(?:[ \t]+([^|].*)?)?$/.exec(text.trim())
  return parts ? parts[1]! : null
}
