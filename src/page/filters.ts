import type { PageRow } from '../report/html/page-row.js'
import type { RowTable } from './row-table.js'

/** Keeps the rows with the chosen verdict, overall or in the chosen column. */
export function filterRows(table: RowTable, form: HTMLFormElement): void {
  form.hidden = false
  const wanted = (row: PageRow): boolean => {
    const values = new FormData(form)
    const [verdict, column] = [String(values.get('verdict')), String(values.get('column'))]
    const has = column === '' ? row.verdict : row.columns[Number(column)]
    if (values.get('moving') !== null && row.moves !== true) return false
    return verdict === '' || has === verdict || (verdict === 'controlled' && (has === 'listed' || has === 'class'))
  }
  let kept: ReadonlySet<number> | null = null
  const apply = () => {
    // The choice is read once, not for each row. Rows are identified by their position in the data, however they are
    // sorted.
    kept = new Set(
      table
        .rows({ order: 'index' })
        .data()
        .toArray()
        .flatMap((row, i) => (wanted(row) ? [i] : [])),
    )
    table.draw()
  }
  table.search.fixed('filters', (_: string | null, __: PageRow, index: number) => kept === null || kept.has(index))
  form.addEventListener('change', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  apply()
}
