import type { BatchRecord } from '../batch/input/batch-record.js'
import type { ChunkJudgeSetup } from '../batch/judge/chunk-judge.js'
import type { TallyData } from '../batch/output/tally.js'
import type { Query } from '../matching/index.js'
import type { RunInfo } from '../report/index.js'
import type { OnThread } from '../workers/thread-pool.js'

/** How rows are judged and written; whether the screen is used is for the thread to decide. */
export type RowsSetup = Omit<ChunkJudgeSetup, 'screen'>

export interface RowsWork {
  readonly kind: 'rows'
  readonly setup: RowsSetup
  readonly records: readonly BatchRecord[]
  /** Position of the first record among all inputs, from 1. */
  readonly index: number
  /** Records, by place, that crashed a thread: they are unreadable, and not tried again. */
  readonly died: readonly number[]
  /** Records, by place, that took too long. */
  readonly late?: readonly number[]
}

export interface RowsDone {
  /** NDJSON, one row a record. */
  readonly bytes: Uint8Array
  readonly tally: TallyData
}

export interface HistoryWork {
  readonly kind: 'history'
  /** SMILES, InChI or mol block, or a recorded name or number. */
  readonly input: string
  readonly query: Query
  readonly run: RunInfo
}

export type ThreadTask = OnThread<{ readonly work: RowsWork | HistoryWork }>

/** What a thread is given when it starts. */
export interface ThreadSetup {
  /** The edition as JSON, held once for all threads. */
  readonly edition: Uint8Array
  /** Questions that most rows will ask: their screens are made before the first row comes. */
  readonly usual: readonly RowsSetup[]
}
