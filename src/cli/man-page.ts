import { Command } from 'commander'
import { about, commandsFor } from './commands.js'
import { examples } from './help-examples.js'
import { processHost } from './host.js'
import { version } from './output/run-info.js'

interface ManCommand {
  readonly path: string
  readonly usage: string
  readonly description: string
  readonly options: readonly (readonly [term: string, description: string])[]
}

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

function manPage(name: string, description: string, version: string, commands: readonly ManCommand[]): string {
  const lines = [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}"`,
    '.SH NAME',
    `${name} \\- ${plain(manWords.short)}`,
    '.SH SYNOPSIS',
    `.B ${name}`,
    `.I ${manWords.synopsis}`,
    '.SH DESCRIPTION',
    plain(description),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH "EXIT STATUS"',
    ...pairs(manWords.exit),
    '.SH ENVIRONMENT',
    ...pairs(manWords.environment),
    '.SH FILES',
    ...pairs(manWords.files),
  ]
  return `${lines.join('\n')}\n`
}

function commandLines({ path, usage, description, options }: ManCommand): string[] {
  return [
    `.SS "${plain(`${path} ${usage}`)}"`,
    plain(description),
    ...pairs(options),
    ...(examples[path] ?? []).flatMap(([line, does]) => ['.PP', plain(does), '.EX', plain(line), '.EE']),
  ]
}

function pairs(all: readonly (readonly [term: string, description: string])[]): string[] {
  return all.flatMap(([term, text]) => ['.TP', `.B "${plain(term).replaceAll('"', '\\(dq')}"`, plain(text)])
}

/** Escapes text so that troff finds no command in it. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^([.'])/, '\\&$1')
}

/** Texts of the manual page that are not in the help. */
const manWords = {
  short: 'says whether a chemical structure is controlled, under which law and since when',
  synopsis: 'COMMAND [options]',
  exit: [
    ['0', 'every input was readable, and no verdict matched --fail-on'],
    ['1', 'what --fail-on names occurred (a verdict, or stale law), or an expectation did not hold'],
    ['2', 'it could not run: usage, a missing file, bad data, no input at all'],
    ['3', 'it ran to the end, but some inputs were unreadable and --fail-on does not mention them'],
    ['130, 143', 'a batch was stopped by a signal; --resume continues it'],
  ],
  environment: [
    ['COVERAGE_JURISDICTIONS', 'the jurisdictions to check where -j is not given'],
    ['COLUMNS', 'how wide text is written into a pipe'],
    ['NO_COLOR, FORCE_COLOR', 'switch colour off and on'],
  ],
  files: [['coverage.config.json', 'settings, here or in a folder above; see coverage config']],
} as const
