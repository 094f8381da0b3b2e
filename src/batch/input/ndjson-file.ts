import { DoubledKey, parseJson } from '../../unique-keys.js'
import { unreadRecord, type BatchRecord, type SourceNotes } from './batch-record.js'
import { cellsRecord, columnsIn } from './cells-record.js'
import * as named from './columns.js'
import type { ColumnChoice, Columns } from './columns.js'
import { deepestJson, isDeeper, mostColumns } from './input-limits.js'
import { recordWords } from './record-words.js'
import type { TextLine } from './lines.js'

type Row = Readonly<Record<string, unknown>>

/** Objects, one per line. The first one's fields are the columns of a table; other lines are unreadable rows. */
export async function* ndjsonRecords(
  file: string,
  lines: AsyncIterable<TextLine>,
  choice: ColumnChoice,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  const objects = new ObjectReader(choice, source, file)
  let row = 0
  for await (const line of lines) yield objects.record(line, ++row)
}

/** Field sets whose columns are cached. */
const mostLayouts = 1000

interface Layout {
  readonly names: readonly string[]
  readonly columns: Columns
  /** Whether no field can be a structure, name or number. */
  readonly isBare: boolean
  /** Fields that the first object lacks. */
  readonly others: readonly string[]
}

/** Reads objects, each by its own fields, whatever other objects have. */
export class ObjectReader {
  readonly #layouts = new Map<string, Layout>()
  #last: Layout | null = null
  #choice: ColumnChoice

  /** @param file whose first object must have a structure, name or number; null for objects that stand alone */
  constructor(
    choice: ColumnChoice,
    readonly source: SourceNotes,
    readonly file: string | null,
  ) {
    this.#choice = choice
  }

  record(line: TextLine, row: number): BatchRecord {
    const found = objectIn(line)
    if (found === null) return brokenRecord(line, row)
    if (found instanceof DoubledKey) return unreadRecord(row, line.text, 'not-a-structure', found.message)
    const flaw = flawOfObject(found)
    if (flaw !== null) return unreadRecord(row, line.text, 'too-long', flaw)
    const { names, columns, isBare, others } = this.#layoutOf(Object.keys(found))
    named.noteBeyond(this.source, others)
    const value = (index: number) => (index < 0 ? '' : asText(found[names[index]!]))
    const fields = Object.entries(found).map(([key, own]) => [key, asText(own)] as const)
    // Not a copy, which takes as long as all else that is done with a row here.
    const record = Object.assign(cellsRecord(row, columns, names, value, fields), { lines: 1 })
    if (!isBare) return record
    return {
      ...record,
      ...unreadRecord(row, line.text, 'not-a-structure', recordWords.noFields),
      name: record.name,
      fields,
    }
  }

  #layoutOf(names: readonly string[]): Layout {
    const last = this.#last
    if (last?.names.length === names.length && names.every((name, i) => name === last.names[i])) return last
    const key = JSON.stringify(names)
    this.#last = this.#layouts.get(key) ?? this.#choose(names)
    if (this.#layouts.size >= mostLayouts) this.#layouts.clear()
    this.#layouts.set(key, this.#last)
    return this.#last
  }

  #choose(names: readonly string[]): Layout {
    const { source, file } = this
    const isFirst = source.columns === undefined
    const known = (source.columns ??= names)
    if (isFirst) this.#choice = named.byName(names, this.#choice)
    const choice = this.#choice
    const chosen =
      isFirst && file !== null
        ? columnsIn(file, names, choice, { what: 'field', where: ' in the first object' })
        : named.chooseColumns(names, choice, null)
    if (isFirst && chosen) named.noteColumns(source, names, names, chosen, choice)
    else if (chosen) named.noteStructures(source, names, names, chosen, choice)
    return {
      names,
      columns: chosen ?? named.chooseProperties(names, choice),
      // A structure in another field than the one that an option names must not give way to a name.
      isBare: chosen === null || (chosen.smiles < 0 && names.some(named.isSmilesName)),
      others: names.filter((name) => !known.includes(name)),
    }
  }
}

/** The object on a line; null if there is none. */
function objectIn(line: TextLine): Row | DoubledKey | null {
  if (line.tooLong !== null) return null
  try {
    const value = parseJson(line.text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null
  } catch (error) {
    return error instanceof DoubledKey ? error : null
  }
}

/** Why an object is rejected: too many fields, or too deep; null if it is accepted. */
function flawOfObject(found: Row): string | null {
  const values = Object.values(found)
  if (values.length > mostColumns) return recordWords.tooWide(values.length, mostColumns)
  return values.some((value) => isDeeper(value, deepestJson)) ? recordWords.tooDeep(deepestJson) : null
}

function brokenRecord({ text, tooLong }: TextLine, row: number): BatchRecord {
  if (tooLong !== null) return unreadRecord(row, text, 'too-long', recordWords.longLine(tooLong))
  return text.trim() === ''
    ? unreadRecord(row, text, 'empty', recordWords.emptyRecord)
    : unreadRecord(row, text, 'not-a-structure', recordWords.noObject)
}

/** Text unchanged, anything else as JSON. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'bigint') return `${value}`
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner)) ?? ''
}
