import type { RacedRow } from '../../comparison.js'
import { impactWords as w } from '../../impact/impact-words.js'
import { compareWords } from '../../words/command-words.js'
import { raceChartHtml } from '../charts/timeline-chart.js'
import { headsHtml, html, listHtml, scrolledTable, type Html, type Part } from '../../markup.js'
import type { DraftFacts, SetImpact } from '../../draft-report.js'
import { doubtTable, named, openMedicines } from '../../impact/impact-tables.js'

const mostRows = 60

interface Days {
  /** Over which substances and days they are counted. */
  readonly note: string
  readonly medians: string
  /** A further plot of the same days. */
  readonly plot: Html | null
  readonly bars: readonly RacedRow[]
  /** How many there are, of which `bars` are the longest. */
  readonly all: number
  readonly names: readonly [string, string]
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Rows below all others. */
  readonly sums: readonly (readonly Cell[])[]
}

/** Days on which substances were uncontrolled: medians, a bar for each substance, and the numbers. */
export function daysHtml({ note, medians, plot, bars, all, names, head, rows, sums }: Days): Html {
  const shown = rows.slice(0, mostRows)
  return html`<p>${note}</p>
<p><b>${w.median}</b>: ${medians}.</p>
${plot}${raceChartHtml(bars, all, names)}
<h3>${compareWords.daysUncontrolled}</h3>${plainTable(head, [...shown, ...sums])}
    ${all > shown.length && html`<p>${w.more(all - shown.length)}</p>`}`
}

/** How many structures of each set are undecided, and which question decides how many. */
export function doubtHtml(
  sets: readonly SetImpact[],
  readings: DraftFacts['readings'],
  undecided: (count: number, total: number, set: string) => string,
): Html {
  const { head, rows } = doubtTable(sets, readings)
  const some = sets.filter((s) => s.counts.undecided > 0)
  const open = openMedicines(sets)
  const counts = some.map((s) => undecided(s.counts.undecided, s.total, w.set(s)))
  return html`${counts.length > 0 ? listHtml(counts) : html`<p>${w.noDoubt}</p>`}
    ${open.length > 0 && html`<p>${w.undecidedMedicines(named(open, 60))}</p>`}
    ${rows.length > 0 && plainTable(head, rows)}`
}

type Cell = string | number

/** A table that needs no script; text in the first column names its row. */
export function plainTable(head: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  const cell = (value: Cell, i: number) => {
    const text = typeof value === 'number' ? w.count(value) : value
    return i === 0 && typeof value === 'string'
      ? html`<th scope="row">${text}</th>`
      : html`<td${typeof value === 'number' ? html` class="number"` : null}>${text}</td>`
  }
  return scrolledTable(
    '',
    null,
    headsHtml(head),
    rows.map((row) => html`<tr>${row.map(cell)}</tr>`),
  )
}

/** A part of a page that measures: its heading, and what was counted. */
export function sectionHtml(title: string, body: Part): Html {
  return html`<section class="measured"><h2>${title}</h2>${body}</section>`
}
