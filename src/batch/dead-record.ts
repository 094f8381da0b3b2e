import { recordWords } from '../report/index.js'
import type { BatchRecord } from './record.js'

/** A record on which a thread died: it is unreadable, and not tried again. */
export function dead(record: BatchRecord): BatchRecord {
  return { ...record, problem: { code: 'engine-failure', message: recordWords.died, position: null } }
}
