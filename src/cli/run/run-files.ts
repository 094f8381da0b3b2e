import { type Progress, type ChunkJudgeSetup, runFileOf, runFilePath } from '../../batch/index.js'
import { selectedJurisdictions, checkQuery, nothingFound, type LawIndex, type Query } from '../../matching/index.js'
import { closingLine } from '../../report/documents.js'
import { batchFiles, checkColumns } from '../input/collection.js'
import type { Options } from '../options.js'
import { isForBuild, type OutputFormat, batchChoices, isContinued } from './run-identity.js'
import { CannotRun, type Host } from '../host.js'
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
import { checkSuggest, suggestedWords, writeSuggestions } from './suggestions.js'
import { readBaseline } from './baseline-file.js'
import { readWaivers } from '../law-files/waivers-file.js'
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
  checkSuggest(files, options)
  const law = await own.over(await lawOf(options))
  checkQuery(law, query)
  const { baseline, waivers } = await earlierDecisions(options, format, law, query, host)
  const stale = warnOfAge(law, query, options, host, options.quiet || options.log)
  const facts = runFileFor(options, format)
  const done = await runResumable<ChunkJudgeSetup>({
    files,
    options: { ...options, lines: isForBuild(format) },
    continued: isContinued(format),
    edition: law.edition,
    query,
    choices: batchChoices(law, query, options, format, facts.schema, waivers?.inForce),
    progress: progressKind(options, host),
    async begin(asked, resumed) {
      const judged = {
        ...setupFor(options, format, law, asked),
        ...(waivers ? { waivers: waivers.inForce } : {}),
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
        sinkFor: (plain, tally, whole) =>
          sinkFor(format, plain, { setup, runFile, options, law, tally, files, whole, baseline }),
      }
    },
    ended: (done) => reportEnd(done, law, options, host, given, waivers),
    failed(tally, seconds, before) {
      if (!options.quiet) host.stderr.write(closingLine(tally, seconds, before))
    },
    host,
  })
  if (options.suggest !== undefined && done.stopped === null) {
    const count = await writeSuggestions(options.suggest, files, options, law, host)
    if (!options.quiet && !options.log) host.stderr.write(`${suggestedWords(options.suggest, count)}\n`)
  }
  return { ...done, stale }
}

/** What an earlier run found, and what the user decided on findings. @throws {CannotRun} */
async function earlierDecisions(options: Options, format: OutputFormat, law: LawIndex, query: Query, host: Host) {
  const { baseline, waivers } = options
  if (baseline !== undefined && format !== 'sarif')
    throw new CannotRun('--baseline is for --format sarif, which says what is new, unchanged or absent')
  const day = host.today > query.asOf ? host.today : query.asOf
  return {
    baseline: baseline === undefined ? null : await readBaseline(baseline, host),
    waivers: waivers === undefined ? null : await readWaivers(waivers, law, query, day),
  }
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
    // Findings are told apart by InChIKey.
    identify:
      (isForBuild(format) || options.waivers) && options.identify !== 'all'
        ? 'found'
        : (options.identify ?? 'controlled'),
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
function writtenBy({ output, runInfo, suggest }: Options, { stdout }: Host): UsedFiles {
  if (output === undefined)
    return { output: 'fd' in stdout ? (stdout.fd as number) : undefined, 'the run info': runInfo, suggestions: suggest }
  const facts = runFilePath(output)
  return {
    output,
    ...besides(output, facts),
    'the run info': runInfo === facts ? undefined : runInfo,
    suggestions: suggest,
  }
}
