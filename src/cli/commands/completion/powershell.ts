import { commandsOf, type CommandSpec, type OptionSpec } from './spec.js'

export function powershellScript(program: string, root: CommandSpec): string {
  const cases = commandsOf(root).map(
    (spec) => `    ${quoted(spec.path.join(' '))} = @{
      words = @(${[...spec.subcommands.map((c) => c.path.at(-1)!), ...wordsOf(spec)].map(quoted).join(', ')})
      options = @{ ${spec.options.flatMap(valuesOf).join('; ')} }
    }`,
  )
  const offers = '$command.options.ContainsKey($last) -and $command.options[$last].Count -gt 0'
  return `# PowerShell completion of ${program}
Register-ArgumentCompleter -Native -CommandName ${program} -ScriptBlock {
  param($word, $ast, $position)
  $commands = @{
${cases.join('\n')}
  }
  $said = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($word -ne '' -and $said.Count -gt 0) { $said = @($said | Select-Object -SkipLast 1) }
  $path = ''
  foreach ($part in $said) {
    $longer = ("$path $part").Trim()
    if ($commands.ContainsKey($longer)) { $path = $longer }
  }
  $command = $commands[$path]
  $last = if ($said.Count -gt 0) { $said[-1] } else { '' }
  $offered = if (${offers}) { $command.options[$last] }
    else { $command.words + @($command.options.Keys) }
  $offered | Where-Object { $_ -like "$word*" } | Sort-Object |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`
}

function wordsOf({ argument }: CommandSpec): readonly string[] {
  return argument.kind === 'words' ? argument.words : []
}

function valuesOf({ flags, takes }: OptionSpec): string[] {
  const values = takes.kind === 'words' ? takes.words : []
  return flags.map((flag) => `${quoted(flag)} = @(${values.map(quoted).join(', ')})`)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
