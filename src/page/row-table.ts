import DataTable, { type Api, type ColumnsConfig } from 'datatables.net'
import { type ComparedVerdict, csvLine, freeName } from '../report/index.js'
import { type PageRow, badgeClass, mostColumnsInWords, verdictOrder } from '../report/in-browser.js'

export type RowTable = Api<PageRow>

/** A verdict by which rows are sorted, and the one that is shown. */
interface Cell {
  readonly counts: ComparedVerdict
  readonly shown: NonNullable<PageRow['shown']>['verdict']
}

const named = (text: string, tag: string, kind = ''): HTMLElement => {
  const element = document.createElement(tag)
  element.className = kind
  element.textContent = text
  return element
}

/**
 * The table of all rows: sorted by any column, searched, shown page by page. Row texts are inserted as plain text only.
 */
export function makeTable(element: HTMLTableElement, rows: PageRow[], columns: number, overall: boolean): RowTable {
  element.hidden = false
  element.classList.toggle('many', columns > mostColumnsInWords)
  return new DataTable<PageRow>(element, {
    data: rows,
    columns: columnsOf(columns, overall),
    order: [],
    autoWidth: false,
    deferRender: true,
    pageLength: 25,
    lengthMenu: [25, 100, 500],
    layout: { topStart: 'search', topEnd: 'pageLength', bottomStart: 'info', bottomEnd: 'paging' },
    language: {
      search: `${element.dataset.search} `,
      lengthMenu: '_MENU_ rows a page',
      info: 'Rows _START_ to _END_ of _TOTAL_',
      infoFiltered: '(_MAX_ in all)',
      infoEmpty: 'No row',
      zeroRecords: 'No row has all of this',
      emptyTable: 'No rows',
    },
    createdRow: (tr) => (tr as HTMLElement).querySelector('th')?.setAttribute('scope', 'row'),
  }) as unknown as RowTable
}

function columnsOf(verdicts: number, overall: boolean): ColumnsConfig[] {
  return [
    column('number', 'num', (use, row) => (use === 'display' ? opener(row) : row.n)),
    // Type set: a name with angle brackets would be detected as HTML and searched without them.
    {
      ...column('name', 'string', (use, row) =>
        use === 'display' ? nameCell(row) : use === 'sort' ? row.id.toLowerCase() : searchText(row),
      ),
      cellType: 'th',
    },
    ...(overall ? [verdictColumn('verdict', (row) => cellOf(row.verdict, row.shown?.verdict))] : []),
    ...Array.from({ length: verdicts }, (_, i) =>
      verdictColumn('column', (row) => cellOf(row.columns[i] ?? undefined, row.shown?.columns[i])),
    ),
    column('by', 'string', (use, row) => {
      const text = row.by || row.problem || ''
      return use === 'display' ? named(text, 'span') : text
    }),
  ]
}

function column(
  className: string,
  type: string,
  render: (use: string, row: PageRow) => Node | string | number,
): ColumnsConfig {
  return { data: null, className, type, render: (_: unknown, use: string, row: PageRow) => render(use, row) }
}

function verdictColumn(className: string, of: (row: PageRow) => Cell | undefined): ColumnsConfig {
  return column(className, 'string', (use, row) => {
    const cell = of(row)
    if (use === 'sort') return `${cell ? verdictOrder.indexOf(cell.counts) : verdictOrder.length}`
    if (!cell) return ''
    return use === 'display' ? named(cell.shown, 'span', `badge ${badgeClass(cell.shown)}`) : cell.shown
  })
}

function cellOf(counts: ComparedVerdict | undefined, shown: Cell['shown'] | undefined): Cell | undefined {
  return counts && { counts, shown: shown ?? counts }
}

function opener(row: PageRow): HTMLElement {
  const button = named(`${row.n}`, 'button', 'open')
  button.setAttribute('type', 'button')
  button.setAttribute('aria-expanded', 'false')
  button.setAttribute('aria-label', `${row.n}: details of ${row.id}`)
  return button
}

function nameCell(row: PageRow): Node {
  const cell = named('', 'span')
  cell.append(named(row.id, 'span', 'id'), named(row.input, 'code', 'short'))
  return cell
}

function searchText(row: PageRow): string {
  return [row.id, row.input, ...row.facts, ...row.fields.map(([, value]) => value)].join(' ')
}

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
    save(new Blob([`\ufeff${csvLine(head)}${lines.join('')}`], { type: 'text/csv' }), button.dataset.name ?? '')
  })
}

/** Lifetime of a download link: long enough even if the browser asks where to save. */
const savedMs = 60_000

export function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), savedMs)
}
