import { recordWords } from '../../report/index.js'
import type { BatchRecord } from '../input/batch-record.js'

/** A record that crashed a thread: reported as unreadable, not tried again. */
export function asDeadRecord(record: BatchRecord): BatchRecord {
  return { ...record, problem: { code: 'engine-failure', message: recordWords.died, position: null } }
}
