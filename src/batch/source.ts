import type { Readable } from 'node:stream'
import { bytesOf, type Meter } from './bytes.js'
import type { ColumnChoice } from './columns.js'
import { linesOf } from './lines.js'
import type { InputFormat, Records, SourceNotes } from './record.js'
import { sdRecords } from './sd-file.js'
import { smilesRecords } from './smiles-file.js'
import { tableRecords } from './table-file.js'

export interface SourceOptions extends ColumnChoice {
  readonly header: boolean
}

export interface Source {
  readonly file: string
  readonly format: InputFormat
  readonly records: Records
  readonly notes: SourceNotes
  readonly meter: Meter
}

const extensions: Readonly<Record<string, InputFormat>> = { smi: 'smi', smiles: 'smi', txt: 'smi', csv: 'csv', tsv: 'tsv', tab: 'tsv', sdf: 'sdf', sd: 'sdf', mol: 'sdf' }

/** The format that a file name tells, `.gz` left out; null where it tells none. */
export function formatOfName(file: string): InputFormat | null {
  const extension = /\.([^./\\]+)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase()
  return extension === undefined ? null : (extensions[extension] ?? null)
}

/** A file (`-` for stdin) as a stream of records; nothing is read before the first is asked for. */
export function openSource(file: string, format: InputFormat, stdin: Readable, options: SourceOptions): Source {
  const meter: Meter = { read: 0 }
  const notes: SourceNotes = { notes: [] }
  const lines = linesOf(bytesOf(file, stdin, meter))
  const records = {
    smi: () => smilesRecords(lines, notes),
    csv: () => tableRecords(file, lines, { ...options, delimiter: null }, notes),
    tsv: () => tableRecords(file, lines, { ...options, delimiter: '\t' }, notes),
    sdf: () => sdRecords(lines, options.id),
  }[format]()
  return { file, format, records, notes, meter }
}
