import type { BatchRecord } from './batch-record.js'
import { chooseColumns, type ColumnChoice, type Columns } from './columns.js'
import type { TextLine } from './lines.js'
import { objectRecord } from './ndjson-file.js'
import { recordOf } from './smiles-file.js'

/** Field sets whose columns are cached. */
const mostLayouts = 1000

/** Reads independent lines: a JSON object, or a SMILES followed by a name. */
export class LineReader {
  readonly #columns = new Map<string, Columns | null>()

  constructor(readonly choice: ColumnChoice) {}

  record(line: TextLine, row: number): BatchRecord {
    return line.text.trimStart().startsWith('{') ? objectRecord(line, row, this.#choose) : recordOf(line, row)
  }

  readonly #choose = (names: readonly string[]) => {
    const key = JSON.stringify(names)
    let columns = this.#columns.get(key)
    if (columns === undefined) {
      if (this.#columns.size >= mostLayouts) this.#columns.clear()
      columns = columnsAmong(names, this.choice)
      this.#columns.set(key, columns)
    }
    return columns && { names, columns }
  }
}

function columnsAmong(names: readonly string[], choice: ColumnChoice): Columns | null {
  try {
    return chooseColumns(names, choice, () => new MissingField())
  } catch (error) {
    if (error instanceof MissingField) return null
    throw error
  }
}

class MissingField extends Error {}
