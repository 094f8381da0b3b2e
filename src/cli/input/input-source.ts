import type { Source, BatchRecord, RecordChunk } from '../../batch/index.js'
import type { InputRef } from '../../report/index.js'

/** Few enough that threads share them evenly. */
const together = 100

/** Inputs of the command line or stdin as a source, processed like a file. */
export function inputSource(inputs: readonly InputRef[]): Source {
  const chunks = chunksOf(inputs)
  return {
    file: '-',
    format: 'smi',
    chunks,
    records: recordsOf(chunks),
    notes: { notes: [] },
    meter: { read: 0 },
    size: inputs.reduce((sum, { input }) => sum + input.length, 0),
    close: () => {},
  }
}

async function* chunksOf(inputs: readonly InputRef[]): AsyncGenerator<RecordChunk> {
  for (let at = 0; at < inputs.length; at += together) {
    const records = inputs.slice(at, at + together).map(recordOf)
    yield { kind: 'records', source: 0, row: at + 1, rows: records.length, records, layout: null, read: null }
  }
}

async function* recordsOf(chunks: AsyncIterable<RecordChunk>): AsyncGenerator<BatchRecord> {
  for await (const { records } of chunks) yield* records
}

function recordOf({ index, id, input }: InputRef): BatchRecord {
  return { row: index, name: id, text: input, problem: null, fields: [] }
}
