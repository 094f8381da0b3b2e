import { fileSink, FileProblem, Progress, runBatch, Screening, Tally, type WorkSetup } from '../../batch/index.js'
import type { Edition } from '../../law/index.js'
import type { Query } from '../../matching/index.js'
import { closingLine, stopLine } from '../../report/text/index.js'
import type { BatchFile } from '../input/batch-files.js'
import { CannotRun } from '../cannot-run.js'
import type { Host, Stop } from '../host.js'
import { keeperOf } from './keep-rows.js'
import { asCannotRun, lockOutput } from './lock.js'
import { judgesFor } from './run-judges.js'
import { beginJournal, type KeptRun } from './run-journal.js'
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
  /** What makes two runs parts of one. */
  readonly choices: Readonly<Record<string, unknown>>
  /** The work, under the day of the earlier run if one is continued. */
  readonly setupFor: (query: Query) => WorkSetup
  readonly host: Host
}

/** As `runWork`, with a journal: a killed run is continued by the next. @throws {CannotRun} with the rows written so far */
export async function runKept(work: KeptWork): Promise<WorkDone & { readonly unreadable: number }> {
  const lock = await asCannotRun(() => lockOutput(work.output))
  try {
    const { file, options, output, head, edition, query, choices, setupFor, host } = work
    const files = [file]
    const identity = {
      edition: edition.sha256,
      options: JSON.parse(JSON.stringify(choices)) as Record<string, unknown>,
    }
    const ledger = await asCannotRun(() => beginJournal(files, { ...options, output }, query, identity))
    const [tally, screening] = [new Tally(), new Screening()]
    if (ledger.begun) tally.merge(ledger.begun.tally)
    const before = tally.total
    let stopped: Stop | null = null
    const stop = new AbortController()
    host.prepareForWork?.()
    const unlisten = host.onStop?.((signal) => {
      stopped = signal
      stop.abort()
    })
    let progress: Progress | null = null
    try {
      if (!ledger.begun?.done) {
        const plan = await planOf(files, options, host, ledger.begun, true)
        const setup = setupFor(ledger.query)
        progress = new Progress(
          host.stderr,
          tally,
          shareOf(files, plan.sources, plan.bytes),
          host.stderr.isTTY === true ? 'line' : 'log',
          before,
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
            columns: null,
            stop: stop.signal,
            format: 'ndjson',
            jurisdictions: [],
            files: null,
            lookUp: true,
            bom: false,
            mark: keeper.mark,
          })
          await keeper.keep(!stop.signal.aborted)
        } catch (error) {
          // What was written stays, and so does its journal.
          if (error instanceof FileProblem && error.file !== output) await keeper.keep(false)
          throw error
        } finally {
          await judges.close()
          await sink.close()
        }
        if (!stop.signal.aborted) ledger.end()
      }
    } catch (error) {
      progress?.clear()
      if (!(error instanceof FileProblem)) throw error
      if (progress) host.stderr.write(closingLine(tally, progress.seconds, before))
      throw new CannotRun(`${error.message}${error.lasting ? '' : ledger.hint}`)
    } finally {
      unlisten?.()
    }
    progress?.clear()
    if (stopped !== null) host.stderr.write(stopLine(stopped, tally.total, output))
    return { rows: tally.total, unreadable: tally.verdicts.unreadable, stopped }
  } finally {
    lock.release()
  }
}
