import { csvLine } from '../report/csv.js'
import { freeName } from '../report/free-name.js'
import type { RowTable } from './row-table.js'

/** Saves the filtered rows as CSV, in the order shown. */
export function exportRows(
  table: RowTable,
  columns: readonly string[],
  overall: boolean,
  button: HTMLButtonElement,
): void {
  button.addEventListener('click', () => {
    const rows = table.rows({ search: 'applied', order: 'applied' }).data().toArray()
    const names = [...new Set(rows.flatMap((row) => row.fields.map(([name]) => name)))]
    const own = ['no', 'name', 'input', ...(overall ? ['verdict'] : []), ...columns, 'by', 'problem']
    // As in a batch, one of our columns that the file also uses gets a prefix.
    const head = [...own.map((name) => freeName(name, 'coverage', names)), ...names]
    const lines = rows.map((row) => {
      const fields = new Map(row.fields)
      const verdicts = [...(overall ? [row.verdict] : []), ...columns.map((_, i) => row.columns[i] ?? '')]
      const values = names.map((name) => fields.get(name) ?? '')
      return csvLine([`${row.n}`, row.id, row.input, ...verdicts, row.by, row.problem ?? '', ...values])
    })
    // Spreadsheets recognise UTF-8 only by this mark.
    save(`\ufeff${csvLine(head)}${lines.join('')}`, button.dataset.name ?? '')
  })
}

function save(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
