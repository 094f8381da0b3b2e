import type { RunFile } from '../schema.js'
import type { RunInfo } from '../run-info.js'
import { detailHtml, verdictCounts, type PageRow, type SharedHtml } from './page-row.js'
import { html, jsonBlock } from '../markup.js'
import { pageText, type PageAssets } from './page-text.js'
import { pageWords } from './page-words.js'
import type { CaveatsByJurisdiction } from './result-rows.js'
import { countsHtml, legendHtml, caveatsHtml, type Counts, type Names, tableHtml } from './summary.js'

export interface ResultPage {
  readonly run: RunInfo
  /** The same with all that is true of the run, for programs; left out where it is not known. */
  readonly facts?: RunFile
  readonly counts: Counts
  readonly rows: readonly PageRow[]
  readonly pieces: SharedHtml
  /** Codes of the jurisdictions asked, in the order of each row's columns. */
  readonly jurisdictions: readonly string[]
  readonly names: Names
  readonly rests: CaveatsByJurisdiction
  /** Names of the inputs, with their hashes where known. */
  readonly files: readonly string[]
  /** What is said where not every row is listed. */
  readonly note: string | null
  readonly assets: PageAssets
}

/** Up to here every structure is shown open, one below the other; beyond, rows of a table open on demand. */
const shownOpen = 10

/** The name by which its owner knows it, such as an exhibit number. */
function headingOf({ n, id }: PageRow): string {
  return /^row-\d+$/.test(id) ? pageWords.structure(n) : id
}

function headOf({ verdict, columns, shown }: PageRow) {
  const laws = shown && shown.columns.length > 0 ? shown.columns : columns
  return verdictCounts(
    laws.flatMap((v) => v ?? []),
    shown?.verdict ?? verdict,
  )
}

/** The page of `check`, `batch` and `report`: summary, then every structure with what reaches it. */
export function resultPage(page: ResultPage): Generator<string> {
  const { run, facts, counts, rows, pieces, jurisdictions, names, rests, files, note, assets } = page
  const open = rows.length <= shownOpen && note === null
  const results = open
    ? html`<section id="results" aria-label="${pageWords.inputs}">${rows.map(
        (row) => html`<article><h2>${headingOf(row)} ${headOf(row)}</h2>
          ${detailHtml(row, pieces.all)}</article>`,
      )}</section>`
    : tableHtml({ columns: jurisdictions, names, overall: pageWords.overall, moving: false, note })
  const title = pageWords.resultTitle(run.asOf)
  const main = html`<main>${rows.length === 1 && open ? null : html`<section>${countsHtml(counts, names)}</section>`}
${legendHtml()}
${results}
${caveatsHtml(rests)}</main>`
  const table = open ? null : { columns: jurisdictions, overall: true, pieces: pieces.all }
  return pageText({
    title,
    main,
    runs: [run],
    files,
    facts: facts ? jsonBlock('run', facts) : null,
    table,
    rows,
    assets,
  })
}
