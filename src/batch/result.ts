import type { Reader } from '../chem/index.js'
import {
  assess,
  withNames,
  type Assessment,
  type Hints,
  type Identify,
  type Judgement,
  type LawIndex,
  type Query,
} from '../matching/index.js'
import { alsoNameWords, type InputRef } from '../report/index.js'
import type { BatchRecord } from './record.js'

export interface BatchResult {
  readonly ref: InputRef
  readonly record: BatchRecord
  readonly assessment: Assessment
}

/** What the law says about a record, and its formula, if decided without RDKit. */
export interface Judged {
  readonly judgement: Judgement
  readonly formula: string
}

/** Whatever reads as SMILES is made up of these; most names are not. */
const likeSmiles = /^(?:\[[^\]]*\]|Cl|Br|[BCNOPSFIbcnops*]|[\d%()=#$:.+\-/\\~])+$/

/** The longest input echoed in a result when it was too long to read. */
const echoed = 200

/** Judges records one after the other on one reader. Nothing that a record holds ends the run. */
export class Judge {
  /** Names that could be read as SMILES, and the length of the longest. */
  readonly #names: ReadonlySet<string>
  readonly #longestName: number
  #reader: Reader | null = null

  /** @param start starts the reader, once the first record needs it */
  constructor(
    readonly start: () => Promise<Reader>,
    readonly law: LawIndex,
    readonly query: Query,
    readonly identify: Identify,
  ) {
    this.#names = new Set(
      law.edition.substances.flatMap((s) => [s.name, ...(s.aliases ?? [])]).filter((name) => likeSmiles.test(name)),
    )
    this.#longestName = Math.max(0, ...[...this.#names].map((name) => name.length))
  }

  /** PCP is a name and also reads as SMILES of something else: a batch must not pass it as that. */
  isName(text: string): boolean {
    return text.length <= this.#longestName && this.#names.has(text)
  }

  /** @param index position among all inputs of the run, counted from 1
   *  @param hints of the screen, which has just read the record; null where there is none */
  async judge(record: BatchRecord, index: number, hints: Hints | null = null): Promise<BatchResult> {
    const assessment = await this.#assess(record, hints)
    const tooLong = assessment.kind === 'unreadable' && assessment.problem.code === 'too-long'
    const input = tooLong && record.text.length > echoed ? `${record.text.slice(0, echoed)}...` : record.text
    return { ref: { index, id: idOf(record, index), input }, record, assessment }
  }

  /** A record of which the screen is certain what the law says, and which formula it has. */
  async judged(record: BatchRecord, index: number, judged: Judged): Promise<BatchResult> {
    const assessment = await withNames(() => this.#started(), record.text, judged, this.identify)
    return { ref: { index, id: idOf(record, index), input: record.text }, record, assessment }
  }

  async #assess(record: BatchRecord, hints: Hints | null): Promise<Assessment> {
    if (record.problem) return { kind: 'unreadable', problem: record.problem }
    const assessment = assess(await this.#started(), this.law, record.text, this.query, {
      identify: this.identify,
      ...(hints && { hints }),
    })
    if (assessment.kind === 'judged' && this.isName(record.text)) {
      return { kind: 'unreadable', problem: { code: 'not-a-structure', message: alsoNameWords, position: null } }
    }
    return assessment
  }

  async #started(): Promise<Reader> {
    this.#reader ??= await this.start()
    await this.#reader.ready()
    return this.#reader
  }
}

export function idOf(record: BatchRecord, index: number): string {
  return record.name ?? `row-${index}`
}
