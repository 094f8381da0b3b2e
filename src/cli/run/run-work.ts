import { Progress, runBatch, Tally, type Done, type Source, type WorkSetup, recordWords } from '../../batch/index.js'
import type { Edition } from '../../law/index.js'
import { printable } from '../../report/index.js'
import { stopLine } from '../../report/documents.js'
import type { Host, Stop } from '../host.js'
import { warn, warnOfColumns } from '../output/warnings.js'
import { judgesFor } from './run-judges.js'
import type { Options } from '../options.js'

/** Work on the rows of one file whose result is an answer, not a file that could be resumed. */
export interface FileWork {
  readonly source: Source
  readonly speed: Pick<Options, 'workers'>
  readonly edition: Edition
  /** As for `judgeFor`. */
  readonly other?: Edition | null
  readonly setup: WorkSetup
  readonly host: Host
  readonly counted?: (done: Done) => void
  /** Takes the written rows, in order. */
  readonly write: (bytes: Uint8Array) => Promise<void>
}

export interface WorkDone {
  readonly rows: number
  readonly stopped: Stop | null
}

/** Judges the rows of a file as a batch does: in order, in constant memory. @throws {FileProblem} when reading fails */
export async function runWork(work: FileWork): Promise<WorkDone> {
  const { source, speed, edition, other = null, setup, host, counted = () => {}, write } = work
  const tally = new Tally()
  const share = () => (source.size ? Math.min(1, source.meter.read / source.size) : null)
  const kind = host.stderr.isTTY === true ? 'line' : 'log'
  const progress = new Progress(host.stderr, tally, share, kind, 0, countsHits(setup))
  host.prepareForWork?.()
  const { judges, width, small } = await judgesFor({
    bytes: source.size,
    workers: speed.workers,
    edition,
    other,
    setup,
    mayStop: host.onStop !== undefined,
    smallHere: true,
  })
  const stop = new AbortController()
  // Work on this thread receives no signal; the process then ends at once, as usual.
  const unlisten = small ? undefined : host.onStop?.((signal) => stop.abort(signal))
  try {
    await runBatch({
      sources: [source],
      judges,
      width,
      sink: {
        async write(bytes, written) {
          if (bytes.length > 0) {
            progress.clear()
            await write(bytes)
          }
          written?.()
        },
      },
      tally,
      stop: stop.signal,
      counted,
      mark: async () => progress.tick(),
    })
  } finally {
    progress.clear()
    unlisten?.()
    await judges.close()
  }
  const stopped: Stop | null = stop.signal.reason ?? null
  warnOfColumns([source], host)
  const { day } = source.notes
  if (day !== undefined && 'kind' in setup && setup.kind === 'compare')
    warn([printable(`${source.file}: ${recordWords.ownDayUnused(day)}`)], host)
  if (stopped !== null) host.stderr.write(stopLine(stopped, tally.total, null))
  return { rows: tally.total, stopped }
}

/** Whether work on rows finds out which of them are listed or in a class. */
export function countsHits(setup: WorkSetup): boolean {
  return !('kind' in setup && (setup.kind === 'history' || setup.kind === 'lint'))
}
