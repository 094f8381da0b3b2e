import { LawQuestion, type ScreenResult, type Means, type MeaningAnswer } from '../../answers/index.js'
import { isEmpty, isInchi, type Resolved, type ResolvedInput, type Resolver } from '../../identifiers/index.js'
import type { Identify, Query } from '../../matching/index.js'
import type { Answer } from '../../report/index.js'
import type { BatchRecord } from '../input/batch-record.js'
import { idOf, type BatchResult } from '../output/result.js'
import { reported, type IsFile } from '../output/what-to-try.js'

export interface ReadOptions extends Means {
  readonly identify: Identify
  /** Whether the input may be a name, number or InChI instead of a structure; true if not given. */
  readonly lookUp?: boolean
  /** See `GivenIdentifiers`. */
  readonly mixed?: boolean
  /** If given, problems with inputs that are not recorded names say what to try. */
  readonly isFile?: IsFile
}

/** Characters echoed in a result of an input too long to read. */
const echoed = 200

/** Judges records one by one under one question. No content of a record ends the run. */
export class RecordJudge {
  readonly question: LawQuestion
  /** Cached answers for recorded substances, which an inventory repeats. */
  readonly #recorded = new Map<string, MeaningAnswer>()

  constructor(
    readonly resolver: Resolver,
    query: Query,
    readonly options: ReadOptions,
  ) {
    this.question = new LawQuestion(resolver.reader, resolver.law, query, options)
  }

  /** Whether a record has anything to resolve besides its structure. */
  hasIdentifiers(record: BatchRecord): boolean {
    const { text, identifiers } = record
    return identifiers !== undefined || this.resolver.mayBeNamed(text, titleOf(record), this.options)
  }

  /** Whether resolving it may be slow. */
  hasInchi({ text, identifiers }: BatchRecord): boolean {
    return isInchi(text) || (identifiers?.inchi !== undefined && isEmpty(text))
  }

  resolve(record: BatchRecord): Promise<Resolved> {
    const { text, identifiers } = record
    const { lookUp = true, mixed = false } = this.options
    return this.resolver.resolve({ ...identifiers, structure: text, title: titleOf(record), lookUp, mixed })
  }

  /**
   * Whether its text is the structure to judge, and nothing else.
   * @param resolved what its identifiers mean; null for a record that has none, or whose InChI is not read yet
   */
  isDrawing(record: BatchRecord, resolved: Resolved | null, hasIdentifiers = this.hasIdentifiers(record)): boolean {
    const { problem, text } = record
    if (problem !== null) return false
    if (resolved === null && hasIdentifiers) return false
    // Where names are looked up, a text that is also a name has identifiers.
    const mayBeName = resolved !== null || this.options.lookUp === false
    if (mayBeName && this.resolver.names.isAlsoSmiles(text)) return false
    const meaning = resolved?.meaning ?? null
    return meaning === null || (meaning.kind === 'structure' && meaning.lookup === null && meaning.text === text)
  }

  /** The formula of a drawing that the engine clears; null for others. */
  cleared(record: BatchRecord): string | null {
    if (!this.isDrawing(record, null)) return null
    const result = this.question.judgeOnEngine(this.question.screen(record.text))
    return result.is === 'cleared' ? result.formula : null
  }

  /**
   * @param index position among all inputs of the run, counted from 1
   * @param resolved what its identifiers mean; null for a record that has none
   * @param before how far the engine came with its drawing
   */
  async answer(
    record: BatchRecord,
    index: number,
    resolved: Resolved | null = null,
    before?: ScreenResult,
    identify = this.options.identify,
  ): Promise<BatchResult> {
    const given = resolved?.input ?? record.text
    const meaning = resolved?.meaning ?? drawingOf(record)
    const assessment: Answer = record.problem
      ? { kind: 'unreadable', problem: record.problem }
      : await this.#assess(record, meaning, given, before, identify)
    const tooLong = assessment.kind === 'unreadable' && assessment.problem.code === 'too-long'
    const input = tooLong && given.length > echoed ? `${given.slice(0, echoed)}...` : given
    const lookup = meaning.kind === 'unreadable' ? null : meaning.lookup
    const warnings = resolved?.warnings ?? []
    // What follows the first word of a name is no title.
    const id = given === `${record.text} ${record.name}` ? `row-${index}` : idOf(record, index)
    return { ref: { index, id, input }, record, assessment, lookup, warnings }
  }

  async #assess(
    record: BatchRecord,
    meaning: ResolvedInput,
    given: string,
    before: ScreenResult | undefined,
    identify: Identify,
  ): Promise<Answer> {
    const { lookUp, isFile } = this.options
    const answer = await this.#about(meaning, before, identify)
    const isDrawn = meaning.kind === 'structure' && meaning.lookup === null
    // PCP is a name: a batch that looks up no names must not judge it as a structure.
    if (answer.kind === 'judged' && isDrawn && lookUp === false && this.resolver.names.isAlsoSmiles(record.text))
      return { kind: 'unreadable', problem: { code: 'not-a-structure', message: alsoNameWords, position: null } }
    return reported(answer, meaning, given, this.resolver.law, this.question.query, isFile)
  }

  async #about(meaning: ResolvedInput, before: ScreenResult | undefined, identify: Identify): Promise<MeaningAnswer> {
    const isRecorded = meaning.kind === 'structure' && meaning.lookup?.substance
    const key = isRecorded ? JSON.stringify(meaning.lookup) : null
    const known = key === null ? undefined : this.#recorded.get(key)
    if (known) return known
    const answer = await this.question.about(meaning, this.resolver.names, identify, before)
    if (key !== null) this.#recorded.set(key, answer)
    return answer
  }
}

function drawingOf({ text }: BatchRecord): ResolvedInput {
  return { kind: 'structure', text, lookup: null, orName: false }
}

/** The rest of a line after its first word, where that may belong to a name; null for a record with fields. */
export function titleOf({ name, named, identifiers, fields }: BatchRecord): string | null {
  return identifiers === undefined && fields.length === 0 && !named ? name : null
}

const alsoNameWords = 'it is a recorded name that is also valid SMILES for something else; names were not looked up'
