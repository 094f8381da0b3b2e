import { pageRows } from '../../batch/output/page-book.js'
import type { ComparedLine } from '../../batch/compare/compare-setup.js'
import type { Reader } from '../../chem/index.js'
import type { Day } from '../../law/index.js'
import type { Comparison } from '../../report/index.js'
import {
  comparedRow,
  comparisonPage,
  drawnInComparison,
  pageWords,
  SharedHtml,
  type PageRow,
} from '../../report/html/index.js'
import { chartRows, coverageChart } from './coverage-chart.js'
import { drawingsOf } from '../output/drawings.js'
import { pageAssets } from '../output/page-assets.js'
import type { Scenarios } from './scenarios.js'

/** The page of a comparison. Of very many rows it lists those that change first. */
export async function comparisonPageOf(
  comparison: Comparison,
  lines: AsyncIterable<ComparedLine>,
  scenarios: Scenarios,
  assumedFrom: Day | null,
  reader: Reader,
): Promise<Iterable<string>> {
  const pieces = new SharedHtml()
  const rows: PageRow[] = []
  const texts: string[] = []
  const { total } = comparison.input
  for await (const { text, ...row } of lines) {
    if (text !== null && texts.length <= chartRows) texts.push(text)
    if (rows.length >= (row.moves.length === 0 ? pageRows.uncontrolled : pageRows.most)) continue
    await reader.ready()
    rows.push(
      comparedRow(row, text !== null && row.moves.length > 0 ? reader.read(text, (s) => s.drawing) : null, pieces),
    )
  }
  const steps = await coverageChart(texts, scenarios, assumedFrom, reader)
  const cut = rows.length < total ? pageWords.cutHits(rows.length, total) : null
  const drawings = await drawingsOf(drawnInComparison(comparison), reader)
  return comparisonPage({ comparison, rows, cut, pieces, steps, drawings, assets: pageAssets() })
}
