import { strength } from '../../matching/index.js'
import { editionName } from '../edition-name.js'
import type { RunFile } from '../result-schema.js'
import type { BatchCounts } from '../text/batch-text.js'
import { aboutWords as words } from '../words/workbook-words.js'
import { verdictWords } from '../words/finding-words.js'

/** What is true of all rows of a workbook. */
export interface AboutRun {
  readonly run: Omit<RunFile, 'run'>
  readonly counts: BatchCounts
  readonly names: ReadonlyMap<string, string>
  readonly files: readonly string[]
  /** How rows were chosen and read, in the words of the command line. */
  readonly options: readonly string[]
}

const kinds = [...strength, 'unreadable'] as const

/** The first sheet of a workbook of results: rows of cells. */
export function aboutSheet({ run, counts, names, files, options }: AboutRun): string[][] {
  const { query } = run
  const asked = [
    ...(query.jurisdictions ? [`-j ${query.jurisdictions.join(',')}`] : []),
    ...(query.assume.length > 0 ? [`--assume ${query.assume.join(',')}`] : []),
    ...(query.rules ?? []).map((id) => `--rule ${id}`),
    ...(query.kinds ? [`--kinds ${query.kinds.join(',')}`] : []),
    ...(query.precursors ? [] : ['--no-precursors']),
    ...(query.chemicalWeapons === false ? ['--no-chemical-weapons'] : []),
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
    [words.law, words.code, words.reviewed, ...kinds.map((kind) => verdictWords[kind])],
    [words.overall, '', '', ...kinds.map((kind) => `${counts.verdicts[kind]}`)],
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
