import { recordWords } from '../../../report/index.js'
import type { BatchRecord, SourceNotes } from '../batch-record.js'
import type { Meter } from '../meter.js'
import {
  chooseColumns,
  placeOf,
  identifiersOf,
  listed,
  noteColumns,
  structureIn,
  type ColumnChoice,
  type Columns,
} from '../columns.js'
import { FileProblem } from '../file-problem.js'
import { deepestJson, mostColumns } from '../input-limits.js'
import type { ParquetThread } from './parquet-thread.js'

/** Milliseconds without an answer after which a file is taken to be damaged: more for a larger one. */
const slowestMs = (size: number) => 10_000 + size / 1000

/** A Parquet file, and the thread that reads it. */
export interface ParquetFile {
  readonly file: string
  readonly size: number | null
  readonly open: (slowestMs: number) => Promise<ParquetThread>
}

/**
 * Rows of a Parquet file, a few thousand at a time. @throws {FileProblem} when it cannot be read, or no column can be
 * SMILES
 */
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
    const chosen = choose(file, columns, options)
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
  if (values === null)
    return {
      row,
      name: null,
      text: '',
      problem: { code: 'too-long', message: recordWords.tooDeep(deepestJson), position: null },
      fields: [],
    }
  const identifiers = identifiersOf(chosen, (index) => values[index]!)
  return {
    row,
    name: values[chosen.id]?.trim() || null,
    text: structureIn(values[chosen.smiles] ?? ''),
    ...(identifiers && { identifiers }),
    ...placeOf(chosen, columns, (index) => values[index]!),
    problem: null,
    fields: columns.map((name, i) => [name, values[i]!] as const),
  }
}

function choose(file: string, columns: readonly string[], options: ColumnChoice): Columns {
  const chosen = chooseColumns(
    columns,
    options,
    (given) => new FileProblem(file, `no column ${given}; columns: ${listed(columns)}`),
  )
  if (chosen === null)
    throw new FileProblem(
      file,
      `no SMILES column found, nor one with InChI, CAS numbers or names; columns: ${listed(columns)}. Give --smiles-col, --inchi-col, --inchikey-col, --cas-col or --name-col`,
    )
  return chosen
}
