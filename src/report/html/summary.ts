import type { ComparedVerdict } from '../comparison.js'
import type { RunInfo } from '../run-info.js'
import { caveatWords } from '../words/age-words.js'
import { wantedWords } from '../words/wanted-words.js'
import { words } from '../words/answer-words.js'
import { badge } from '../document/html.js'
import { detailsHtml, headsHtml, html, listHtml, scrolledTable, type Html } from '../markup.js'
import { pageWords } from './page-words.js'
import { lawLabel, type CaveatsByJurisdiction } from './result-rows.js'
import { verdictOrder } from '../shown-verdict.js'

/** With more columns of verdicts than these, a table shows a mark for each verdict instead of its word. */
export const mostColumnsInWords = 8

/** How many inputs had each verdict, overall and in each jurisdiction. */
export interface Counts {
  readonly total: number
  readonly verdicts: Readonly<Record<ComparedVerdict, number>>
  readonly jurisdictions: Iterable<
    readonly [code: string, counts: Readonly<Record<Exclude<ComparedVerdict, 'unreadable'>, number>>]
  >
}

export type Names = ReadonlyMap<string, string>

/** Counts by verdict and jurisdiction as a table, each row with a bar. */
export function countsHtml({ total, verdicts, jurisdictions }: Counts, names: Names): Html {
  const rows = [
    [pageWords.all, verdicts] as const,
    ...[...jurisdictions].map(([code, counts]) => {
      const name = names.get(code)
      return [html`${code}${name !== undefined && html` <span class="country">${name}</span>`}`, counts] as const
    }),
  ].map(([name, counts]: readonly [Html | string, Partial<Record<ComparedVerdict, number>>]) => {
    const cells = verdictOrder.map((v) => html`<td class="number">${counts[v] ?? ''}</td>`)
    return html`<tr><th scope="row">${name}</th>${cells}<td>${barHtml(counts, total)}</td></tr>`
  })
  const heads = html`${headsHtml([pageWords.jurisdiction, ...verdictOrder.map(badge)])}<td></td>`
  return scrolledTable('counts', pageWords.counts, heads, rows)
}

/** The shares of a row as one bar; the numbers are next to it. */
function barHtml(counts: Partial<Record<ComparedVerdict, number>>, total: number): Html | null {
  if (total === 0) return null
  let x = 0
  const parts = verdictOrder.flatMap((v) => {
    const { [v]: count = 0 } = counts
    const width = (200 * count) / total
    x += width
    const place = html`x="${(x - width).toFixed(2)}" width="${width.toFixed(2)}"`
    return width === 0 ? [] : [html`<rect class="v-${v}" ${place} height="12"><title>${v}: ${count}</title></rect>`]
  })
  const size = html`width="200" height="12" viewBox="0 0 200 12"`
  return html`<svg class="bar" aria-hidden="true" ${size} preserveAspectRatio="none">${parts}</svg>`
}

/** How a page was made: version, law data, options and inputs, so that it can be made again. */
export function madeHtml(runs: readonly RunInfo[], files: readonly string[]): Html {
  const lines = [...new Set([...runs.map(pageWords.madeBy), ...runs.map(pageWords.query), ...files])]
  return html`<footer><p>${words.footer}</p>${listHtml(lines, 'plain')}</footer>`
}

/** What the records of each jurisdiction do not hold, in full. */
export function caveatsHtml(rests: CaveatsByJurisdiction): Html {
  const shown = rests.filter((r) => r.caveats.length > 0)
  if (shown.length === 0) return html``
  const laws = shown.map(({ caveats, wanted = [], ...law }) =>
    detailsHtml(lawLabel(law), listHtml([...caveats.map(caveatWords), ...wantedWords(wanted)])),
  )
  return html`<section id="rests"><h2>${pageWords.rests}</h2>${laws}</section>`
}

export function legendHtml(): Html {
  const meanings = verdictOrder.map((v) => html`<div><dt>${badge(v)}</dt><dd>${pageWords.meanings[v]}</dd></div>`)
  return detailsHtml(pageWords.legend, html`<dl>${meanings}</dl>`, 'meanings')
}

interface TableOptions {
  readonly columns: readonly string[]
  /** Names of the columns that are codes of jurisdictions. */
  readonly names: Names
  readonly overall: string | null
  /** Offers to show only rows whose verdict differs between two scenarios. */
  readonly moving: boolean
  readonly note: string | null
}

/** The empty table and its filters; the script of the page fills it. */
export function tableHtml({ columns, names, overall, moving, note }: TableOptions): Html {
  const choices: [string, string][] = [
    ['', pageWords.anyVerdict],
    ['controlled', pageWords.anyFinding],
    ...verdictOrder.map((v): [ComparedVerdict, string] => [v, v]),
  ]
  const where = columns.map((c, i): [string, string] => [`${i}`, names.has(c) ? `${c} ${names.get(c)}` : c])
  const option = ([value, text]: [string, string]) => html`<option value="${value}">${text}</option>`
  const heads = columns.map((c) => (names.has(c) ? html`<abbr title="${names.get(c)!}">${c}</abbr>` : c))
  const { openShown, closeShown } = pageWords
  const buttons = [
    html` <button type="button" id="toggle-all" data-open="${openShown}" data-close="${closeShown}">
      ${openShown}</button>`,
    html` <button type="button" id="export" data-name="${pageWords.exportName}">${pageWords.exportShown}</button>`,
  ]
  const marked = columns.length > mostColumnsInWords && ` ${pageWords.marks}`
  const titles = [pageWords.number, pageWords.name, ...(overall === null ? [] : [overall]), ...heads, pageWords.by]
  return html`<section id="results"><h2>${pageWords.rows}</h2>
    ${note !== null && html`<p>${note}</p>`}<noscript><p class="warning">${pageWords.needsScript}</p></noscript>
<form id="filters" class="filters" hidden>
    <span><label for="by-verdict">${pageWords.verdict}</label> <select id="by-verdict" name="verdict">
    ${choices.map(option)}</select></span> <span>
    <label for="by-column">${pageWords.where}</label> <select id="by-column" name="column">
    ${overall !== null && option(['', pageWords.anywhere])}${where.map(option)}</select></span>
    ${moving && html` <label><input type="checkbox" name="moving" checked> ${pageWords.moving}</label>`}
    ${buttons}</form>
<div class="scroll"><table id="rows" class="rows" data-search="${pageWords.search}" hidden>
    <caption>${pageWords.caption}${marked}</caption>
    <thead><tr>${headsHtml(titles)}</tr></thead><tbody></tbody></table></div></section>`
}
