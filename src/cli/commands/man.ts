import type { Command } from 'commander'
import { manPage, type ManCommand } from '../../report/index.js'
import { version } from '../output/run-info.js'
import type { AddCommand } from './add-command.js'

export const addMan: AddCommand = (program, host, done) => {
  program
    .command('man')
    .description('Writes the manual page: coverage man > coverage.1, or coverage man | man -l -')
    .action(() => {
      host.stdout.write(manPage(program.name(), program.description(), version(), commandsOf(program)))
      done(0)
    })
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
