import type { RecordProblem } from '../bad-record.js'
import type { Records } from '../records.js'

/** One property that records must have together. `run` returns every breach. */
export interface Check {
  readonly id: string
  /** What holds where the check passes. */
  readonly reads: string
  readonly run: (records: Records) => RecordProblem[]
}

/** The file a record was read from; its key where it came from no file. */
export function fileOf(records: Records, key: string): string {
  return records.files.get(key) ?? key
}
