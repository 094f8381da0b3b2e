import type { Resolver } from '../../identifiers/index.js'
import { checkQuery, nothingFound, UnknownName, type Query } from '../../matching/index.js'
import {
  type Answer,
  wholeRow,
  toJson,
  shortRow,
  failureProblem,
  editionName,
  type Difference,
  differences,
  type Result,
  type RunFile,
  printable,
} from '../../report/index.js'
import { resultIn } from '../../report/documents.js'
import { count } from '../../remembered.js'
import type { Done, Task, Watch } from '../judge/chunk-task.js'
import { ChunkWork, recordsOf } from '../judge/chunk-work.js'
import type { BatchRecord } from '../input/batch-record.js'
import { RecordJudge } from '../judge/record-judge.js'
import { Tally } from '../output/tally.js'
import { isPlaced, plainText, givenBy, keyOf, queryOf } from './plain-row.js'
import { Verified } from '../output/verify-counts.js'
import { verifyWords as words } from './verify-words.js'

export interface VerifySetup {
  readonly kind: 'verify'
  readonly file: string
  /** Ids of the user's rules given to this run; the second edition includes them. */
  readonly rules: readonly string[]
  readonly version: string
  /** The facts of the run whose rows leave them out; null if unknown. */
  readonly run: RunFile | null
  readonly screen: boolean
  /** Whether each row is written as JSON; otherwise only the different ones are, in words. */
  readonly json: boolean
}

/** A query behind results of the file, and what all of them share. */
interface RecordedQuery {
  readonly from: Resolver
  readonly query: Query
  readonly judge: RecordJudge
  readonly edition: string | null
  readonly version: string | null
}

type State =
  | { readonly state: 'holds' }
  | { readonly state: 'differs'; readonly differences: readonly Difference[] }
  | { readonly state: 'not checked'; readonly why: string }

const holds: State = { state: 'holds' }

/** Cached queries of one file: there is usually one. */
const mostQueries = 64

/** Re-checks results, one per line. Those of uncontrolled inputs are compared as text. */
export class VerifyJudge extends ChunkWork {
  readonly #queries = new Map<string, RecordedQuery>()
  /** By the text of rows of uncontrolled inputs, in each form they are written. */
  readonly #plain = new Map<string, RecordedQuery>()

  /** @param own with the rules of the user */
  constructor(
    readonly plain: Resolver,
    readonly own: Resolver | null,
    readonly setup: VerifySetup,
  ) {
    super()
  }

  protected async judged(task: Task, watch: Watch): Promise<Done> {
    const records = recordsOf(task)
    const tally = new Tally()
    const verified = new Verified()
    const quick = records.map((record) => this.#holdsAtSight(record))
    const judged = await this.inTurn(
      records,
      task,
      watch,
      (record, i) => {
        const made = quick[i]
        if (!made) return this.#checkOne(record, verified, tally)
        countOther(made.value, verified)
        verified.states.holds++
        tally.addResult(made.row)
        if (this.setup.json) this.#json(record.row, made.row, holds)
      },
      (i) => quick[i] === null,
    )
    return { ...this.done(judged, tally), verified: verified.data }
  }

  /** A batch row that is uncontrolled now as before; null for any other. An earlier row was checked in full. */
  #holdsAtSight({ text, problem }: BatchRecord): { readonly value: RecordedQuery; readonly row: Result } | null {
    if (problem !== null || !this.setup.screen || this.#plain.size === 0) return null
    let row: Result
    try {
      row = JSON.parse(text) as Result
    } catch {
      return null
    }
    if (typeof row !== 'object' || row === null) return null
    const made = this.#plain.get(plainText(row as never))
    if (!made || !isPlaced(row)) return null
    const record: BatchRecord = { row: row.row!, name: row.id, text: row.input, problem: null, fields: [] }
    return made.judge.cleared(record) === row.structure?.formula ? { value: made, row } : null
  }

  async #checkOne(record: BatchRecord, verified: Verified, tally: Tally): Promise<void> {
    const { result, problem } = record.problem
      ? { result: null, problem: record.problem.message }
      : resultIn(record.text, this.setup.run)
    const state: State = result ? await this.#stateOf(result, verified) : { state: 'not checked', why: problem ?? '' }
    verified.states[state.state]++
    if (result) tally.addResult(result)
    else tally.add({ kind: 'unreadable', problem: { code: 'syntax', message: '', position: null } })
    if (this.setup.json) this.#json(record.row, result, state)
    else if (state.state !== 'holds') {
      const why =
        state.state === 'differs' ? state.differences.map(words.difference).join('; ') : words.notChecked(state.why)
      this.bytes.text(`${printable(`${words.row(this.setup.file, record.row, result?.id ?? null)}: ${why}`)}\n`)
    }
  }

  #json(line: number, result: Pick<Result, 'index' | 'id'> | null, state: State): void {
    this.bytes.text(`${JSON.stringify({ line, index: result?.index ?? null, id: result?.id ?? null, ...state })}\n`)
  }

  async #stateOf(stored: Result, verified: Verified): Promise<State> {
    const { rules = [] } = stored.query
    const from = rules.length > 0 ? this.own : this.plain
    const missing = rules.filter((id) => !this.setup.rules.includes(id))
    if (!from || missing.length > 0) return { state: 'not checked', why: words.needsRules(missing) }
    let made: RecordedQuery
    try {
      made = this.#queryOf(stored, from)
    } catch (error) {
      if (!(error instanceof UnknownName)) throw error
      countOther({ edition: otherEdition(stored, from), version: this.#otherVersion(stored) }, verified)
      return stored.problem?.code === 'too-long'
        ? { state: 'not checked', why: words.cut }
        : { state: 'not checked', why: `${error.message} in this edition` }
    }
    countOther(made, verified)
    // The echoed text is shorter than what was read.
    if (stored.problem?.code === 'too-long') return { state: 'not checked', why: words.cut }
    // These would need the columns that contradict each other, or the day.
    if (stored.problem?.code === 'contradiction' || stored.problem?.code === 'bad-day')
      return { state: 'not checked', why: stored.problem.message }
    const answer = await this.#again(stored, made)
    const ref = { index: stored.index, id: stored.id, input: stored.input }
    const now = toJson(ref, answer, { ...stored, query: { ...stored.query, rules } as never }, { explain: false })
    const found = differences(stored, now as Result)
    return found.length === 0 ? holds : { state: 'differs', differences: found }
  }

  async #again(stored: Result, { judge, from }: RecordedQuery): Promise<Answer> {
    const given = givenBy(stored)
    if (given === null) {
      // A batch row is re-checked as a batch reads it, without names.
      const record: BatchRecord = { row: stored.row!, name: stored.id, text: stored.input, problem: null, fields: [] }
      const { smiles = null, inchikey = null } = stored.structure ?? {}
      const identify = smiles === null && inchikey === null ? 'none' : 'all'
      return (await judge.answer(record, stored.index, null, undefined, identify)).assessment
    }
    const { meaning } = await from.resolve(given)
    const answer = await judge.question.about(meaning, from.names, 'all')
    return answer.kind === 'no substance' ? { kind: 'unreadable', problem: failureProblem(answer.failure) } : answer
  }

  /** @throws {UnknownName} if the edition lacks something in the query */
  #queryOf(stored: Result, from: Resolver): RecordedQuery {
    const key = keyOf(stored)
    const known = this.#queries.get(key)
    if (known) return known
    const query = queryOf(stored)
    checkQuery(from.law, query)
    const made: RecordedQuery = {
      from,
      query,
      judge: new RecordJudge(from, query, { identify: 'none', lookUp: false, engine: this.setup.screen }),
      edition: otherEdition(stored, from),
      version: this.#otherVersion(stored),
    }
    if (this.#queries.size < mostQueries) {
      this.#queries.set(key, made)
      for (const text of this.#plainTexts(made, stored)) this.#plain.set(text, made)
    }
    return made
  }

  #plainTexts({ from, query }: RecordedQuery, stored: Result): string[] {
    const { run } = this.setup
    const structure = { smiles: null, inchikey: null, formula: '' }
    return [query, { ...query, future: true }].flatMap((own) => {
      const answer = { kind: 'judged', structure, judgement: nothingFound(from.law, own) } as const
      return (['full', 'short'] as const).flatMap((caveats) => {
        const facts = { ...stored, query: stored.query as never }
        const whole = toJson({ index: 1, id: '', input: '' }, answer, facts, { explain: false, caveats })
        const text = plainText(whole)
        const short = run && shortRow(whole, run)
        const isOfRun = short && plainText(wholeRow(short as never, run) as never) === text
        return isOfRun ? [text, plainText(short)] : [text]
      })
    })
  }

  #otherVersion({ tool }: Result): string | null {
    return tool.version === this.setup.version ? null : tool.version
  }
}

function otherEdition({ edition }: Result, { law }: Resolver): string | null {
  return edition.sha256 === law.edition.sha256 ? null : editionName(edition)
}

function countOther(
  { edition, version }: Pick<RecordedQuery, 'edition' | 'version'>,
  { editions, versions }: Verified,
): void {
  if (edition !== null) count(editions, edition)
  if (version !== null) count(versions, version)
}
