import type { Meter } from '../meter.js'
import { FileProblem } from '../file-problem.js'
import type { BatchRecord, SourceNotes } from '../batch-record.js'
import { type HeaderChoice, recordsOfRows } from '../table-file.js'
import type { Archive } from './archive.js'
import { aboutWords } from '../../../report/index.js'
import { columnIndex, listed } from '../columns.js'
import type { Row } from '../delimited.js'
import { resultsSheet } from './sheet-xml.js'
import { readWorkbook, type Sheet, unescaped, type Workbook, xmlEvents, dayOf } from './workbook.js'
import { longestLine, mostColumns } from '../input-limits.js'

/** Limit on the decompressed size of the strings and the sheet of a workbook, higher for a larger file. */
const mostStrings = (size: number) => 64 * 1024 * 1024 + 8 * size
const mostSheet = (size: number) => 64 * 1024 * 1024 + 100 * size

interface WorkbookFile {
  readonly file: string
  readonly size: number
  readonly open: () => Promise<Archive>
}

/** Rows of one sheet of a workbook, the first or the named one. @throws {FileProblem} when it cannot be read */
export async function* workbookRecords(
  workbook: WorkbookFile,
  options: HeaderChoice & { readonly sheet?: string },
  source: SourceNotes,
  meter: Meter,
): AsyncGenerator<BatchRecord> {
  yield* recordsOfRows(workbook.file, rowsOf(workbook, options.sheet, meter, source), options, source)
}

async function* rowsOf(
  { file, size, open }: WorkbookFile,
  wanted: string | undefined,
  meter: Meter,
  source: SourceNotes,
): AsyncGenerator<Row> {
  if (file === '-') throw new FileProblem(file, 'a workbook is read from its end, so it cannot come from stdin')
  const problem = (error: unknown) => new FileProblem(file, `cannot be read as XLSX (${(error as Error).message})`)
  const archive = await open().catch((error: unknown) => {
    throw problem(error)
  })
  try {
    const book = await readWorkbook(archive, mostStrings(size))
    const sheet = chosen(file, book.sheets, wanted)
    const others = book.sheets.filter(({ name }) => name !== sheet.name && name !== aboutWords.sheet)
    if (wanted === undefined && others.length > 0) source.sheets = others.map(({ name }) => name)
    if (sheet.part.size > mostSheet(size))
      throw new Error(
        `the sheet ${sheet.name} unpacks to ${sheet.part.size} bytes, more than a file of ${size} bytes can have`,
      )
    yield* sheetRows(sheet, book, (share) => {
      meter.read = share * size
    })
  } catch (error) {
    throw error instanceof FileProblem ? error : problem(error)
  } finally {
    archive.close()
  }
}

/** The first sheet in view, or that of the results behind the sheet about them. */
function resultsIn(sheets: readonly Sheet[]): Sheet | undefined {
  const shown = sheets.filter(({ isHidden }) => !isHidden)
  const [first, second] = shown.length > 0 ? shown : sheets
  return first?.name === aboutWords.sheet && second?.name === resultsSheet ? second : first
}

function chosen(file: string, sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const names = sheets.map(({ name }) => name)
  const found = wanted === undefined ? resultsIn(sheets) : sheets[columnIndex(names, wanted)]
  if (found) return found
  throw new FileProblem(file, wanted === undefined ? 'it has no sheet' : `no sheet ${wanted}; sheets: ${listed(names)}`)
}

/** The rows of a sheet as text, except those without values. A formula is read as its saved value. */
async function* sheetRows({ part }: Sheet, book: Workbook, read: (share: number) => void): AsyncGenerator<Row> {
  const state = new RowState(book)
  for await (const events of xmlEvents(part, read))
    for (const event of events) {
      if (event.kind === 'open') state.open(event.name, event.attributes)
      else if (event.kind === 'text') state.text(event.text)
      else if (event.name === 'row') {
        const row = state.row()
        if (row) yield row
      } else state.close(event.name)
    }
}

class RowState {
  #cells: string[] = []
  #length = 0
  #column = 0
  #type = ''
  #style = -1
  #value = ''
  #within: 'value' | 'text' | null = null
  #aloud = false
  /** Whether the cell has a formula and no value, not even an empty one. */
  #unsaved = false
  #unsavedCells: number[] = []
  /** Whether a cell of the row refers to a shared text that the workbook lacks: it must not pass for an empty one. */
  #lost = false

  constructor(readonly book: Workbook) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#cells = []
      this.#length = 0
      this.#column = 0
      this.#lost = false
      this.#unsavedCells = []
    } else if (name === 'c') {
      const at = /^[A-Za-z]{1,3}/.exec(attributes.r ?? '')
      if (at) this.#column = columnOf(at[0])
      this.#type = attributes.t ?? 'n'
      this.#style = Number(attributes.s ?? -1)
      this.#value = ''
      this.#unsaved = false
    } else if (name === 'f') this.#unsaved = true
    else if (name === 'v') {
      this.#within = 'value'
      this.#unsaved = false
    } else if (name === 't' && !this.#aloud) this.#within = 'text'
    else if (name === 'rPh') this.#aloud = true
  }

  text(text: string): void {
    if (this.#within === null || this.#value.length > longestLine) return
    this.#value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#within = null
    else if (name === 'rPh') this.#aloud = false
    else if (name === 'c') {
      const cell = this.#cell()
      this.#length += cell.length
      if (cell !== '' && this.#column < mostColumns && this.#length <= longestLine) {
        while (this.#cells.length < this.#column) this.#cells.push('')
        this.#cells[this.#column] = cell
      }
      if (this.#unsaved) this.#unsavedCells.push(this.#column)
      this.#column++
    }
  }

  row(): Row | null {
    const cells = this.#cells
    const unsaved = this.#unsavedCells
    if (this.#length > longestLine)
      return { kind: 'broken', text: cells.join(' ').slice(0, 200), why: 'too-long', bytes: this.#length }
    if (this.#lost) return { kind: 'broken', text: cells.join(' '), why: 'lost-text', bytes: this.#length, cells }
    if (unsaved.length > 0) return { kind: 'cells', cells, unsaved }
    return cells.length === 0 ? null : { kind: 'cells', cells }
  }

  #cell(): string {
    const value = this.#value
    switch (this.#type) {
      case 's': {
        const text = this.book.strings[Number(value)]
        if (text === undefined || value.trim() === '') this.#lost = true
        return text ?? ''
      }
      case 'b':
        return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE'
      case 'n': {
        const number = Number(value)
        if (value.trim() === '' || Number.isNaN(number)) return value.trim()
        return (this.book.dates[this.#style] ? dayOf(number, this.book.dateSystem) : null) ?? String(number)
      }
      default:
        return unescaped(value)
    }
  }
}

/** `A` is 0, `AB` is 27. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
