import { readdirSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'

/** How much nicer they are: such a thread still has some three tenths of a processor that it shares with one as before. */
const nicer = 4
const nicest = 19

/**
 * Lets this thread, and those that it starts later, go before the threads on which V8 compiles and collects garbage: there
 * are four, and on a machine with few processors the work would wait for them. Only Linux gives threads priorities of their own.
 */
export function goAheadOfHelpers(): void {
  if (process.platform !== 'linux') return
  try {
    for (const thread of readdirSync('/proc/self/task').map(Number))
      if (thread !== process.pid) setPriority(thread, Math.min(nicest, getPriority(thread) + nicer))
  } catch {
    // Where that is not allowed they stay as they are: the run takes longer.
  }
}
