import { availableParallelism } from 'node:os'
import { judgeFor, type ChunkJudges, type WorkSetup } from '../../batch/index.js'
import { Reader } from '../../chem/index.js'
import type { Edition } from '../../law/index.js'
import { CannotRun } from '../cannot-run.js'
import { batchWorker } from '../paths.js'

/** Inputs below this many bytes are judged on one thread: starting others takes longer. */
const worthThreads = 4 * 1024 * 1024
/** Inputs below this many bytes need no thread but this one. */
const worthThread = 64 * 1024

interface InHand {
  readonly judges: ChunkJudges
  readonly width: number
  /** Whether this thread judges, which then hears no signal. */
  readonly small: boolean
}

export interface Work {
  /** Bytes of all inputs; null where that is not known. */
  readonly bytes: number | null
  readonly workers: number | undefined
  readonly edition: Edition
  /** The edition of the second side of a comparison, where it is another. */
  readonly other?: Edition | null
  readonly setup: WorkSetup
  /** Whether signals can ask the run to stop: a thread that judges does not hear them, so that is then another one. */
  readonly mayStop: boolean
  /** Whether this thread judges small inputs all the same: what has written nothing yet can simply end. */
  readonly smallHere?: boolean
}

/**
 * Who judges the chunks of a run, and how many chunks are in hand at once.
 * @throws {CannotRun} where the law has more or larger rules than the screen has room for
 */
export async function judgesFor(work: Work): Promise<InHand> {
  try {
    return await startJudges(work)
  } catch (error) {
    throw error instanceof RangeError ? new CannotRun(`${error.message}; try --no-screen`) : error
  }
}

async function startJudges({
  bytes,
  workers: asked,
  edition,
  other = null,
  setup,
  mayStop,
  smallHere,
}: Work): Promise<InHand> {
  const size = bytes ?? Infinity
  const workers = asked ?? (size < worthThreads ? 1 : Math.max(1, availableParallelism() - 1))
  if (workers === 1 && (!mayStop || (smallHere === true && size < worthThread)))
    return { judges: await judgeFor(() => Reader.start(), edition, other, setup), width: 1, small: true }
  const { Pool } = await import('../../batch/pool.js')
  return {
    judges: await Pool.start({ workers, worker: batchWorker, edition, other, setup }),
    width: workers * 2 + 1,
    small: false,
  }
}
