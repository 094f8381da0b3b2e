import { Help, type Command, type HelpConfiguration, type Option } from 'commander'
import { examplesText } from './help-examples.js'

/** Options that matter to most, in this order: of a command that has many, its help shows nine and --help itself. */
const first = [
  ...['jurisdiction', 'as-of', 'against', 'output', 'format', 'fail-on', 'explain', 'only', 'columns', 'write'],
  ...['lint', 'assume', 'rule', 'position', 'port', 'similar', 'log', 'limit', 'run-info'],
]
const mostShown = 9
const mostExamples = 2
/** With `--help`, shows every option. */
const everything = '--all'

/** How help is written: without `--all`, only the options that matter. */
export function helpManner(args: readonly string[]): HelpConfiguration {
  const isWhole = args.includes(everything)
  return {
    subcommandTerm: (command) => command.name(),
    visibleOptions(command) {
      const all = Help.prototype.visibleOptions.call(this, command)
      return isWhole ? all : shownOf(all)
    },
    optionDescription(option) {
      const whole = Help.prototype.optionDescription.call(this, option)
      return isWhole ? whole : shortened(whole, option)
    },
  }
}

/** A description with its choices in short, without its last remark and what follows a semicolon. */
function shortened(text: string, { argChoices }: Option): string {
  const [said = ''] = text
    .replace(/ \((choices|default)[^()]*\)( \(choices: .*\))?$/, '')
    .replace(/ \([^()]*\)$/, '')
    .split(';')
  return argChoices ? `${said}: ${argChoices.join(', ')}` : said
}

function shownOf(all: readonly Option[]): Option[] {
  const weight = ({ long }: Option) => first.indexOf(long!.slice(2))
  const known = all.filter((option) => weight(option) >= 0).sort((a, b) => weight(a) - weight(b))
  const shown = all.length <= mostShown + 1 ? all : known.slice(0, mostShown)
  return all.filter((option) => shown.includes(option) || option.long === '--help')
}

/** Ends the help of a command and those below it with examples, and says how many options were left out. */
export function addExamples(command: Command, args: readonly string[], path: readonly string[] = []): void {
  const isWhole = args.includes(everything)
  const all = new Help().visibleOptions(command)
  const more = isWhole ? 0 : all.length - shownOf(all).length
  const note = more > 0 ? `\n${more} more options: coverage ${path.join(' ')} --help ${everything}\n` : ''
  const text = note + examplesText(path.join(' '), isWhole || more === 0 ? Infinity : mostExamples)
  if (text !== '') command.addHelpText('after', text)
  for (const below of command.commands) addExamples(below, args, [...path, below.name()])
}
