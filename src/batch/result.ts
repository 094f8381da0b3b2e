import { assess, type Assessment, type LawIndex, type Query } from '../matching/index.js'
import type { Reader } from '../chem/index.js'
import { alsoNameWords, type InputRef } from '../report/index.js'
import type { BatchRecord } from './record.js'

export interface BatchResult {
  readonly ref: InputRef
  readonly record: BatchRecord
  readonly assessment: Assessment
}

/** The longest input echoed in a result when it was too long to read. */
const echoed = 200

/** Judges records one after the other on one reader. Nothing that a record holds ends the run. */
export class Judge {
  readonly #names: ReadonlySet<string>

  constructor(
    readonly reader: Reader,
    readonly law: LawIndex,
    readonly query: Query,
    readonly identify: boolean,
  ) {
    this.#names = new Set(law.edition.substances.flatMap((s) => [s.name, ...(s.aliases ?? [])]))
  }

  /** @param index position among all inputs of the run, counted from 1 */
  async judge(record: BatchRecord, index: number): Promise<BatchResult> {
    await this.reader.ready()
    const assessment = this.#assess(record)
    const tooLong = assessment.kind === 'unreadable' && assessment.problem.code === 'too-long'
    const input = tooLong && record.text.length > echoed ? `${record.text.slice(0, echoed)}...` : record.text
    return { ref: { index, id: record.name ?? `row-${index}`, input }, record, assessment }
  }

  #assess(record: BatchRecord): Assessment {
    if (record.problem) return { kind: 'unreadable', problem: record.problem }
    const assessment = assess(this.reader, this.law, record.text, this.query, { alwaysIdentify: this.identify })
    // PCP is a name and also reads as SMILES of something else: a batch must not pass it as that.
    if (assessment.kind === 'judged' && this.#names.has(record.text)) {
      return { kind: 'unreadable', problem: { code: 'not-a-structure', message: alsoNameWords, position: null } }
    }
    return assessment
  }
}
