import { basename } from 'node:path'
import { caseSink, isRegular, parquetSink, xlsxSink, type ChunkJudgeSetup, type Sink } from '../../batch/index.js'
import { githubAnnotations, junit, sarif, type Inspection } from '../../report/index.js'
import type { RunFile } from '../../report/result-schema.js'
import { aboutSheet, verdictColumns } from '../../report/workbook/index.js'
import type { BatchFile } from '../input/batch-files.js'
import { hashOf } from '../input/collection.js'
import { batchPage } from '../output/batch-page.js'
import { jurisdictionNames } from '../output/jurisdiction-names.js'
import { isForBuild, type BatchOptions, type BuildFormat, type OutputFormat } from './batch-options.js'

/** The sink for rows: the output itself, or the writer of a format that is made from all rows. */
export async function sinkFor(
  format: OutputFormat,
  plain: Sink,
  setup: ChunkJudgeSetup,
  runFile: RunFile,
  page: Omit<Parameters<typeof batchPage>[1], 'setup' | 'runFile'>,
): Promise<Sink> {
  if (format === 'parquet') return parquetSink(plain, runFile)
  if (format === 'xlsx')
    return xlsxSink(
      plain,
      ({ length }) => verdictColumns(length, setup.jurisdictions.length),
      () =>
        aboutSheet({
          run: runFile,
          counts: page.tally,
          names: jurisdictionNames(page.law),
          files: page.files.map(({ file }) => basename(file)),
          options: optionsOf(page.options),
        }),
    )
  if (isForBuild(format)) {
    const [{ file }] = page.files as [BatchFile]
    const sha256 = page.files.length === 1 && isRegular(file) ? await hashOf(file) : null
    return caseSink(plain, file, (cases) => buildReport(format, { file, sha256, cases }, runFile, page.tally.total))
  }
  return format === 'html' ? batchPage(plain, { setup, runFile, ...page }) : plain
}

function buildReport(
  format: BuildFormat,
  found: Pick<Inspection, 'file' | 'sha256' | 'cases'>,
  { tool, edition, query }: RunFile,
  rows: number,
): string {
  const inspection: Inspection = { ...found, suite: 'batch', rows, tool, edition, positions: query.positions }
  if (format === 'sarif') return `${JSON.stringify(sarif(inspection), null, 2)}\n`
  return format === 'junit' ? junit(inspection) : githubAnnotations(inspection)
}

/** Options that choose and read the rows, as they are given. */
function optionsOf({ only, lookup, ignoreDates }: BatchOptions): string[] {
  return [
    ...(only ? [`--only ${only}`] : []),
    ...(lookup ? ['--lookup'] : []),
    ...(ignoreDates ? ['--ignore-dates'] : []),
  ]
}
