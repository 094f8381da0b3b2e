import { recordWords } from '../../report/index.js'
import { chooseColumns, identifiersOf, isDayName, structureIn, type ColumnChoice, type Columns } from './columns.js'
import type { TextLine } from './lines.js'
import { asText, brokenRecord, flawOfObject, objectIn } from './ndjson-file.js'
import type { BatchRecord } from './batch-record.js'
import { recordOf } from './smiles-file.js'

/** Field sets whose columns are cached. */
const mostLayouts = 1000

/** Reads independent lines: a JSON object, or a SMILES followed by a name. */
export class LineReader {
  readonly #choice: ColumnChoice
  readonly #dayGiven: boolean
  readonly #columns = new Map<string, Columns | null>()

  /** @param dayGiven whether the caller chose the day for all lines: a line with a day of its own is otherwise refused */
  constructor(choice: ColumnChoice, dayGiven: boolean) {
    this.#choice = choice
    this.#dayGiven = dayGiven
  }

  record(line: TextLine, row: number): BatchRecord {
    return line.text.trimStart().startsWith('{') ? this.#object(line, row) : recordOf(line, row)
  }

  #object(line: TextLine, row: number): BatchRecord {
    const found = objectIn(line)
    if (found === null) return brokenRecord(line, row)
    const flaw = flawOfObject(found)
    if (flaw !== null) return unread(line.text, row, 'too-long', flaw)
    const keys = Object.keys(found)
    const columns = this.#columnsOf(keys)
    if (columns === null) return unread(line.text, row, 'not-a-structure', recordWords.noFields)
    const day = this.#dayGiven ? undefined : keys.find((key) => isDayName(key) && asText(found[key]).trim() !== '')
    if (day !== undefined) return unread(line.text, row, 'not-a-structure', recordWords.ownDay(day))
    const value = (index: number) => (index < 0 ? '' : asText(found[keys[index]!]))
    const identifiers = identifiersOf(columns, value)
    return {
      row,
      name: value(columns.id).trim() || null,
      text: structureIn(value(columns.smiles)),
      ...(identifiers && { identifiers }),
      problem: null,
      fields: keys.map((key) => [key, asText(found[key])] as const),
    }
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
      return chooseColumns(keys, this.#choice, () => new MissingField())
    } catch (error) {
      if (error instanceof MissingField) return null
      throw error
    }
  }
}

class MissingField extends Error {}

function unread(text: string, row: number, code: 'too-long' | 'not-a-structure', message: string): BatchRecord {
  return { row, name: null, text, problem: { code, message, position: null }, fields: [] }
}
