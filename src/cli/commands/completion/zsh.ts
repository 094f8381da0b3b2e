import { commandsOf, type CommandSpec, type OptionSpec, type OptionValue } from './spec.js'

/** A completion script for zsh: source it, or save it as `_coverage` in a folder of fpath. */
export function zshScript(program: string, root: CommandSpec): string {
  const functions = commandsOf(root)
    .filter((spec) => spec !== root)
    .map((spec) => body(program, spec))
  return `#compdef ${program}
${functions.join('\n')}
${body(program, root)}
if [ "$funcstack[1]" = "_${program}" ]; then _${program} "$@"; else compdef _${program} ${program}; fi
`
}

function body(program: string, spec: CommandSpec): string {
  const name = ['', program, ...spec.path].join('_').replaceAll('-', '_')
  const options = spec.options.map(optionLine)
  if (spec.subcommands.length === 0)
    return `${name}() {\n  _arguments -s ${[...options, `'*:argument:${action(spec.argument)}'`].join(' \\\n    ')}\n}`
  const names = spec.subcommands.map((c) => c.path.at(-1)!)
  return `${name}() {
  local context state line
  _arguments -C ${[...options, `'1:command:->command'`, `'*::argument:->argument'`].join(' \\\n    ')}
  case $state in
    command)
      local -a commands=(${spec.subcommands.map((c) => quoted(`${c.path.at(-1)}:${c.description}`)).join(' ')})
      _describe command commands ;;
    argument)
      case $line[1] in
${names.map((word) => `        ${word}) ${name}_${word.replaceAll('-', '_')} ;;`).join('\n')}
      esac ;;
  esac
}`
}

function optionLine({ flags, description, takes }: OptionSpec): string {
  const given = takes.kind === 'nothing' ? '' : `:value:${action(takes)}`
  const text = `[${description.replace(/[[\]\\:]/g, '\\$&')}]${given}`
  if (flags.length === 1) return quoted(`*${flags[0]}${text}`)
  return `${quoted(`(${flags.join(' ')})`)}{${flags.join(',')}}${quoted(text)}`
}

function action(takes: OptionValue): string {
  return takes.kind === 'words' ? `(${takes.words.join(' ')})` : takes.kind === 'files' ? '_files' : ' '
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
