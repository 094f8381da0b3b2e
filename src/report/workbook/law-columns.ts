import { strength, type Finding, type JurisdictionResult } from '../../matching/index.js'
import { csvHeader, csvRow, findingName, sinceTexts, type CsvLayout } from '../csv.js'
import { freeName } from '../free-name.js'

/** Columns of each law, after its name, which heads the verdicts. */
const lawColumns = ['schedule or list', 'kind', 'citation', 'controlled since'] as const
/** Columns of a CSV after the verdicts: a workbook has all but the problem for each law instead. */
const cellsAfterVerdicts = 4

type Facts = Parameters<typeof csvRow>[4]

/** Where the verdict columns of a header are. */
export function verdictColumns(columns: number, laws: number): ReadonlySet<number> {
  const overall = columns - 2 - laws * (lawColumns.length + 1)
  return new Set([overall, ...Array.from({ length: laws }, (_, i) => overall + 1 + i * (lawColumns.length + 1))])
}

/** The header of a sheet of results: that of a CSV, with the columns of each law next to one another. */
export function workbookHeader(layout: CsvLayout, names: ReadonlyMap<string, string>): string[] {
  const { jurisdictions } = layout
  const { before, after } = parts(csvHeader(layout), jurisdictions.length)
  const own = before.slice(0, -1)
  const laws = jurisdictions.flatMap((code) => [
    names.has(code) ? `${names.get(code)} (${code})` : code,
    ...lawColumns.map((column) => `${code} ${column}`),
  ])
  return [...before, ...laws.map((name) => freeName(name, 'coverage', own)), ...after]
}

export function workbookRow(
  ref: Parameters<typeof csvRow>[0],
  fields: Parameters<typeof csvRow>[1],
  assessment: Parameters<typeof csvRow>[2],
  layout: CsvLayout,
  facts: Facts,
): string[] {
  const { jurisdictions } = layout
  const { before, verdicts, after } = parts(csvRow(ref, fields, assessment, layout, facts), jurisdictions.length)
  const results = assessment.kind === 'judged' ? assessment.judgement.jurisdictions : []
  const laws = jurisdictions.flatMap((code, i) => {
    const own = results.find((j) => j.code === code)
    return [verdicts[i]!, ...cellsOf(own)]
  })
  return [...before, ...laws, ...after]
}

function parts(cells: readonly string[], laws: number) {
  const end = cells.length - cellsAfterVerdicts
  return { before: cells.slice(0, end - laws), verdicts: cells.slice(end - laws, end), after: cells.slice(-1) }
}

/** The kind is that of what decides: a precursor that a class of drugs leaves undecided is a precursor. */
function cellsOf(result: JurisdictionResult | undefined): string[] {
  const { findings = [] } = result ?? {}
  const strongest = strength.find((verdict) => findings.some(({ counts }) => counts === verdict))
  const kinds = findings.flatMap((f) => (f.counts === strongest && 'control' in f ? [f.control] : []))
  const cites = findings.flatMap((finding) => ('cite' in finding ? [finding.cite] : []))
  const since = result ? sinceTexts(result) : []
  return [findings.map((finding) => findingName(finding as Finding)), kinds, cites, since].map((texts) =>
    [...new Set(texts)].join('; '),
  )
}
