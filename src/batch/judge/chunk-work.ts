import type { ChunkJudges, Done, Task } from './chunk-task.js'
import { asDeadRecord } from './dead-record.js'
import type { BatchRecord } from '../input/batch-record.js'
import { RowBytes } from '../output/row-bytes.js'
import { Screening } from '../output/screening.js'
import { smilesRecords } from '../input/smiles-file.js'
import type { Tally } from '../output/tally.js'
import { EventLoopTurns } from '../turns.js'

/** Judges chunks one after another on one thread, yielding to other work on it. */
export abstract class ChunkWork implements ChunkJudges {
  readonly bytes = new RowBytes()
  readonly turns = new EventLoopTurns()
  #before: Promise<unknown> = Promise.resolve()

  /** @param at receives the position of the current record, so that it is known if it crashes this thread */
  judge(task: Task, at?: Int32Array): Promise<Done> {
    const done = this.#before.then(async () => {
      await this.turns.take()
      this.bytes.begin()
      return this.judged(task, at)
    })
    this.#before = done.catch(() => {})
    return done
  }

  reuse(memory: ArrayBuffer): void {
    this.bytes.reuse(memory)
  }

  async close(): Promise<void> {}

  protected abstract judged(task: Task, at?: Int32Array): Promise<Done>

  /** The result of a task, without the fields of its kind of work. */
  protected done(judged: number, tally: Tally): Done {
    return { judged, cleared: null, rows: this.bytes.take(), tally: tally.data, screening: new Screening().data }
  }

  /**
   * Processes records in order, and stops before one that would delay the rows too long.
   * @returns how many were processed
   */
  protected async inTurn(
    count: number,
    { mostMs = Infinity }: Task,
    at: Int32Array | undefined,
    isLong: (i: number) => boolean,
    take: (i: number) => void | Promise<void>,
  ): Promise<number> {
    const begun = performance.now()
    for (let i = 0; i < count; i++) {
      if (isLong(i)) {
        if (i > 0 && performance.now() - begun > mostMs) return i
        await this.turns.take()
        if (at) at[0] = i
        await take(i)
      } else take(i)
    }
    return count
  }
}

/** The records of a task; one that crashed a thread is marked as such. */
export function recordsOf({ chunk, died }: Task): readonly BatchRecord[] {
  const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
  return died.length === 0 ? records : records.map((record, i) => (died.includes(i) ? asDeadRecord(record) : record))
}
