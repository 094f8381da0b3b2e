import type { Reader } from '../chem/index.js'
import { nothingFound, type Identify, type Judgement, type LawIndex, type Query } from '../matching/index.js'
import { recordWords } from '../report/index.js'
import { Screen } from '../screen/index.js'
import type { Chunk } from './chunk.js'
import { isWritten, type Only } from './only.js'
import type { BatchRecord } from './record.js'
import { idOf, Judge } from './result.js'
import { RowWriter, type RowSetup } from './row-writer.js'
import { Screening, type ScreeningData } from './screening.js'
import { smilesRecords } from './smiles-file.js'
import { Tally, type TallyData } from './tally.js'

export interface DeskSetup extends RowSetup {
  readonly query: Query
  readonly identify: Identify
  readonly screen: boolean
  readonly only: Only | null
}

export interface Task {
  readonly chunk: Chunk
  /** Position of its first record among all inputs, from 1. */
  readonly index: number
  /** Records, by place in the chunk, on which a worker died: they are unreadable, and not tried again. */
  readonly died: readonly number[]
}

export interface Done {
  readonly rows: Uint8Array<ArrayBuffer>
  readonly tally: TallyData
  readonly screening: ScreeningData
}

/** Whoever judges chunks: this thread or others. */
export interface Desks {
  judge(task: Task): Promise<Done>
  close(): Promise<void>
}

/** Judges chunks and writes their rows: the whole of the work on one thread. */
export class Desk implements Desks {
  readonly #setup: DeskSetup
  readonly #judge: Judge
  readonly #screen: Screen | null
  readonly #writer: RowWriter
  readonly #nothing: Judgement

  constructor(start: () => Promise<Reader>, law: LawIndex, setup: DeskSetup) {
    this.#setup = setup
    this.#judge = new Judge(start, law, setup.query, setup.identify)
    // Near misses come from the full path alone.
    this.#screen = setup.screen && !setup.explain ? new Screen(law, setup.query) : null
    this.#nothing = nothingFound(law, setup.query)
    this.#writer = new RowWriter(setup, this.#nothing)
  }

  /** @param at tells which record is in hand, for whoever must know if this thread dies of it */
  async judge({ chunk, index, died }: Task, at?: Int32Array): Promise<Done> {
    const tally = new Tally(this.#nothing)
    const screening = new Screening()
    this.#screen?.sentBy.clear()
    this.#writer.bytes.clear()
    const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
    const place = { source: chunk.source, columns: chunk.kind === 'records' ? chunk.columns : null }
    const writesClean = isWritten('uncontrolled', this.#setup.only)
    for (let i = 0; i < records.length; i++) {
      const record = records[i]!
      const cleared = !died.includes(i) && this.#clears(record, screening)
      if (cleared && this.#setup.identify !== 'all') {
        tally.addCleared()
        if (writesClean) this.#writer.writeCleared({ ref: { index: index + i, id: idOf(record, index + i), input: record.text }, record }, this.#screen!.formula, place)
        continue
      }
      if (at) at[0] = i
      const result = cleared
        ? await this.#judge.judged(record, index + i, this.#nothing, this.#screen!.formula)
        : await this.#judge.judge(died.includes(i) ? dead(record) : record, index + i, this.#screen)
      tally.add(result.assessment)
      if (isWritten(result.assessment.kind === 'judged' ? result.assessment.judgement.verdict : 'unreadable', this.#setup.only)) this.#writer.write(result, place)
    }
    const rules = [...(this.#screen?.sentBy ?? [])]
    return { rows: this.#writer.bytes.take(), tally: tally.data, screening: { ...screening.data, rules } }
  }

  async close(): Promise<void> {}

  #clears(record: BatchRecord, screening: Screening): boolean {
    if (!this.#screen) return false
    this.#screen.forget()
    if (record.problem !== null || this.#judge.isName(record.text) || record.text.includes('\n')) return false
    const referral = this.#screen.refer(record.text)
    if (referral === null) screening.cleared++
    else screening.refer(referral)
    return referral === null
  }
}

function dead(record: BatchRecord): BatchRecord {
  return { ...record, problem: { code: 'engine-failure', message: recordWords.died, position: null } }
}
