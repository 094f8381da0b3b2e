import { isMolBlock, UnreadableStructure, type Problem } from '../../chem/index.js'
import type { Lookup, ResolvedInput, Resolver } from '../../identifiers/index.js'
import {
  daysOfAllLaw,
  historyOfNothing,
  type JurisdictionHistory,
  type LawIndex,
  type Query,
} from '../../matching/index.js'
import { notRecordedHint, type InputRef } from '../../report/index.js'
import { Screen, type Reading } from '../../screen/index.js'
import { historyOfInput } from '../judge/one-history.js'
import type { BatchRecord } from '../input/batch-record.js'
import { idOf } from '../output/result.js'

type UndatedQuery = Omit<Query, 'asOf'>

/** Making a screen takes half a second, in which RDKit follows this many structures. */
const worthScreen = 10

/** The history of a record, or why it has none. */
export interface RecordHistory {
  readonly ref: InputRef
  readonly lookup: Lookup | null
  /** The structure that was followed; null if there is none. */
  readonly text: string | null
  readonly found:
    | { readonly histories: JurisdictionHistory[]; readonly problem: null }
    | { readonly histories: null; readonly problem: Problem }
}

/** Histories of inputs, one by one: from the screen if it is certain, otherwise from RDKit. */
export class Timelines {
  readonly #resolver: Resolver
  readonly #query: UndatedQuery
  readonly #nothing: JurisdictionHistory[]
  /** Undefined until worth making; null if there is none. */
  #screen: Screen | null | undefined
  #made = 0

  constructor(resolver: Resolver, query: UndatedQuery, screen: boolean) {
    this.#resolver = resolver
    this.#query = query
    this.#nothing = historyOfNothing(resolver.law, query)
    if (!screen) this.#screen = null
  }

  /** @param index position among all inputs, from 1 */
  async of(record: BatchRecord, index: number): Promise<RecordHistory> {
    const { text, identifiers, problem } = record
    const ref = { index, id: idOf(record, index), input: text }
    if (problem) return { ref, lookup: null, text: null, found: { histories: null, problem } }
    const { meaning, input } = await this.#resolver.resolve({ ...identifiers, structure: text })
    const found = await this.#found(meaning)
    return {
      ref: { ...ref, input },
      lookup: meaning.kind === 'unreadable' ? null : meaning.lookup,
      text: meaning.kind === 'structure' ? meaning.text : null,
      found:
        found instanceof UnreadableStructure
          ? { histories: null, problem: withHint(found.problem, meaning) }
          : { histories: found, problem: null },
    }
  }

  async #found(meaning: ResolvedInput): Promise<JurisdictionHistory[] | UnreadableStructure> {
    const reading = this.#read(meaning)
    if (reading && (reading.clears() || reading.referral() === null)) return this.#nothing
    return historyOfInput(meaning, this.#resolver, this.#query, reading)
  }

  #read(meaning: ResolvedInput): Reading | null {
    const drawing = meaning.kind === 'structure' ? drawingIn(meaning.text) : null
    if (drawing === null) return null
    if (this.#screen === undefined && ++this.#made > worthScreen)
      this.#screen = screenOfAllDays(this.#resolver.law, this.#query)
    return this.#screen?.read(drawing) ?? null
  }
}

/** A structure that it clears is uncontrolled on every day. */
function screenOfAllDays(law: LawIndex, query: UndatedQuery): Screen {
  const [first, ...others] = daysOfAllLaw(law, query).map((asOf) => ({ ...query, asOf }))
  return new Screen(law, first!, others)
}

/** An input that is neither a structure nor a recorded name is reported as not recorded, too. */
function withHint(problem: Problem, meaning: ResolvedInput): Problem {
  return meaning.kind === 'structure' && !meaning.lookup
    ? { ...problem, message: `${problem.message}; ${notRecordedHint}` }
    : problem
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
