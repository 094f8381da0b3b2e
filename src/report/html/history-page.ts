import { historyDocument, type HistoryItem } from '../answers/history-document.js'
import { blocksHtml } from '../document/html.js'
import { figure } from '../document/model.js'
import { html, type Html } from '../markup.js'
import type { RunInfo } from '../run-info.js'
import { timelineChartHtml, timelinesChartHtml } from './charts/timeline-chart.js'
import { plainFigure } from './page-row.js'
import { pageText, type PageAssets } from './page-text.js'
import { pageWords } from './page-words.js'

/** The page of `history`: all structures in one chart if there are several, and for each structure a chart of all jurisdictions, and tables of days, words and citations. */
export function historyPage(items: readonly HistoryItem[], run: RunInfo, assets: PageAssets): Generator<string> {
  const title = items.length === 1 ? pageWords.historyOf(nameOf(items[0]!)) : pageWords.histories
  const judged = items.flatMap((item) => (item.problem ? [] : [{ name: nameOf(item), histories: item.histories }]))
  const together = judged.length > 1 && timelinesChartHtml(judged, run.asOf)
  const main = html`<main id="results">${together}${items.map((item) => itemHtml(item, run.asOf))}</main>`
  return pageText({ title, main, runs: [run], assets })
}

function itemHtml(item: HistoryItem, today: string): Html {
  const name = nameOf(item)
  const figures = [
    ...(item.drawing ? [figure(plainFigure(item.drawing, pageWords.drawing(name)))] : []),
    figure(timelineChartHtml(item.histories, name, today)),
  ]
  return html`<article>${blocksHtml(historyDocument(item, figures), undefined, null, 1)}</article>`
}

function nameOf(item: HistoryItem): string {
  const [title] = historyDocument({ ...item, histories: [] })
  return title?.kind === 'verdict' ? title.name : title?.kind === 'heading' ? title.text : item.ref.id
}
