import type { Reader } from '../../chem/index.js'
import { Resolver, type Resolved } from '../../identifiers/index.js'
import type { Edition } from '../../law/index.js'
import { nothingFound, type Identify, type Judgement, type Query } from '../../matching/index.js'
import { mostHeld, Screen, type Reading, type Referral } from '../../screen/index.js'
import type { ChunkJudges, Done, Task } from './chunk-task.js'
import { asDeadRecord } from './dead-record.js'
import { indexedLaw } from './indexed-law.js'
import { isWritten, type RowFilter } from '../output/row-filter.js'
import type { BatchRecord } from '../input/batch-record.js'
import { idOf, Judge, type BatchResult, type Judged } from '../output/result.js'
import { RowWriter, type RowPlace, type RowSetup } from '../output/row-writer.js'
import { Screening } from '../output/screening.js'
import { smilesRecords } from '../input/smiles-file.js'
import { Tally } from '../output/tally.js'
import { EventLoopTurns } from '../turns.js'

export interface ChunkJudgeSetup extends RowSetup {
  readonly query: Query
  readonly identify: Identify
  /** Whether the input may be a name, number or InChI instead of a structure; true if not given. */
  readonly lookUp?: boolean
  readonly screen: boolean
  readonly only: RowFilter | null
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

/** A chunk and how far its records have come. */
interface Work {
  readonly task: Task
  /** Receives the position of the current record. */
  readonly at: Int32Array | undefined
  readonly records: readonly BatchRecord[]
  readonly resolved: readonly (Resolved | null)[]
  /** Whether the screen can read each record. */
  readonly screened: readonly boolean[]
  readonly found: Found[]
  /** Of the records screened so far; see `Done`. */
  readonly formulas: (string | null)[]
  /** Of records that conditions do not clear, until they are examined. */
  readonly readings: Map<number, Reading>
  readonly referred: Map<number, Referral>
  /** When it was begun, in milliseconds. */
  readonly begun: number
}

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

  /** @param resolver what other judges of the same edition use as well */
  constructor(
    start: () => Promise<Reader>,
    edition: Edition,
    setup: ChunkJudgeSetup,
    resolver = new Resolver(indexedLaw(edition), start),
  ) {
    const { law } = resolver
    this.#setup = setup
    this.#judge = new Judge(resolver, setup.query, setup)
    // Near misses come from the full path only.
    this.#screen = setup.screen && !setup.explain ? new Screen(law, setup.query) : null
    this.#nothing = nothingFound(law, setup.query)
    this.#writer = new RowWriter(setup, this.#nothing)
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

  async #judged(task: Task, at?: Int32Array): Promise<Done> {
    await this.#turns.take()
    this.#writer.bytes.begin()
    const work = await this.#begun(task, at)
    let judged = 0
    for (let i = 0; i < work.records.length; i++) {
      this.#clear(work, i)
      // Before their graphs are used for others, so that none is read twice.
      if (work.readings.size < mostHeld && i < work.records.length - 1) continue
      judged = await this.#finish(work, judged, i + 1)
      if (judged <= i || isLate(work)) break
    }
    return this.#written(work, judged)
  }

  async #begun(task: Task, at?: Int32Array): Promise<Work> {
    const { chunk, died } = task
    const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
    const resolved = await this.#resolved(records, died, at)
    return {
      task,
      at,
      records,
      resolved,
      screened: records.map((record, i) => !died.includes(i) && this.#isSmiles(record, resolved[i]!)),
      found: records.map(() => open),
      formulas: [],
      readings: new Map(),
      referred: new Map(),
      begun: performance.now(),
    }
  }

  /** Clears a record by conditions alone, unless it was screened before; what they do not clear is left as a reading. */
  #clear(work: Work, i: number): void {
    const { task, records, resolved, screened, found, formulas, readings } = work
    begin(work, i)
    const before = task.cleared?.[i]
    const reading = screened[i] && typeof before !== 'string' ? this.#screen!.read(records[i]!.text) : null
    const formula = before ?? (before === undefined && reading?.clears() ? reading.formula : null)
    formulas.push(formula)
    if (formula !== null) found[i] = this.#cleared(formula, resolved[i]!)
    else if (reading) readings.set(i, reading)
  }

  /** Judges the records between two positions that are not cleared; returns how far it came in time. */
  async #finish(work: Work, from: number, to: number): Promise<number> {
    const { task, records, resolved, found, readings, referred } = work
    for (const [i, reading] of readings) {
      begin(work, i)
      found[i] = this.#screened(reading, resolved[i]!, (why) => referred.set(i, why))
    }
    readings.clear()
    for (let i = from; i < to; i++) {
      const own = found[i]!
      if (own.is === 'cleared') continue
      if (i > 0 && isLate(work)) return i
      await this.#turns.take()
      begin(work, i)
      const record = task.died.includes(i) ? asDeadRecord(records[i]!) : records[i]!
      found[i] = { is: 'done', result: await this.#finished(record, task.index + i, own, resolved[i]!) }
    }
    return to
  }

  /** Writes the rows of the records that are judged. */
  #written({ task, records, screened, found, formulas, referred }: Work, judged: number): Done {
    const { chunk, index } = task
    const place = { source: chunk.source, layout: chunk.kind === 'records' ? chunk.layout : null }
    const tally = new Tally(this.#nothing)
    const screening = new Screening()
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

  async close(): Promise<void> {
    this.#screen?.free()
  }

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
    if (this.#screen === null || problem !== null || this.#judge.resolver.names.isAlsoSmiles(text)) return false
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

function begin({ at }: Work, i: number): void {
  if (at) at[0] = i
}

function isLate({ task, at, begun }: Work): boolean {
  return at?.[1] === 1 || performance.now() - begun > (task.mostMs ?? Infinity)
}
