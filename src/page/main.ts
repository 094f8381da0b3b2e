import type { PageRow, TableData } from '../report/in-browser.js'
import { exportRows, filterRows, makeTable } from './row-table.js'
import { RowDetails } from './row-details.js'

function block<T>(id: string): T | null {
  const text = document.getElementById(id)?.textContent
  return text === undefined || text === null ? null : (JSON.parse(text) as T)
}

const data = block<TableData>('table-data')!
const rows: PageRow[] = []
for (let i = 0; ; i++) {
  const more = block<PageRow[]>(`rows-${i}`)
  if (more === null) break
  for (const row of more) rows.push(row)
}
const table = makeTable(document.querySelector<HTMLTableElement>('#rows')!, rows, data.columns.length, data.overall)
filterRows(table, document.querySelector<HTMLFormElement>('#filters')!)
new RowDetails(table, data.pieces).listen(document.querySelector<HTMLButtonElement>('#toggle-all')!)
exportRows(table, data.columns, data.overall, document.querySelector<HTMLButtonElement>('#export')!)
