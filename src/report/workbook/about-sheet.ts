import { strength, type JurisdictionResult } from '../../matching/index.js'
import { editionName } from '../run-info.js'
import type { RunFile } from '../schema.js'
import type { BatchCounts } from '../text/batch-text.js'
import { aboutWords as words } from '../words/workbook-words.js'
import { citesOf, csvHeader, csvRow, findingName, sinceTexts, type CsvLayout } from '../csv.js'
import { freeName } from '../free-name.js'
import { verdictOrder } from '../shown-verdict.js'

/** What is true of all rows of a workbook. */
interface AboutRun {
  readonly run: Omit<RunFile, 'run'>
  readonly counts: BatchCounts
  readonly names: ReadonlyMap<string, string>
  readonly files: readonly string[]
  /** How rows were chosen and read, in the words of the command line. */
  readonly options: readonly string[]
}

/** The first sheet of a workbook of results: rows of cells. */
export function aboutSheet({ run, counts, names, files, options }: AboutRun): string[][] {
  const { query } = run
  const asked = [
    ...(query.jurisdictions ? [`-j ${query.jurisdictions.join(',')}`] : []),
    ...(query.assume.length > 0 ? [`--assume ${query.assume.join(',')}`] : []),
    ...(query.rules ?? []).map((id) => `--rule ${id}`),
    ...(query.kinds ? [`--kinds ${query.kinds.join(',')}`] : []),
    ...(query.setsCountAs ? [`--set-counts-as ${query.setsCountAs}`] : []),
    ...(query.positions ?? []).map(({ question, answer }) => `--position "${question}=${answer}"`),
    ...options,
  ]
  const gaps = run.jurisdictions.reduce((sum, j) => sum + j.caveats.filter(({ kind }) => kind === 'gap').length, 0)
  return [
    [words.title],
    [words.day, run.asOf],
    [words.edition, editionName(run.edition, 64)],
    [words.program, `${run.tool.name} ${run.tool.version}`],
    [words.files, ...files],
    [words.options, asked.join(' ') || words.none],
    [],
    [words.law, words.code, words.reviewed, ...verdictOrder.map((kind) => kind)],
    [words.overall, '', '', ...verdictOrder.map((kind) => `${counts.verdicts[kind]}`)],
    ...run.jurisdictions.map(({ code, caveats }) => {
      const own = counts.jurisdictions.get(code)
      return [
        names.get(code) ?? code,
        code,
        reviewedIn(caveats, run.asOf),
        ...strength.map((kind) => `${own?.[kind] ?? 0}`),
        '',
      ]
    }),
    [],
    ...(gaps > 0 ? [[words.gaps(gaps)]] : []),
    [words.notice],
  ]
}

function reviewedIn(caveats: RunFile['jurisdictions'][number]['caveats'], asOf: string): string {
  const found = caveats.find((c) => c.kind === 'after verified' || c.kind === 'long after verified')
  return found?.verifiedThrough === undefined ? words.throughDay(asOf) : `${found.verifiedThrough}`
}

/** Columns of each law, after its name, which heads the verdicts. */
const lawColumns = ['schedule or list', 'kind', 'citation', 'controlled since'] as const
/** Columns of a CSV after the verdicts: a workbook has all but the problem for each law instead. */
const cellsAfterVerdicts = 4

type Facts = Parameters<typeof csvRow>[4]

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
  const since = result ? sinceTexts(result) : []
  return [findings.map(findingName), kinds, citesOf(findings), since].map((texts) => [...new Set(texts)].join('; '))
}
