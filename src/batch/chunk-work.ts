import type { ChunkJudges, Done, Task } from './chunk-judge.js'
import { dead } from './dead-record.js'
import type { BatchRecord } from './record.js'
import { RowBytes } from './row-bytes.js'
import { Screening } from './screening.js'
import { smilesRecords } from './smiles-file.js'
import type { Tally } from './tally.js'
import { Turns } from './turns.js'

/** Judges chunks one after the other on one thread, giving way to what else waits there. */
export abstract class ChunkWork implements ChunkJudges {
  readonly bytes = new RowBytes()
  readonly turns = new Turns()
  #before: Promise<unknown> = Promise.resolve()

  /** @param at receives the place of the current record, so that it is known if this thread dies of it */
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

  /** What was done of a task, without what is only of its kind of work. */
  protected done(judged: number, tally: Tally): Done {
    return { judged, cleared: null, rows: this.bytes.take(), tally: tally.data, screening: new Screening().data }
  }

  /**
   * Takes records in order, up to the first that is begun too late for its rows to be handed on soon.
   * @returns how many were taken
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

/** The records of a task; one on which a thread died says so. */
export function recordsOf({ chunk, died }: Task): readonly BatchRecord[] {
  const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
  return died.length === 0 ? records : records.map((record, i) => (died.includes(i) ? dead(record) : record))
}
