import type { AddCommand } from './add-command.js'

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
  { names: ['report'], load: async () => (await import('./report.js')).addReport },
  { names: ['verify'], load: async () => (await import('./verify.js')).addVerify },
  // Under no name: it must know all the others.
  { names: [], load: async () => (await import('./completion.js')).addCompletion },
]

/** The command of that name; all of them where it is none (help, a slip of the pen), so that they can be told. */
export async function commandsFor(name: string | undefined): Promise<AddCommand[]> {
  const own = sources.filter(({ names }) => name !== undefined && names.includes(name))
  return Promise.all((own.length > 0 ? own : sources).map(({ load }) => load()))
}
