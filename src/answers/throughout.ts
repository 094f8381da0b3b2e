import { isMolBlock, UnreadableStructure, type Problem, type ReadyReader } from '../chem/index.js'
import { memberFailure, namedBy, type Failure, type ResolvedInput, type ResolvedSet } from '../identifiers/index.js'
import { mostMembers } from '../limits.js'
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
import type { Means } from './asked.js'
import { LateScreen } from './screens.js'

export type HistoryAnswer =
  | Followed
  | { readonly kind: 'no substance'; readonly failure: Failure }
  | { readonly kind: 'unreadable'; readonly problem: Problem }

interface Followed {
  readonly kind: 'history'
  readonly histories: JurisdictionHistory[]
}

/** RDKit follows a structure through all days in the time in which it judges this many on one. */
const judgements = 10

/** Every change in what some law says of structures. It chooses between the engine and RDKit. */
export class AskedThroughout {
  readonly #reader: ReadyReader
  readonly #law: LawIndex
  readonly #query: Omit<Query, 'asOf'>
  /** A structure that it clears is uncontrolled on every day. */
  readonly #screen: LateScreen | null
  readonly #answered: AnsweredLaws | null
  #nothing: JurisdictionHistory[] | null = null

  constructor(reader: ReadyReader, law: LawIndex, asked: Omit<Query, 'asOf'>, { engine, expected = 0 }: Means) {
    const { positions, ...query } = asked
    this.#reader = reader
    this.#law = law
    this.#query = query
    this.#answered = positions?.length ? new AnsweredLaws(law, asked) : null
    const days = () => daysOfAllLaw(law, query).map((asOf) => ({ ...query, asOf }))
    this.#screen = engine ? new LateScreen(law, query, days, expected * judgements) : null
  }

  async about(meaning: ResolvedInput): Promise<HistoryAnswer> {
    if (meaning.kind === 'unreadable') return { kind: 'no substance', failure: meaning.failure }
    if (meaning.kind === 'recorded')
      return { kind: 'history', histories: historyOfNamed(meaning.lookup.substance, this.#law, this.#query) }
    if (meaning.kind === 'set') return this.#aboutSet(meaning)
    const { text } = meaning
    const named = namedBy(meaning.lookup)
    const found = await this.#byWords(text, named)
    return found.kind === 'history' ? this.#byPositions(text, named, found) : found
  }

  async #byWords(text: string, named: string | null): Promise<HistoryAnswer> {
    const reading = this.#read(text)
    if (reading && (reading.clears() || reading.referral() === null))
      return { kind: 'history', histories: (this.#nothing ??= historyOfNothing(this.#law, this.#query)) }
    const certain = reading?.certainly((sure) => historyOf(sure, this.#law, this.#query, named, reading))
    if (certain) return { kind: 'history', histories: certain }
    const reader = await this.#reader()
    try {
      return reader.read(text, (structure) => ({
        kind: 'history',
        histories: historyOf(structure, this.#law, this.#query, named, reading ?? undefined),
      }))
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
    return reader.read(text, (structure) => ({
      kind: 'history',
      histories: historyBy(
        this.#law,
        this.#query,
        judgingWith(laws, this.#law, inchikey, (law) => judging(structure, law, noHints, named)),
        laws.turns,
      ),
    }))
  }

  async #aboutSet({ count, members }: ResolvedSet): Promise<HistoryAnswer> {
    if (count > mostMembers) return { kind: 'no substance', failure: { code: 'too-many', count } }
    const followed = []
    for (const [i, { label, choices, meaning }] of members.entries()) {
      const found = await this.about(meaning)
      if (found.kind !== 'history')
        return {
          kind: 'no substance',
          failure: memberFailure(i, members, found.kind === 'unreadable' ? found.problem : found.failure),
        }
      followed.push({ label, choices, histories: found.histories })
    }
    return { kind: 'history', histories: foldHistories(followed) }
  }

  #read(text: string) {
    const drawing = drawingIn(text)
    if (drawing === null || !this.#screen) return null
    return this.#screen.next(judgements)?.read(drawing) ?? null
  }
}

/** Longer lines are left to RDKit, which reports what is wrong with them. */
const longestLine = 10_000

/** The structure on a line without the name after it; null if it contains more than a SMILES. */
function drawingIn(text: string): string | null {
  if (isMolBlock(text)) return text
  if (text.length > longestLine || text.includes('\n')) return null
  const parts = /^(\S+)(?:[ \t]+([^|].*)?)?$/.exec(text.trim())
  return parts ? parts[1]! : null
}
