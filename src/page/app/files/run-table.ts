import { savesHtml } from '../../../report/app/files-html.js'
import type { UiWords } from '../../../report/app/ui-words.js'
import { html } from '../../../report/markup.js'
import type { PageRow } from '../../../report/html/page-row.js'
import { pageWords } from '../../../report/html/page-words.js'
import { SharedHtml } from '../../../report/html/shared-html.js'
import { rowOf } from '../../../report/html/result-rows.js'
import { countsHtml, legendHtml, madeHtml, caveatsHtml, type Names, tableHtml } from '../../../report/html/summary.js'
import { wholeRow } from '../../../report/index.js'
import { exportRows } from '../../export-rows.js'
import { filterRows } from '../../filters.js'
import { RowDetails } from '../../row-details.js'
import { makeTable } from '../../row-table.js'
import type { Helper } from '../helper.js'
import type { FileRun } from './judge-file.js'
import { asCsv, asNdjson, asXlsx } from './saved-rows.js'

const writers = { csv: asCsv, xlsx: asXlsx, ndjson: asNdjson }

/** Lifetime of a download link: long enough even if the browser asks where to save. */
const savedMs = 60_000

/** The rows of a file as the table of a report. Drawings are made when a row is opened. */
export class RunTable {
  readonly #rows: PageRow[] = []
  readonly #pieces = new SharedHtml()

  constructor(
    readonly run: FileRun,
    readonly helper: Helper,
    readonly names: Names,
    readonly ui: UiWords,
  ) {}

  add({ rows, run, rests }: FileRun, from: number): void {
    for (const row of rows.slice(from)) this.#rows.push(rowOf(wholeRow(row, run), null, rests, this.#pieces))
  }

  show(root: HTMLElement): void {
    const { info, rests, tally, file } = this.run
    const codes = rests.map(({ code }) => code)
    root.innerHTML =
      html`${countsHtml({ ...tally.data }, this.names)}${legendHtml()}${savesHtml(this.ui)}${tableHtml({ columns: codes, names: this.names, overall: pageWords.overall, moving: false, note: null })}${caveatsHtml(rests)}${madeHtml([info], [file])}`.text
    const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!
    const table = makeTable(find<HTMLTableElement>('#rows'), this.#rows, codes.length, true)
    filterRows(table, find<HTMLFormElement>('#filters'))
    new RowDetails(table, this.#pieces.all, (row) => this.#draw(row)).listen(find<HTMLButtonElement>('#toggle-all'))
    exportRows(table, codes, true, find<HTMLButtonElement>('#export'))
    for (const button of root.querySelectorAll<HTMLButtonElement>('[data-save]'))
      button.addEventListener('click', () => this.#save(button.dataset.save as keyof typeof writers))
  }

  async #draw({ n, parts, problem }: PageRow) {
    if (parts.length === 0 && problem === null) return null
    const row = this.run.rows[n - 1]
    if (!row?.structure) return null
    return this.helper.ask({ kind: 'draw', text: row.lookup?.structure ?? row.input }, 20_000).catch(() => null)
  }

  #save(format: keyof typeof writers): void {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(writers[format](this.run, this.names))
    link.download = `${this.run.file.replace(/\.[^.]*$/, '')}.verdicts.${format}`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), savedMs)
  }
}
