import { workerData } from 'node:worker_threads'
import { Reader } from '../chem/index.js'
import { editionIn } from '../batch/threads/thread-memory.js'
import { Histories } from './histories.js'
import { Judges } from './judges.js'
import type { RowsDone, RowsWork, ThreadSetup, ThreadTask } from './thread-work.js'

const { edition: bytes, usual } = workerData as ThreadSetup
const edition = editionIn(bytes)
// At once, so that the first structure does not seem to take long.
const reader = Reader.start()
reader.catch(() => {})
const start = () => reader
const judges = new Judges(edition, start, usual)
const histories = new Histories(judges.resolver)

/** One task of a service: NDJSON rows, or a history as JSON. */
export default async function answer({ work, at }: ThreadTask): Promise<RowsDone | string> {
  await reader
  if (work.kind === 'rows') return rows(work, at)
  at[0] = 0
  return JSON.stringify(await histories.of(work))
}

async function rows({ setup, records, index, died }: RowsWork, at: Int32Array): Promise<RowsDone> {
  const judge = judges.for(setup, records.length)
  const chunk = {
    kind: 'records',
    source: 0,
    row: index,
    rows: records.length,
    records,
    layout: null,
    read: null,
  } as const
  const done = await judge.judge({ chunk, index, died }, at)
  const bytes = done.rows.slice()
  judge.reuse(done.rows.buffer)
  return { bytes, tally: done.tally }
}
