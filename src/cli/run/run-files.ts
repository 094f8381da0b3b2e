import {
  FileProblem,
  fileSink,
  isRegular,
  Progress,
  runBatch,
  Screening,
  Tally,
  type ChunkJudgeSetup,
  type Sink,
  type Source,
} from '../../batch/index.js'
import { Reader } from '../../chem/index.js'
import { runFileOf, runFilePath } from '../../batch/run/run-file.js'
import { selectedJurisdictions, checkQuery, nothingFound, type LawIndex, type Query } from '../../matching/index.js'
import type { RunFile } from '../../report/result-schema.js'
import { closingLine, stopLine } from '../../report/text/index.js'
import { batchFiles, checkColumns, type BatchFile } from '../input/batch-files.js'
import { isForBuild, type BatchOptions, type OutputFormat, batchChoices, isContinued } from './run-identity.js'
import { CannotRun } from '../cannot-run.js'
import type { Host, Stop } from '../host.js'
import { lawOf } from '../law-files/law-file.js'
import { Output } from '../output/output.js'
import { jurisdictionNames } from '../output/jurisdiction-names.js'
import type { OwnRules } from '../law-files/rule-overlay.js'
import { asCannotRun, besides, lockOutput, type OutputLock } from './lock.js'
import { keeperOf } from './keep-rows.js'
import { judgesFor } from './run-judges.js'
import { reportEnd } from './run-end.js'
import { runInfo } from '../output/run-info.js'
import { beginJournal, type Ledger } from './run-journal.js'
import { beginRunFile, runFileFor, sinkFor } from './row-sink.js'
import { checkOutput, planOf, shareOf, type Plan } from './run-plan.js'
import { warnOfAge } from '../output/warn-of-age.js'
import { checkOverwrites, lawFiles, outputOf, type UsedFile } from '../output/same-file.js'

export interface FinishedRun {
  /** Verdicts that occurred. */
  readonly occurred: ReadonlySet<string>
  /** The signal that ended the run early. */
  readonly stopped: Stop | null
  readonly rows: number
}

/** Runs a batch. @throws {CannotRun} with the rows written so far */
export async function runFiles(
  given: readonly string[],
  options: BatchOptions,
  format: OutputFormat,
  query: Query,
  own: OwnRules,
  host: Host,
): Promise<FinishedRun> {
  const files = batchFiles(given, options.inputFormat)
  checkOverwrites([...files.map(inputOf), ...lawFiles(options)], writtenBy(options, host))
  checkColumns(files, options)
  checkOutput(files, options, format)
  const shipped = await lawOf(options)
  const law = own.ids.length > 0 ? own.over(shipped, await Reader.start()) : shipped
  checkQuery(law, query)
  if (!options.quiet && !options.log) warnOfAge(law, query, host)
  host.prepareForWork?.()
  const lock =
    options.output === undefined || !isRegular(options.output)
      ? null
      : await asCannotRun(async () => lockOutput(options.output!))
  try {
    return await runLocked(lock, files, options, format, query, law, own, given, host)
  } finally {
    lock?.release()
  }
}

async function runLocked(
  lock: OutputLock | null,
  files: readonly BatchFile[],
  options: BatchOptions,
  format: OutputFormat,
  query: Query,
  law: LawIndex,
  own: OwnRules,
  given: readonly string[],
  host: Host,
): Promise<FinishedRun> {
  const facts = runFileFor(options, format)
  const ledger = await asCannotRun(() =>
    beginJournal(
      files,
      isContinued(format) ? options : { ...options, output: undefined },
      query,
      batchChoices(law, query, options, format, facts.schema),
    ),
  )
  const tally = new Tally()
  const screening = new Screening()
  if (ledger.begun) {
    tally.merge(ledger.begun.tally)
    screening.merge(ledger.begun.screening)
  }
  let setup = setupFor(files, options, format, law, ledger.query, query, own, host)
  const runFile = runFileOf(setup.run, nothingFound(law, ledger.query), setup.explain)
  if (facts.schema === 2) setup = { ...setup, short: runFile }
  if (facts.path !== null) await asCannotRun(() => beginRunFile(facts.path!, runFile, ledger.begun !== null))
  let stopped: Stop | null = null
  const stop = new AbortController()
  const unlisten = host.onStop?.((signal) => {
    stopped = signal
    stop.abort()
  })
  const before = tally.total
  let progress: Progress | null = null
  let sources: readonly Source[] = []
  try {
    if (!ledger.begun?.done) {
      const plan = await planOf(
        files,
        { ...options, lines: isForBuild(format) },
        host,
        ledger.begun,
        options.output !== undefined,
      )
      sources = plan.sources
      progress = new Progress(
        host.stderr,
        tally,
        shareOf(files, sources, plan.bytes),
        progressKind(options, host),
        before,
      )
      await run({
        plan,
        setup,
        runFile,
        given: files,
        format,
        options,
        law,
        host,
        lock,
        ledger,
        tally,
        screening,
        progress,
        stop: stop.signal,
      })
    }
  } catch (error) {
    progress?.clear()
    if (!(error instanceof FileProblem)) throw error
    if (!options.quiet && progress) host.stderr.write(closingLine(tally, progress.seconds, before))
    throw new CannotRun(`${error.message}${error.lasting ? '' : ledger.hint}`)
  } finally {
    unlisten?.()
  }
  progress?.clear()
  reportEnd(tally, screening, sources, law, setup, options, host, progress?.seconds ?? 0, before, given)
  if (stopped !== null)
    host.stderr.write(stopLine(stopped, tally.total, isContinued(format) ? (options.output ?? null) : null))
  return { occurred: tally.occurred, stopped, rows: tally.total }
}

/** @param resumed the query with the day of the earlier run, if one is continued */
function setupFor(
  files: readonly BatchFile[],
  options: BatchOptions,
  format: OutputFormat,
  law: LawIndex,
  resumed: Query,
  query: Query,
  own: OwnRules,
  host: Host,
): ChunkJudgeSetup {
  return {
    format:
      format === 'parquet'
        ? 'cells'
        : format === 'xlsx'
          ? 'sheet'
          : format === 'html' || isForBuild(format)
            ? 'ndjson'
            : format,
    query: resumed,
    run: runInfo(law, resumed, own.ids),
    explain: options.explain ?? false,
    identify: options.identify === undefined ? 'controlled' : options.identify ? 'all' : 'listed',
    screen: options.screen,
    mixed: options.lookup ?? false,
    // A build counts all rows as tests, and otherwise only hears of rows to look at.
    only: options.only ?? (isForBuild(format) && format !== 'junit' ? 'review' : null),
    today: host.today,
    ignoreDates: options.ignoreDates ?? false,
    jurisdictions: selectedJurisdictions(law, query).map((j) => j.jurisdiction.code),
    ...(format === 'xlsx' ? { names: jurisdictionNames(law) } : {}),
    files: files.length > 1 ? files.map((f) => f.file) : null,
  }
}

/** What a run works with. */
interface RunWork {
  readonly runFile: RunFile
  readonly given: readonly BatchFile[]
  readonly format: OutputFormat
  readonly plan: Plan
  readonly setup: ChunkJudgeSetup
  readonly options: BatchOptions
  readonly law: LawIndex
  readonly host: Host
  readonly lock: OutputLock | null
  readonly ledger: Ledger
  readonly tally: Tally
  readonly screening: Screening
  readonly progress: Progress
  readonly stop: AbortSignal
}

async function run({
  plan,
  runFile,
  setup,
  given,
  format,
  options,
  law,
  host,
  lock,
  ledger,
  tally,
  screening,
  progress,
  stop,
}: RunWork): Promise<void> {
  await ledger.start(plan)
  const file = options.output === undefined ? null : await fileSink(options.output, ledger.begun)
  const output = new Output(host.stdout)
  const plain: Sink = file ?? { write: (bytes, written) => output.write(bytes, written), close: async () => {} }
  let whole = false
  let ended = false
  const sink = await sinkFor(format, plain, setup, runFile, { options, law, tally, files: given, whole: () => whole })
  const made = sink !== plain
  const { judges, width } = await judgesFor({
    bytes: plan.sources.reduce<number>((sum, s) => sum + (s.size ?? Infinity), 0),
    workers: options.workers,
    edition: law.edition,
    setup,
    mayStop: host.onStop !== undefined,
  })
  const keeper = keeperOf(made ? null : file, plan, { ledger, lock, tally, screening, progress })
  try {
    await keeper.keep(false)
    await runBatch({
      ...plan,
      judges,
      width,
      sink,
      tally,
      screening,
      stop,
      table: { ...setup, bom: options.bom ?? false, columns: ledger.begun?.columns ?? null },
      mark: keeper.mark,
    })
    whole = !stop.aborted
    await keeper.keep(whole)
    ended = true
  } catch (error) {
    // The rows so far are kept; on a full disk, the last journal entry remains.
    if (error instanceof FileProblem && error.file !== options.output) await keeper.keep(false)
    throw error
  } finally {
    await judges.close()
    await sink.close().catch((error: unknown) => {
      // An error already thrown says more. A page or Parquet file is written only here.
      if (ended || !(error instanceof FileProblem)) throw error
    })
  }
  if (!stop.aborted) ledger.end()
}

function progressKind(options: BatchOptions, host: Host): Progress['kind'] {
  if (options.quiet) return 'none'
  if (options.log) return 'json'
  return host.stderr.isTTY === true ? 'line' : 'log'
}

function inputOf({ file }: BatchFile): UsedFile {
  return file === '-' ? { what: 'input', path: null, descriptor: 0 } : { what: 'input', path: file }
}

/** Stdout may be a file too: `>> in.smi` would be read endlessly. */
function writtenBy({ output, runInfo }: BatchOptions, host: Host): UsedFile[] {
  const facts = runInfo === undefined ? [] : [{ what: 'the run info', path: runInfo }]
  if (output === undefined)
    return [
      { what: 'output', path: null, ...('fd' in host.stdout ? { descriptor: host.stdout.fd as number } : {}) },
      ...facts,
    ]
  return [
    ...outputOf(output),
    ...besides(output, runFilePath(output)),
    ...(runInfo === runFilePath(output) ? [] : facts),
  ]
}
