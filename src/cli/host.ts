import { constants, getPriority, setPriority } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { readdirSync } from 'node:fs'
import type { Command } from 'commander'
import { BadShard, FileProblem } from '../batch/index.js'
import { dayNow } from '../local-day.js'

/** A command registers itself on the program and reports its exit code through `done`. */
export type AddCommand = (program: Command, host: Host, done: (code: number) => void) => void

/** The parts of the process that a command may use, passed in so that tests can replace them. */
export interface Host {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly env: Readonly<Record<string, string | undefined>>
  /** Working folder, where settings are looked for; the current one by default. */
  readonly folder?: string
  /** The day of the run, `YYYY-MM-DD`, read once. */
  readonly today: string
  /** The current day, for services that keep running; by default that of the run. */
  readonly dayNow?: () => string
  /** Calls back when the process is asked to end; returns a function that stops listening. */
  readonly onStop?: (stop: (signal: Stop) => void) => () => void
  /** Ends the process at once, without waiting for output. */
  readonly exit?: (code: number) => void
  /** Called once before long work; see `preferMainThread`. */
  readonly prepareForWork?: () => void
}

export type Stop = 'SIGINT' | 'SIGTERM'

/** Exit code that a shell reports for a process ended by a signal. */
export const stopCodes = { SIGINT: 130, SIGTERM: 143 } as const

export function processHost(): Host {
  return {
    // Node opens stdin at the first access, and most commands never need it.
    get stdin() {
      return process.stdin
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    today: dayNow(),
    dayNow,
    onStop,
    exit: (code) => process.exit(code),
    prepareForWork: preferMainThread,
  }
}

const signals: readonly Stop[] = ['SIGINT', 'SIGTERM']

/** Signals this close together count as one: a parent process may pass on what the terminal sent to both. */
const togetherMs = 500

/** The first signal ends a run cleanly, which a slow reader of its output can delay; the second ends it at once. */
function onStop(stop: (signal: Stop) => void): () => void {
  let first: number | null = null
  const listen = (signal: Stop) => {
    if (first !== null && performance.now() - first > togetherMs) process.exit(128 + constants.signals[signal])
    first ??= performance.now()
    stop(signal)
  }
  for (const signal of signals) process.on(signal, listen)
  return () => signals.forEach((signal) => process.off(signal, listen))
}

/**
 * Increase in niceness: such a thread still gets about three tenths of a processor that it shares with a normal one.
 */
const nicer = 4
const nicest = 19

/**
 * Gives this thread, and those it starts later, priority over V8's threads for compilation and garbage collection:
 * there are four, and on a machine with few processors the work would wait for them. Only Linux has a priority per
 * thread.
 */
function preferMainThread(): void {
  if (process.platform !== 'linux') return
  try {
    for (const thread of readdirSync('/proc/self/task').map(Number))
      if (thread !== process.pid) setPriority(thread, Math.min(nicest, getPriority(thread) + nicer))
  } catch {
    // If this is not permitted, priorities stay as they are and the run takes longer.
  }
}

/** The command cannot do its work (usage, missing file, bad data): exit code 2, the message on stderr. */
export class CannotRun extends Error {
  override name = 'CannotRun'
}

/** Whether the message of an error is all that a person needs: what was given, or a file, is the cause. */
export function isExplained(error: unknown): error is Error {
  return error instanceof CannotRun || error instanceof FileProblem || error instanceof BadShard
}
