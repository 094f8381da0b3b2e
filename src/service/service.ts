import { type BatchRecord, Tally } from '../batch/index.js'
import { selectedJurisdictions, checkQuery, type Identify, type LawIndex, type Query } from '../matching/index.js'
import type { RunInfo } from '../report/index.js'
import { withCodes, type Question } from './question.js'
import { Threads, type ThreadsOptions, type RowsDone, type RowsSetup } from './threads.js'

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

export interface ServiceOptions extends Omit<ThreadsOptions, 'edition' | 'preset'> {
  readonly law: LawIndex
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

/** Answers questions about structures on threads, for long-running processes. */
export class Service {
  readonly law: LawIndex
  readonly #options: ServiceOptions
  #threads: Threads
  #day: string
  #before = 0

  private constructor(options: ServiceOptions, threads: Threads, day: string) {
    this.law = options.law
    this.#options = options
    this.#threads = threads
    this.#day = day
  }

  /** @throws {UnknownName} if the preset names law that the edition does not have */
  static async start(options: ServiceOptions): Promise<Service> {
    const { query } = options.preset()
    checkQuery(options.law, query)
    return new Service(options, await startThreads(options), query.asOf)
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
    return this.#before + this.#threads.replaced
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
    const threads = this.#threads
    for (let at = 0; at < records.length; at += together)
      pieces.push(
        threads.rows({ kind: 'rows', setup, records: records.slice(at, at + together), index: index + at }, signal),
      )
    const done = await Promise.all(pieces)
    const tally = new Tally()
    for (const piece of done) tally.merge(piece.tally)
    return { bytes: Buffer.concat(done.map(({ bytes }) => bytes)), tally }
  }

  /** The history of a substance, as `history --json` writes it; null if it exceeds the work limit. */
  async history(input: string, query: Query): Promise<Record<string, unknown> | null> {
    const text = await this.#threads.history({ kind: 'history', input, query, run: this.run(query) })
    return text === null ? null : (JSON.parse(text) as Record<string, unknown>)
  }

  /** On a new day, starts threads with the preset of that day; the old ones finish their work. */
  async renew(): Promise<void> {
    const { asOf } = this.#options.preset().query
    if (asOf === this.#day) return
    this.#day = asOf
    const old = this.#threads
    this.#threads = await startThreads(this.#options)
    this.#before += old.replaced
    await old.drain()
  }

  /** Ends the threads when all questions are answered. */
  async finish(): Promise<void> {
    await this.#threads.drain()
  }

  async close(): Promise<void> {
    await this.#threads.close()
  }
}

function startThreads(options: ServiceOptions): Promise<Threads> {
  const { query, manner } = options.preset()
  return Threads.start({ ...options, edition: options.law.edition, preset: [setupOf(options, query, manner)] })
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
