import { workerData } from 'node:worker_threads'
import { Reader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import { ChunkJudge } from './chunk-judge.js'
import { handedOn, type WorkerSetup, type WorkerTask } from './pool.js'

const { edition, setup } = workerData as WorkerSetup
const chunkJudge = new ChunkJudge(() => Reader.start(), JSON.parse(Buffer.from(edition).toString()) as Edition, setup)

/** One chunk of a batch, judged on this thread. */
export default async function judge({ task, at, memory }: WorkerTask): Promise<unknown> {
  if (memory) chunkJudge.reuse(memory)
  return handedOn(await chunkJudge.judge(task, at))
}
