import { Command, CommanderError } from 'commander'
import { UnknownName } from '../matching/index.js'
import { examplesText } from '../report/help-words.js'
import { printable } from '../report/text/wrap.js'
import { CannotRun } from './cannot-run.js'
import { commandsFor } from './commands.js'
import { processHost, type Host } from './host.js'
import { OutputClosed } from './output/output.js'
import { version } from './output/run-info.js'

/** Runs one command line and returns the exit code (0, 1, 2 or 3; see `options.ts`). */
export async function main(args: readonly string[], host: Host = processHost()): Promise<number> {
  // A pipe that closes early (| head) is no error of ours; a command that writes much notices by itself.
  for (const stream of [host.stdout, host.stderr]) stream.on('error', () => {})
  let lost: NodeJS.ErrnoException | null = null
  host.stdout.on('error', (error) => (lost ??= error))
  const code = await runLine(args, host)
  // What was written without waiting fails only now: a disk that is full.
  await new Promise<void>((resolve) => host.stdout.write('', () => setImmediate(resolve)))
  return code === 2 || lost === null || (lost as NodeJS.ErrnoException).code === 'EPIPE'
    ? code
    : told(host, unwritten(lost))
}

async function runLine(args: readonly string[], host: Host): Promise<number> {
  let code = 0
  const program = new Command('coverage')
    .description(
      'Says whether a chemical structure is controlled on a day in each jurisdiction, and under which words of which law.',
    )
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: (text) => host.stderr.write(text) })
    .showHelpAfterError('(see --help)')
  for (const add of await commandsFor(args[0])) add(program, host, (c) => (code = c))
  addExamples(program)
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof OutputClosed) return 2
    if (isUnwritten(error)) return told(host, unwritten(error))
    if (isFileError(error)) return told(host, `coverage: ${shown(error.message)}.\n`)
    if (!(error instanceof CannotRun || error instanceof UnknownName)) throw error
    const known = error instanceof UnknownName && error.known.length > 0 ? ` Known: ${error.known.join(', ')}.` : ''
    return told(host, `coverage: ${shown(error.message).replace(/\.$/, '')}.${known}\n`)
  }
}

/** Messages quote names and headers of files: no control character of those may reach a terminal. */
function shown(message: string): string {
  return message.split('\n').map(printable).join('\n')
}

/** Files and devices fail at once, not by an event: a disk that is full. */
function isUnwritten(error: unknown): error is Error {
  return (error as NodeJS.ErrnoException | null)?.syscall === 'write'
}

/** What the system says of a file that nobody looked at before: its message names it. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  const { syscall, path } = (error ?? {}) as NodeJS.ErrnoException
  return syscall !== undefined && path !== undefined
}

function unwritten(error: Error): string {
  return `coverage: the output cannot be written (${error.message}).\n`
}

function told(host: Host, message: string): 2 {
  try {
    host.stderr.write(message)
  } catch {
    // What cannot be written may be this.
  }
  return 2
}

/** Examples are shown below the help of every command. */
function addExamples(command: Command, path: readonly string[] = []): void {
  const text = examplesText(path.join(' '))
  if (text !== '') command.addHelpText('after', text)
  for (const below of command.commands) addExamples(below, [...path, below.name()])
}
