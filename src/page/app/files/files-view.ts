import { FileProblem } from '../../../batch/in-browser.js'
import type { Query } from '../../../matching/index.js'
import {
  type UiWords,
  type Names,
  countsHtml,
  legendHtml,
  madeHtml,
  caveatsHtml,
  tableHtml,
  type PageRow,
  pageWords,
  SharedHtml,
  rowOf,
} from '../../../report/in-browser.js'
import type { Helper } from '../helper.js'
import { runFile, type FileRun } from './judge-file.js'
import { wholeRow, html } from '../../../report/index.js'
import { exportRows, filterRows, makeTable, save } from '../../row-table.js'
import { RowDetails } from '../../row-details.js'
import { asCsv, asNdjson, asXlsx } from './saved-rows.js'
import { filesHtml, savesHtml } from './files-html.js'

/** Takes a dropped or chosen file, judges its rows on workers, and shows them as a table. */
export class FilesView {
  readonly #root = document.querySelector<HTMLElement>('#files')!
  #stop: AbortController | null = null

  /**
   * @param helpers starts the workers, when the first file comes
   * @param query the query for a new file
   */
  constructor(
    readonly helpers: () => readonly Helper[],
    readonly query: () => Query,
    readonly names: Names,
    readonly ui: UiWords,
  ) {
    this.#root.innerHTML = filesHtml(ui).text
    const drop = this.#find('#drop')
    const over = (event: DragEvent, is: boolean) => {
      event.preventDefault()
      drop.classList.toggle('over', is)
    }
    this.#root.addEventListener('dragover', (event) => over(event, true))
    this.#root.addEventListener('dragleave', (event) => over(event, false))
    this.#root.addEventListener('drop', (event) => {
      over(event, false)
      this.#take(event.dataTransfer?.files[0])
    })
    const input = this.#find<HTMLInputElement>('#file')
    input.addEventListener('change', () => this.#take(input.files?.[0]))
    this.#find('#cancel').addEventListener('click', () => this.#stop?.abort())
  }

  #take(file: File | undefined): void {
    if (!file) return
    this.#stop?.abort()
    const stop = new AbortController()
    this.#stop = stop
    void this.#judge(file, stop)
  }

  async #judge(file: File, stop: AbortController): Promise<void> {
    const note = this.#find('#run-note')
    const result = this.#find('#run-result')
    note.textContent = ''
    result.replaceChildren()
    this.#find('#run-file').textContent = file.name
    this.#progress(0, 0)
    this.#find('#run').hidden = false
    let table: RunTable | null = null
    const problems: string[] = []
    try {
      const added = (run: FileRun, from: number, share: number) => {
        table?.add(run, from)
        if (stop === this.#stop) this.#progress(run.rows.length, share)
      }
      const helpers = this.helpers()
      const begun = (run: FileRun) => (table = new RunTable(run, helpers[0]!, this.names, this.ui))
      await runFile({ file, helpers, query: this.query(), stop: stop.signal, added }, begun)
    } catch (error) {
      problems.push(error instanceof FileProblem || error instanceof Error ? error.message : String(error))
    }
    // Another file was chosen in the meantime.
    if (stop !== this.#stop) return
    this.#find('#run').hidden = true
    const made = (table as RunTable | null)?.run
    if (stop.signal.aborted) problems.push(this.ui.cancelled)
    if (made?.cut) problems.push(this.ui.too_many)
    if (made?.rows.length === 0 && problems.length === 0) problems.push(this.ui.no_rows)
    note.textContent = problems.join(' ')
    if (made && made.rows.length > 0) (table as RunTable | null)?.show(result)
  }

  #progress(rows: number, share: number): void {
    this.#find('#run-rows').textContent = rows.toLocaleString('en')
    this.#find<HTMLProgressElement>('#run-share').value = share
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.#root.querySelector<E>(selector)!
  }
}

const writers = { csv: asCsv, xlsx: asXlsx, ndjson: asNdjson }

/** The rows of a file as the table of a report. Drawings are made when a row is opened. */
class RunTable {
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
    const rows = { columns: codes, names: this.names, overall: pageWords.overall, moving: false, note: null }
    root.innerHTML = html`${countsHtml(tally.data, this.names)}${legendHtml()}${savesHtml(this.ui)}
      ${tableHtml(rows)}${caveatsHtml(rests)}${madeHtml([info], [file])}`.text
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
    save(writers[format](this.run, this.names), `${this.run.file.replace(/\.[^.]*$/, '')}.verdicts.${format}`)
  }
}
