import { linkSync, readFileSync, realpathSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { FileProblem, journalPaths } from '../../batch/index.js'
import { CannotRun } from '../host.js'
import type { UsedFiles } from '../output/same-file.js'

interface Holder {
  readonly pid: number
  readonly host: string
  /** Distinguishes the process from a later one with the same id; null if the system does not say. */
  readonly started: string | null
}

const beatMs = 10_000
/** After this long without a beat a run on another machine is presumed dead: nothing else is known of it. */
const silentMs = 120_000
/** A lock is empty for a moment while it is written. */
const writtenMs = 5_000

/**
 * Takes the lock of an output: a file next to it, held while the output is written. A killed run leaves it behind, and
 * the next one detects that it is stale. Our own, because libraries detect dead owners by timers, which do not
 * run while this thread judges.
 * @throws {CannotRun} while another run holds it
 * @throws {FileProblem} if the lock cannot be written
 */
export function lockOutput(output: string) {
  const path = lockPath(output)
  const own = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) } satisfies Holder)
  for (let tries = 0; !created(path, own, output); tries++) {
    const text = textOf(path)
    if (text === null) continue
    const holder = holderIn(text)
    if (tries > 5 || isAlive(holder, path)) throw new CannotRun(inUse(output, path, holder))
    takeAway(path, text, output)
  }
  let beaten = performance.now()
  return {
    /** Shows runs on other machines that this one is alive; call it every few seconds at least. */
    beat() {
      if (performance.now() - beaten < beatMs) return
      beaten = performance.now()
      try {
        utimesSync(path, new Date(), new Date())
      } catch {
        // It was removed by hand; the run continues.
      }
    },
    release() {
      if (textOf(path) === own) rmSync(path, { force: true })
    },
  }
}

/** Next to the file that is actually written, if the output is a link. */
function lockPath(output: string): string {
  try {
    return `${realpathSync(output)}.lock`
  } catch {
    const folder = dirname(output)
    try {
      return join(realpathSync(folder), `${basename(output)}.lock`)
    } catch {
      return `${output}.lock`
    }
  }
}

function created(path: string, own: string, output: string): boolean {
  try {
    writeFileSync(path, own, { flag: 'wx' })
    return true
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    throw new FileProblem(output, `cannot be written (${message})`)
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function holderIn(text: string): Holder | null {
  try {
    const { pid, host, started } = JSON.parse(text) as Holder
    return Number.isInteger(pid) && pid > 0 && typeof host === 'string' ? { pid, host, started } : null
  } catch {
    return null
  }
}

function isAlive(holder: Holder | null, path: string): boolean {
  if (holder === null) return age(path) < writtenMs
  if (holder.host !== hostname()) return age(path) < silentMs
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = startOf(holder.pid)
  return started === null || holder.started === null || started === holder.started
}

function age(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return Infinity
  }
}

/** When a process began, in ticks since boot; only Linux provides this. */
function startOf(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

/** Removes a stale lock. If another run did so and wrote its own in the meantime, that one is put back. */
function takeAway(path: string, dead: string, output: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw new FileProblem(output, `cannot be written (${(error as Error).message})`)
  }
  try {
    if (textOf(aside) !== dead) linkSync(aside, path)
  } catch {
    // A third run holds it now; this run is refused.
  } finally {
    rmSync(aside, { force: true })
  }
}

function inUse(output: string, path: string, holder: Holder | null): string {
  const by = holder === null ? '' : ` (process ${holder.pid} on ${holder.host})`
  const hint = holder === null || holder.host !== hostname() ? `; if that run is over, remove ${path}` : ''
  return `${output} is being written by another run${by}; wait for it, or choose another -o${hint}`
}

/** The files that a run writes next to its output. */
export function besides(output: string, ...more: readonly string[]): UsedFiles {
  return { 'a file next to the output': [...journalPaths(output), lockPath(output), ...more] }
}
