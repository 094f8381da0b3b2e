import type { Reader } from '../../chem/index.js'
import type { Day } from '../../law/index.js'
import type { Comparison } from '../../report/index.js'
import { comparedRow, comparisonPage, Pieces, type PageRow } from '../../report/html/index.js'
import { coverageChart } from './coverage-chart.js'
import { pageAssets } from '../output/page-assets.js'
import type { Scenarios } from './scenarios.js'

/** The page of a comparison. `texts` are the structures of its rows; null where one was not read. */
export async function comparisonPageOf(
  comparison: Comparison,
  texts: readonly (string | null)[],
  scenarios: Scenarios,
  assumedFrom: Day | null,
  reader: Reader,
): Promise<Iterable<string>> {
  const pieces = new Pieces()
  const rows: PageRow[] = []
  for (const [i, row] of comparison.input.rows.entries()) {
    const text = texts[i] ?? null
    await reader.ready()
    rows.push(
      comparedRow(row, text !== null && row.moves.length > 0 ? reader.read(text, (s) => s.drawing) : null, pieces),
    )
  }
  const steps = await coverageChart(
    texts.filter((t) => t !== null),
    scenarios,
    assumedFrom,
    reader,
  )
  return comparisonPage({ comparison, rows, pieces, steps, assets: pageAssets() })
}
