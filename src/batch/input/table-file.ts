import { unreadRecord, type BatchRecord, type SourceNotes } from './batch-record.js'
import { cellsRecord, columnsIn } from './cells-record.js'
import { distinct, listed, noteColumns, structureIn, type ColumnChoice, type Columns } from './columns.js'
import { guessDelimiter, rowsOf, type Row } from './delimited.js'
import { FileProblem } from './file-problem.js'
import { longestLine, mostColumns } from './input-limits.js'
import { recordWords } from './record-words.js'
import type { TextLine } from './lines.js'

export interface HeaderChoice extends ColumnChoice {
  readonly header: boolean
}

export interface TableOptions extends HeaderChoice {
  /** Null to guess it from the first line. */
  readonly delimiter: string | null
}

/** Rows of a CSV or TSV file, after `source.columns` is set. @throws {FileProblem} if no column can be SMILES */
export async function* tableRecords(
  file: string,
  lines: AsyncIterable<TextLine>,
  options: TableOptions,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  const rest = lines[Symbol.asyncIterator]()
  const { value: first, done } = await rest.next()
  if (done) return
  if (first.tooLong !== null)
    throw new FileProblem(
      file,
      `the first line is too long for a table (${first.tooLong} bytes; at most ${longestLine} are read)`,
    )
  const delimiter = options.delimiter ?? guessDelimiter(first.text)
  if (delimiter === ';') source.delimiter = ';'
  yield* recordsOfRows(file, rowsOf(joined(first, rest), delimiter), options, source)
}

/** Rows of a table, header first. `source.columns` is set before the first record. @throws {FileProblem} as above */
export async function* recordsOfRows(
  file: string,
  rows: AsyncGenerator<Row>,
  options: HeaderChoice,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  const { value: top, done } = await rows.next()
  const others = source.sheets && `give --sheet for another sheet: ${listed(source.sheets)}`
  if (done && others) throw new FileProblem(file, `its first sheet is empty; ${others}`)
  if (done) return
  if (top.kind !== 'cells')
    throw new FileProblem(
      file,
      {
        'too-long': 'the header is too long for a table',
        'open-quote': 'a quote in the first line is never closed',
        'lost-text': `in the header, ${recordWords.lostText}`,
      }[top.why],
    )
  if (top.cells.length > mostColumns)
    throw new FileProblem(file, `the table has ${top.cells.length} columns; at most ${mostColumns} are read`)
  const names = options.header ? top.cells.map((c) => c.trim()) : top.cells.map((_, i) => `column${i + 1}`)
  const columns = distinct(names)
  const chosen = columnsIn(file, columns, options, {
    what: 'column',
    known: columns.map((name, i) => `${i + 1} ${name}`),
    header: options.header,
    hint: `, and --no-header where the first line is data${others ? `; ${others}` : ''}`,
  })
  source.columns = columns
  noteColumns(source, columns, names, chosen, options)
  let row = 0
  if (!options.header) yield toRecord(top, ++row, columns, chosen)
  for await (const next of rows) {
    if (next.kind === 'cells' && next.cells.slice(columns.length).some((cell) => cell.trim() !== ''))
      source.beyond = (source.beyond ?? 0) + 1
    yield toRecord(next, ++row, columns, chosen)
  }
}

async function* joined(first: TextLine, rest: AsyncIterator<TextLine>): AsyncGenerator<TextLine> {
  yield first
  yield* { [Symbol.asyncIterator]: () => rest }
}

function toRecord(found: Row, row: number, columns: readonly string[], chosen: Columns): BatchRecord {
  if (found.kind === 'broken') {
    const message = {
      'too-long': () => recordWords.longLine(found.bytes),
      'open-quote': () => recordWords.openQuote(row, found.text),
      'lost-text': () => recordWords.lostText,
    }[found.why]()
    const code = found.why === 'too-long' ? 'too-long' : 'not-a-structure'
    const unread = unreadRecord(row, found.text, code, message)
    if (!found.cells) return unread
    return {
      ...toRecord({ kind: 'cells', cells: found.cells }, row, columns, chosen),
      text: unread.text,
      problem: unread.problem,
    }
  }
  const { cells, unsaved = [] } = found
  if (cells.length > mostColumns) {
    const text = structureIn(cells[chosen.smiles] ?? '')
    return unreadRecord(row, text, 'too-long', recordWords.tooWide(cells.length, mostColumns))
  }
  const extra = cells.slice(columns.length).map((value, i) => [`column${columns.length + i + 1}`, value] as const)
  const fields = columns.map((name, i) => [name, cells[i] ?? ''] as const).concat(extra)
  const record = cellsRecord(row, chosen, columns, (index) => cells[index], fields)
  const { id: _, ...read } = chosen
  const isLost =
    unsaved.length > 0 &&
    Object.values(read)
      .flat()
      .some((index) => unsaved.includes(index))
  return isLost ? { ...record, problem: unreadRecord(row, '', 'not-a-structure', recordWords.unsaved).problem } : record
}
