import { strength } from '../../matching/index.js'
import { editionName } from '../run-info.js'
import type { RunFile } from '../schema.js'
import type { BatchCounts } from '../text/batch-text.js'
import { aboutWords as words } from '../words/workbook-words.js'
import { factCells, headerParts, listsOf, rowParts, type CsvLayout } from '../csv.js'
import { decidingOf, type LawStatements } from '../statement.js'
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
    ...(query.readings ? [`--readings ${query.readings}`] : []),
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
/** Columns of a CSV that a workbook has for each law instead. */
const left = ['findings', 'cites', 'controlled_since']

/** The columns of a header that hold verdicts: that of each law stands before its list, the overall one before all. */
export function verdictColumns(header: readonly string[]): ReadonlySet<number> {
  const laws = header.flatMap((name, i) => (/ schedule or list(_\d+)?$/.test(name) ? [i - 1] : []))
  return new Set(laws.length === 0 ? [] : [laws[0]! - 1, ...laws])
}

/** The header of a sheet of results: that of a CSV, with the columns of each law next to one another. */
export function workbookHeader(layout: CsvLayout, names: ReadonlyMap<string, string>): string[] {
  const laws = layout.jurisdictions.flatMap((code) => [
    names.has(code) ? `${names.get(code)} (${code})` : code,
    ...lawColumns.map((column) => `${code} ${column}`),
  ])
  const { input, verdicts, facts } = headerParts(layout, laws, left)
  return [...input, ...verdicts, ...facts]
}

export function workbookRow(...row: Parameters<typeof rowParts>): string[] {
  const { input, laws, facts } = rowParts(...row)
  const cells = row[3].jurisdictions.flatMap((code) => {
    const law = laws.get(code)
    return law ? [law.verdict, ...cellsOf(law)] : ['', ...lawColumns.map(() => '')]
  })
  return [...input, ...cells, ...factCells(facts, left)]
}

/** The kind is that of what decides: a precursor that a class of drugs leaves undecided is a precursor. */
function cellsOf({ statements }: LawStatements): string[] {
  const { findings, cites, controlled_since } = listsOf(statements)
  const kinds = [...new Set(decidingOf(statements).flatMap(({ control }) => control ?? []))].join('; ')
  return [findings, kinds, cites, controlled_since]
}
