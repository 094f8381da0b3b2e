import type { Command } from 'commander'
import { asCount } from '../options.js'

export interface SpeedOptions {
  workers?: number
  screen: boolean
}

/** The options of commands that judge many structures. */
export function withSpeedOptions(command: Command): Command {
  return command
    .option('--workers <n>', 'threads (default: one less than there are processors; 1 for small inputs)', asCount)
    .option('--no-screen', 'check every structure in full, without the quick screen; the rows are the same')
}
