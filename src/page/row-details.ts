import type { Drawing } from '../chem/index.js'
import { type PageRow, detailHtml } from '../report/in-browser.js'
import type { RowTable } from './row-table.js'

/** Opens and closes rows. A drawing is made when its row is opened, so that thousands of rows cost nothing. */
export class RowDetails {
  constructor(
    readonly table: RowTable,
    readonly pieces: readonly string[],
    /** Draws a row that comes without a drawing; null if it has none. */
    readonly draw: ((row: PageRow) => Promise<Drawing | null>) | null = null,
  ) {}

  listen(all: HTMLButtonElement): void {
    const body = this.table.table().body() as HTMLElement
    body.addEventListener('click', (event) => {
      const target = event.target as HTMLElement
      const tr = target.closest('tr')
      // A row opens wherever it is clicked, except while its text is being selected.
      if (
        !tr ||
        target.closest('a, .detail') ||
        !tr.querySelector('button.open') ||
        (!target.closest('button') && getSelection()?.toString() !== '')
      )
        return
      this.#set(tr, tr.querySelector('button.open')!.getAttribute('aria-expanded') !== 'true')
    })
    all.addEventListener('click', () => {
      const rows = [...body.querySelectorAll('tr')].filter((tr) => tr.querySelector('button.open'))
      const open = rows.some((tr) => tr.querySelector('button.open')!.getAttribute('aria-expanded') !== 'true')
      for (const tr of rows) this.#set(tr, open)
      all.textContent = (open ? all.dataset.close : all.dataset.open) ?? ''
    })
    this.table.on('draw', () => (all.textContent = all.dataset.open ?? ''))
    addEventListener('beforeprint', () => this.#print())
  }

  /** On paper all rows are shown, in the order on screen, and all that is said of those with findings. */
  #print(): void {
    const { table } = this
    const length = table.page.len()
    const page = table.page()
    const opened: HTMLTableRowElement[] = []
    table.page.len(-1).draw(false)
    table.rows({ search: 'applied' }).every((index) => {
      const row = table.row(index)
      if (row.data().parts.length === 0 || row.child.isShown()) return
      opened.push(row.node() as HTMLTableRowElement)
      this.#set(opened.at(-1)!, true)
    })
    addEventListener(
      'afterprint',
      () => {
        for (const tr of opened) this.#set(tr, false)
        table.page.len(length).draw(false)
        table.page(page).draw(false)
      },
      { once: true },
    )
  }

  async #drawInto(element: HTMLElement, row: PageRow): Promise<void> {
    if (row.drawing !== null || this.draw === null) return
    const drawing = await this.draw(row)
    if (drawing !== null) element.innerHTML = detailHtml({ ...row, drawing }, this.pieces).text
  }

  #set(tr: HTMLTableRowElement, open: boolean): void {
    const row = this.table.row(tr)
    tr.querySelector('button.open')?.setAttribute('aria-expanded', `${open}`)
    if (!open) row.child.hide()
    else {
      const element = document.createElement('div')
      element.innerHTML = detailHtml(row.data(), this.pieces).text
      row.child(element, 'child').show()
      void this.#drawInto(element, row.data())
    }
  }
}
