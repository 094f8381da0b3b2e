import { workerData } from 'node:worker_threads'
import { Histories, historyResult, indexedLaw, type BatchRecord, type TallyData } from '../batch/index.js'
import { Reader } from '../chem/index.js'
import { Resolver } from '../identifiers/index.js'
import type { Query } from '../matching/index.js'
import type { RunInfo } from '../report/index.js'
import type { Harmful } from '../workers/index.js'
import { editionIn, optimiseLate, watchOf, type OnThread, type SharedEdition } from '../workers/threads.js'
import { recordOf } from './input.js'
import { Judges, type RowsSetup } from './judges.js'

export interface ThreadSetup {
  /** The edition as JSON, shared by all threads. */
  readonly edition: SharedEdition
  /** The expected question: its screen is made before the first row arrives. */
  readonly preset: RowsSetup
}

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

const { edition: shared, preset } = workerData as ThreadSetup
const edition = editionIn(shared)
// Started now, so that the first structure is not charged for it.
optimiseLate()
const reader = Reader.start()
reader.catch(() => {})
const resolver = new Resolver(indexedLaw(edition), () => reader)
const judges = new Judges(resolver, [preset])

/** One task of a service: NDJSON rows, or a history as JSON. */
export default async function answer({
  work,
  at,
}: OnThread<{ work: RowsWork | HistoryWork }>): Promise<RowsDone | string> {
  await reader
  if (work.kind === 'rows') return rows(work, at)
  at[0] = 0
  const history = await new Histories(resolver, work.query, true).of(recordOf(work.input, 1), 1)
  return JSON.stringify(historyResult(history, work.run))
}

async function rows({ setup, records, index, harmful }: RowsWork, at: Int32Array): Promise<RowsDone> {
  const judge = judges.for(setup)
  const chunk = {
    kind: 'records',
    source: 0,
    row: index,
    rows: records.length,
    records,
    layout: null,
    read: null,
  } as const
  const done = await judge.judge({ chunk, index, ...(harmful && { harmful }) }, watchOf(at))
  const bytes = done.rows.slice()
  judge.reuse(done.rows.buffer)
  return { bytes, tally: done.tally }
}
