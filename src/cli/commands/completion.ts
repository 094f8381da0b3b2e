import type { AddCommand } from '../host.js'
import { Argument } from 'commander'
import { bashScript } from './completion/bash.js'
import { fishScript } from './completion/fish.js'
import { powershellScript } from './completion/powershell.js'
import { specOf, type CommandSpec } from './completion/spec.js'
import { zshScript } from './completion/zsh.js'
import { loadLaw } from '../law-files/law-file.js'

const scripts: Readonly<Record<string, (program: string, root: CommandSpec) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
}

export const add: AddCommand = (program, host, done) => {
  program
    .command('completion')
    .description('Writes a completion script for a shell: commands, options and their values.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(scripts)))
    .action((shell: string) => {
      const codes = loadLaw().edition.jurisdictions.map((j) => j.jurisdiction.code)
      host.stdout.write(scripts[shell]!(program.name(), specOf(program, codes)))
      done(0)
    })
}
