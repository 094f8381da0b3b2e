import { recordWords } from '../report/index.js'
import { columnIndex, distinct, guessId, guessSmiles, listed, type ColumnChoice } from './columns.js'
import { guessDelimiter, rowsOf, type Row } from './delimited.js'
import { FileProblem } from './file-problem.js'
import { longestLine, mostColumns } from './limits.js'
import type { TextLine } from './lines.js'
import type { BatchRecord, SourceNotes } from './record.js'

export interface TableOptions extends ColumnChoice {
  readonly header: boolean
  /** Null to guess it from the first line. */
  readonly delimiter: string | null
}

/** Rows of a CSV or TSV file; `source.columns` is set before the first. @throws {FileProblem} when no column can be taken for SMILES */
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
  const rows = rowsOf(joined(first, rest), options.delimiter ?? guessDelimiter(first.text))
  const top = (await rows.next()).value as Row
  if (top.kind !== 'cells') throw new FileProblem(file, 'a quote in the first line is never closed')
  if (top.cells.length > mostColumns)
    throw new FileProblem(file, `the table has ${top.cells.length} columns; at most ${mostColumns} are read`)
  const columns = distinct(options.header ? top.cells.map((c) => c.trim()) : top.cells.map((_, i) => `column${i + 1}`))
  const { smiles, id } = choose(file, columns, options)
  source.columns = columns
  let row = 0
  if (!options.header) yield toRecord(top, ++row, columns, smiles, id)
  for await (const next of rows) {
    if (next.kind === 'cells' && next.cells.length > columns.length) source.beyond = (source.beyond ?? 0) + 1
    yield toRecord(next, ++row, columns, smiles, id)
  }
}

async function* joined(first: TextLine, rest: AsyncIterator<TextLine>): AsyncGenerator<TextLine> {
  yield first
  yield* { [Symbol.asyncIterator]: () => rest }
}

function choose(file: string, columns: readonly string[], options: TableOptions): { smiles: number; id: number } {
  const known = listed(columns.map((name, i) => `${i + 1} ${name}`))
  const wanted = (given: string): number => {
    const index = columnIndex(columns, given)
    if (index < 0) throw new FileProblem(file, `no column ${given}; columns: ${known}`)
    return index
  }
  const smiles = options.smiles !== undefined ? wanted(options.smiles) : options.header ? guessSmiles(columns) : 0
  if (smiles < 0)
    throw new FileProblem(
      file,
      `no SMILES column found; columns: ${known}. Give --smiles-col, and --no-header where the first line is data`,
    )
  return { smiles, id: options.id !== undefined ? wanted(options.id) : guessId(columns) }
}

function toRecord(found: Row, row: number, columns: readonly string[], smiles: number, id: number): BatchRecord {
  if (found.kind === 'broken') {
    const message =
      found.why === 'too-long' ? recordWords.longLine(found.bytes) : recordWords.openQuote(row, found.text)
    const code = found.why === 'too-long' ? 'too-long' : 'not-a-structure'
    return { row, name: null, text: found.text, problem: { code, message, position: null }, fields: [] }
  }
  const { cells } = found
  if (cells.length > mostColumns)
    return {
      row,
      name: null,
      text: cells[smiles]?.trim() ?? '',
      problem: { code: 'too-long', message: recordWords.tooWide(cells.length, mostColumns), position: null },
      fields: [],
    }
  const extra = cells.slice(columns.length).map((value, i) => [`column${columns.length + i + 1}`, value] as const)
  const fields = columns.map((name, i) => [name, cells[i] ?? ''] as const).concat(extra)
  const name = cells[id]?.trim()
  return { row, name: name ? name : null, text: cells[smiles]?.trim() ?? '', problem: null, fields }
}
