import type { ComparedVerdict } from '../comparison.js'
import type { RunInfo } from '../run-info.js'
import { caveatWords } from '../words/age-words.js'
import { words } from '../words/answer-words.js'
import { badge } from './finding-html.js'
import { headsHtml, html, type Html } from '../markup.js'
import { pageWords } from './page-words.js'
import { lawLabel, type CaveatsByJurisdiction } from './result-rows.js'
import { verdictOrder, mostColumnsInWords } from './verdict-order.js'

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
  const named = (code: string) =>
    html`${code}${names.has(code) ? html` <span class="country">${names.get(code)!}</span>` : null}`
  const rows: [Html | string, Partial<Record<ComparedVerdict, number>>][] = [
    [pageWords.all, verdicts],
    ...[...jurisdictions].map(
      ([code, counts]) => [named(code), counts] as [Html, Partial<Record<ComparedVerdict, number>>],
    ),
  ]
  return html`<div class="scroll"><table class="counts"><caption>${pageWords.counts}</caption>
    <thead><tr>${headsHtml([pageWords.jurisdiction, ...verdictOrder.map(badge)])}<td></td></tr></thead><tbody>${rows.map(
      ([name, counts]) =>
        html`<tr><th scope="row">${name}</th>${verdictOrder.map((v) => html`<td class="number">${counts[v] ?? ''}</td>`)}<td>${barHtml(counts, total)}</td></tr>`,
    )}</tbody></table></div>`
}

/** The shares of a row as one bar; the numbers are next to it. */
function barHtml(counts: Partial<Record<ComparedVerdict, number>>, total: number): Html | null {
  if (total === 0) return null
  let x = 0
  const parts = verdictOrder.flatMap((v) => {
    const width = (200 * (counts[v] ?? 0)) / total
    x += width
    return width === 0
      ? []
      : [
          html`<rect class="v-${v}" x="${(x - width).toFixed(2)}" width="${width.toFixed(2)}" height="12"><title>${v}: ${counts[v] ?? 0}</title></rect>`,
        ]
  })
  return html`<svg class="bar" aria-hidden="true" width="200" height="12" viewBox="0 0 200 12" preserveAspectRatio="none">${parts}</svg>`
}

/** How a page was made: version, law data, options and inputs, so that it can be made again. */
export function madeHtml(runs: readonly RunInfo[], files: readonly string[]): Html {
  const lines = [...new Set([...runs.map(pageWords.madeBy), ...runs.map(pageWords.query), ...files])]
  return html`<footer><p>${words.footer}</p>
    <ul class="plain">${lines.map((text) => html`<li>${text}</li>`)}</ul></footer>`
}

/** What the records of each jurisdiction do not hold, in full. */
export function caveatsHtml(rests: CaveatsByJurisdiction): Html {
  const shown = rests.filter((r) => r.caveats.length > 0)
  if (shown.length === 0) return html``
  return html`<section id="rests"><h2>${pageWords.rests}</h2>${shown.map(({ caveats, ...law }) => html`<details><summary>${lawLabel(law)}</summary><ul>${caveats.map((c) => html`<li>${caveatWords(c)}</li>`)}</ul></details>`)}</section>`
}

export function legendHtml(): Html {
  return html`<details class="meanings"><summary>${pageWords.legend}</summary><dl>${verdictOrder.map((v) => html`<div><dt>${badge(v)}</dt><dd>${pageWords.meanings[v]}</dd></div>`)}</dl></details>`
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
  return html`<section id="results"><h2>${pageWords.rows}</h2>
    ${note === null ? null : html`<p>${note}</p>`}<noscript><p class="warning">${pageWords.needsScript}</p></noscript>
<form id="filters" class="filters" hidden>
    <span><label for="by-verdict">${pageWords.verdict}</label> <select id="by-verdict" name="verdict">
    ${choices.map(option)}</select></span> <span>
    <label for="by-column">${pageWords.where}</label> <select id="by-column" name="column">
    ${overall === null ? null : option(['', pageWords.anywhere])}${where.map(option)}</select></span>${
      moving ? html` <label><input type="checkbox" name="moving" checked> ${pageWords.moving}</label>` : null
    } <button type="button" id="toggle-all" data-open="${pageWords.openShown}" data-close="${pageWords.closeShown}">${pageWords.openShown}</button> <button type="button" id="export" data-name="${pageWords.exportName}">${pageWords.exportShown}</button></form>
<div class="scroll"><table id="rows" class="rows" data-search="${pageWords.search}" hidden>
    <caption>${pageWords.caption}${columns.length > mostColumnsInWords ? ` ${pageWords.marks}` : null}</caption>
    <thead><tr>${headsHtml([pageWords.number, pageWords.name, ...(overall === null ? [] : [overall]), ...heads, pageWords.by])}</tr></thead>
    <tbody></tbody></table></div></section>`
}
