import {
  type WorkSetup,
  type Source,
  type Sink,
  Tally,
  Screening,
  runBatch,
  Progress,
  isRegular,
  fileSink,
  FileProblem,
  type TableSetup,
} from '../../batch/index.js'
import type { Edition } from '../../law/index.js'
import type { Query } from '../../matching/index.js'
import { stopLine } from '../../report/documents.js'
import type { BatchFile } from '../input/collection.js'
import { CannotRun, type Host, type Stop } from '../host.js'
import { Output } from '../output/output.js'
import { keeperOf, type JournalParts } from './journal-keeper.js'
import { lockOutput } from './lock.js'
import type { RunChoices } from './run-identity.js'
import { judgesFor } from './run-judges.js'
import { beginJournal, type ResumableRun } from './run-journal.js'
import { planOf, shareOf, type Plan, type PlanOptions } from './run-plan.js'
import { countsHits } from './run-work.js'

/** Work on the rows of files that is written row by row, and can be continued where that is a file of rows. */
export interface ResumableWork<S extends WorkSetup> {
  readonly files: readonly BatchFile[]
  readonly options: PlanOptions & ResumableRun & { readonly workers?: number }
  /** Whether the rows can be continued after they were written in part. */
  readonly continued: boolean
  readonly edition: Edition
  readonly query: Query
  readonly choices: RunChoices
  readonly progress: Progress['kind']
  /** The work, under the day of the earlier run if one is continued. */
  readonly begin: (query: Query, continued: boolean) => KeptRows<S> | Promise<KeptRows<S>>
  /** Called when all rows are written, or as many as a signal allows. */
  readonly ended: (done: WorkDone<S>) => void
  /** Called before the error if the rows cannot all be read or written. */
  readonly failed?: (tally: Tally, seconds: number, before: number) => void
  readonly host: Host
}

/** What is done with rows, and how they are written. */
interface KeptRows<S extends WorkSetup> {
  readonly setup: S
  /** Called before anything is written, once the inputs can be read. */
  readonly before?: () => Promise<void>
  /** Written before the rows. */
  readonly head?: string
  /** See `BatchRun`. */
  readonly table?: Omit<TableSetup, 'columns'>
  /** The writer of a format that is made from all rows; `plain` for any other. */
  readonly sinkFor?: (plain: Sink, tally: Tally, whole: () => boolean) => Promise<Sink>
}

export interface WorkDone<S extends WorkSetup> {
  readonly setup: S
  readonly tally: Tally
  readonly screening: Screening
  /** Empty if an earlier run was complete. */
  readonly sources: readonly Source[]
  readonly seconds: number
  /** Rows of the earlier run that is continued. */
  readonly before: number
  readonly stopped: Stop | null
}

/** As `runWork`, with a journal: the next run continues a killed one. @throws {CannotRun} with the rows so far */
export async function runResumable<S extends WorkSetup>(work: ResumableWork<S>): Promise<WorkDone<S>> {
  const { files, options, continued, query, choices, host } = work
  const { output } = options
  host.prepareForWork?.()
  const lock = output === undefined || !isRegular(output) ? null : lockOutput(output)
  try {
    const ledger = await beginJournal(files, continued ? options : { ...options, output: undefined }, query, choices)
    const tally = new Tally()
    const screening = new Screening()
    if (ledger.begun) {
      tally.merge(ledger.begun.tally)
      screening.merge(ledger.begun.screening)
    }
    const before = tally.total
    const rows = await work.begin(ledger.query, ledger.begun !== null)
    const stop = new AbortController()
    const unlisten = host.onStop?.((signal) => stop.abort(signal))
    let sources: readonly Source[] = []
    let progress: Progress | null = null
    try {
      if (!ledger.begun?.done) {
        const plan = await planOf(files, options, host, ledger.begun, output !== undefined, rows.table)
        sources = plan.sources
        const share = shareOf(plan, tally)
        progress = new Progress(host.stderr, tally, share, work.progress, before, countsHits(rows.setup))
        await writeRows(work, rows, plan, { ledger, lock, tally, screening, progress }, stop.signal)
      }
    } catch (error) {
      progress?.clear()
      if (!(error instanceof FileProblem)) throw error
      if (progress) work.failed?.(tally, progress.seconds, before)
      throw new CannotRun(`${error.message}${error.lasting ? '' : ledger.hint}`)
    } finally {
      unlisten?.()
    }
    progress?.clear()
    const stopped: Stop | null = stop.signal.reason ?? null
    const done = { setup: rows.setup, tally, screening, sources, seconds: progress?.seconds ?? 0, before, stopped }
    work.ended(done)
    if (stopped !== null) host.stderr.write(stopLine(stopped, tally.total, continued ? (output ?? null) : null))
    return done
  } finally {
    lock?.release()
  }
}

async function writeRows<S extends WorkSetup>(
  { options: { output, workers }, edition, host }: ResumableWork<S>,
  { setup, before, head, table, sinkFor }: KeptRows<S>,
  plan: Plan,
  kept: JournalParts,
  stop: AbortSignal,
): Promise<void> {
  const { ledger, tally, screening } = kept
  await ledger.start(plan)
  await before?.()
  const file = output === undefined ? null : await fileSink(output, ledger.begun)
  const stdout = new Output(host.stdout)
  const plain: Sink = file ?? { write: (bytes, written) => stdout.write(bytes, written), close: async () => {} }
  let whole = false
  let ended = false
  const sink = sinkFor ? await sinkFor(plain, tally, () => whole) : plain
  const { judges, width } = await judgesFor({
    bytes: plan.sources.reduce<number>((sum, s) => sum + (s.size ?? Infinity), 0),
    workers,
    edition,
    setup,
    mayStop: host.onStop !== undefined,
  })
  const keeper = keeperOf(sink === plain ? file : null, plan, kept)
  try {
    if (head && !ledger.begun) await sink.write(Buffer.from(head))
    await keeper.keep(false)
    await runBatch({
      ...plan,
      judges,
      width,
      sink,
      tally,
      screening,
      stop,
      table: table ? { ...table, columns: ledger.begun?.columns ?? null } : null,
      mark: keeper.mark,
    })
    whole = !stop.aborted
    await keeper.keep(whole)
    ended = true
  } catch (error) {
    // The rows so far are kept; on a full disk, the last journal entry remains.
    if (error instanceof FileProblem && error.file !== output) await keeper.keep(false)
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
