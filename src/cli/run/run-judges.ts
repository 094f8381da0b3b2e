import { availableParallelism } from 'node:os'
import { ChunkJudge, type ChunkJudges, type ChunkJudgeSetup } from '../../batch/index.js'
import { Reader } from '../../chem/index.js'
import type { LawIndex } from '../../matching/index.js'
import type { BatchOptions } from './batch-options.js'
import { CannotRun } from '../cannot-run.js'
import { batchWorker } from '../paths.js'
import type { Plan } from './run-plan.js'

/** Inputs below this many bytes are judged on one thread: starting others takes longer. */
const worthThreads = 4 * 1024 * 1024

interface InHand {
  readonly judges: ChunkJudges
  readonly width: number
}

/**
 * Who judges the chunks of a run, and how many chunks are in hand at once.
 * @param mayStop whether signals can ask the run to stop: a thread that judges does not hear them, so that is then another one
 * @throws {CannotRun} where the law has more or larger rules than the screen has room for
 */
export async function judgesFor(
  plan: Plan,
  setup: ChunkJudgeSetup,
  options: BatchOptions,
  law: LawIndex,
  mayStop: boolean,
): Promise<InHand> {
  try {
    return await startJudges(plan, setup, options, law, mayStop)
  } catch (error) {
    throw error instanceof RangeError ? new CannotRun(`${error.message}; try --no-screen`) : error
  }
}

async function startJudges(
  plan: Plan,
  setup: ChunkJudgeSetup,
  options: BatchOptions,
  law: LawIndex,
  mayStop: boolean,
): Promise<InHand> {
  const workers = options.workers ?? defaultWorkers(plan.sources.reduce((sum, s) => sum + (s.size ?? Infinity), 0))
  if (workers === 1 && !mayStop) return { judges: new ChunkJudge(() => Reader.start(), law.edition, setup), width: 1 }
  const { Pool } = await import('../../batch/pool.js')
  return {
    judges: await Pool.start({ workers, worker: batchWorker, edition: law.edition, setup }),
    width: workers * 2 + 1,
  }
}

function defaultWorkers(bytes: number): number {
  return bytes < worthThreads ? 1 : Math.max(1, availableParallelism() - 1)
}
