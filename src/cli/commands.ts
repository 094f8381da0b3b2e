import type { Command } from 'commander'
import type { Host } from './host.js'

/** A command registers itself on the program and reports its exit code through `done`. */
export type AddCommand = (program: Command, host: Host, done: (code: number) => void) => void

/** Where each command comes from, in the order in which help shows them; only the one that runs is loaded. */
const sources: readonly { readonly names: readonly string[]; readonly load: () => Promise<AddCommand> }[] = [
  { names: ['check'], load: async () => (await import('./check.js')).addCheck },
  { names: ['batch'], load: async () => (await import('./batch.js')).addBatch },
  { names: ['merge'], load: async () => (await import('./merge.js')).addMerge },
  { names: ['history'], load: async () => (await import('./history.js')).addHistory },
  { names: ['compare'], load: async () => (await import('./compare.js')).addCompare },
  { names: ['diff'], load: async () => (await import('./diff.js')).addDiff },
  { names: ['expect', 'lint-dataset'], load: async () => (await import('./expect.js')).addExpect },
  { names: ['law'], load: async () => (await import('./law.js')).addLaw },
  { names: ['rule'], load: async () => (await import('./rule.js')).addRule },
  { names: ['verify'], load: async () => (await import('./verify.js')).addVerify },
]

/** The command of that name; all of them where it is none (help, a slip of the pen), so that they can be told. */
export async function commandsFor(name: string | undefined): Promise<AddCommand[]> {
  const own = sources.filter(({ names }) => name !== undefined && names.includes(name))
  return Promise.all((own.length > 0 ? own : sources).map(({ load }) => load()))
}
