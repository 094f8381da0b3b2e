import { basename } from 'node:path'
import {
  type Sink,
  xlsxSink,
  parquetSink,
  isRegular,
  documentSink,
  readRunFile,
  runFilePath,
  writeRunFile,
} from '../../batch/index.js'
import {
  type CaseResult,
  resultCase,
  buildReport,
  type PlacedResult,
  type RunFile,
  aboutSheet,
  verdictColumns,
} from '../../report/index.js'
import { type BatchFile, hashOf } from '../input/collection.js'
import { batchPage, type WholeBatch } from './batch-page.js'
import { statementSink } from './statements.js'
import { jurisdictionNames } from '../output/jurisdiction-names.js'
import type { Options } from '../options.js'
import { isForBuild, type OutputFormat } from './run-identity.js'
import { CannotRun } from '../host.js'

/** The sink for rows: the output itself, or the writer of a format that is made from all rows. */
export async function sinkFor(format: OutputFormat, plain: Sink, batch: WholeBatch): Promise<Sink> {
  const { setup, runFile, tally, law, files, options, baseline } = batch
  if (format === 'parquet') return parquetSink(plain, runFile)
  if (format === 'xlsx')
    return xlsxSink(
      plain,
      verdictColumns,
      () =>
        aboutSheet({
          run: runFile,
          counts: tally,
          names: jurisdictionNames(law),
          files: files.map(({ file }) => basename(file)),
          options: optionsOf(options),
        }),
      { hitsFirst: setup.only === 'hits-first' },
    )
  if (isForBuild(format)) {
    const [{ file }] = files as [BatchFile]
    const sha256 = files.length === 1 ? await hashOf(file) : null
    const cases: CaseResult[] = []
    return documentSink<PlacedResult>(
      plain,
      (row) => void cases.push(resultCase(file, row)),
      async () => {
        const { tool, edition, query } = runFile
        const about = { tool, edition, positions: query.positions, rows: tally.total, baseline }
        return [buildReport(format, { file, sha256, cases, suite: 'batch', ...about })]
      },
    )
  }
  if (options.statement) return statementSink(plain, batch)
  return format === 'html' ? batchPage(plain, batch) : plain
}

/** Options that choose and read the rows, as they are given. */
function optionsOf({ only, lookup, ignoreDates }: Options): string[] {
  return [
    ...(only ? [`--only ${only}`] : []),
    ...(lookup ? ['--lookup'] : []),
    ...(ignoreDates ? ['--ignore-dates'] : []),
  ]
}

/**
 * Where the facts of a run are written (null for nowhere), and the schema of its rows: they leave the facts out only
 * if a file has them.
 */
export function runFileFor(options: Pick<Options, 'output' | 'runInfo'>, format: OutputFormat) {
  const { output, runInfo } = options
  // A page and a Parquet file contain them, and a report for a build names the edition.
  const nextToOutput =
    output !== undefined && format !== 'html' && format !== 'parquet' && !isForBuild(format) && isRegular(output)
  const path = runInfo ?? (nextToOutput ? runFilePath(output) : null)
  return { path, schema: format === 'ndjson' && path !== null ? (2 as const) : (1 as const) }
}

/** Writes the facts of a run. @throws {CannotRun} if the facts of a resumed run differ: its rows refer to them */
export async function beginRunFile(path: string, run: RunFile, resumed: boolean): Promise<void> {
  const known = resumed ? await readRunFile(path) : null
  if (known && known.run !== run.run)
    throw new CannotRun(
      `the run cannot be resumed: ${path} says that it was started with other facts ` +
        `(version ${known.tool.version} of the program, edition ${known.edition.id})`,
    )
  await writeRunFile(path, run)
}
