import { Command } from 'commander'
import { manPage, type ManCommand } from '../report/index.js'
import { about, commandsFor } from './commands.js'
import { processHost } from './host.js'
import { version } from './output/run-info.js'

/** The manual page, which the build writes to `dist/coverage.1`. */
export async function manualPage(): Promise<string> {
  const program = new Command('coverage')
  for (const add of await commandsFor()) add(program, processHost(), () => {})
  return manPage(program.name(), about, version(), commandsOf(program))
}

/** All commands with an action, read from the program like its help. */
function commandsOf(command: Command, path: readonly string[] = []): ManCommand[] {
  const help = command.createHelp()
  const own: ManCommand[] =
    command.commands.length > 0
      ? []
      : [
          {
            path: path.join(' '),
            usage: command.usage(),
            description: command.description(),
            options: help.visibleOptions(command).map((o) => [help.optionTerm(o), help.optionDescription(o)] as const),
          },
        ]
  return [...own, ...command.commands.flatMap((c) => commandsOf(c, [...path, c.name()]))]
}
