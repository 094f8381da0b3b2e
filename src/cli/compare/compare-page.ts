import { pageRows } from '../../batch/output/page-book.js'
import type { Reader } from '../../chem/index.js'
import type { Day } from '../../law/index.js'
import { isChanged, type Comparison } from '../../report/index.js'
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
import type { SpooledRow } from './row-spool.js'
import type { Scenarios } from './scenarios.js'

/**
 * The page of a comparison, with the rows that change, or all. Of very many it lists those that change first.
 * @param scenarios null for result files, which have no structures to draw and no law to follow over time
 */
export async function comparisonPageOf(
  comparison: Comparison,
  lines: AsyncIterable<SpooledRow>,
  all: boolean,
  scenarios: Scenarios | null,
  assumedFrom: Day | null,
  reader: Reader,
): Promise<Iterable<string>> {
  const pieces = new SharedHtml()
  const rows: PageRow[] = []
  const texts: string[] = []
  let wanted = 0
  for await (const { text = null, ...row } of lines) {
    if (text !== null && texts.length <= chartRows) texts.push(text)
    if (!all && !isChanged(row) && row.after !== 'unreadable') continue
    wanted++
    if (rows.length >= (isChanged(row) ? pageRows.most : pageRows.uncontrolled)) continue
    await reader.ready()
    rows.push(comparedRow(row, text !== null && isChanged(row) ? reader.read(text, (s) => s.drawing) : null, pieces))
  }
  const steps = scenarios && (await coverageChart(texts, scenarios, assumedFrom, reader))
  const cut = rows.length < wanted ? pageWords.cutHits(rows.length, wanted) : null
  const drawings = await drawingsOf(drawnInComparison(comparison), reader)
  return comparisonPage({ comparison, rows, cut, pieces, steps, drawings, assets: pageAssets() })
}
