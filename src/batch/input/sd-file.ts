import { isMolBlock, type Problem } from '../../chem/index.js'
import { cellsRecord } from './cells-record.js'
import {
  chooseProperties,
  columnIndex,
  distinct,
  noteBeyond,
  noteDay,
  type ColumnChoice,
  type Columns,
} from './columns.js'
import { longestRecord, mostColumns } from './input-limits.js'
import { recordWords } from './record-words.js'
import type { TextLine } from './lines.js'
import type { BatchRecord, SourceNotes } from './batch-record.js'

const delimiter = /^\$\$\$\$/
/** A version on the counts line other than V2000 and V3000: the reader would guess. */
const otherVersion = /\b(V(?![23]000)\w+)\s*$/
const countsLine = /^[ \d]{6}.*V[23]000\s*$/
const headerLines = 3

/** Records, and their characters, examined before the first is yielded: their properties are the CSV columns. */
const lookedAt = { records: 200, characters: 1024 * 1024 }

/** Records of an SD or mol file; `source.columns` is set before the first. */
export async function* sdRecords(
  lines: AsyncIterable<TextLine>,
  options: ColumnChoice,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  const held: BatchRecord[] = []
  let characters = 0
  let columns: ReadonlySet<string> | null = null
  const known = () => {
    columns = new Set(held.flatMap(({ fields }) => fields.map(([name]) => name)))
    noteDay(source, [...columns])
    source.columns = [...columns]
    source.properties = true
  }
  for await (const record of recordsIn(lines, options, source)) {
    if (columns) {
      noteBeyond(
        source,
        record.fields.flatMap(([name]) => (columns!.has(name) ? [] : [name])),
      )
      yield record
      continue
    }
    held.push(record)
    characters += record.text.length + record.fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
    if (held.length < lookedAt.records && characters < lookedAt.characters) continue
    known()
    yield* held.splice(0)
  }
  if (columns) return
  known()
  yield* held
}

/** A record that lost its `$$$$` ends at the next counts line; a truncated one is unreadable; none swallows another. */
async function* recordsIn(
  lines: AsyncIterable<TextLine>,
  options: ColumnChoice,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  const idField = options.id
  const choose = chooser(options)
  let row = 0
  let named = false
  let held: string[] = []
  let length = 0
  let dropped = 0
  let counted = false
  const take = (own: readonly string[]): BatchRecord => {
    const record = toRecord(own, ++row, dropped, choose, idField !== undefined)
    named ||= idField !== undefined && idPlace(record.fields, idField) >= 0
    dropped = length = 0
    held = []
    counted = false
    return record
  }
  for await (const line of lines) {
    if (delimiter.test(line.text)) {
      yield take(held)
      continue
    }
    if (countsLine.test(line.text) && counted && held.length > headerLines && !isRgFile(held)) {
      const next = held.slice(-headerLines)
      yield take(held.slice(0, -headerLines))
      held = next
      length = next.reduce((sum, l) => sum + l.length + 1, 0)
    }
    counted ||= countsLine.test(line.text)
    length += (line.tooLong ?? line.text.length) + 1
    if (length > longestRecord || line.tooLong !== null) dropped = length
    else held.push(line.text)
  }
  if (held.some((line) => line.trim() !== '') || dropped > 0) yield take(held)
  if (idField !== undefined && row > 0 && !named) source.notes.push(recordWords.noProperty(idField))
}

function idPlace(fields: BatchRecord['fields'], idField: string): number {
  return columnIndex(
    fields.map(([name]) => name),
    idField,
  )
}

/** Chooses once for each run of equal property names. */
function chooser(options: ColumnChoice): (names: readonly string[]) => Columns {
  let known = { key: '', columns: chooseProperties([], options) }
  return (names) => {
    const key = names.join('\n')
    if (key !== known.key) known = { key, columns: chooseProperties(names, options) }
    return known.columns
  }
}

function toRecord(
  lines: readonly string[],
  row: number,
  dropped: number,
  choose: (names: readonly string[]) => Columns,
  byProperty: boolean,
): BatchRecord {
  const end = lines.findIndex((line) => line.startsWith('M  END'))
  const text = (end < 0 ? lines : lines.slice(0, end + 1)).join('\n')
  const fields = end < 0 ? [] : propertiesOf(lines.slice(end + 1))
  const names = fields.map(([own]) => own)
  const chosen = choose(names)
  const title = lines[0]?.trim() ?? ''
  const property = fields[chosen.id]?.[1].trim() ?? ''
  const name = byProperty && property !== '' ? property : title || property
  const problem =
    problemOf(lines, text, end, dropped) ??
    (fields.length > mostColumns
      ? ({ code: 'too-long', message: recordWords.tooWide(fields.length, mostColumns), position: null } as const)
      : null)
  const kept = fields.length > mostColumns ? [] : fields
  const record = cellsRecord(row, chosen, names, (index) => fields[index]?.[1], kept)
  return { ...record, name: name ? name : null, text: `${text}\n`, problem }
}

function problemOf(lines: readonly string[], text: string, end: number, dropped: number): Problem | null {
  const bad = (message: string): Problem => ({ code: 'mol-block', message, position: null })
  if (dropped > 0) return { code: 'too-long', message: recordWords.longRecord(dropped), position: null }
  if (lines.every((line) => line.trim() === ''))
    return { code: 'empty', message: recordWords.emptyRecord, position: null }
  if (isRgFile(lines)) return bad(recordWords.rgFile)
  if (end < 0) return bad(recordWords.cutRecord)
  const version = otherVersion.exec(lines[headerLines] ?? '')
  if (version) return bad(recordWords.version(version[1]!))
  return isMolBlock(text) && lines.length > headerLines ? null : bad(recordWords.noCounts)
}

/** Several tables that are one drawing, which is not read: no table by itself is the substance. */
function isRgFile([first]: readonly string[]): boolean {
  return first?.startsWith('$MDL') ?? false
}

/** The name of a property, in the last angle brackets of its first line; null for any other line. */
function propertyName(line: string): string | null {
  if (!line.startsWith('>')) return null
  const open = line.lastIndexOf('<', line.lastIndexOf('>') - 1)
  return open < 1 ? null : line.slice(open + 1, line.indexOf('>', open))
}

function propertiesOf(lines: readonly string[]): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  let name: string | null = null
  let value: string[] = []
  const close = () => {
    if (name !== null) found.push([name, value.join('\n')])
    name = null
    value = []
  }
  for (const line of lines) {
    const header = propertyName(line)
    if (header !== null && (name === null || value.length === 0 || value.at(-1) === '')) {
      close()
      name = header
    } else if (line === '') close()
    else if (name !== null) value.push(line)
  }
  close()
  const names = distinct(found.map(([own]) => own))
  return found.map(([, own], i) => [names[i]!, own])
}
