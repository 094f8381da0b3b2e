import type { Command } from 'commander'
import type { Host } from '../host.js'

/** A command registers itself on the program and reports its exit code through `done`. */
export type AddCommand = (program: Command, host: Host, done: (code: number) => void) => void
