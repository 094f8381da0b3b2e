import { recordWords } from '../../report/index.js'
import { unreadRecord, type BatchRecord } from './batch-record.js'
import { cellsRecord } from './cells-record.js'
import { chooseColumns, type ColumnChoice, type Columns } from './columns.js'
import type { TextLine } from './lines.js'
import { asText, brokenRecord, flawOfObject, objectIn } from './ndjson-file.js'
import { recordOf } from './smiles-file.js'

/** Field sets whose columns are cached. */
const mostLayouts = 1000

/** Reads independent lines: a JSON object, or a SMILES followed by a name. */
export class LineReader {
  readonly #columns = new Map<string, Columns | null>()

  constructor(readonly choice: ColumnChoice) {}

  record(line: TextLine, row: number): BatchRecord {
    return line.text.trimStart().startsWith('{') ? this.#object(line, row) : recordOf(line, row)
  }

  #object(line: TextLine, row: number): BatchRecord {
    const found = objectIn(line)
    if (found === null) return brokenRecord(line, row)
    const flaw = flawOfObject(found)
    if (flaw !== null) return unreadRecord(row, line.text, 'too-long', flaw)
    const keys = Object.keys(found)
    const columns = this.#columnsOf(keys)
    if (columns === null) return unreadRecord(row, line.text, 'not-a-structure', recordWords.noFields)
    const value = (index: number) => (index < 0 ? '' : asText(found[keys[index]!]))
    const fields = keys.map((key) => [key, asText(found[key])] as const)
    return cellsRecord(row, columns, keys, value, fields)
  }

  #columnsOf(keys: readonly string[]): Columns | null {
    const key = JSON.stringify(keys)
    let columns = this.#columns.get(key)
    if (columns === undefined) {
      if (this.#columns.size >= mostLayouts) this.#columns.clear()
      columns = this.#choose(keys)
      this.#columns.set(key, columns)
    }
    return columns
  }

  #choose(keys: readonly string[]): Columns | null {
    try {
      return chooseColumns(keys, this.choice, () => new MissingField())
    } catch (error) {
      if (error instanceof MissingField) return null
      throw error
    }
  }
}

class MissingField extends Error {}
