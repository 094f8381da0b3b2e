import { readdirSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'

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
export function preferMainThread(): void {
  if (process.platform !== 'linux') return
  try {
    for (const thread of readdirSync('/proc/self/task').map(Number))
      if (thread !== process.pid) setPriority(thread, Math.min(nicest, getPriority(thread) + nicer))
  } catch {
    // If this is not permitted, priorities stay as they are and the run takes longer.
  }
}
