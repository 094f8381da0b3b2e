import type { JurisdictionHistory } from '../../matching/index.js'
import { timelineChartHtml } from '../html/charts/timeline-chart.js'
import { chaptersHtml } from '../html/history-page.js'
import { html, type Html } from '../markup.js'
import type { UiWords } from './ui-words.js'

/** The timeline of a substance: a chart of all jurisdictions, with the dates and citations below. */
export function appHistoryHtml(
  histories: readonly JurisdictionHistory[],
  name: string,
  today: string,
  ui: UiWords,
): Html {
  return html`<section class="history"><h3>${ui.history}</h3>${timelineChartHtml(histories, name, today)}${histories.map((history) => html`<details><summary>${history.code}</summary>${chaptersHtml(history)}</details>`)}</section>`
}
