import type { ComparedVerdict } from '../comparison.js'
import { verdictWords } from '../words/finding-words.js'
import { html, type Html } from '../markup.js'
import { pageWords } from './page-words.js'
import type { Names } from './summary.js'
import { mostColumnsInWords, verdictOrder } from './verdict-order.js'

export interface TableOptions {
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
    ...verdictOrder.map((v): [ComparedVerdict, string] => [v, verdictWords[v]]),
  ]
  const option = ([value, text]: [string, string]) => html`<option value="${value}">${text}</option>`
  return html`<section id="results"><h2>${pageWords.rows}</h2>${note === null ? null : html`<p>${note}</p>`}<noscript><p class="warning">${pageWords.needsScript}</p></noscript>
<form id="filters" class="filters" hidden><span><label for="by-verdict">${pageWords.verdict}</label> <select id="by-verdict" name="verdict">${choices.map(option)}</select></span> <span><label for="by-column">${pageWords.where}</label> <select id="by-column" name="column">${[...(overall === null ? [] : [['', pageWords.anywhere] as [string, string]]), ...columns.map((c, i): [string, string] => [`${i}`, names.has(c) ? `${c} ${names.get(c)}` : c])].map(option)}</select></span>${
    moving ? html` <label><input type="checkbox" name="moving" checked> ${pageWords.moving}</label>` : null
  } <button type="button" id="toggle-all" data-open="${pageWords.openShown}" data-close="${pageWords.closeShown}">${pageWords.openShown}</button> <button type="button" id="export" data-name="${pageWords.exportName}">${pageWords.exportShown}</button></form>
<div class="scroll"><table id="rows" class="rows" data-search="${pageWords.search}" hidden><caption>${pageWords.caption}${columns.length > mostColumnsInWords ? ` ${pageWords.marks}` : null}</caption><thead><tr><th scope="col">${pageWords.number}</th><th scope="col">${pageWords.name}</th>${overall === null ? null : html`<th scope="col">${overall}</th>`}${columns.map((c) => html`<th scope="col">${names.has(c) ? html`<abbr title="${names.get(c)!}">${c}</abbr>` : c}</th>`)}<th scope="col">${pageWords.by}</th></tr></thead><tbody></tbody></table></div></section>`
}
