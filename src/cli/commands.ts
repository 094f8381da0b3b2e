import type { AddCommand } from './host.js'

export const about =
  'Says whether a chemical structure is controlled on a day in each jurisdiction, and under which provision of law.'

/** Modules of the commands by group, in the order in which help lists them; only the one that runs is loaded. */
const groups: Readonly<Record<string, Readonly<Record<string, () => Promise<{ readonly add: AddCommand }>>>>> = {
  Check: {
    check: () => import('./commands/check.js'),
    batch: () => import('./commands/batch.js'),
    history: () => import('./commands/history.js'),
    report: () => import('./commands/report.js'),
    merge: () => import('./commands/merge.js'),
  },
  Compare: { compare: () => import('./commands/compare.js'), impact: () => import('./commands/impact.js') },
  Test: { expect: () => import('./commands/expect.js'), verify: () => import('./commands/verify.js') },
  Law: {
    law: () => import('./commands/law.js'),
    'law desk': () => import('./commands/desk.js'),
    questions: () => import('./commands/questions.js'),
    rule: () => import('./commands/rule.js'),
  },
  Interfaces: {
    page: () => import('./commands/page.js'),
    pipe: () => import('./commands/pipe.js'),
    serve: () => import('./commands/serve.js'),
    mcp: () => import('./commands/mcp.js'),
    config: () => import('./commands/config.js'),
    completion: () => import('./commands/completion.js'),
  },
}

/** What reads the law records needs nothing of what keeps them. */
const readsLaw: ReadonlySet<string | undefined> = new Set(['list', 'show', 'search', 'stats', 'gaps', 'decided'])

/**
 * The command of that name; all commands if there is none (help, a typo), so that they can be listed.
 * @param below the word after it
 */
export async function commandsFor(name?: string, below?: string): Promise<AddCommand[]> {
  const all = Object.entries(groups).flatMap(([group, commands]) =>
    Object.entries(commands).map(([own, load]) => ({ group, own, load })),
  )
  // Completion must know all the others.
  const found = all.filter(
    ({ own }) => own.split(' ')[0] === name && own !== 'completion' && (own !== 'law desk' || !readsLaw.has(below)),
  )
  return Promise.all(
    (found.length > 0 ? found : all).map(async ({ group, load }): Promise<AddCommand> => {
      const { add } = await load()
      return (program, host, done) => {
        program.commandsGroup(`${group}:`)
        add(program, host, done)
      }
    }),
  )
}
