import { aboutWords } from '../../../report/words/workbook-words.js'
import type { Meter } from '../meter.js'
import { listed } from '../columns.js'
import type { Row } from '../delimited.js'
import { FileProblem } from '../file-problem.js'
import type { BatchRecord, SourceNotes } from '../batch-record.js'
import { recordsOfRows, type HeaderChoice } from '../table-file.js'
import type { Archive } from './archive.js'
import { resultsSheet } from './sheet-xml.js'
import { sheetRows } from './sheet-rows.js'
import { readWorkbook, type Sheet } from './workbook.js'

/** Limit on the decompressed size of the strings and the sheet of a workbook, higher for a larger file. */
const mostStrings = (size: number) => 64 * 1024 * 1024 + 8 * size
const mostSheet = (size: number) => 64 * 1024 * 1024 + 100 * size

/** An open workbook. */
export interface WorkbookFile {
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
  yield* recordsOfRows(workbook.file, rowsOf(workbook, options.sheet, meter), options, source)
}

async function* rowsOf(
  { file, size, open }: WorkbookFile,
  wanted: string | undefined,
  meter: Meter,
): AsyncGenerator<Row> {
  const problem = (error: unknown) => new FileProblem(file, `cannot be read as XLSX (${(error as Error).message})`)
  const archive = await open().catch((error: unknown) => {
    throw problem(error)
  })
  try {
    const book = await readWorkbook(archive, mostStrings(size))
    const sheet = chosen(file, book.sheets, wanted)
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

/** The first sheet, or that of the results behind the sheet about them. */
function resultsIn(sheets: readonly Sheet[]): Sheet | undefined {
  const [first, second] = sheets
  return first?.name === aboutWords.sheet && second?.name === resultsSheet ? second : first
}

function chosen(file: string, sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const found =
    wanted === undefined
      ? resultsIn(sheets)
      : (sheets.find(({ name }) => name === wanted) ??
        sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase()) ??
        (/^[1-9]\d*$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined))
  if (found) return found
  const names = listed(sheets.map(({ name }) => name))
  throw new FileProblem(file, wanted === undefined ? 'it has no sheet' : `no sheet ${wanted}; sheets: ${names}`)
}
