import { strToU8, zipSync } from 'fflate'
import { sheetStart, sheetRow, sheetEnd, headerRow, frameOf, aboutXml, csvLayout } from '../../../batch/in-browser.js'
import {
  type Answer,
  wholeRow,
  csvRow,
  csvLine,
  csvHeader,
  jsonWithoutControls,
  type Result,
  aboutWords,
  aboutSheet,
  verdictColumns,
  workbookHeader,
  workbookRow,
} from '../../../report/index.js'
import type { Names } from '../../../report/in-browser.js'
import type { FileRun } from './judge-file.js'

/** The rows as `coverage batch FILE --format ndjson` writes them. */
export function asNdjson({ rows, run }: FileRun): Blob {
  return blobOf(rows, 'application/x-ndjson', (row) => `${jsonWithoutControls(JSON.stringify(wholeRow(row, run)))}\n`)
}

/** The rows as `--format csv` writes them. */
export function asCsv(made: FileRun): Blob {
  const { delimiter } = made.layout ?? {}
  const cells = cellsOf(made)
  const head = csvLine(csvHeader(layoutOf(made)), delimiter)
  return blobOf(made.rows, 'text/csv', (row) => csvLine(cells(row), delimiter), head)
}

/** The rows as `--format xlsx` writes them: the same sheets, zipped by another library. */
export function asXlsx(made: FileRun, names: Names): Blob {
  const header = workbookHeader(layoutOf(made), names)
  const cells = cellsOf(made, workbookRow)
  const verdicts = verdictColumns(header)
  const sheet = [
    sheetStart(header) + headerRow(header),
    ...made.rows.map((row, i) => sheetRow(cells(row), i + 2, verdicts)),
    sheetEnd(header.length, made.rows.length + 1),
  ]
  const about = aboutSheet({ run: made.run, counts: made.tally, names, files: [made.file], options: [] })
  const parts = {
    'xl/worksheets/sheet1.xml': sheet.join(''),
    'xl/worksheets/sheet2.xml': aboutXml(about),
    ...frameOf(2, aboutWords.sheet),
  }
  const packed = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(1980, 0, 1),
  })
  return new Blob([packed], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}

function layoutOf({ layout, rests }: FileRun) {
  return { ...csvLayout(layout, false), jurisdictions: rests.map(({ code }) => code), file: null }
}

/** The cells of a row. */
function cellsOf(made: FileRun, cells = csvRow): (row: FileRun['rows'][number]) => string[] {
  const layout = layoutOf(made)
  return (row) => {
    const result = wholeRow(row, made.run)
    const { index, id, input, fields, lookup = null, warnings = [] } = result
    return cells(
      { index, id, input },
      Object.entries(fields ?? {}),
      answerOf(result),
      { ...layout, asOf: result.asOf },
      { lookup, warnings },
    )
  }
}

function answerOf({ problem, structure, verdict, jurisdictions }: Result): Answer {
  return problem
    ? { kind: 'unreadable', problem }
    : ({ kind: 'judged', structure, judgement: { verdict, jurisdictions } } as unknown as Answer)
}

function blobOf<T>(rows: readonly T[], type: string, text: (row: T) => string, head = ''): Blob {
  return new Blob([head, ...rows.map(text)], { type })
}
