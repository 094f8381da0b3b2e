import type { RacedRow } from '../../comparison.js'
import { impactWords as w } from '../../impact/impact-words.js'
import { compareWords } from '../../words/command-words.js'
import { raceChartHtml } from '../charts/race-chart.js'
import { html, type Html } from '../../markup.js'
import { plainTable, type Cell } from './plain-table.js'

/** Rows of the table. */
const mostRows = 60

export interface Days {
  /** Over which substances and days they are counted. */
  readonly note: string
  readonly medians: string
  /** A further plot of the same days. */
  readonly plot: Html | null
  readonly bars: readonly RacedRow[]
  /** How many there are, of which `bars` are the longest. */
  readonly all: number
  /** Names of the two bars. */
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
<h3>${compareWords.daysUncontrolled}</h3>${plainTable(head, [...shown, ...sums])}${all > shown.length ? html`<p>${w.more(all - shown.length)}</p>` : null}`
}
