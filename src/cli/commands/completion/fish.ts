import { commandsOf, type CommandSpec, type OptionValue } from './spec.js'

export function fishScript(program: string, root: CommandSpec): string {
  const lines = commandsOf(root).flatMap((spec) => {
    const when = condition(spec)
    const below = spec.subcommands.map(
      (c) => `complete -c ${program} ${when} -f -a ${c.path.at(-1)} -d ${quoted(c.description)}`,
    )
    const options = spec.options.map(({ flags, takes, description }) => {
      const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
      return `complete -c ${program} ${when} ${names.join(' ')} ${value(takes)}-d ${quoted(description)}`
    })
    const argument =
      spec.argument.kind === 'files'
        ? [`complete -c ${program} ${when} -F`]
        : spec.argument.kind === 'words'
          ? [`complete -c ${program} ${when} -f -a ${quoted(spec.argument.words.join(' '))}`]
          : []
    return [...below, ...options, ...argument]
  })
  return `# fish completion of ${program}\ncomplete -c ${program} -f\n${lines.join('\n')}\n`
}

/** True on a command line that contains these words and no subcommand. */
function condition(spec: CommandSpec): string {
  const has = spec.path.map((word) => `__fish_seen_subcommand_from ${word}`)
  const below = spec.subcommands.map((c) => c.path.at(-1)!)
  const lacks = below.length === 0 ? [] : [`not __fish_seen_subcommand_from ${below.join(' ')}`]
  return `-n ${quoted([...has, ...lacks].join('; and '))}`
}

function value(takes: OptionValue): string {
  if (takes.kind === 'nothing') return ''
  return takes.kind === 'words' ? `-x -a ${quoted(takes.words.join(' '))} ` : takes.kind === 'files' ? '-r -F ' : '-x '
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
