import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'

/** A property that the records must have as a whole. `run` returns every violation. */
export interface Check {
  readonly id: string
  /** What is true if the check passes. */
  readonly reads: string
  readonly run: (records: Records) => RecordProblem[]
}

/** The file a record was read from; its key if it did not come from a file. */
export function fileOf(records: Records, key: string): string {
  return records.files.get(key) ?? key
}
