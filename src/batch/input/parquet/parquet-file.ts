import { unreadRecord, type BatchRecord, type SourceNotes } from '../batch-record.js'
import { cellsRecord, columnsIn } from '../cells-record.js'
import type { Meter } from '../meter.js'
import { noteColumns, type ColumnChoice, type Columns } from '../columns.js'
import { FileProblem } from '../file-problem.js'
import { deepestJson, mostColumns } from '../input-limits.js'
import { recordWords } from '../record-words.js'
import type { ParquetThread } from './parquet-thread.js'

/** Milliseconds without an answer after which a file is taken to be damaged: more for a larger one. */
const slowestMs = (size: number) => 10_000 + size / 1000

export interface ParquetFile {
  readonly file: string
  readonly size: number | null
  readonly open: (slowestMs: number) => Promise<ParquetThread>
}

/** Rows of a Parquet file, some thousand at a time. @throws {FileProblem} unreadable, or no column can be SMILES */
export async function* parquetRecords(
  { file, size, open }: ParquetFile,
  options: ColumnChoice,
  source: SourceNotes,
  meter: Meter,
): AsyncGenerator<BatchRecord> {
  if (file === '-') throw new FileProblem(file, 'Parquet is read from its end, so it cannot come from stdin')
  if (size === 0) throw new FileProblem(file, 'it is empty, which a Parquet file never is, even without rows')
  const thread = await open(slowestMs(size ?? 0))
  const next = () =>
    thread.next().catch((error: Error) => {
      throw new FileProblem(file, `cannot be read as Parquet (${error.message})`)
    })
  try {
    const first = await next()
    const columns = first?.kind === 'columns' ? first.columns : []
    if (columns.length > mostColumns)
      throw new FileProblem(file, `the table has ${columns.length} columns; at most ${mostColumns} are read`)
    source.columns = columns
    const chosen = columnsIn(file, columns, options, { what: 'column' })
    noteColumns(source, columns, columns, chosen, options)
    let row = 0
    for (let part = await next(); part !== null; ) {
      // Read while these rows are judged.
      const later = next()
      later.catch(() => {})
      if (part.kind === 'group') meter.read += (size ?? 0) / part.of
      if (part.kind === 'rows') for (const values of part.rows) yield recordOf(columns, values, ++row, chosen)
      part = await later
    }
  } finally {
    thread.close()
  }
}

function recordOf(
  columns: readonly string[],
  values: readonly string[] | null,
  row: number,
  chosen: Columns,
): BatchRecord {
  if (values === null) return unreadRecord(row, '', 'too-long', recordWords.tooDeep(deepestJson))
  const fields = columns.map((name, i) => [name, values[i]!] as const)
  return cellsRecord(row, chosen, columns, (index) => values[index], fields)
}
