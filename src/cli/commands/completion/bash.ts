import { commandsOf, type CommandSpec, type OptionValue } from './spec.js'

export function bashScript(program: string, root: CommandSpec): string {
  const all = commandsOf(root)
  const key = (spec: CommandSpec) => spec.path.map((word) => ` ${word}`).join('')
  const steps = all.filter((spec) => spec.path.length > 0).map((spec) => `'${key(spec)}'`)
  const values = all.flatMap((spec) =>
    spec.options
      .filter((o) => o.takes.kind !== 'nothing')
      .map((o) => `    ${o.flags.map((flag) => `'${key(spec)} ${flag}'`).join('|')}) ${reply(o.takes)}; return ;;`),
  )
  const words = all.map((spec) => {
    const flags = spec.options.flatMap((o) => o.flags).join(' ')
    const below = spec.subcommands.map((c) => c.path.at(-1)!)
    const next = reply(below.length === 0 ? spec.argument : { kind: 'words', words: below })
    return `    '${key(spec)}') options='${flags}'; ${next} ;;`
  })
  return `# bash completion of ${program}
_${program}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path='' options='' i
  # Bash parts --option=value at the sign.
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path \${COMP_WORDS[i]}" in
      ${steps.join('|')}) path="$path \${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$path $prev" in
${values.join('\n')}
  esac
  case "$path" in
${words.join('\n')}
  esac
  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$cur")); fi
}
complete -F _${program} ${program}
`
}

function reply(takes: OptionValue): string {
  switch (takes.kind) {
    case 'words':
      return `COMPREPLY=($(compgen -W '${takes.words.join(' ')}' -- "$cur"))`
    case 'files':
      return `compopt -o default 2>/dev/null`
    default:
      return ':'
  }
}
