import { statSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { boundedBlanks, bytesOf } from './bytes.js'
import { recordChunks, type Chunk, linesOfRecords } from './chunk.js'
import type { InputSum } from './input-sum.js'
import { linesOf } from './lines.js'
import { lineChunks } from './line-chunks.js'
import type { Meter } from './meter.js'
import type { BatchRecord, InputFormat, SourceNotes } from './batch-record.js'
import { ndjsonRecords } from './ndjson-file.js'
import { parquetRecords } from './parquet/parquet-file.js'
import type { ParquetThread } from './parquet/parquet-thread.js'
import { sdRecords } from './sd-file.js'
import { smilesRecords } from './smiles-file.js'
import { tableRecords, type HeaderChoice } from './table-file.js'
import { openArchive } from './xlsx/archive.js'
import { workbookRecords } from './xlsx/xlsx-file.js'
import { mostMembers } from '../../limits.js'
import type { GivenMember } from '../../identifiers/index.js'
import { FileProblem } from './file-problem.js'
import { recordWords } from './record-words.js'

interface SourceOptions extends HeaderChoice {
  /** Name or 1-based number of a workbook sheet; the first by default. */
  readonly sheet?: string
  /** Whether rows are read one by one, also where they share a set. */
  readonly apart?: boolean
  /** The compiled thread that reads Parquet. */
  readonly parquetThread: string
}

interface SourcePlace {
  /** Its position among the files of the run. */
  readonly index: number
  /** Hashes what is read. */
  readonly sum: InputSum | null
}

export interface Source {
  readonly file: string
  readonly format: InputFormat
  readonly chunks: AsyncIterable<Chunk>
  /** The records of the chunks one by one, for callers that judge few. */
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

/** Records that are read otherwise than by `openSource`, as a source. */
export function recordSource(
  records: AsyncIterable<BatchRecord>,
  own: Pick<Source, 'file' | 'format' | 'meter' | 'size' | 'close'>,
): Source {
  const notes: SourceNotes = { notes: [] }
  return { ...own, chunks: recordChunks(0, records, notes), records, notes }
}

/** A file (`-` for stdin) as a stream of chunks; nothing is read before the first is requested. */
export function openSource(
  file: string,
  format: InputFormat,
  stdin: Readable,
  options: SourceOptions,
  { index, sum }: SourcePlace = { index: 0, sum: null },
): Source {
  const meter: Meter = { read: 0, ...(sum && { sum }) }
  const notes: SourceNotes = { notes: [] }
  const bytes = bytesOf(file, stdin, meter)
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
    smi: () => lineChunks(index, rows, notes),
    csv: () => records(tableRecords(file, linesOf(rows), { ...options, delimiter: null }, notes)),
    tsv: () => records(tableRecords(file, linesOf(rows), { ...options, delimiter: '\t' }, notes)),
    sdf: () => records(sdRecords(linesOf(bytes), options, notes)),
    ndjson: () => records(ndjsonRecords(file, linesOf(rows), options, notes)),
    parquet: () => records(parquetRecords({ file, size: sizeOf(file), open: openThread }, options, notes, meter)),
    xlsx: () =>
      records(workbookRecords({ file, size: sizeOf(file) ?? 0, open: () => openArchive(file) }, options, notes, meter)),
  }[format]()
  return {
    file,
    format,
    chunks: sum && format !== 'parquet' && format !== 'xlsx' ? summed(chunks, sum) : chunks,
    records: recordsIn(chunks),
    notes,
    meter,
    size: sizeOf(file),
    close() {
      meter.closed = true
      if (file === '-') stdin.destroy()
      thread?.close()
    },
  }
}

/**
 * Joins rows that share a value in a column `set`: they are members of one substance that is only partly known, with
 * one answer. The rows of a set follow one another, so that no more than one is held.
 * @throws {FileProblem} for a value that comes back, or that more rows share than a set may have members: such a column
 * is no set of structures
 */
async function* withSets(
  file: string,
  records: AsyncIterable<BatchRecord>,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  const begun = new Map<string, number>()
  let held: BatchRecord[] = []
  const take = (): BatchRecord[] => {
    const rows = held
    held = []
    if (rows.length < 2) return rows
    const { rows: joined = 0, sets = 0 } = source.sets ?? {}
    source.sets = { rows: joined + rows.length, sets: sets + 1 }
    return [oneOf(rows)]
  }
  for await (const record of records) {
    const { set } = record
    if (held.length > 0 && held[0]!.set !== set) yield* take()
    if (set === undefined) {
      yield record
      continue
    }
    const before = begun.get(set)
    if (held.length === 0) {
      if (before !== undefined) throw new FileProblem(file, recordWords.brokenSet(set, before, record.row), true)
      begun.set(set, record.row)
    }
    held.push(record)
    if (held.length > mostMembers) throw new FileProblem(file, recordWords.largeSet(set, mostMembers), true)
  }
  yield* take()
}

/** The record of a set: named and placed like its first row, with all that its rows say. */
function oneOf(rows: readonly BatchRecord[]): BatchRecord {
  const [first] = rows as [BatchRecord]
  const members = rows.map((row) => ({
    ...row.identifiers,
    structure: row.text,
    ...(row.text.includes('\n') ? { label: row.name ?? recordWords.row(row.row) } : {}),
  }))
  const flawed = rows.findIndex(({ problem }) => problem !== null)
  const days = new Map(rows.flatMap(({ day }) => (day ? [[day.text, day] as const] : [])))
  return {
    row: first.row,
    name: first.name,
    text: members.map((given) => decisive(given)).join(' | '),
    identifiers: { members },
    ...(days.size > 0 && { day: { column: [...days.values()][0]!.column, text: [...days.keys()].join(', ') } }),
    problem:
      flawed < 0
        ? null
        : {
            code: 'set-member',
            message: recordWords.member(flawed + 1, rows.length, rows[flawed]!.problem!.message),
            position: null,
          },
    fields: fieldsOf(rows, first.name),
    lines: linesOfRecords(rows),
  }
}

function decisive({ structure, inchi, inchikey, cas, name }: GivenMember): string {
  return [structure, inchi, inchikey, cas, name].map((text) => text?.trim() ?? '').find((text) => text !== '') ?? ''
}

/** The values of all rows; the name of the first alone. */
function fieldsOf(rows: readonly BatchRecord[], name: string | null): (readonly [string, string])[] {
  const values = new Map<string, Set<string>>()
  for (const { fields } of rows)
    for (const [column, value] of fields) values.set(column, (values.get(column) ?? new Set()).add(value))
  return [...values].map(([column, own]) => {
    const [first = ''] = own
    if (first.trim() === name) return [column, first]
    return [column, [...own].filter((value) => value !== '').join(' | ')]
  })
}
