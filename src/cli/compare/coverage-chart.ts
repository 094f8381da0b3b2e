import type { Reader } from '../../chem/index.js'
import type { Day } from '../../law/index.js'
import { coverageSteps, historyOf, stepsAcross, type JurisdictionHistory } from '../../matching/index.js'
import { scenarioNames } from '../../report/index.js'
import type { StepChart } from '../../report/html/index.js'
import type { Scenario, Scenarios } from './scenarios.js'

/** Structures whose history is followed for a chart: each is judged on every day on which the law changed. */
export const chartRows = 300

/** Coverage of some structures over the years in both scenarios, which is one scenario where only the day differs. Null for more than `chartRows`. */
export async function coverageChart(
  texts: readonly string[],
  scenarios: Scenarios,
  assumedFrom: Day | null,
  reader: Reader,
): Promise<StepChart | null> {
  if (texts.length > chartRows) return null
  const { before, after } = scenarios
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
  const isSelected = (code: string) => [before, after].some((w) => w.query.jurisdictions?.includes(code) ?? true)
  const recordsFrom = after.law.edition.jurisdictions.flatMap(({ jurisdiction: { code, records_from } }) =>
    records_from !== null && isSelected(code) ? [[code, records_from] as const] : [],
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
