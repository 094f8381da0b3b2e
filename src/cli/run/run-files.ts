import { type Progress, type ChunkJudgeSetup, runFileOf, runFilePath } from '../../batch/index.js'
import { selectedJurisdictions, checkQuery, nothingFound, type LawIndex, type Query } from '../../matching/index.js'
import { closingLine } from '../../report/documents.js'
import { batchFiles, checkColumns } from '../input/collection.js'
import { identifyOf, type Options } from '../options.js'
import { isForBuild, type OutputFormat, batchChoices, isContinued } from './run-identity.js'
import type { Host } from '../host.js'
import { lawOf } from '../law-files/law-file.js'
import { jurisdictionNames } from '../output/jurisdiction-names.js'
import type { UserRules } from '../law-files/rule-overlay.js'
import { besides } from './lock.js'
import { reportEnd } from './run-end.js'
import { runInfo } from '../output/run-info.js'
import { runResumable, type WorkDone } from './run-resumable.js'
import { beginRunFile, runFileFor, sinkFor } from './row-sink.js'
import { checkOutput } from './run-plan.js'
import { warnOfAge } from '../output/warnings.js'
import { checkOverwrites, lawFiles, type UsedFiles } from '../output/same-file.js'

/** Runs a batch. @throws {CannotRun} with the rows written so far */
export async function runFiles(
  given: readonly string[],
  options: Options,
  format: OutputFormat,
  query: Query,
  own: UserRules,
  host: Host,
): Promise<WorkDone<ChunkJudgeSetup> & { readonly stale: readonly 'stale'[] }> {
  const files = batchFiles(given, options.inputFormat)
  checkOverwrites(
    { input: files.map(({ file }) => (file === '-' ? 0 : file)), ...lawFiles(options) },
    writtenBy(options, host),
  )
  checkColumns(files, options)
  checkOutput(files, options, format)
  const law = await own.over(await lawOf(options))
  checkQuery(law, query)
  const stale = warnOfAge(law, query, options, host, options.quiet || options.log)
  const facts = runFileFor(options, format)
  const done = await runResumable<ChunkJudgeSetup>({
    files,
    options: { ...options, lines: isForBuild(format) },
    continued: isContinued(format),
    edition: law.edition,
    query,
    choices: batchChoices(law, query, options, format, facts.schema),
    progress: progressKind(options, host),
    async begin(asked, resumed) {
      const judged = {
        ...setupFor(options, format, law, asked),
        run: runInfo(law, asked, own.ids),
        today: host.today,
        files: files.length > 1 ? files.map((f) => f.file) : null,
      }
      const runFile = runFileOf(judged.run, nothingFound(law, asked), judged.explain)
      const setup = facts.schema === 2 ? { ...judged, short: runFile } : judged
      return {
        setup,
        before: async () => void (facts.path !== null && (await beginRunFile(facts.path, runFile, resumed))),
        table: { ...setup, bom: options.bom ?? false },
        sinkFor: (plain, tally, whole) => sinkFor(format, plain, { setup, runFile, options, law, tally, files, whole }),
      }
    },
    ended: (done) => reportEnd(done, law, options, host, given),
    failed(tally, seconds, before) {
      if (!options.quiet) host.stderr.write(closingLine(tally, seconds, before))
    },
    host,
  })
  return { ...done, stale }
}

/** How rows are written for the writer of each format. */
const rowFormats = {
  ...{ ndjson: 'ndjson', csv: 'csv', xlsx: 'sheet', parquet: 'cells', sdf: 'sdf', summary: 'summary' },
  ...{ html: 'ndjson', sarif: 'ndjson', github: 'ndjson', junit: 'ndjson' },
} as const satisfies Record<OutputFormat, ChunkJudgeSetup['format']>

/** @param query with the day of the earlier run, if one is continued */
function setupFor(
  options: Options,
  format: OutputFormat,
  law: LawIndex,
  query: Query,
): Omit<ChunkJudgeSetup, 'run' | 'today' | 'files'> {
  return {
    format: rowFormats[format],
    query,
    explain: options.explain ?? false,
    identify: identifyOf(options),
    screen: options.screen,
    mixed: options.lookup ?? false,
    // A build counts all rows as tests, and otherwise only hears of rows to look at.
    only: options.only ?? (isForBuild(format) && format !== 'junit' ? 'review' : null),
    ignoreDates: options.ignoreDates ?? false,
    jurisdictions: selectedJurisdictions(law, query).map((j) => j.jurisdiction.code),
    ...(format === 'xlsx' ? { names: jurisdictionNames(law) } : {}),
  }
}

function progressKind(options: Options, host: Host): Progress['kind'] {
  if (options.quiet) return 'none'
  if (options.log) return 'json'
  return host.stderr.isTTY === true ? 'line' : 'log'
}

/** Stdout may be a file too: `>> in.smi` would be read endlessly. */
function writtenBy({ output, runInfo }: Options, { stdout }: Host): UsedFiles {
  if (output === undefined)
    return { output: 'fd' in stdout ? (stdout.fd as number) : undefined, 'the run info': runInfo }
  const facts = runFilePath(output)
  return { output, ...besides(output, facts), 'the run info': runInfo === facts ? undefined : runInfo }
}
