import { Argument, type Command, type Option } from 'commander'
import type { AddCommand } from '../host.js'
import { loadLaw } from '../law-files/law-file.js'
import { failures } from '../options.js'

/** Each asks `coverage complete` for every key, and offers files where that knows nothing. */
const scripts: Readonly<Record<string, string>> = {
  bash: `# bash completion of coverage
_coverage() {
  local IFS=$'\\n'
  COMPREPLY=($(coverage complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o bashdefault -o default -F _coverage coverage
`,
  zsh: `#compdef coverage
_coverage() {
  local tab=$'\\t'
  local -a offers=("\${(@f)$(coverage complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  offers=("\${offers[@]/$tab/:}")
  if [[ -n $offers[1] ]]; then _describe coverage offers; else _files; fi
}
if [ "$funcstack[1]" = "_coverage" ]; then _coverage "$@"; else compdef _coverage coverage; fi
`,
  fish: `# fish completion of coverage
function __coverage
  set -l words (commandline -opc)
  set -l offers (coverage complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
  if set -q offers[1]; printf '%s\\n' $offers; else; __fish_complete_path (commandline -ct); end
end
complete -c coverage -f -a '(__coverage)'
`,
  powershell: `# PowerShell completion of coverage
Register-ArgumentCompleter -Native -CommandName coverage -ScriptBlock {
  param($word, $ast, $position)
  $said = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($word -eq '') { $said += '""' }
  coverage complete -- @said 2>$null | ForEach-Object {
    $offer, $about = $_ -split "\`t"
    [System.Management.Automation.CompletionResult]::new($offer, $offer, 'ParameterValue', $about)
  }
}
`,
}

export const add: AddCommand = (program, host, done) => {
  program
    .command('completion')
    .description('Writes a completion script for a shell: commands, options and their values.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(scripts)))
    .action((shell: string) => {
      host.stdout.write(scripts[shell]!)
      done(0)
    })
  program
    .command('complete', { hidden: true })
    .argument('[words...]', 'the words typed so far, the last one unfinished')
    .action((words: string[]) => {
      for (const { word, about } of offered(program, words))
        host.stdout.write(about === '' ? `${word}\n` : `${word}\t${about}\n`)
      done(0)
    })
}

interface Offer {
  readonly word: string
  readonly about: string
}

/** What can stand where the last word is; read from the program itself, so that no command is forgotten. */
function offered(program: Command, words: readonly string[]): Offer[] {
  // Bash parts --option=value at the sign; other shells do not. PowerShell hands over an empty word as two quotes.
  const [, joined, rest] = /^(--[a-z-]+=)(.*)$/.exec(words.at(-1) ?? '') ?? []
  const typed = rest ?? (words.at(-1) ?? '').replace(/^(=|"")$/, '')
  const before = [...words.slice(0, -1).filter((word) => word !== '='), ...(joined ? [joined.slice(0, -1)] : [])]
  const at = before.reduce<Command>((own, word) => own.commands.find((c) => c.name() === word) ?? own, program)
  const last = before.at(-1)
  const option = last === undefined ? undefined : at.options.find((o) => [o.short, o.long].includes(last))
  const isValue = option && (option.required || option.optional)
  return (isValue ? valuesOf(option).map(bare) : [...belowOf(at), ...flagsOf(at)])
    .filter(({ word }) => word.startsWith(typed) && (typed !== '' || !word.startsWith('-')))
    .map(({ word, about }) => ({ word: `${joined ?? ''}${word}`, about }))
}

const bare = (word: string): Offer => ({ word, about: '' })

function belowOf(command: Command): Offer[] {
  const choices = command.registeredArguments[0]?.argChoices ?? []
  const below = command.createHelp().visibleCommands(command)
  return [...choices.map(bare), ...below.map((c) => ({ word: c.name(), about: firstSentence(c.description()) }))]
}

function flagsOf(command: Command): Offer[] {
  const help = { word: '--help', about: 'display help for command' }
  const flags = command.options.filter((o) => !o.hidden)
  return [...flags.map((o) => ({ word: o.long ?? o.flags, about: firstSentence(o.description) })), help]
}

function valuesOf(option: Option): readonly string[] {
  if (option.long === '--fail-on') return failures
  if (option.long?.endsWith('jurisdiction')) return loadLaw().edition.jurisdictions.map((j) => j.jurisdiction.code)
  return option.argChoices ?? []
}

/** Short enough for one line of a menu. */
function firstSentence(text: string): string {
  return text.split(/[.;:(]/, 1)[0]!.trim()
}
