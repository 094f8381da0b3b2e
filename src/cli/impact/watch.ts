import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { impactErrors } from '../../report/documents.js'
import { CannotRun, isExplained, stopCodes, type Host } from '../host.js'
import { lastDayOf } from '../../matching/index.js'
import { openTable } from '../input/collection.js'

/** Editors write a file in several steps. */
const settleMs = 60

/** Runs at once and after each save of the draft or its examples, until stopped. Reports what is wrong and goes on. */
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
    if (!isExplained(error)) throw error
    host.stderr.write(`coverage: ${error.message}\n`)
  }
}

/** Days on which substances were first seen, by lower-case name, from a table (`name`, `first_seen`). */
export async function readFirstSeen(file: string | undefined, host: Host): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  if (file === undefined) return seen
  let has = false
  for await (const record of openTable(file, {}, host).records) {
    const field = (column: string) => record.fields.find(([name]) => name.trim().toLowerCase() === column)?.[1].trim()
    const [name, day] = [field('name') ?? record.name ?? undefined, field('first_seen')]
    if (name === undefined || day === undefined) continue
    has = true
    if (day === '') continue
    const last = lastDayOf(day)
    if (last === null) throw new CannotRun(impactErrors.badDay(file, name, day))
    seen.set(name.toLowerCase(), last)
  }
  if (!has) throw new CannotRun(impactErrors.noColumns(file))
  return seen
}
