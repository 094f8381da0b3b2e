import type { Reader } from '../../chem/index.js'
import type { Resolved } from '../../identifiers/index.js'
import type { Edition } from '../../law/index.js'
import { nothingFound, type Identify, type Judgement, type Query } from '../../matching/index.js'
import { mostHeld, Screen, type Reading, type Referral } from '../../screen/index.js'
import type { Chunk } from '../input/chunk.js'
import type { ComparedCounts } from '../compare/compare-setup.js'
import { asDeadRecord } from './dead-record.js'
import { inchiReader } from './inchi-reader.js'
import { indexedLaw } from './indexed-law.js'
import { isWritten, type RowFilter } from '../output/row-filter.js'
import type { BatchRecord } from '../input/batch-record.js'
import { idOf, Judge, type BatchResult, type Judged } from '../output/result.js'
import { RowWriter, type RowPlace, type RowSetup } from '../output/row-writer.js'
import { Screening, type ScreeningData } from '../output/screening.js'
import { smilesRecords } from '../input/smiles-file.js'
import { Tally, type TallyData } from '../output/tally.js'
import { EventLoopTurns } from '../turns.js'
import type { VerifyCounts } from '../verify/verify-setup.js'

export interface ChunkJudgeSetup extends RowSetup {
  readonly query: Query
  readonly identify: Identify
  /** Whether the input may be a name, number or InChI instead of a structure. */
  readonly lookUp: boolean
  readonly screen: boolean
  readonly only: RowFilter | null
}

export interface Task {
  readonly chunk: Chunk
  /** Position of its first record among all inputs, from 1. */
  readonly index: number
  /** Records, by position in the chunk, that crashed a worker: reported as unreadable and not tried again. */
  readonly died: readonly number[]
  /** After this time the finished rows are returned; without it the whole chunk is judged. */
  readonly mostMs?: number
  /** Screen results of the records, where they remain from a larger chunk; see `Done`. */
  readonly cleared?: ClearedFormulas | null
}

/** For each record, as far as they were screened, the formula if conditions cleared it; otherwise null. */
export type ClearedFormulas = readonly (string | null)[]

export interface Done {
  /** Records judged: fewer than the chunk has if they are slow, so that only a moment's work waits to be written. */
  readonly judged: number
  /** Screen results of the remaining records, so that they are not screened twice; null if there are none. */
  readonly cleared: ClearedFormulas | null
  readonly rows: Uint8Array<ArrayBuffer>
  readonly tally: TallyData
  readonly screening: ScreeningData
  /** Set when rows were judged on two sides. */
  readonly compared?: ComparedCounts
  /** Queries under which records with expectations were judged. */
  readonly queries?: readonly Query[]
  /** Set when earlier results were re-checked. */
  readonly verified?: VerifyCounts
}

/** Judges chunks, on this thread or on others. */
export interface ChunkJudges {
  judge(task: Task): Promise<Done>
  /** Returns the buffer of rows that are no longer read. */
  reuse(memory: ArrayBuffer): void
  close(): Promise<void>
}

/** What is known of a record so far. */
type Found =
  /** The screen clears it. */
  | { readonly is: 'cleared'; readonly formula: string }
  /** The screen is certain what the law says. */
  | { readonly is: 'certain'; readonly judged: Judged }
  /** Left to RDKit, with the screen's hints if it could read the record. */
  | { readonly is: 'open'; readonly reading: Reading | null }
  | { readonly is: 'done'; readonly result: BatchResult }

/** Judges chunks and writes their rows: all the work of one thread. */
export class ChunkJudge implements ChunkJudges {
  readonly #setup: ChunkJudgeSetup
  readonly #judge: Judge
  readonly #screen: Screen | null
  readonly #writer: RowWriter
  readonly #nothing: Judgement
  #before: Promise<unknown> = Promise.resolve()
  /** While records are judged, the main thread handles nothing else: no write completes, no journal is updated. */
  readonly #turns = new EventLoopTurns()

  constructor(start: () => Promise<Reader>, edition: Edition, setup: ChunkJudgeSetup) {
    const law = indexedLaw(edition)
    this.#setup = setup
    this.#judge = new Judge(start, law, setup.query, {
      identify: setup.identify,
      lookUp: setup.lookUp,
      inchi: inchiReader(),
    })
    // Near misses come from the full path only.
    this.#screen = setup.screen && !setup.explain ? Screen.ifMemory(law, setup.query) : null
    this.#nothing = nothingFound(law, setup.query)
    this.#writer = new RowWriter(setup, this.#nothing)
  }

  /** Whether the engine had no room for the screen that was asked for. */
  get lacksScreen(): boolean {
    return this.#screen === null && this.#setup.screen && !this.#setup.explain
  }

  /**
   * Works in passes: conditions clear records, the screen examines some dozen of the rest, RDKit judges what remains of
   * these, then rows are written. One kind of work at a time keeps its code and tables in cache.
   * @param at receives the position of the current record, so that it is known if it crashes this thread
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
    const place = { source: chunk.source, layout: chunk.kind === 'records' ? chunk.layout : null }
    const resolved = await this.#resolved(records, died, at)
    const screened = records.map((record, i) => !died.includes(i) && this.#isSmiles(record, resolved[i]!))
    const readings = new Map<number, Reading>()
    const begin = (i: number) => {
      if (at) at[0] = i
    }
    const formulas: (string | null)[] = []
    const referred = new Map<number, Referral>()
    const found: Found[] = records.map(() => open)
    const begun = performance.now()
    /** Judges the records before a position that are not cleared; how far it came in time. */
    const finish = async (from: number, to: number): Promise<number> => {
      for (const [i, reading] of readings) {
        begin(i)
        found[i] = this.#screened(reading, resolved[i]!, (why) => referred.set(i, why))
      }
      readings.clear()
      for (let i = from; i < to; i++) {
        const own = found[i]!
        if (own.is === 'cleared') continue
        if (i > 0 && performance.now() - begun > mostMs) return i
        await this.#turns.take()
        begin(i)
        const record = died.includes(i) ? asDeadRecord(records[i]!) : records[i]!
        found[i] = { is: 'done', result: await this.#finished(record, index + i, own, resolved[i]!) }
      }
      return to
    }
    let judged = 0
    for (const [i, { text }] of records.entries()) {
      begin(i)
      const known = before?.[i]
      const formula = known === undefined ? (screened[i] ? this.#clear(text, i, readings) : null) : known
      formulas.push(formula)
      if (formula !== null) found[i] = this.#cleared(formula, resolved[i]!)
      else if (known === null && screened[i]) readings.set(i, this.#screen!.read(text))
      // Before their graphs are used for others, so that none is read twice.
      if (readings.size < mostHeld && i < records.length - 1) continue
      judged = await finish(judged, i + 1)
      if (judged <= i || performance.now() - begun > mostMs) break
    }
    for (let i = 0; i < judged; i++) {
      this.#write(records[i]!, index + i, found[i]!, tally, place)
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

  /** Resolves identifiers, record by record; InChIs, which may be slow, are left until their record is judged. */
  async #resolved(records: readonly BatchRecord[], died: readonly number[], at?: Int32Array) {
    const resolved: (Resolved | null)[] = []
    for (const [i, record] of records.entries()) {
      const has = record.problem === null && !died.includes(i) && this.#judge.hasIdentifiers(record)
      if (!has || this.#judge.hasInchi(record)) {
        resolved.push(null)
        continue
      }
      await this.#turns.take()
      if (at) at[0] = i
      resolved.push(await this.#judge.resolve(record))
    }
    return resolved
  }

  /** The formula, if conditions alone clear the text; otherwise its reading is kept. */
  #clear(text: string, i: number, readings: Map<number, Reading>): string | null {
    const reading = this.#screen!.read(text)
    if (reading.clears()) return reading.formula
    readings.set(i, reading)
    return null
  }

  /** What can be said without RDKit about a record that conditions do not clear. */
  #screened(reading: Reading, resolved: Resolved | null, refer: (why: Referral) => void): Found {
    const referral = reading.referral()
    if (referral === null) return this.#cleared(reading.formula, resolved)
    refer(referral)
    const judgement = reading.judged()
    return judgement
      ? { is: 'certain', judged: { judgement, formula: reading.formula, names: reading.names } }
      : { is: 'open', reading }
  }

  #cleared(formula: string, resolved: Resolved | null): Found {
    // A warning needs a row of its own.
    const isPlain = this.#setup.identify !== 'all' && !resolved?.warnings.length
    return isPlain ? { is: 'cleared', formula } : this.#certain(formula)
  }

  #certain(formula: string): Found {
    return { is: 'certain', judged: { judgement: this.#nothing, formula, names: null } }
  }

  /** Whether the screen can read it: it reads only SMILES. */
  #isSmiles(record: BatchRecord, resolved: Resolved | null): boolean {
    const { problem, text } = record
    if (this.#screen === null || problem !== null || this.#judge.isName(text)) return false
    if (resolved === null) return !this.#judge.hasIdentifiers(record)
    const { meaning } = resolved
    return meaning.kind === 'structure' && meaning.lookup === null && meaning.text === text
  }

  async #finished(record: BatchRecord, index: number, found: Found, known: Resolved | null): Promise<BatchResult> {
    const inchi = record.problem === null && this.#judge.hasInchi(record)
    const resolved = inchi ? await this.#judge.resolve(record) : known
    if (found.is === 'certain') return this.#judge.judged(record, index, resolved, found.judged)
    return this.#judge.judge(record, index, resolved, found.is === 'open' ? (found.reading?.hints() ?? null) : null)
  }

  #write(record: BatchRecord, index: number, found: Found, tally: Tally, place: RowPlace): void {
    if (found.is === 'cleared') {
      tally.addCleared()
      if (isWritten('uncontrolled', this.#setup.only))
        this.#writer.writeCleared(
          { ref: { index, id: idOf(record, index), input: record.text }, record },
          found.formula,
          place,
        )
      return
    }
    if (found.is !== 'done') return
    const { assessment } = found.result
    tally.add(assessment)
    if (isWritten(assessment.kind === 'judged' ? assessment.judgement.verdict : 'unreadable', this.#setup.only))
      this.#writer.write(found.result, place)
  }
}

/** A record that is not screened. */
const open: Found = { is: 'open', reading: null }
