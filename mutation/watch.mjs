// A watchdog thread that ends the process if a mutant takes too much processor time, and records that it did.
import { writeFileSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { cpuSeconds } from './load.mjs'

export const endedFile = 'ended.json'

/** Tells the thread that a mutant begins (its number) or that none runs (-1). */
export function startWatch(seconds) {
  const shared = new Int32Array(new SharedArrayBuffer(4)).fill(-1)
  new Worker(new URL(import.meta.url), { workerData: { shared, seconds } }).unref()
  return (mutant) => Atomics.store(shared, 0, mutant)
}

if (!isMainThread && workerData?.shared) {
  let [last, since] = [-1, 0]
  setInterval(() => {
    const mutant = Atomics.load(workerData.shared, 0)
    if (mutant !== last) [last, since] = [mutant, cpuSeconds()]
    if (mutant < 0 || cpuSeconds() - since < workerData.seconds) return
    writeFileSync(endedFile, String(mutant))
    process.kill(process.pid, 'SIGKILL')
  }, 2_000)
}
