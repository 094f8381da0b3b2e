import { csvLine } from '../report/csv.js'
import type { RowTable } from './table.js'

/** Saves the rows that filters and search leave, in the order shown, as CSV. */
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
    // As in a batch, one of ours that the file uses too gets a prefix.
    const head = [...own.map((name) => (names.includes(name) ? `coverage_${name}` : name)), ...names]
    const lines = rows.map((row) => {
      const fields = new Map(row.fields)
      const verdicts = [...(overall ? [row.verdict] : []), ...columns.map((_, i) => row.columns[i] ?? '')]
      const values = names.map((name) => fields.get(name) ?? '')
      return csvLine([`${row.n}`, row.id, row.input, ...verdicts, row.by, row.problem ?? '', ...values])
    })
    // Spreadsheets read UTF-8 only where it begins with this mark.
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
