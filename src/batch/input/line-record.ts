import type { BatchRecord, SourceNotes } from './batch-record.js'
import type { ColumnChoice } from './columns.js'
import type { TextLine } from './lines.js'
import { ObjectReader } from './ndjson-file.js'
import { recordOf } from './smiles-file.js'

/** Reads independent lines: a JSON object, or a SMILES followed by a name. */
export class LineReader {
  readonly notes: SourceNotes = { notes: [] }
  readonly #objects: ObjectReader

  constructor(choice: ColumnChoice) {
    this.#objects = new ObjectReader(choice, this.notes, null)
  }

  record(line: TextLine, row: number): BatchRecord {
    return line.text.trimStart().startsWith('{') ? this.#objects.record(line, row) : recordOf(line, row)
  }
}
