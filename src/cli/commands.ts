import type { AddCommand } from './commands/add-command.js'

export const about =
  'Says whether a chemical structure is controlled on a day in each jurisdiction, and under which provision of law.'

interface Source {
  readonly names: readonly string[]
  readonly load: () => Promise<AddCommand>
}

/** Modules of the commands by group, in the order in which help lists them; only the one that runs is loaded. */
const groups: Readonly<Record<string, readonly Source[]>> = {
  Ask: [
    { names: ['check'], load: async () => (await import('./commands/check.js')).addCheck },
    { names: ['batch'], load: async () => (await import('./commands/batch.js')).addBatch },
    { names: ['history'], load: async () => (await import('./commands/history.js')).addHistory },
  ],
  Compare: [
    { names: ['compare'], load: async () => (await import('./commands/compare.js')).addCompare },
    { names: ['impact'], load: async () => (await import('./commands/impact.js')).addImpact },
  ],
  Guard: [
    { names: ['expect'], load: async () => (await import('./commands/expect.js')).addExpect },
    { names: ['verify'], load: async () => (await import('./commands/verify.js')).addVerify },
  ],
  Law: [
    { names: ['law'], load: async () => (await import('./commands/law.js')).addLaw },
    { names: ['questions'], load: async () => (await import('./commands/questions.js')).addQuestions },
    { names: ['rule'], load: async () => (await import('./commands/rule.js')).addRule },
  ],
  Doors: [
    { names: ['page'], load: async () => (await import('./commands/page.js')).addPage },
    { names: ['pipe'], load: async () => (await import('./commands/pipe.js')).addPipe },
    { names: ['serve'], load: async () => (await import('./commands/serve.js')).addServe },
    { names: ['mcp'], load: async () => (await import('./commands/mcp.js')).addMcp },
  ],
  Files: [
    { names: ['report'], load: async () => (await import('./commands/report.js')).addReport },
    { names: ['merge'], load: async () => (await import('./commands/merge.js')).addMerge },
  ],
  Settings: [
    { names: ['config'], load: async () => (await import('./commands/config.js')).addConfig },
    // Without a name: it must know all the others.
    { names: [], load: async () => (await import('./commands/completion.js')).addCompletion },
  ],
}

/** The command of that name; all commands if there is none (help, a typo), so that they can be listed. */
export async function commandsFor(name: string | undefined): Promise<AddCommand[]> {
  const all = Object.entries(groups).flatMap(([group, sources]) => sources.map((source) => ({ group, ...source })))
  const own = all.filter(({ names }) => name !== undefined && names.includes(name))
  return Promise.all(
    (own.length > 0 ? own : all).map(async ({ group, load }): Promise<AddCommand> => {
      const add = await load()
      return (program, host, done) => {
        program.commandsGroup(`${group}:`)
        add(program, host, done)
      }
    }),
  )
}
