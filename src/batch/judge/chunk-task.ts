import type { Query } from '../../matching/index.js'
import type { Chunk } from '../input/chunk.js'
import type { ComparedCounts } from '../output/compared-counts.js'
import type { ScreeningData } from '../output/screening.js'
import type { TallyData } from '../output/tally.js'
import type { VerifyCounts } from '../output/verify-counts.js'
import type { Harmful } from '../../workers/index.js'

export interface Task {
  readonly chunk: Chunk
  /** Position of its first record among all inputs, from 1. */
  readonly index: number
  /** Records, by position in the chunk, that crash or hold up workers: reported as unreadable and not tried again. */
  readonly harmful?: Harmful
  /** After this time the finished rows are returned; without it the whole chunk is judged. */
  readonly mostMs?: number
  /** Screen results of the records, where they remain from a larger chunk; see `Done`. */
  readonly cleared?: ClearedFormulas | null
}

/** For each record, as far as they were screened, the formula if conditions cleared it; otherwise null. */
export type ClearedFormulas = readonly (string | null)[]

export interface Done {
  /** Records judged: fewer than the chunk has if they are slow, so that only a moment's work waits to be written. */
  readonly judged: number
  /** Screen results of the remaining records, so that they are not screened twice; null if there are none. */
  readonly cleared: ClearedFormulas | null
  readonly rows: Uint8Array<ArrayBuffer>
  readonly tally: TallyData
  readonly screening: ScreeningData
  /** What is known by now of the records of the task, judged or not; without it, nothing. */
  readonly harmful?: Harmful
  /** Set when rows were judged on two sides. */
  readonly compared?: ComparedCounts
  /** Queries under which records with expectations were judged. */
  readonly queries?: readonly Query[]
  /** Set when earlier results were re-checked. */
  readonly verified?: VerifyCounts
}

/** Whoever gave a task, while it is worked on. */
export interface Watch {
  /** Receives the position of each record that is begun, so that it is known if it crashes its thread. */
  reached(position: number): void
  /** Whether nobody waits for the rows any longer. */
  isStopped(): boolean
}

export const unwatched: Watch = { reached: () => {}, isStopped: () => false }

export interface ChunkJudges {
  judge(task: Task): Promise<Done>
  /** Returns the buffer of rows that are no longer read. */
  reuse(memory: ArrayBuffer): void
  close(): Promise<void>
}
