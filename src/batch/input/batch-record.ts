import type { Problem, ProblemCode } from '../../chem/index.js'
import type { GivenIdentifiers, Identifiers } from '../../identifiers/index.js'

export const inputFormats = ['smi', 'csv', 'tsv', 'sdf', 'ndjson', 'parquet', 'xlsx'] as const
export type InputFormat = (typeof inputFormats)[number]

/** One input of a batch as it stands in its file: a line, a table row or an SDF record. */
export interface BatchRecord {
  /** Position in its file, counted from 1 without the header. */
  readonly row: number
  /** Name that the file gives it, if any. */
  readonly name: string | null
  /** Set if the name has a field of its own: it is then no rest of a name that `text` begins. */
  readonly named?: true
  /** SMILES with its CXSMILES block, or mol block. */
  readonly text: string
  /** What other columns or properties say about the substance; omitted if nothing. */
  readonly identifiers?: Omit<Identifiers, 'structure'> & Pick<GivenIdentifiers, 'members'>
  /** The day of the law that a column gives for this record; omitted if none does. */
  readonly day?: RecordDay
  /** What it shares with other rows that state one substance together; omitted if nothing. */
  readonly set?: string
  /** Lines that it takes up in its file, if not those of its values. */
  readonly lines?: number
  /** Why the record cannot be passed to the reader. */
  readonly problem: Problem | null
  /** The other columns or SDF properties, in their order. */
  readonly fields: readonly (readonly [name: string, value: string])[]
}

export function unreadRecord(row: number, text: string, code: ProblemCode, message: string): BatchRecord {
  return { row, name: null, text, problem: { code, message, position: null }, fields: [] }
}

export interface RecordDay {
  readonly column: string
  /** As it is written, which may be no day. */
  readonly text: string
}

/** What a format reader reports in addition to its records. */
export interface SourceNotes {
  /** Header of a table, in order; set before its first record. */
  columns?: readonly string[]
  /** Set if no column has a structure: each row then gives its match. */
  matched?: boolean
  /** Set if the columns are properties of records that have no row of their own in a table. */
  properties?: boolean
  /** Delimiter of a table other than the comma, kept in CSV output. */
  delimiter?: ';'
  /** Columns named like structures, if there are others than the one that is read. */
  structures?: { readonly read: string; readonly others: readonly string[] }
  /** A column with a day of the law for each row. */
  day?: string
  /** A column with dates that might be meant as such days, if there is no other. */
  date?: string | undefined
  /** Rows that were joined to sets. */
  sets?: { readonly rows: number; readonly sets: number }
  /** Sheets of a workbook that are not read, if none was named. */
  sheets?: readonly string[]
  /** Rows with values beyond the columns. */
  beyond?: number
  /** Omissions to report on stderr. */
  readonly notes: string[]
}

const extensions: Readonly<Record<string, InputFormat>> = {
  smi: 'smi',
  smiles: 'smi',
  txt: 'smi',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  sdf: 'sdf',
  sd: 'sdf',
  mol: 'sdf',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  parquet: 'parquet',
  pq: 'parquet',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
}

/** The format that a file name implies, ignoring `.gz` and `.zst`; null if none. */
export function formatOfName(file: string): InputFormat | null {
  const extension = /\.([^./\\]+)$/.exec(file.replace(/\.(gz|zst)$/i, ''))?.[1]?.toLowerCase()
  return extension === undefined ? null : (extensions[extension] ?? null)
}
