import { workerData } from 'node:worker_threads'
import { Reader } from '../../chem/index.js'
import { transferred, type WorkerSetup, type WorkerTask } from './pool.js'
import { editionIn, optimiseLate, watchOf } from '../../workers/threads.js'
import { judgeFor } from './thread-judge.js'

const { edition, other, setup } = workerData as WorkerSetup
const start = () => {
  optimiseLate()
  return Reader.start()
}
const judge = judgeFor(start, editionIn(edition), other && editionIn(other), setup)
// If it cannot be made, the first chunk fails and says why; until then nobody awaits it.
judge.catch(() => {})

export default async function judged({ task, at, memory }: WorkerTask): Promise<unknown> {
  const own = await judge
  if (memory) own.reuse(memory)
  return transferred(await own.judge(task, watchOf(at)))
}
