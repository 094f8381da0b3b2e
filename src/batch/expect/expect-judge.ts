import { existsSync } from 'node:fs'
import type { Resolver } from '../../identifiers/index.js'
import type { Query } from '../../matching/index.js'
import { isDayName } from '../input/columns.js'
import type { Done, Task, Watch } from '../judge/chunk-task.js'
import { ChunkWork, placeOf, recordsOf, type RecordPlace } from '../judge/chunk-work.js'
import type { BatchRecord } from '../input/batch-record.js'
import { RecordJudge } from '../judge/record-judge.js'
import { Tally } from '../output/tally.js'
import { remembered } from '../../remembered.js'
import { expectationOf, unmetBy, type UnmetExpectation } from './expectation.js'

/** Judges each record of a table under its own day and jurisdictions, and compares the answer with its expectation. */
export class ExpectJudge extends ChunkWork {
  readonly #judges = new Map<string, RecordJudge>()

  constructor(
    readonly resolver: Resolver,
    readonly setup: ExpectSetup,
  ) {
    super()
  }

  protected async judged(task: Task, watch: Watch): Promise<Done> {
    const layout = task.chunk.kind === 'records' ? task.chunk.layout : null
    const columns = (layout?.columns ?? []).map((c) => (isDayName(c) ? 'as_of' : c.trim().toLowerCase()))
    const tally = new Tally()
    const queries = new Map<string, Query>()
    const judged = await this.inTurn(recordsOf(task), task, watch, async (record, _, line) => {
      const unmet = await this.#unmetIn(record, columns, tally, queries)
      if (this.setup.all || unmet.length > 0)
        this.bytes.text(`${JSON.stringify({ ...placeOf(record, line), unmet } satisfies ExpectedLine)}\n`)
    })
    return { ...this.done(judged, tally), queries: [...queries.values()] }
  }

  async #unmetIn(
    record: BatchRecord,
    columns: readonly string[],
    tally: Tally,
    queries: Map<string, Query>,
  ): Promise<readonly UnmetExpectation[]> {
    const { base, today } = this.setup
    const field = (name: string) => record.fields[columns.indexOf(name)]?.[1].trim() ?? ''
    const wanted = expectationOf(field, this.resolver.law, base.asOf)
    if ('rule' in wanted) {
      tally.add(notAsked)
      return [wanted]
    }
    const query: Query = {
      ...base,
      asOf: wanted.asOf,
      future: wanted.asOf > today,
      ...(wanted.jurisdictions ? { jurisdictions: wanted.jurisdictions } : {}),
    }
    const key = JSON.stringify(query)
    const judge = this.#judgeFor(key, query)
    const resolved = record.problem === null ? await judge.resolve(record) : null
    const { assessment } = await judge.answer(record, record.row, resolved)
    tally.add(assessment)
    if (assessment.kind === 'judged') queries.set(key, query)
    return unmetBy(assessment, wanted)
  }

  #judgeFor(key: string, query: Query): RecordJudge {
    const reading = { identify: 'none', engine: this.setup.screen, isFile: existsSync } as const
    return remembered(this.#judges, key, () => new RecordJudge(this.resolver, query, reading))
  }
}

/** A record that cannot be judged counts as unreadable. */
const notAsked = { kind: 'unreadable', problem: { code: 'not-a-structure', message: '', position: null } } as const

export interface ExpectSetup {
  readonly kind: 'expect'
  /** The query of a record that gives none. */
  readonly base: Query
  readonly today: string
  /** Whether to return records that meet their expectation too; otherwise they are only counted. */
  readonly all: boolean
  readonly screen: boolean
}

export interface ExpectedLine extends RecordPlace {
  readonly unmet: readonly UnmetExpectation[]
}
