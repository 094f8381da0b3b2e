import { parentPort, workerData } from 'node:worker_threads'
import type { ParquetAnswer } from './parquet-thread.js'
import { parquetRows } from './parquet-rows.js'

/** Reads a Parquet file on a thread of its own, one part for each message. */
const parts = parquetRows(workerData as string)
const port = parentPort!

port.on('message', () => void parts.next().then(answered, failed))

function answered({ value, done }: Awaited<ReturnType<typeof parts.next>>): void {
  port.postMessage((done ? { kind: 'end' } : value) satisfies ParquetAnswer)
}

function failed(error: Error): void {
  port.postMessage({ kind: 'problem', message: error.message } satisfies ParquetAnswer)
}
