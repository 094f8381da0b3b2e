import type { Names } from '../../chem/index.js'
import {
  answerTo,
  isEmpty,
  isInchi,
  type Resolver,
  type Lookup,
  type Resolved,
  type Warning,
} from '../../identifiers/index.js'
import { withNames, type Hints, type Identify, type Judgement, type Query } from '../../matching/index.js'
import { alsoNameWords, type Answer, type InputRef } from '../../report/index.js'
import type { BatchRecord } from '../input/batch-record.js'
import { reported, type IsFile } from './what-to-try.js'

export interface BatchResult {
  readonly ref: InputRef
  readonly record: BatchRecord
  readonly assessment: Answer
  readonly lookup: Lookup | null
  readonly warnings: readonly Warning[]
}

/** The verdict on a record, and its formula, if decided without RDKit. */
export interface Judged {
  readonly judgement: Judgement
  readonly formula: string
  /** Names of a recorded substance; null if RDKit gives them. */
  readonly names: Names | null
}

/** How records are read. */
export interface ReadOptions {
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

/** Judges records one by one with one reader. No content of a record ends the run. */
export class Judge {
  /** Cached answers for recorded substances, which an inventory repeats. */
  readonly #recorded = new Map<string, Answer>()

  constructor(
    readonly resolver: Resolver,
    readonly query: Query,
    readonly options: ReadOptions,
  ) {}

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
   * @param index position among all inputs of the run, counted from 1
   * @param resolved what its identifiers mean; null for a record that has none
   * @param hints of the screen, which has just read the record; null if there are none
   */
  async judge(
    record: BatchRecord,
    index: number,
    resolved: Resolved | null = null,
    hints: Hints | null = null,
    identify = this.options.identify,
  ): Promise<BatchResult> {
    const given = resolved?.input ?? record.text
    const assessment = await this.#assess(record, resolved, hints, identify)
    const tooLong = assessment.kind === 'unreadable' && assessment.problem.code === 'too-long'
    const input = tooLong && given.length > echoed ? `${given.slice(0, echoed)}...` : given
    return { ref: { index, id: idOf(record, index), input }, record, assessment, ...found(resolved) }
  }

  /** A record whose verdict and formula the screen knows for certain. */
  async judged(
    record: BatchRecord,
    index: number,
    resolved: Resolved | null,
    judged: Judged,
    identify = this.options.identify,
  ): Promise<BatchResult> {
    const assessment = await withNames(() => this.resolver.reader(), record.text, judged, identify)
    return { ref: { index, id: idOf(record, index), input: record.text }, record, assessment, ...found(resolved) }
  }

  async #assess(
    record: BatchRecord,
    resolved: Resolved | null,
    hints: Hints | null,
    identify: Identify,
  ): Promise<Answer> {
    if (record.problem) return { kind: 'unreadable', problem: record.problem }
    const meaning = resolved?.meaning ?? { kind: 'structure', text: record.text, lookup: null, orName: false }
    const key = meaning.kind === 'structure' && meaning.lookup?.substance ? JSON.stringify(meaning.lookup) : null
    const known = key === null ? undefined : this.#recorded.get(key)
    if (known) return known
    const answer = answerTo(meaning, this.resolver, await this.resolver.reader(), this.query, {
      identify,
      ...(hints && { hints }),
    })
    if (key !== null && answer.kind !== 'no substance') this.#recorded.set(key, answer)
    const drawn = meaning.kind === 'structure' && meaning.lookup === null
    if (
      answer.kind === 'judged' &&
      drawn &&
      this.options.lookUp === false &&
      this.resolver.names.isAlsoSmiles(record.text)
    ) {
      return { kind: 'unreadable', problem: { code: 'not-a-structure', message: alsoNameWords, position: null } }
    }
    const input = resolved?.input ?? record.text
    return reported(answer, meaning, input, this.resolver.law, this.query, this.options.isFile)
  }
}

function found(resolved: Resolved | null): Pick<BatchResult, 'lookup' | 'warnings'> {
  const meaning = resolved?.meaning
  return {
    lookup: meaning === undefined || meaning.kind === 'unreadable' ? null : meaning.lookup,
    warnings: resolved?.warnings ?? [],
  }
}

/** What follows the structure on the line of a record; null for a record with fields. */
function titleOf({ name, identifiers, fields }: BatchRecord): string | null {
  return identifiers === undefined && fields.length === 0 ? name : null
}

export function idOf(record: BatchRecord, index: number): string {
  return record.name ?? `row-${index}`
}
