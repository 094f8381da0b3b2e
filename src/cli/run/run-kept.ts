import { fileSink, FileProblem, Progress, runBatch, Screening, Tally, type WorkSetup } from '../../batch/index.js'
import type { Edition } from '../../law/index.js'
import type { Query } from '../../matching/index.js'
import { stopLine } from '../../report/text/index.js'
import type { BatchFile } from '../input/batch-files.js'
import { CannotRun } from '../cannot-run.js'
import type { Host, Stop } from '../host.js'
import { warnOfColumns } from '../output/warn-of-columns.js'
import { keeperOf } from './keep-rows.js'
import { asCannotRun, lockOutput, type OutputLock } from './lock.js'
import type { RunChoices } from './run-identity.js'
import { judgesFor } from './run-judges.js'
import { beginJournal, type KeptRun, type Ledger } from './run-journal.js'
import { planOf, shareOf, type PlanOptions } from './run-plan.js'
import { countsHits, type WorkDone } from './run-work.js'

/** Work on the rows of a file whose result goes to a file of its own, row by row, and can be continued. */
export interface KeptWork {
  readonly file: BatchFile
  readonly options: PlanOptions & KeptRun & { readonly workers?: number }
  /** A regular file. */
  readonly output: string
  /** Written before the rows; empty for none. */
  readonly head: string
  readonly edition: Edition
  readonly query: Query
  readonly choices: RunChoices
  /** The work, under the day of the earlier run if one is continued. */
  readonly setupFor: (query: Query) => WorkSetup
  readonly host: Host
}

/** As `runWork`, with a journal: a killed run is continued by the next. @throws {CannotRun} with the rows written so far */
export async function runKept(work: KeptWork): Promise<WorkDone & { readonly unreadable: number }> {
  const { file, options, output, query, choices, host } = work
  const lock = await asCannotRun(() => lockOutput(output))
  try {
    const ledger = await asCannotRun(() => beginJournal([file], { ...options, output }, query, choices))
    const tally = new Tally()
    if (ledger.begun) tally.merge(ledger.begun.tally)
    let stopped: Stop | null = null
    const stop = new AbortController()
    host.prepareForWork?.()
    const unlisten = host.onStop?.((signal) => {
      stopped = signal
      stop.abort()
    })
    try {
      if (!ledger.begun?.done) await writeRows(work, ledger, lock, tally, stop.signal)
    } catch (error) {
      throw error instanceof FileProblem ? new CannotRun(`${error.message}${error.lasting ? '' : ledger.hint}`) : error
    } finally {
      unlisten?.()
    }
    if (stopped !== null) host.stderr.write(stopLine(stopped, tally.total, output))
    return { rows: tally.total, unreadable: tally.verdicts.unreadable, stopped }
  } finally {
    lock.release()
  }
}

async function writeRows(
  { file, options, output, head, edition, setupFor, host }: KeptWork,
  ledger: Ledger,
  lock: OutputLock,
  tally: Tally,
  stop: AbortSignal,
): Promise<void> {
  const plan = await planOf([file], options, host, ledger.begun, true)
  const setup = setupFor(ledger.query)
  const progress = new Progress(
    host.stderr,
    tally,
    shareOf([file], plan.sources, plan.bytes),
    host.stderr.isTTY === true ? 'line' : 'log',
    tally.total,
    countsHits(setup),
  )
  await ledger.start(plan)
  const sink = await fileSink(output, ledger.begun)
  const { judges, width } = await judgesFor({
    bytes: file.size,
    workers: options.workers,
    edition,
    setup,
    mayStop: host.onStop !== undefined,
  })
  const screening = new Screening()
  const keeper = keeperOf(sink, plan, { ledger, lock, tally, screening, progress })
  try {
    if (!ledger.begun) await sink.write(Buffer.from(head))
    await keeper.keep(false)
    await runBatch({
      ...plan,
      judges,
      width,
      sink,
      tally,
      screening,
      stop,
      mark: keeper.mark,
    })
    await keeper.keep(!stop.aborted)
  } catch (error) {
    // What was written stays, and so does its journal.
    if (error instanceof FileProblem && error.file !== output) await keeper.keep(false)
    throw error
  } finally {
    progress.clear()
    await judges.close()
    await sink.close()
  }
  warnOfColumns(plan.sources, host)
  if (!stop.aborted) ledger.end()
}
