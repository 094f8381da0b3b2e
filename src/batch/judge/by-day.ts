import type { Waiver } from '../../answers/index.js'
import type { Resolver } from '../../identifiers/index.js'
import { isRealDay } from '../../law/index.js'
import type { Query, Identify } from '../../matching/index.js'
import { inspectionWords } from '../../report/index.js'
import type { BatchRecord } from '../input/batch-record.js'
import type { RowBytes } from '../output/row-bytes.js'
import { RowWriter, type RowSetup } from '../output/row-writer.js'
import { RecordJudge } from './record-judge.js'
import type { RowFilter } from '../output/row-filter.js'

/** One day's law: how records are judged and written under it. */
export interface DayWork {
  readonly judge: RecordJudge
  readonly writer: RowWriter
}

/** Other days whose work is kept between chunks: each may have a screen. */
const mostDays = 16

/** The day of the run, and the days that records give themselves: all records of a day share one question. */
export class ByDay {
  readonly ofRun: DayWork
  readonly #others = new Map<string, DayWork>()

  constructor(
    readonly resolver: Resolver,
    readonly setup: ChunkJudgeSetup,
    readonly bytes: RowBytes,
  ) {
    this.ofRun = this.#workOf(setup, setup.expected ?? Infinity)
  }

  /** The record, unreadable if the day it gives is none. */
  checked(record: BatchRecord): BatchRecord {
    const { day, problem } = record
    if (day === undefined || problem !== null || this.setup.ignoreDates || dayIn(day.text) !== null) return record
    const message = inspectionWords.badField(day.column, day.text, inspectionWords.realDay)
    return { ...record, problem: { code: 'bad-day', message, position: null } }
  }

  of({ day, problem }: BatchRecord): DayWork {
    const { query, run, ignoreDates } = this.setup
    const asOf = day === undefined || problem !== null || ignoreDates ? query.asOf : dayIn(day.text)!
    if (asOf === query.asOf) return this.ofRun
    let work = this.#others.get(asOf)
    if (!work) {
      // A row of another day says all that the facts of the run do not.
      const { short: _, ...setup } = this.setup
      work = this.#workOf({ ...setup, query: queryOn(asOf, query, this.setup.today), run: { ...run, asOf } }, 0)
    }
    // Most recently used last.
    this.#others.delete(asOf)
    this.#others.set(asOf, work)
    return work
  }

  /** Between chunks, when no record is looked at: days not used lately are given up. */
  forget(): void {
    for (const [day, { judge }] of this.#others) {
      if (this.#others.size <= mostDays) return
      judge.question.free()
      this.#others.delete(day)
    }
  }

  free(): void {
    for (const { judge } of [this.ofRun, ...this.#others.values()]) judge.question.free()
  }

  #workOf(setup: ChunkJudgeSetup, expected: number): DayWork {
    const { screen, explain } = setup
    const judge = new RecordJudge(this.resolver, setup.query, {
      ...setup,
      engine: screen,
      nearMisses: explain,
      expected,
    })
    return { judge, writer: new RowWriter(setup, judge.question.nothing, this.bytes) }
  }
}

function queryOn(asOf: string, { future: _, ...query }: Query, today: string): Query {
  return { ...query, asOf, ...(asOf > today ? { future: true } : {}) }
}

/** A day in the text of a cell; Parquet and databases give it the hour zero. */
function dayIn(text: string): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})([T ]00:00:00(\.0+)?Z?)?$/.exec(text)?.[1]
  return day !== undefined && isRealDay(day) ? day : null
}

export interface ChunkJudgeSetup extends RowSetup {
  readonly query: Query
  readonly identify: Identify
  /** Whether the input may be a name, number or InChI instead of a structure; true if not given. */
  readonly lookUp?: boolean
  readonly screen: boolean
  readonly only: RowFilter | null
  /** The current day, after which there is no law yet. */
  readonly today: string
  /** Whether all records are judged by the day of the query, whatever day they give. */
  readonly ignoreDates?: boolean
  /** Waivers in force today. */
  readonly waivers?: readonly Waiver[]
  /** Structures that are known to come, if not a large file of them. */
  readonly expected?: number
}
