import { recordWords } from '../../report/index.js'
import { unreadRecord, type BatchRecord, type SourceNotes } from './batch-record.js'
import { cellsRecord, columnsIn } from './cells-record.js'
import { isDayName, isSetName, noteBeyond, noteColumns, type ColumnChoice, type Columns } from './columns.js'
import { deepestJson, isDeeper, mostColumns } from './input-limits.js'
import type { TextLine } from './lines.js'

type Row = Readonly<Record<string, unknown>>

/** Objects, one per line. The first one's fields determine the structure column; other lines are unreadable rows. */
export async function* ndjsonRecords(
  file: string,
  lines: AsyncIterable<TextLine>,
  options: ColumnChoice,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  let chosen: Columns | null = null
  let keys: readonly string[] = []
  let known: ReadonlySet<string> = new Set()
  let row = 0
  const choose = (given: readonly string[]) => {
    if (!chosen) {
      keys = given
      source.columns = keys
      known = new Set(keys)
      chosen = columnsIn(file, keys, options, { what: 'field', where: ' in the first object' })
      noteColumns(source, keys, keys, chosen, options)
    }
    const others = given.filter((key) => !known.has(key))
    noteBeyond(source, others)
    const names = [...keys, ...others]
    return { names, columns: withOthers(chosen, names, keys.length) }
  }
  for await (const line of lines) yield objectRecord(line, ++row, choose)
}

/** The record on a line that is an object. @param choose the columns among some names; null if none can be a structure */
export function objectRecord(
  line: TextLine,
  row: number,
  choose: (keys: readonly string[]) => { readonly names: readonly string[]; readonly columns: Columns } | null,
): BatchRecord {
  const found = objectIn(line)
  if (!found) return brokenRecord(line, row)
  const flaw = flawOfObject(found)
  if (flaw !== null) return unreadRecord(row, line.text, 'too-long', flaw)
  const chosen = choose(Object.keys(found))
  if (!chosen) return unreadRecord(row, line.text, 'not-a-structure', recordWords.noFields)
  const { names, columns } = chosen
  const value = (index: number) => (index < 0 ? '' : asText(found[names[index]!]))
  const fields = Object.entries(found).map(([key, own]) => [key, asText(own)] as const)
  return cellsRecord(row, columns, names, value, fields)
}

/** The day and set may be in fields that the first object lacks. */
function withOthers(chosen: Columns, names: readonly string[], first: number): Columns {
  const days = names.flatMap((name, i) => (i >= first && isDayName(name) ? [i] : []))
  const set = chosen.set >= 0 ? chosen.set : names.findIndex((name, i) => i >= first && isSetName(name))
  return { ...chosen, days: [...chosen.days, ...days], set }
}

function objectIn(line: TextLine): Row | null {
  if (line.tooLong !== null) return null
  try {
    const value: unknown = JSON.parse(line.text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null
  } catch {
    return null
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
