import type { BatchRecord } from '../batch/input/batch-record.js'
import { Tally } from '../batch/output/tally.js'
import { selectedJurisdictions, checkQuery, type Identify, type LawIndex, type Query } from '../matching/index.js'
import type { RunInfo } from '../report/index.js'
import { withCodes, type Question } from './question.js'
import { Threads, type ThreadsOptions } from './threads.js'
import type { RowsDone, RowsSetup } from './thread-work.js'

/** How answers are given. */
export interface AnswerOptions {
  /** Whether a structure may be a name, number or InChI instead; true if not given. */
  readonly lookUp?: boolean
  /** See `GivenIdentifiers`. */
  readonly mixed?: boolean
  /** Adds near misses and rules set aside. */
  readonly explain: boolean
  /** Of which structures canonical SMILES and InChIKey are given. */
  readonly identify: Identify
}

export interface ServiceOptions extends Omit<ThreadsOptions, 'edition' | 'usual'> {
  readonly law: LawIndex
  /** What an answer says of how it was made. */
  readonly runOf: (query: Query) => RunInfo
  /** The question that most will ask, on the present day. */
  readonly usual: () => { readonly query: Query; readonly manner: AnswerOptions }
  /** The present day. */
  readonly today: () => string
}

export interface Rows {
  readonly bytes: Buffer
  readonly tally: Tally
}

/** Records judged together: few enough that threads share them evenly. */
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

  /** @throws {UnknownName} where the usual question asks for law that the edition does not have */
  static async start(options: ServiceOptions): Promise<Service> {
    const { query } = options.usual()
    checkQuery(options.law, query)
    return new Service(options, await startThreads(options), query.asOf)
  }

  get usual(): Query {
    return this.#options.usual().query
  }

  /** @throws {UnknownName} for a day or jurisdiction that does not exist */
  query(question: Question): Query {
    const { future: _, ...usual } = this.usual
    const query = { ...usual, ...withCodes(question) } as Query
    checkQuery(this.law, query)
    return query.asOf > this.#options.today() ? { ...query, future: true } : query
  }

  /** What answers to a query say of how they were made. */
  run(query: Query): RunInfo {
    return this.#options.runOf(query)
  }

  /** Threads that were replaced, since a structure killed them or took too long. */
  get replaced(): number {
    return this.#before + this.#threads.replaced
  }

  /**
   * NDJSON rows in the order of the records, the bytes that a batch writes.
   * @param from.index position of the first record among all inputs
   * @param from.signal stops the work; the promise is then rejected
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
        threads.rows(
          { kind: 'rows', setup, records: records.slice(at, at + together), index: index + at, died: [] },
          signal,
        ),
      )
    const done = await Promise.all(pieces)
    const tally = new Tally()
    for (const piece of done) tally.merge(piece.tally)
    return { bytes: Buffer.concat(done.map(({ bytes }) => bytes)), tally }
  }

  /** Every change in the standing of a substance, as `history --json` writes it; null where it cannot be worked out. */
  async history(input: string, query: Query): Promise<Record<string, unknown> | null> {
    const text = await this.#threads.history({ kind: 'history', input, query, run: this.run(query) })
    return text === null ? null : (JSON.parse(text) as Record<string, unknown>)
  }

  /** Starts other threads where a new day has come, whose question is then the usual one; the old ones finish their work. */
  async renew(): Promise<void> {
    const { asOf } = this.#options.usual().query
    if (asOf === this.#day) return
    this.#day = asOf
    const old = this.#threads
    this.#threads = await startThreads(this.#options)
    this.#before += old.replaced
    await old.drain()
  }

  /** Ends the threads once all that was asked is answered. */
  async finish(): Promise<void> {
    await this.#threads.drain()
  }

  async close(): Promise<void> {
    await this.#threads.close()
  }
}

function startThreads(options: ServiceOptions): Promise<Threads> {
  const { query, manner } = options.usual()
  return Threads.start({ ...options, edition: options.law.edition, usual: [setupOf(options, query, manner)] })
}

function setupOf(
  { law, runOf }: ServiceOptions,
  query: Query,
  { lookUp = true, mixed = false, explain, identify }: AnswerOptions,
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
    jurisdictions: selectedJurisdictions(law, query).map((j) => j.jurisdiction.code),
    files: null,
  }
}
