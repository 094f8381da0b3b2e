import type { AddCommand } from './commands/add-command.js'

/** Modules of the commands, in the order in which help lists them; only the one that runs is loaded. */
const sources: readonly { readonly names: readonly string[]; readonly load: () => Promise<AddCommand> }[] = [
  { names: ['check'], load: async () => (await import('./commands/check.js')).addCheck },
  { names: ['batch'], load: async () => (await import('./commands/batch.js')).addBatch },
  { names: ['pipe'], load: async () => (await import('./commands/pipe.js')).addPipe },
  { names: ['serve'], load: async () => (await import('./commands/serve.js')).addServe },
  { names: ['mcp'], load: async () => (await import('./commands/mcp.js')).addMcp },
  { names: ['merge'], load: async () => (await import('./commands/merge.js')).addMerge },
  { names: ['history'], load: async () => (await import('./commands/history.js')).addHistory },
  { names: ['compare'], load: async () => (await import('./commands/compare.js')).addCompare },
  { names: ['impact'], load: async () => (await import('./commands/impact.js')).addImpact },
  { names: ['expect'], load: async () => (await import('./commands/expect.js')).addExpect },
  { names: ['law'], load: async () => (await import('./commands/law.js')).addLaw },
  { names: ['questions'], load: async () => (await import('./commands/questions.js')).addQuestions },
  { names: ['rule'], load: async () => (await import('./commands/rule.js')).addRule },
  { names: ['report'], load: async () => (await import('./commands/report.js')).addReport },
  { names: ['page'], load: async () => (await import('./commands/page.js')).addPage },
  { names: ['verify'], load: async () => (await import('./commands/verify.js')).addVerify },
  { names: ['config'], load: async () => (await import('./commands/config.js')).addConfig },
  // Without a name: it must know all the others.
  { names: [], load: async () => (await import('./commands/completion.js')).addCompletion },
  { names: [], load: async () => (await import('./commands/man.js')).addMan },
]

/** The command of that name; all commands if there is none (help, a typo), so that they can be listed. */
export async function commandsFor(name: string | undefined): Promise<AddCommand[]> {
  const own = sources.filter(({ names }) => name !== undefined && names.includes(name))
  return Promise.all((own.length > 0 ? own : sources).map(({ load }) => load()))
}
