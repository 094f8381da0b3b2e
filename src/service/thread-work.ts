import type { BatchRecord } from '../batch/input/batch-record.js'
import type { ChunkJudgeSetup } from '../batch/judge/chunk-setup.js'
import type { TallyData } from '../batch/output/tally.js'
import type { Query } from '../matching/index.js'
import type { RunInfo } from '../report/index.js'
import type { Harmful } from '../workers/index.js'
import type { OnThread } from '../workers/thread-pool.js'

/** How rows are judged and written; the thread decides whether to use the screen. */
export type RowsSetup = Omit<ChunkJudgeSetup, 'screen'>

export interface RowsWork {
  readonly kind: 'rows'
  readonly setup: RowsSetup
  readonly records: readonly BatchRecord[]
  /** Position of the first record among all inputs, from 1. */
  readonly index: number
  /** As in `Task`. */
  readonly harmful?: Harmful
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

/** Start-up data of a thread. */
export interface ThreadSetup {
  /** The edition as JSON, shared by all threads. */
  readonly edition: Uint8Array
  /** Expected questions: their screens are made before the first row arrives. */
  readonly usual: readonly RowsSetup[]
}
