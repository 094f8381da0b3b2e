import type { Command, Option } from 'commander'
import { failures } from '../../options.js'

/** Values that an option or argument accepts. */
export type OptionValue =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'text' }

export interface OptionSpec {
  readonly flags: readonly string[]
  readonly description: string
  readonly takes: OptionValue
}

/** What a shell needs to know of a command. */
export interface CommandSpec {
  readonly path: readonly string[]
  readonly description: string
  readonly options: readonly OptionSpec[]
  readonly argument: OptionValue
  readonly subcommands: readonly CommandSpec[]
}

const files = new Set(['file', 'part', 'results', 'second', 'rules', 'folder'])

/** Read from the program itself, so that no command is forgotten. @param codes of the jurisdictions, for `-j` */
export function specOf(command: Command, codes: readonly string[], path: readonly string[] = []): CommandSpec {
  const [argument] = command.registeredArguments
  const words = argument?.argChoices
  return {
    path,
    description: firstSentence(command.description()),
    options: [
      ...command.options.filter((o) => !o.hidden).map((o) => optionOf(o, codes)),
      { flags: ['-h', '--help'], description: 'display help for command', takes: { kind: 'nothing' } },
    ],
    argument: words
      ? { kind: 'words', words }
      : argument && files.has(argument.name())
        ? { kind: 'files' }
        : argument
          ? { kind: 'text' }
          : { kind: 'nothing' },
    subcommands: command.commands.map((c) => specOf(c, codes, [...path, c.name()])),
  }
}

export function commandsOf(spec: CommandSpec): CommandSpec[] {
  return [spec, ...spec.subcommands.flatMap(commandsOf)]
}

function optionOf(option: Option, codes: readonly string[]): OptionSpec {
  const flags = [option.short, option.long].filter((flag) => flag !== undefined)
  return { flags, description: firstSentence(option.description), takes: takesOf(option, codes) }
}

function takesOf(option: Option, codes: readonly string[]): OptionValue {
  if (!option.required && !option.optional) return { kind: 'nothing' }
  if (option.argChoices) return { kind: 'words', words: option.argChoices }
  if (option.long === '--fail-on') return { kind: 'words', words: failures }
  if (option.long?.endsWith('jurisdiction')) return { kind: 'words', words: codes }
  return /<(file|folder)>/.test(option.flags) || option.long === '--rule' ? { kind: 'files' } : { kind: 'text' }
}

/** Short enough for one line of a menu. */
function firstSentence(text: string): string {
  return text.split(/[.;:(]/, 1)[0]!.trim()
}
