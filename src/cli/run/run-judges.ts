import { availableParallelism } from 'node:os'
import { judgeFor, type WorkSetup } from '../../batch/index.js'
import { Reader } from '../../chem/index.js'
import type { Edition } from '../../law/index.js'
import { batchWorker } from '../paths.js'

/** Inputs below this many bytes are judged on one thread: starting more takes longer. */
const worthThreads = 4 * 1024 * 1024
/** Inputs below this many bytes are judged on the main thread. */
const worthThread = 64 * 1024

interface Work {
  /** Bytes of all inputs; null if unknown. */
  readonly bytes: number | null
  readonly workers: number | undefined
  readonly edition: Edition
  /** The edition of the second side of a comparison, if it is different. */
  readonly other?: Edition | null
  readonly setup: WorkSetup
  /** Whether signals can stop the run: a judging thread does not receive them, so another thread must then judge. */
  readonly mayStop: boolean
  /** Whether the main thread judges small inputs anyway: a run that has written nothing can simply end. */
  readonly smallHere?: boolean
}

/**
 * The judges of a run's chunks, how many chunks are processed at once, and whether the main thread judges them (small):
 * it then receives no signals.
 */
export async function judgesFor({ bytes, workers: given, edition, other = null, setup, mayStop, smallHere }: Work) {
  const size = bytes ?? Infinity
  const workers = given ?? (size < worthThreads ? 1 : Math.max(1, availableParallelism() - 1))
  if (workers === 1 && (!mayStop || (smallHere === true && size < worthThread)))
    return { judges: await judgeFor(() => Reader.start(), edition, other, setup), width: 1, small: true }
  const { Pool } = await import('../../batch/threads/pool.js')
  return {
    judges: await Pool.start({ workers, worker: batchWorker, edition, other, setup }),
    width: workers * 2 + 1,
    small: false,
  }
}
