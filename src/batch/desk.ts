import type { Reader } from '../chem/index.js'
import { uniform, type Edition } from '../law/index.js'
import { indexLaw, nothingFound, type Identify, type Judgement, type Query } from '../matching/index.js'
import { recordWords } from '../report/index.js'
import { Screen } from '../screen/index.js'
import type { Chunk } from './chunk.js'
import { isWritten, type Only } from './only.js'
import type { BatchRecord } from './record.js'
import { idOf, Judge, type BatchResult, type Judged } from './result.js'
import { RowWriter, type RowPlace, type RowSetup } from './row-writer.js'
import { Screening, type Referred, type ScreeningData } from './screening.js'
import { smilesRecords } from './smiles-file.js'
import { Tally, type TallyData } from './tally.js'
import { Turns } from './turns.js'

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
  /** Time after which the rows are handed on that are done; without it all of the chunk is judged. */
  readonly mostMs?: number
  /** What the screen found of the records, where they were left over from a larger chunk; see `Done`. */
  readonly cleared?: Cleared | null
}

/** For each record the formula, where the screen cleared it at first sight; null for the others. */
export type Cleared = readonly (string | null)[]

export interface Done {
  /** Records judged: fewer than the chunk has where they take long, so that no work of more than a moment waits to be written. */
  readonly judged: number
  /** Of the records after those, so that the screen is not asked again; null where there are none. */
  readonly cleared: Cleared | null
  readonly rows: Uint8Array<ArrayBuffer>
  readonly tally: TallyData
  readonly screening: ScreeningData
}

/** Whoever judges chunks: this thread or others. */
export interface Desks {
  judge(task: Task): Promise<Done>
  /** Takes back the memory of rows that nobody reads any more. */
  reuse(memory: ArrayBuffer): void
  close(): Promise<void>
}

/** What is found of a record: its formula where the screen clears it, what the law says where no RDKit was needed for that, or its result. */
type Found = string | Judged | BatchResult

/** Judges chunks and writes their rows: the whole of the work on one thread. */
export class Desk implements Desks {
  readonly #setup: DeskSetup
  readonly #judge: Judge
  readonly #screen: Screen | null
  readonly #writer: RowWriter
  readonly #nothing: Judgement
  #before: Promise<unknown> = Promise.resolve()
  /** On the main thread nothing else is heard while records are judged: no write ends, no journal is kept. */
  readonly #turns = new Turns()

  constructor(start: () => Promise<Reader>, edition: Edition, setup: DeskSetup) {
    const law = indexLaw(uniform(edition))
    this.#setup = setup
    this.#judge = new Judge(start, law, setup.query, setup.identify)
    // Near misses come from the full path alone.
    this.#screen = setup.screen && !setup.explain ? new Screen(law, setup.query) : null
    this.#nothing = nothingFound(law, setup.query)
    this.#writer = new RowWriter(setup, this.#nothing)
  }

  /**
   * First the records are cleared that conditions clear, then the screen looks closer at the others, then RDKit is asked
   * of those left, then rows are written: each kind of work finds its code and tables at hand, which it does not where
   * records take turns at all of it.
   * @param at tells which record is in hand, for whoever must know if this thread dies of it
   */
  judge(task: Task, at?: Int32Array): Promise<Done> {
    const done = this.#before.then(() => this.#judged(task, at))
    this.#before = done.catch(() => {})
    return done
  }

  async #judged(
    { chunk, index, died, mostMs = Infinity, cleared: before = null }: Task,
    at?: Int32Array,
  ): Promise<Done> {
    await this.#turns.take()
    const tally = new Tally(this.#nothing)
    const screening = new Screening()
    this.#writer.bytes.begin()
    const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
    const place = { source: chunk.source, columns: chunk.kind === 'records' ? chunk.columns : null }
    const screened = records.map((record, i) => !died.includes(i) && this.#isSmiles(record))
    const formulas: Cleared =
      before ?? records.map(({ text }, i) => (screened[i] && this.#screen!.clears(text) ? this.#screen!.formula : null))
    const found = formulas.map((formula, i): Found | null =>
      screened[i] && formula !== null ? this.#cleared(formula) : null,
    )
    const referred = new Map<number, Referred>()
    records.forEach((record, i) => {
      if (screened[i] && found[i] === null) found[i] = this.#screened(record, (why) => referred.set(i, why))
    })
    let judged = records.length
    const begun = performance.now()
    for (let i = 0; i < records.length; i++) {
      if (typeof found[i] === 'string') continue
      if (i > 0 && performance.now() - begun > mostMs) {
        judged = i
        break
      }
      await this.#turns.take()
      if (at) at[0] = i
      found[i] = await this.#finished(
        died.includes(i) ? dead(records[i]!) : records[i]!,
        index + i,
        found[i] as Judged | null,
      )
    }
    for (let i = 0; i < judged; i++) {
      this.#write(records[i]!, index + i, found[i] as string | BatchResult, tally, place)
      const why = referred.get(i)
      if (why) screening.refer(why)
      else if (screened[i]) screening.cleared++
    }
    const cleared = judged < records.length ? formulas.slice(judged) : null
    return { judged, cleared, rows: this.#writer.take(), tally: tally.data, screening: screening.data }
  }

  reuse(memory: ArrayBuffer): void {
    this.#writer.bytes.reuse(memory)
  }

  async close(): Promise<void> {}

  /** What can be said without RDKit of a record that conditions do not clear; null where nothing can. */
  #screened(record: BatchRecord, refer: (why: Referred) => void): Found | null {
    const screen = this.#screen!
    const referral = screen.refer(record.text)
    if (referral !== null) {
      refer({ why: referral, by: screen.sender })
      const judgement = screen.judged()
      return judgement && { judgement, formula: screen.formula }
    }
    return this.#cleared(screen.formula)
  }

  #cleared(formula: string): Found {
    return this.#setup.identify === 'all' ? { judgement: this.#nothing, formula } : formula
  }

  /** Whether the screen can be asked: it knows nothing but SMILES. */
  #isSmiles({ problem, text }: BatchRecord): boolean {
    return this.#screen !== null && problem === null && !this.#judge.isName(text) && !text.includes('\n')
  }

  #finished(record: BatchRecord, index: number, found: Judged | null): Promise<BatchResult> {
    if (found) return this.#judge.judged(record, index, found)
    if (!this.#isSmiles(record)) return this.#judge.judge(record, index)
    this.#screen!.recall(record.text)
    return this.#judge.judge(record, index, this.#screen)
  }

  #write(record: BatchRecord, index: number, found: string | BatchResult, tally: Tally, place: RowPlace): void {
    if (typeof found === 'string') {
      tally.addCleared()
      if (isWritten('uncontrolled', this.#setup.only))
        this.#writer.writeCleared({ ref: { index, id: idOf(record, index), input: record.text }, record }, found, place)
      return
    }
    tally.add(found.assessment)
    if (
      isWritten(
        found.assessment.kind === 'judged' ? found.assessment.judgement.verdict : 'unreadable',
        this.#setup.only,
      )
    )
      this.#writer.write(found, place)
  }
}

function dead(record: BatchRecord): BatchRecord {
  return { ...record, problem: { code: 'engine-failure', message: recordWords.died, position: null } }
}
