import type { Drawing } from '../../chem/index.js'
import type { Chapter, Finding, JurisdictionHistory } from '../../matching/index.js'
import type { InputRef } from '../json.js'
import type { Lookup } from '../../identifiers/index.js'
import type { RunInfo } from '../run-info.js'
import { sinceLine } from '../set-lines.js'
import { shownVerdict } from '../shown-verdict.js'
import { findingRow, joined } from '../text/finding-lines.js'
import { shortened } from '../text/wrap.js'
import { historyWords } from '../words/command-words.js'
import { positionSentence, words } from '../words/answer-words.js'
import { lookupWords } from '../words/problem-words.js'
import { timelineChartHtml } from './charts/timeline-chart.js'
import { plainFigure, badge, citeHtml } from './page-row.js'
import { headsHtml, html, scrolledTable, type Html } from '../markup.js'
import { pageText, type PageAssets } from './page-text.js'
import { pageWords } from './page-words.js'
import { madeHtml } from './summary.js'

/** One input of `history`: its time lines, or why there are none. */
export interface HistoryItem {
  readonly ref: InputRef
  readonly lookup: Lookup | null
  readonly histories: readonly JurisdictionHistory[]
  readonly drawing: Drawing | null
  readonly problem: string | null
}

/** The page of `history`: for each structure a chart of all jurisdictions, and tables of days, words and citations. */
export function historyPage(items: readonly HistoryItem[], run: RunInfo, assets: PageAssets): Generator<string> {
  const title = items.length === 1 ? pageWords.historyOf(nameOf(items[0]!)) : pageWords.histories
  const body = html`<header><h1>${title}</h1></header>
<main id="results">${items.map((item) => itemHtml(item, run.asOf))}</main>
${madeHtml([run], [])}`
  return pageText({ title, body, table: null, rows: [], assets })
}

function itemHtml(item: HistoryItem, today: string): Html {
  const name = nameOf(item)
  if (item.problem !== null)
    return html`<article><h2>${name} ${badge('unreadable')}</h2><p>${item.problem}</p></article>`
  const asked = item.lookup
    ? html`<p class="faint">${lookupWords(item.lookup)}</p>`
    : html`<p><code>${shortened(item.ref.input.split('\n', 1)[0]!, 400)}</code></p>`
  return html`<article><h2>${name}</h2>${asked}
${item.drawing && plainFigure(item.drawing, pageWords.drawing(name))}
${timelineChartHtml(item.histories, name, today)}
${item.histories.map(chaptersHtml)}</article>`
}

/** Each span of days in one jurisdiction, with its verdict and citations. */
export function chaptersHtml(history: JurisdictionHistory): Html {
  const all = sinceLine(history.chapters)
  const span = historyWords.span(history.code, history.recordsFrom, history.verifiedThrough)
  const heads = headsHtml([pageWords.from, pageWords.overall, pageWords.by, pageWords.cite])
  return html`<h3>${history.code}</h3>${all !== null && html`<p>${all}</p>`}
    ${scrolledTable('chapters', span, heads, history.chapters.flatMap(chapterRows))}`
}

function chapterRows(chapter: Chapter): Html[] {
  const { from, findings } = chapter
  const shown = findings.map(lineOf)
  const found = findings.some((f) => f.counts !== null) ? shown : [{ by: words.nothingFound, cite: html`` }, ...shown]
  const position = positionSentence(chapter)
  const lines = position === null ? found : [...found, { by: position, cite: html`` }]
  return lines.map(({ by, cite }, i) =>
    i === 0
      ? html`<tr><th scope="row" rowspan="${lines.length}">${from ?? historyWords.earliest}</th>
        <td rowspan="${lines.length}">${badge(shownVerdict(chapter))}</td><td>${by}</td><td>${cite}</td></tr>`
      : html`<tr><td>${by}</td><td>${cite}</td></tr>`,
  )
}

function lineOf(finding: Finding): { by: string; cite: Html } {
  // Before the records begin, what is recorded later says nothing of the day.
  const before = 'doubts' in finding ? finding.doubts.find((d) => d.kind === 'before records') : undefined
  if (before?.kind === 'before records') return { by: historyWords.before(before.recordsFrom), cite: html`` }
  const { by, cite } = findingRow(finding)
  return { by: joined(by), cite: citeHtml(finding, cite) }
}

function nameOf({ ref, lookup }: HistoryItem): string {
  if (lookup?.name) return lookup.name
  return shortened(ref.id === `row-${ref.index}` ? ref.input.split('\n', 1)[0]! : ref.id, 80)
}
