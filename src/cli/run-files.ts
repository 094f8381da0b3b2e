import { availableParallelism } from 'node:os'
import { Reader } from '../chem/index.js'
import { Desk, FileProblem, fileSink, openSource, planShard, Progress, parquetSink, runBatch, Screening, Tally, type Desks, type DeskSetup, type FileSink, type Journal, type Position, type Sink, type Source } from '../batch/index.js'
import { checkQuery, nothingFound, type LawIndex, type Query } from '../matching/index.js'
import { closingLine, footerText, screeningText, stopLine, summaryTable } from '../report/text/index.js'
import { batchFiles, type BatchFile } from './batch-files.js'
import type { BatchOptions, OutputFormat } from './batch.js'
import { CannotRun } from './cannot-run.js'
import { wantsColour } from './colour.js'
import type { Host, Stop } from './host.js'
import { loadLaw } from './law-file.js'
import { Output } from './output.js'
import { batchWorker } from './paths.js'
import { beginJournal, type Ledger } from './run-journal.js'
import { ruleIds, withRuleFiles } from './own-rules.js'
import { runInfo } from './run-info.js'

export interface Ran {
  /** Verdicts that occurred. */
  readonly occurred: ReadonlySet<string>
  /** The signal that ended the run early. */
  readonly stopped: Stop | null
}

/** Inputs below this many bytes are judged on one thread: starting others takes longer. */
const worthThreads = 4 * 1024 * 1024

/** Runs a batch. @throws {CannotRun} with the rows so far written */
export async function runFiles(given: readonly string[], options: BatchOptions, format: OutputFormat, query: Query, host: Host): Promise<Ran> {
  const files = batchFiles(given, options.inputFormat, options.output)
  checkOutput(files, options, format)
  const shipped = loadLaw(options.edition)
  const law = options.rule ? withRuleFiles(shipped, options.rule, await Reader.start()) : shipped
  checkQuery(law, query)
  const ledger = told(() => beginJournal(files, options, format, query, law))
  const tally = new Tally()
  const screening = new Screening()
  if (ledger.begun) {
    tally.merge(ledger.begun.tally)
    screening.merge(ledger.begun.screening)
  }
  const setup: DeskSetup = {
    format: format === 'parquet' ? 'cells' : format,
    query: ledger.query,
    run: runInfo(law, ledger.query, options.rule ? ruleIds(options.rule) : []),
    explain: options.explain ?? false,
    identify: options.identify ?? false,
    screen: options.screen,
    only: options.only ?? null,
    jurisdictions: law.edition.jurisdictions.map((j) => j.jurisdiction.code).filter((code) => query.jurisdictions?.includes(code) ?? true),
    files: files.length > 1 ? files.map((f) => f.file) : null,
  }
  let stopped: Stop | null = null
  const unlisten = host.onStop?.((signal) => (stopped = signal))
  const before = tally.total
  let progress: Progress | null = null
  let sources: readonly Source[] = []
  try {
    if (!ledger.begun?.done) {
      const plan = await planOf(files, options, host, ledger.begun)
      sources = plan.sources
      progress = new Progress(host.stderr, tally, shareOf(files, sources, plan.bytes), progressKind(options, host), before)
      await run({ plan, setup, options, law, host, ledger, tally, screening, progress, stopped: () => stopped !== null })
    }
  } catch (error) {
    progress?.clear()
    if (!(error instanceof FileProblem)) throw error
    if (!options.quiet && progress) host.stderr.write(closingLine(tally, progress.seconds, before))
    throw new CannotRun(`${error.message}${ledger.hint}`)
  } finally {
    unlisten?.()
  }
  progress?.clear()
  tellEnd(tally, screening, sources, law, setup, options, host, progress?.seconds ?? 0, before, given)
  if (stopped !== null) host.stderr.write(stopLine(stopped, tally.total, options.output ?? null))
  return { occurred: tally.occurred, stopped }
}

/** @throws {CannotRun} for what a format cannot hold */
function checkOutput(files: readonly BatchFile[], options: BatchOptions, format: OutputFormat): void {
  const other = files.find((f) => f.format !== 'sdf')
  if (format === 'sdf' && other) throw new CannotRun(`${other.file} holds no mol blocks, and SDF output gives back those of the input; use --format ndjson`)
  if (format !== 'parquet') return
  if (options.resume || options.part) throw new CannotRun('a Parquet file has its index at its end, so it can be neither taken up nor put together; write .ndjson or .csv')
  if (options.output !== undefined && /\.gz$/i.test(options.output)) throw new CannotRun('a Parquet file is compressed within; leave out .gz')
}

interface Plan {
  readonly sources: readonly Source[]
  readonly from: Position
  readonly until: number | null
  readonly bytes: number | null
}

async function planOf(files: readonly BatchFile[], options: BatchOptions, host: Host, begun: Journal | null): Promise<Plan> {
  const choice = { header: options.header, ...(options.smilesCol ? { smiles: options.smilesCol } : {}), ...(options.idCol ? { id: options.idCol } : {}) }
  const open = () => files.map(({ file, format }, i) => openSource(file, format, host.stdin, choice, i))
  const shard = options.part ? await planShard(options.part, files, open) : null
  const from = begun?.next ?? shard?.from ?? { index: 1, source: 0, row: 1 }
  const until = shard?.until ?? null
  if (!shard?.ranges) return { sources: open(), from, until, bytes: null }
  const { ranges } = shard
  const sources = files.flatMap(({ file, format }, i) => {
    const range = ranges[i]
    const row = i === shard.from.source ? shard.from.row : 1
    return [openSource(file, format, host.stdin, choice, i, range ? { ...range, row } : { start: 0, end: 0, row: 1 })]
  })
  return { sources, from, until, bytes: ranges.reduce((sum, r) => sum + (r ? r.end - r.start : 0), 0) }
}

interface Parts {
  readonly plan: Plan
  readonly setup: DeskSetup
  readonly options: BatchOptions
  readonly law: LawIndex
  readonly host: Host
  readonly ledger: Ledger
  readonly tally: Tally
  readonly screening: Screening
  readonly progress: Progress
  readonly stopped: () => boolean
}

async function run({ plan, setup, options, law, host, ledger, tally, screening, progress, stopped }: Parts): Promise<void> {
  const file = options.output === undefined ? null : fileSink(options.output, ledger.begun?.bytes ?? 0)
  const output = new Output(host.stdout)
  const plain: Sink = file ?? { write: (bytes) => output.write(bytes), close: async () => {} }
  const sink = setup.format === 'cells' ? await parquetSink(plain) : plain
  const { desks, width } = await desksFor(plan, setup, options, law)
  let columns = ledger.begun?.columns ?? null
  let next = plan.from
  ledger.start(plan.from)
  const keep = async (done: boolean) => {
    if (file && setup.format !== 'cells') ledger.keep({ next, columns, done, bytes: await (file as FileSink).settle(), tally: tally.data, screening: screening.data })
  }
  try {
    if (file) await keep(false)
    await runBatch({
      ...plan, desks, width, sink, tally, screening, columns, stopped,
      format: setup.format,
      jurisdictions: setup.jurisdictions,
      mark: async (position, header) => {
        next = position
        columns = header
        progress.tick()
        if (ledger.due) await keep(false)
      },
    })
    await keep(!stopped())
  } catch (error) {
    // The rows so far stand; a disk that is full keeps the last entry of the journal.
    if (error instanceof FileProblem && error.file !== options.output) await keep(false)
    throw error
  } finally {
    await desks.close()
    await sink.close().catch((error: unknown) => {
      if (!(error instanceof FileProblem)) throw error
    })
  }
  if (!stopped()) ledger.end()
}

async function desksFor(plan: Plan, setup: DeskSetup, options: BatchOptions, law: LawIndex): Promise<{ desks: Desks; width: number }> {
  const workers = options.workers ?? defaultWorkers(plan.sources.reduce((sum, s) => sum + (s.size ?? Infinity), 0))
  if (workers === 1) return { desks: new Desk(() => Reader.start(), law, setup), width: 1 }
  const { Pool } = await import('../batch/pool.js')
  return { desks: await Pool.start({ workers, worker: batchWorker, edition: law.edition, setup }), width: workers * 2 + 1 }
}

function defaultWorkers(bytes: number): number {
  return bytes < worthThreads ? 1 : Math.max(1, availableParallelism() - 1)
}

function progressKind(options: BatchOptions, host: Host): Progress['kind'] {
  if (options.quiet) return 'none'
  if (options.logJson) return 'json'
  return host.stderr.isTTY === true ? 'line' : 'log'
}

function tellEnd(tally: Tally, screening: Screening, sources: readonly Source[], law: LawIndex, setup: DeskSetup, options: BatchOptions, host: Host, seconds: number, before: number, given: readonly string[]): void {
  const judged = tally.total > tally.verdicts.unreadable
  const results = judged ? nothingFound(law, setup.query).jurisdictions : []
  const footer = (stream: Host['stdout']) => footerText(results, setup.run, { colour: wantsColour(host, stream, options.color), width: stream.columns ?? 100, explain: setup.explain })
  if (setup.format === 'summary') host.stdout.write(summaryTable(tally, wantsColour(host, host.stdout, options.color)) + footer(host.stdout))
  if (options.quiet) return
  if (options.logJson) {
    host.stderr.write(`${JSON.stringify({ event: 'end', seconds, ...tally.data, ...(options.stats ? { screening: screening.data } : {}) })}\n`)
    return
  }
  for (const source of sources) for (const note of source.notes.notes) host.stderr.write(`${source.file}: ${note}\n`)
  if (tally.total === 0) host.stderr.write(`no rows in ${given.join(', ')}\n`)
  else host.stderr.write((setup.format === 'summary' ? '' : footer(host.stderr)) + (options.stats ? screeningText(screening, tally.total) : '') + closingLine(tally, seconds, before))
}

function shareOf(files: readonly BatchFile[], sources: readonly Source[], bytes: number | null): () => number | null {
  const sizes = files.map((f) => f.size)
  if (bytes === null && sizes.includes(null)) return () => null
  const total = bytes ?? sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  return () => (total === 0 ? null : Math.min(1, sources.reduce((sum, s) => sum + s.meter.read, 0) / total))
}

function told<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof FileProblem) throw new CannotRun(error.message)
    throw error
  }
}
