import { statSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { boundedBlanks, bytesIn, bytesOf, type ByteRange } from './bytes.js'
import { recordChunks, type Chunk } from './chunk.js'
import type { InputSum } from './input-sum.js'
import { linesOf } from './lines.js'
import { lineChunks } from './line-chunks.js'
import type { Meter } from './meter.js'
import type { BatchRecord, InputFormat, SourceNotes } from './batch-record.js'
import { ndjsonRecords } from './ndjson-file.js'
import { parquetRecords } from './parquet/parquet-file.js'
import type { ParquetThread } from './parquet/parquet-thread.js'
import { sdRecords } from './sd-file.js'
import { withSets } from './set-rows.js'
import { smilesRecords } from './smiles-file.js'
import { tableRecords, type HeaderChoice } from './table-file.js'
import { xlsxRecords } from './xlsx/xlsx-file.js'

export interface SourceOptions extends HeaderChoice {
  /** Name or 1-based number of a workbook sheet; the first by default. */
  readonly sheet?: string
  /** Whether rows are read one by one, also where they share a set. */
  readonly apart?: boolean
  /** The compiled thread that reads Parquet. */
  readonly parquetThread: string
}

/** A byte range of a plain SMILES file, and the position of its first line. */
export interface SourceRange extends ByteRange {
  readonly row: number
}

export interface Source {
  readonly file: string
  readonly format: InputFormat
  readonly chunks: AsyncIterable<Chunk>
  /** The same records one by one, for callers that judge few. */
  readonly records: AsyncIterable<BatchRecord>
  readonly notes: SourceNotes
  readonly meter: Meter
  /** Bytes to read; null if unknown. */
  readonly size: number | null
  /** Stops waiting for input that may never come. */
  close(): void
}

async function* recordsIn(chunks: AsyncIterable<Chunk>): AsyncGenerator<BatchRecord> {
  for await (const chunk of chunks) yield* chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
}

async function* summed(chunks: AsyncIterable<Chunk>, sum: InputSum): AsyncGenerator<Chunk> {
  for await (const chunk of chunks) yield { ...chunk, read: sum.read }
}

function sizeOf(file: string): number | null {
  const stat = file === '-' ? null : statSync(file)
  return stat?.isFile() ? stat.size : null
}

/** A file (`-` for stdin) as a stream of chunks; nothing is read before the first is requested. */
export function openSource(
  file: string,
  format: InputFormat,
  stdin: Readable,
  options: SourceOptions,
  index = 0,
  range: SourceRange | null = null,
  sum: InputSum | null = null,
): Source {
  const meter: Meter = { read: 0, ...(sum && { sum }) }
  const notes: SourceNotes = { notes: [] }
  const bytes = range ? bytesIn(file, range, meter) : bytesOf(file, stdin, meter)
  const rows = boundedBlanks(file, bytes)
  let thread: ParquetThread | null = null
  const openThread = async (slowestMs: number) => {
    // Loaded here so that commands that read no Parquet start without it.
    const { ParquetThread: Thread } = await import('./parquet/parquet-thread.js')
    return (thread = new Thread(options.parquetThread, file, slowestMs))
  }
  const records = (own: AsyncIterable<BatchRecord>) =>
    recordChunks(index, options.apart ? own : withSets(file, own, notes), notes)
  const chunks = {
    smi: () => lineChunks(index, rows, notes, range ? { row: range.row, inside: range.start > 0 } : undefined),
    csv: () => records(tableRecords(file, linesOf(rows), { ...options, delimiter: null }, notes)),
    tsv: () => records(tableRecords(file, linesOf(rows), { ...options, delimiter: '\t' }, notes)),
    sdf: () => records(sdRecords(linesOf(bytes), options, notes)),
    ndjson: () => records(ndjsonRecords(file, linesOf(rows), options, notes)),
    parquet: () => records(parquetRecords({ file, size: sizeOf(file), open: openThread }, options, notes, meter)),
    xlsx: () => records(xlsxRecords(file, options, notes, meter, sizeOf(file))),
  }[format]()
  return {
    file,
    format,
    chunks: sum && format !== 'parquet' && format !== 'xlsx' ? summed(chunks, sum) : chunks,
    records: recordsIn(chunks),
    notes,
    meter,
    size: range ? range.end - range.start : sizeOf(file),
    close() {
      meter.closed = true
      if (file === '-') stdin.destroy()
      thread?.close()
    },
  }
}
