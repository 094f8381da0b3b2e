import { recordWords } from '../../report/index.js'
import {
  chooseColumns,
  placeOf,
  distinct,
  identifiersOf,
  listed,
  noteColumns,
  structureIn,
  type ColumnChoice,
  type Columns,
} from './columns.js'
import { guessDelimiter, rowsOf, type Row } from './delimited.js'
import { FileProblem } from './file-problem.js'
import { longestLine, mostColumns } from './input-limits.js'
import type { TextLine } from './lines.js'
import type { BatchRecord, SourceNotes } from './batch-record.js'

export interface HeaderChoice extends ColumnChoice {
  readonly header: boolean
}

export interface TableOptions extends HeaderChoice {
  /** Null to guess it from the first line. */
  readonly delimiter: string | null
}

/**
 * Rows of a CSV or TSV file; `source.columns` is set before the first. @throws {FileProblem} when no column can be
 * SMILES
 */
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
  const chosen = choose(file, columns, options)
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

function choose(file: string, columns: readonly string[], options: HeaderChoice): Columns {
  const known = listed(columns.map((name, i) => `${i + 1} ${name}`))
  const chosen = chooseColumns(
    columns,
    options,
    (given) => new FileProblem(file, `no column ${given}; columns: ${known}`),
    options.header,
  )
  if (chosen === null)
    throw new FileProblem(
      file,
      `no SMILES column found, nor one with InChI, CAS numbers or names; columns: ${known}. Give --smiles-col, --inchi-col, --inchikey-col, --cas-col or --name-col, and --no-header where the first line is data`,
    )
  return chosen
}

function toRecord(found: Row, row: number, columns: readonly string[], chosen: Columns): BatchRecord {
  if (found.kind === 'broken') {
    const message = {
      'too-long': () => recordWords.longLine(found.bytes),
      'open-quote': () => recordWords.openQuote(row, found.text),
      'lost-text': () => recordWords.lostText,
    }[found.why]()
    const code = found.why === 'too-long' ? 'too-long' : 'not-a-structure'
    return { row, name: null, text: found.text, problem: { code, message, position: null }, fields: [] }
  }
  const { cells } = found
  const text = structureIn(cells[chosen.smiles] ?? '')
  if (cells.length > mostColumns)
    return {
      row,
      name: null,
      text,
      problem: { code: 'too-long', message: recordWords.tooWide(cells.length, mostColumns), position: null },
      fields: [],
    }
  const extra = cells.slice(columns.length).map((value, i) => [`column${columns.length + i + 1}`, value] as const)
  const fields = columns.map((name, i) => [name, cells[i] ?? ''] as const).concat(extra)
  const name = cells[chosen.id]?.trim()
  const identifiers = identifiersOf(chosen, (index) => cells[index])
  return {
    row,
    name: name ? name : null,
    text,
    ...(identifiers && { identifiers }),
    ...placeOf(chosen, columns, (index) => cells[index]),
    problem: null,
    fields,
  }
}
