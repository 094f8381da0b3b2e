import type { BatchRecord, SourceNotes } from './batch-record.js'

/** Size of a chunk: large enough to make the cost of passing it on small, and small enough to hold many. */
export const chunkRows = 1000
export const chunkBytes = 256 * 1024
const longName = 200
/** Values in a chunk, with their names: rows of a wide table are large even if their cells are empty. */
const chunkValues = 50_000

/**
 * Records of one file that are judged together. Where a chunk ends depends only on where it begins and on the file, so
 * a resumed run cuts the rest as the first run would have.
 */
export type Chunk = RecordChunk | LineChunk

interface Base {
  /** Index of its file among those of the run. */
  readonly source: number
  /** Position of its first record in its file, from 1. */
  readonly row: number
  readonly rows: number
  /** The line of its file on which it begins, from 1; only if requested and the format has lines. */
  readonly line?: number
  /** The bytes of its file read to make it; null if unknown. */
  readonly read: ReadSoFar | null
}

/** The first bytes of a file on disk, and their SHA-256. */
export interface ReadSoFar {
  readonly bytes: number
  readonly sha256: string
}

export interface RecordChunk extends Base {
  readonly kind: 'records'
  readonly records: readonly BatchRecord[]
  readonly layout: TableLayout | null
}

export interface TableLayout {
  readonly columns: readonly string[]
  /** Set if the columns are properties of records; position, name and input then come first. */
  readonly properties?: true
  /** Set if no column has a structure: each row then gives its match. */
  readonly matched?: true
  readonly delimiter?: ';'
}

/** Lines of a SMILES file, split only when they are judged. */
export interface LineChunk extends Base {
  readonly kind: 'lines'
  readonly bytes: Uint8Array
  /** Bytes of a single line too long to keep; `bytes` then holds its beginning. */
  readonly tooLong: number | null
}

/** Lines that records take up in their file: one each, plus one for each line break within a value. */
export function linesOfRecords(records: readonly BatchRecord[]): number {
  let lines = 0
  for (const { fields, lines: own } of records) {
    lines += own ?? 1
    if (own !== undefined) continue
    for (const [, value] of fields)
      if (value.includes('\n') || value.includes('\r')) lines += value.match(/\r\n|\n|\r/g)!.length
  }
  return lines
}

export async function* recordChunks(
  source: number,
  records: AsyncIterable<BatchRecord>,
  notes: SourceNotes,
): AsyncGenerator<RecordChunk> {
  let held: BatchRecord[] = []
  let size = 0
  let values = 0
  let row = 1
  const take = (): RecordChunk => {
    const chunk = {
      kind: 'records',
      source,
      // Counted here: a record may stand for several rows of its file.
      row,
      rows: held.length,
      records: held,
      layout: layoutOf(notes),
      read: null,
    } as const
    row += held.length
    held = []
    size = values = 0
    return chunk
  }
  let failure: unknown = null
  try {
    for await (const record of records) {
      held.push(record)
      size += record.text.length
      // Only a file made to break readers has long names, but then every row repeats them.
      for (const [name, value] of record.fields) size += value.length + (name.length > longName ? name.length : 0)
      values += record.fields.length
      if (held.length === chunkRows || size >= chunkBytes || values >= chunkValues) yield take()
    }
  } catch (error) {
    // Records before the damage are judged first.
    failure = error
  }
  if (held.length > 0) yield take()
  if (failure !== null) throw failure
}

function layoutOf({ columns, properties, matched, delimiter }: SourceNotes): TableLayout | null {
  if (columns === undefined) return null
  return {
    columns,
    ...(properties && { properties: true as const }),
    ...(matched && { matched: true as const }),
    ...(delimiter && { delimiter }),
  }
}
