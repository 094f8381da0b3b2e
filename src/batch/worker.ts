import { workerData } from 'node:worker_threads'
import { Reader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import { handedOn, type WorkerSetup, type WorkerTask } from './pool.js'
import { judgeFor } from './work.js'

const { edition, other, setup } = workerData as WorkerSetup
const read = (json: Uint8Array) => JSON.parse(Buffer.from(json).toString()) as Edition
const judge = judgeFor(() => Reader.start(), read(edition), other && read(other), setup)
// If it cannot be made, the first chunk fails and says why; until then nobody awaits it.
judge.catch(() => {})

/** One chunk of a run, judged on this thread. */
export default async function judged({ task, at, memory }: WorkerTask): Promise<unknown> {
  const own = await judge
  if (memory) own.reuse(memory)
  return handedOn(await own.judge(task, at))
}
