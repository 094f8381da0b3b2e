import { renamedWords } from '../report/index.js'
import { CannotRun } from './cannot-run.js'
import type { Host } from './host.js'

/** Commands of the edition before, and their new names. They still work. */
const commands: readonly (readonly [old: string, now: string])[] = [
  ['diff', 'compare'],
  ['lint-dataset', 'expect --lint'],
  ['law compile', 'law edition compile'],
  ['law check-edition', 'law edition changes'],
  ['law verify-edition', 'law edition verify'],
  ['law sign-edition', 'law edition sign'],
]

/** Options of the edition before, by command, and what replaces them. */
const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  compare: {
    '--against-jurisdiction': '--against CODES',
    '--against-edition': '--against EDITION',
    '--first-seen-col': '--first-seen COLUMN',
    '--must-not-cover': 'compare that file with --fail-on controlled',
  },
}

/** The command line with the new name of its command, which is said. @throws {CannotRun} for an option that has gone */
export function withNewNames(args: readonly string[], host: Host): readonly string[] {
  const renamed = commands.find(([old]) => old === args.slice(0, old.split(' ').length).join(' '))
  if (renamed) host.stderr.write(`coverage: ${renamedWords.command(...renamed)}\n`)
  const line = renamed ? [...renamed[1].split(' '), ...args.slice(renamed[0].split(' ').length)] : args
  const end = line.indexOf('--')
  for (const arg of end < 0 ? line : line.slice(0, end)) {
    const name = arg.split('=', 1)[0]!
    const now = options[line[0] ?? '']?.[name] ?? options['']?.[name]
    if (now !== undefined) throw new CannotRun(renamedWords.option(name, now))
  }
  return line
}
