import { pageRows } from '../../batch/index.js'
import type { Reader } from '../../chem/index.js'
import { isChanged, type Comparison } from '../../report/index.js'
import {
  comparedRow,
  comparisonPage,
  drawnInComparison,
  pageWords,
  SharedHtml,
  type PageRow,
  type StepChart,
} from '../../report/documents.js'
import { drawingsOf } from '../output/drawings.js'
import { pageAssets } from '../output/page-assets.js'
import type { SpooledRow } from './row-spool.js'
import { type Scenarios, type Scenario, scenarioNames } from './scenarios.js'
import {
  coverageSteps,
  historyOf,
  selectedJurisdictions,
  stepsAcross,
  type JurisdictionHistory,
} from '../../matching/index.js'

/**
 * The page of a comparison, with the rows that change, or all. Of very many it lists those that change first.
 * @param scenarios null for result files, which have no structures to draw and no law to follow over time
 */
export async function comparisonPageOf(
  comparison: Comparison,
  lines: AsyncIterable<SpooledRow>,
  all: boolean,
  scenarios: Scenarios | null,
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
  const steps = scenarios && (await coverageChart(texts, scenarios, reader))
  const cut = rows.length < wanted ? pageWords.cutHits(rows.length, wanted) : null
  const drawings = await drawingsOf(drawnInComparison(comparison), reader)
  return comparisonPage({ comparison, rows, cut, pieces, steps, drawings, assets: pageAssets() })
}

/** Structures whose history is followed for a chart: each is judged on every day on which the law changed. */
const chartRows = 300

/** Coverage of structures over the years in both scenarios (one if only the day differs). Null above `chartRows`. */
async function coverageChart(
  texts: readonly string[],
  scenarios: Scenarios,
  reader: Reader,
): Promise<StepChart | null> {
  if (texts.length > chartRows) return null
  const { before, after, assumedFrom } = scenarios
  const days = [before.query.asOf, after.query.asOf].sort()
  const until = days[1]!
  const steps = async (scenario: Scenario) => {
    const all: JurisdictionHistory[][] = []
    for (const text of texts) {
      await reader.ready()
      all.push(reader.read(text, (structure) => historyOf(structure, scenario.law, scenario.query)))
    }
    return coverageSteps(all, until)
  }
  const names = scenarioNames(before.run, after.run)
  const total = texts.length
  const marks = [...new Set(days)].map((day) => [day, day] as const)
  const selected = [before, after].flatMap((w) => selectedJurisdictions(w.law, w.query).map((j) => j.jurisdiction.code))
  const recordsFrom = after.law.edition.jurisdictions.flatMap(({ jurisdiction: { code, records_from } }) =>
    records_from !== null && selected.includes(code) ? [[code, records_from] as const] : [],
  )
  const first = await steps(before)
  const sameLaw =
    JSON.stringify({ ...before.query, asOf: '' }) === JSON.stringify({ ...after.query, asOf: '' }) &&
    before.law.edition.sha256 === after.law.edition.sha256
  if (sameLaw) return { series: [{ name: names.join(', '), steps: first }], total, marks, until, recordsFrom }
  const second = await steps(after)
  const changed = assumedFrom === null ? second : stepsAcross(first, second, assumedFrom)
  return {
    series: [
      { name: names[0], steps: first },
      { name: names[1], steps: changed },
    ],
    total,
    marks,
    until,
    recordsFrom,
  }
}
