import { isMolBlock, type Problem } from '../chem/index.js'
import { recordWords } from '../report/index.js'
import { columnIndex, distinct } from './columns.js'
import { longestRecord, mostColumns } from './limits.js'
import type { TextLine } from './lines.js'
import type { BatchRecord, SourceNotes } from './record.js'

const delimiter = /^\$\$\$\$/
/** A version on the counts line that is neither V2000 nor V3000: the reader would guess. */
const otherVersion = /\b(V(?![23]000)\w+)\s*$/
const countsLine = /^[ \d]{6}.*V[23]000\s*$/
const headerLines = 3

/**
 * Records of an SD or mol file. A record that lost its `$$$$` is separated from the next by the second
 * counts line; one cut short is unreadable; none swallows another.
 */
export async function* sdRecords(
  lines: AsyncIterable<TextLine>,
  idField: string | undefined,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  let row = 0
  let named = false
  let held: string[] = []
  let length = 0
  let dropped = 0
  let counted = false
  const take = (own: readonly string[]): BatchRecord => {
    const record = toRecord(own, ++row, dropped, idField)
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
    if (countsLine.test(line.text) && counted && held.length > headerLines) {
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

function toRecord(lines: readonly string[], row: number, dropped: number, idField: string | undefined): BatchRecord {
  const end = lines.findIndex((line) => line.startsWith('M  END'))
  const text = (end < 0 ? lines : lines.slice(0, end + 1)).join('\n')
  const fields = end < 0 ? [] : propertiesOf(lines.slice(end + 1))
  const wanted = idField === undefined ? -1 : idPlace(fields, idField)
  const name = (wanted >= 0 ? fields[wanted]![1] : lines[0])?.trim()
  const problem =
    problemOf(lines, text, end, dropped) ??
    (fields.length > mostColumns
      ? ({ code: 'too-long', message: recordWords.tooWide(fields.length, mostColumns), position: null } as const)
      : null)
  return {
    row,
    name: name ? name : null,
    text: `${text}\n`,
    problem,
    fields: fields.length > mostColumns ? [] : fields,
  }
}

function problemOf(lines: readonly string[], text: string, end: number, dropped: number): Problem | null {
  const bad = (message: string): Problem => ({ code: 'mol-block', message, position: null })
  if (dropped > 0) return { code: 'too-long', message: recordWords.longRecord(dropped), position: null }
  if (lines.every((line) => line.trim() === ''))
    return { code: 'empty', message: recordWords.emptyRecord, position: null }
  if (end < 0) return bad(recordWords.cutRecord)
  const version = otherVersion.exec(lines[headerLines] ?? '')
  if (version) return bad(recordWords.version(version[1]!))
  return isMolBlock(text) && lines.length > headerLines ? null : bad(recordWords.noCounts)
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
