import { examples } from './words/help-words.js'
import { manWords } from './words/command-words.js'

export interface ManCommand {
  readonly path: string
  readonly usage: string
  readonly description: string
  readonly options: readonly (readonly [term: string, description: string])[]
}

export function manPage(name: string, description: string, version: string, commands: readonly ManCommand[]): string {
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
