import { type BatchRecord, Tally } from '../batch/index.js'
import { selectedJurisdictions, checkQuery, type Identify, type LawIndex, type Query } from '../matching/index.js'
import type { RunInfo } from '../report/index.js'
import { withCodes, type Question } from './question.js'
import type { Harmful } from '../workers/index.js'
import { sharedEdition, ThreadPool } from '../workers/threads.js'
import type { RowsSetup } from './judges.js'
import type { HistoryWork, RowsDone, RowsWork, ThreadSetup } from './thread.js'

export interface AnswerOptions {
  /** Whether a structure may be a name, number or InChI instead (default true). */
  readonly lookUp?: boolean
  /** See `GivenIdentifiers`. */
  readonly mixed?: boolean
  /** Adds near misses and rules set aside. */
  readonly explain: boolean
  /** Which structures get canonical SMILES and InChIKey. */
  readonly identify: Identify
  /** Whether days that records give are ignored. */
  readonly ignoreDates?: boolean
}

export interface ServiceOptions {
  readonly law: LawIndex
  readonly workers: number
  /** The file of the code of a thread. */
  readonly thread: string
  /** Time limit for one structure in ms; null for none. */
  readonly rowMs: number | null
  /** How an answer was made. */
  readonly runOf: (query: Query) => RunInfo
  /** The question with which the process was started, on the current day. */
  readonly preset: () => { readonly query: Query; readonly manner: AnswerOptions }
  readonly today: () => string
}

export interface Rows {
  readonly bytes: Buffer
  readonly tally: Tally
}

/** Records per task: few enough to share evenly among threads. */
const together = 250

/** Answers questions on threads, for long-running processes. A structure that harms threads is unreadable. */
export class Service {
  readonly law: LawIndex
  readonly #options: ServiceOptions
  #pool: ThreadPool
  #order = 0
  #day: string
  #before = 0

  private constructor(options: ServiceOptions) {
    const { query } = options.preset()
    checkQuery(options.law, query)
    this.law = options.law
    this.#options = options
    this.#pool = poolFor(options)
    this.#day = query.asOf
  }

  /**
   * @throws {UnknownName} if the preset names law that the edition does not have
   * @throws {Error} if the threads cannot load what they need
   */
  static async start(options: ServiceOptions): Promise<Service> {
    const service = new Service(options)
    await service.#warm(service.#pool)
    return service
  }

  get preset(): Query {
    return this.#options.preset().query
  }

  /** @throws {UnknownName} for a day or jurisdiction that does not exist */
  query(question: Question): Query {
    const { future: _, ...preset } = this.preset
    const query = { ...preset, ...withCodes(question) } as Query
    checkQuery(this.law, query)
    return query.asOf > this.#options.today() ? { ...query, future: true } : query
  }

  /** How answers to a query are made. */
  run(query: Query): RunInfo {
    return this.#options.runOf(query)
  }

  /** Threads replaced because a structure crashed them or took too long. */
  get replaced(): number {
    return this.#before + this.#pool.replaced
  }

  /**
   * NDJSON rows in the order of the records, byte for byte those of `batch`.
   * @param from.index position of the first record among all inputs
   * @param from.signal cancels the work and rejects the promise
   */
  async rows(
    records: readonly BatchRecord[],
    query: Query,
    manner: AnswerOptions,
    { index = 1, signal = null }: { readonly index?: number; readonly signal?: AbortSignal | null } = {},
  ): Promise<Rows> {
    const setup = setupOf(this.#options, query, manner)
    const pieces: Promise<RowsDone>[] = []
    for (let at = 0; at < records.length; at += together) {
      const own = records.slice(at, at + together)
      pieces.push(this.#rows(this.#pool, { kind: 'rows', setup, records: own, index: index + at }, signal))
    }
    const done = await Promise.all(pieces)
    const tally = new Tally()
    for (const piece of done) tally.merge(piece.tally)
    return { bytes: Buffer.concat(done.map(({ bytes }) => bytes)), tally }
  }

  /** The history of a substance, as `history --json` writes it; null if it exceeds the work limit. */
  async history(input: string, query: Query): Promise<Record<string, unknown> | null> {
    const work: HistoryWork = { kind: 'history', input, query, run: this.run(query) }
    const task = ({ crashed, late }: Harmful) => (crashed.length > 0 || late.length > 0 ? null : { work: { work } })
    const text = await this.#pool.run<string>(this.#order++, task)
    return text === null ? null : (JSON.parse(text) as Record<string, unknown>)
  }

  /** On a new day, starts threads with the preset of that day; the old ones finish their work. */
  async renew(): Promise<void> {
    const { asOf } = this.#options.preset().query
    if (asOf === this.#day) return
    this.#day = asOf
    const old = this.#pool
    const pool = poolFor(this.#options)
    await this.#warm(pool)
    this.#pool = pool
    this.#before += old.replaced
    await old.drain()
  }

  /** Ends the threads when all questions are answered. */
  finish(): Promise<void> {
    return this.#pool.drain()
  }

  close(): Promise<void> {
    return this.#pool.close()
  }

  /** Waits until a thread can answer the preset question. */
  async #warm(pool: ThreadPool): Promise<void> {
    try {
      await this.#rows(pool, { kind: 'rows', setup: presetOf(this.#options), records: [], index: 1 }, null)
    } catch (error) {
      await pool.close()
      throw error
    }
  }

  async #rows(pool: ThreadPool, work: RowsWork, signal: AbortSignal | null): Promise<RowsDone> {
    const task = (harmful: Harmful) => ({ work: { work: { ...work, harmful } } })
    const done = await pool.run<RowsDone>(this.#order++, task, signal)
    return done!
  }
}

function poolFor(options: ServiceOptions): ThreadPool {
  const { law, workers, thread, rowMs } = options
  const workerData: ThreadSetup = { edition: sharedEdition(law.edition), preset: presetOf(options) }
  return new ThreadPool({ workers, file: thread, workerData, itemMs: rowMs })
}

function presetOf(options: ServiceOptions): RowsSetup {
  const { query, manner } = options.preset()
  return setupOf(options, query, manner)
}

function setupOf(
  { law, runOf, today }: ServiceOptions,
  query: Query,
  { lookUp = true, mixed = false, explain, identify, ignoreDates = false }: AnswerOptions,
): RowsSetup {
  return {
    format: 'ndjson',
    query,
    run: runOf(query),
    explain,
    identify,
    lookUp,
    mixed,
    only: null,
    today: today(),
    ignoreDates,
    jurisdictions: selectedJurisdictions(law, query).map((j) => j.jurisdiction.code),
    files: null,
  }
}
