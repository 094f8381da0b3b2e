import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { impactErrors } from '../../report/impact/index.js'
import { CannotRun } from '../cannot-run.js'
import { stopCodes, type Host } from '../host.js'

/** Editors write a file in several steps. */
const settleMs = 60

/** Runs at once and again whenever the draft or its examples are saved, until the process is asked to end. What is wrong with a draft is reported, and the next save tried. */
export function watchDraft(file: string, run: () => Promise<void>, host: Host): Promise<number> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    // A save during a run is not lost: the draft is measured again after it.
    let running: Promise<void> = Promise.resolve()
    const measure = () => {
      running = running.then(() => again(run, host))
      running.catch(reject)
    }
    const names = [basename(file), basename(file).replace(/\.json$/, '.examples.json')]
    const watcher = watch(dirname(file), (_, name) => {
      if (name !== null && !names.includes(name)) return
      clearTimeout(timer)
      timer = setTimeout(measure, settleMs)
    })
    const unlisten = host.onStop?.((signal) => {
      clearTimeout(timer)
      watcher.close()
      unlisten?.()
      void running.then(() => resolve(stopCodes[signal]))
    })
    measure()
  })
}

async function again(run: () => Promise<void>, host: Host): Promise<void> {
  const begun = performance.now()
  try {
    await run()
    host.stderr.write(`${impactErrors.watching((performance.now() - begun) / 1000)}\n`)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    host.stderr.write(`coverage: ${error.message}\n`)
  }
}
