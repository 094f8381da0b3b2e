import type { ProblemCode } from '../../chem/index.js'
import { problemWords } from '../../report/index.js'
import { unwatched, type ChunkJudges, type Done, type Task, type Watch } from './chunk-task.js'
import type { BatchRecord } from '../input/batch-record.js'
import { linesOfRecords } from '../input/chunk.js'
import { RowBytes } from '../output/row-bytes.js'
import { Screening } from '../output/screening.js'
import { smilesRecords } from '../input/smiles-file.js'
import type { Tally } from '../output/tally.js'
import { EventLoopTurns } from '../turns.js'
import { nothingHarmful } from '../../workers/index.js'
import { recordWords } from '../input/record-words.js'

/** Judges chunks one after another on one thread, yielding to other work on it. */
export abstract class ChunkWork implements ChunkJudges {
  readonly bytes = new RowBytes()
  readonly turns = new EventLoopTurns()
  #before: Promise<unknown> = Promise.resolve()

  judge(task: Task, watch: Watch = unwatched): Promise<Done> {
    const done = this.#before.then(async () => {
      await this.turns.yieldToEventLoop()
      this.bytes.begin()
      return this.judged(task, watch)
    })
    this.#before = done.catch(() => {})
    return done
  }

  reuse(memory: ArrayBuffer): void {
    this.bytes.reuse(memory)
  }

  async close(): Promise<void> {}

  protected abstract judged(task: Task, watch: Watch): Promise<Done>

  /** The result of a task, without the fields of its kind of work. */
  protected done(judged: number, tally: Tally, rows = this.bytes.take()): Done {
    return { judged, cleared: null, rows, tally: tally.data, screening: new Screening().data }
  }

  /**
   * Processes records in order, and stops before one that would delay the rows too long.
   * @param take gets each with the line on which it begins, where the format has lines
   * @returns how many were processed
   */
  protected async inTurn(
    records: readonly BatchRecord[],
    { chunk, mostMs = Infinity }: Task,
    watch: Watch,
    take: (record: BatchRecord, i: number, line: number | null) => void | Promise<void>,
    isLong: (i: number) => boolean = () => true,
  ): Promise<number> {
    const begun = performance.now()
    let { line: next = null } = chunk
    for (let i = 0; i < records.length; i++) {
      const record = records[i]!
      const line = next
      if (next !== null) next += linesOfRecords([record])
      if (isLong(i)) {
        if (i > 0 && performance.now() - begun > mostMs) return i
        await this.turns.yieldToEventLoop()
        watch.reached(i)
        await take(record, i, line)
      } else take(record, i, line)
    }
    return records.length
  }
}

/** The records of a task; those that crashed a thread or took too long are unreadable, and not tried again. */
export function recordsOf({ chunk, harmful: { crashed, late } = nothingHarmful }: Task): readonly BatchRecord[] {
  const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
  if (crashed.length + late.length === 0) return records
  return records.map((record, i) => {
    if (late.includes(i)) return unreadable(record, 'budget', problemWords.budget)
    return crashed.includes(i) ? unreadable(record, 'engine-failure', recordWords.died) : record
  })
}

/** Where a record is in its file, and what it is called. */
export interface RecordPlace {
  readonly row: number
  readonly id: string
  readonly line: number | null
}

export function placeOf({ row, name }: BatchRecord, line: number | null): RecordPlace {
  return { row, id: name ?? `row-${row}`, line }
}

function unreadable(record: BatchRecord, code: ProblemCode, message: string): BatchRecord {
  return { ...record, problem: { code, message, position: null } }
}
