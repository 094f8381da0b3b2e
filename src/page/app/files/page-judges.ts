import type { RecordChunk } from '../../../batch/input/chunk.js'
import type { ChunkJudgeSetup } from '../../../batch/judge/chunk-judge.js'
import type { ChunkJudges, Done, Task } from '../../../batch/judge/chunk-task.js'
import { Screening } from '../../../batch/output/screening.js'
import { smilesRecords } from '../../../batch/input/smiles-file.js'
import { Tally } from '../../../batch/output/tally.js'
import { HelperDied, type Helper } from '../helper.js'

/** Time limits, ms: for a chunk, which returns what is done after a moment, and for a record judged separately. */
const chunkMs = 30_000
const recordMs = 20_000

/** Judges chunks on workers. A record that crashes two workers is an unreadable row. */
export class PageJudges implements ChunkJudges {
  readonly #free: Helper[]
  readonly #waiting: ((helper: Helper) => void)[] = []
  #closed = false

  constructor(
    helpers: readonly Helper[],
    readonly setup: ChunkJudgeSetup,
  ) {
    this.#free = [...helpers]
  }

  async judge(task: Task): Promise<Done> {
    const helper = this.#free.pop() ?? (await new Promise<Helper>((resolve) => this.#waiting.push(resolve)))
    try {
      return await this.#on(helper, task)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(helper)
      else this.#free.push(helper)
    }
  }

  reuse(): void {}

  async close(): Promise<void> {
    this.#closed = true
  }

  async #on(helper: Helper, task: Task): Promise<Done> {
    try {
      return await this.#ask(helper, task, chunkMs)
    } catch (error) {
      if (!(error instanceof HelperDied) || this.#closed) throw error
      return this.#apart(helper, task)
    }
  }

  /** Record by record, to find the one that crashes workers. */
  async #apart(helper: Helper, { chunk, index }: Task): Promise<Done> {
    const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
    const layout = chunk.kind === 'records' ? chunk.layout : null
    const parts: Done[] = []
    for (const [i, record] of records.entries()) {
      const own = {
        kind: 'records',
        source: 0,
        row: chunk.row + i,
        rows: 1,
        records: [record],
        layout,
        read: null,
      } as const
      parts.push(await this.#one(helper, own, index + i))
    }
    return joined(parts)
  }

  async #one(helper: Helper, chunk: RecordChunk, index: number): Promise<Done> {
    // A single crash may have another cause, such as memory.
    for (let death = 0; death < 2; death++)
      try {
        return await this.#ask(helper, { chunk, index, died: [] }, recordMs)
      } catch (error) {
        if (!(error instanceof HelperDied) || this.#closed) throw error
      }
    return this.#ask(helper, { chunk, index, died: [0] }, recordMs)
  }

  #ask(helper: Helper, task: Task, mostMs: number): Promise<Done> {
    return helper.ask({ kind: 'rows', setup: this.setup, task }, mostMs)
  }
}

function joined(parts: readonly Done[]): Done {
  const tally = new Tally()
  const screening = new Screening()
  for (const part of parts) {
    tally.merge(part.tally)
    screening.merge(part.screening)
  }
  const rows = Buffer.concat(parts.map((part) => part.rows))
  return {
    judged: parts.length,
    cleared: null,
    rows: Uint8Array.from(rows),
    tally: tally.data,
    screening: screening.data,
  }
}
