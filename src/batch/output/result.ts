import type { Lookup, Warning } from '../../identifiers/index.js'
import type { Answer, InputRef } from '../../report/index.js'
import type { BatchRecord } from '../input/batch-record.js'

export interface BatchResult {
  readonly ref: InputRef
  readonly record: BatchRecord
  readonly assessment: Answer
  readonly lookup: Lookup | null
  readonly warnings: readonly Warning[]
}

export function idOf(record: BatchRecord, index: number): string {
  return record.name ?? `row-${index}`
}
