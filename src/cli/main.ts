import { Command, CommanderError } from 'commander'
import { UnknownName } from '../matching/index.js'
import { nearest, printable, typoWords } from '../report/index.js'
import { CannotRun, isExplained, processHost, type Host } from './host.js'
import { applySettings } from './config/apply-settings.js'
import { about, commandsFor } from './commands.js'
import { readDash } from './output/output-choice.js'
import { OutputClosed } from './output/output.js'
import { withSafeStreams } from './output/terminal.js'
import { fullVersion } from './output/run-info.js'
import { addExamples, helpManner } from './help.js'
import { plainErrors } from './output/system-errors.js'

/** Runs one command line and returns the exit code (0, 1, 2 or 3; see `options.ts`). */
export async function main(args: readonly string[], given: Host = processHost()): Promise<number> {
  const host = withSafeStreams(given, !args.includes('--no-color'))
  // A pipe that closes early (| head) is not our error; a command that writes much detects it itself.
  for (const stream of [host.stdout, host.stderr]) stream.on('error', () => {})
  let lost: NodeJS.ErrnoException | null = null
  host.stdout.on('error', (error) => (lost ??= error))
  const code = await runLine(args, host)
  // Output written without waiting fails only now, for example on a full disk.
  await new Promise<void>((resolve) => host.stdout.write('', () => setImmediate(resolve)))
  return code === 2 || lost === null || (lost as NodeJS.ErrnoException).code === 'EPIPE'
    ? code
    : reported(host, unwritten(lost))
}

async function runLine(args: readonly string[], host: Host): Promise<number> {
  let code = 0
  const program = new Command('coverage')
    .description(about)
    .version(args.some((arg) => versionFlags.includes(arg)) ? fullVersion() : '', '-v, --version')
    .option('--config <file>', 'settings (default: coverage.config.json here or in a folder above)')
    .option('--no-config', 'ignore coverage.config.json')
    .configureHelp(helpManner(args))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'coverage: ')),
    })
    .showHelpAfterError('(see --help)')
  program.hook('preAction', (_, command) => {
    readDash(command)
    return applySettings(command, host)
  })
  try {
    // No command is loaded for the version alone: that takes half as long.
    const isVersion = args.length === 1 && versionFlags.includes(args[0]!)
    if (!isVersion) for (const add of await commandsFor(args[0], args[1])) add(program, host, (c) => (code = c))
    program.helpCommand('help [command]', 'Displays help for a command.')
    addExamples(program, args)
    if (args[0] === 'help' && args[1] !== undefined) checkCommand(program, args.slice(1))
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    // Requested help takes the exit code of the process, which is 2 until a command ends.
    if (error instanceof CommanderError) return error.exitCode === 0 || args[0] === 'help' ? 0 : 2
    if (error instanceof OutputClosed) return 2
    if (isUnwritten(error)) return reported(host, unwritten(error))
    if (isFileError(error))
      return reported(host, `coverage: ${shown(`${error.path}: ${plainErrors(error.message)}`)}.\n`)
    if (!(isExplained(error) || error instanceof UnknownName)) throw error
    const known = error instanceof UnknownName ? knownNames(error) : ''
    const end = known || (error.message.endsWith('?') ? '?' : '.')
    return reported(host, `coverage: ${shown(plainErrors(error.message)).replace(/[.?]$/, '')}${end}\n`)
  }
}

const versionFlags = ['-v', '--version']

/** Up to this many names are all listed; of more, only the nearest. */
const fewNames = 24

function knownNames({ what, given, known }: UnknownName): string {
  if (known.length === 0) return ''
  if (known.length <= fewNames) return `.${typoWords.known(known)}`
  return `.${typoWords.didYouMean(nearest(given, known))}${typoWords.list(what)}`
}

/** @throws {CannotRun} for words that are not a command */
function checkCommand(program: Command, words: readonly string[]): void {
  let at = program
  for (const word of words) {
    if (word.startsWith('-')) continue
    const names = at.commands.map((c) => c.name())
    const next = at.commands.find((c) => c.name() === word)
    if (!next && word !== 'help') throw new CannotRun(typoWords.noCommand(word, nearest(word, names)))
    if (next) at = next
  }
}

/** Messages quote names and headers of files; their control characters must not reach a terminal. */
function shown(message: string): string {
  return message.split('\n').map(printable).join('\n')
}

/** Files and devices (a full disk) fail synchronously, not by an event. */
function isUnwritten(error: unknown): error is Error {
  return (error as NodeJS.ErrnoException | null)?.syscall === 'write'
}

/** A system error about a file that was not checked before: its message names the file. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  const { syscall, path } = (error ?? {}) as NodeJS.ErrnoException
  return syscall !== undefined && path !== undefined
}

function unwritten(error: Error): string {
  return `coverage: the output cannot be written (${plainErrors(error.message)}).\n`
}

function reported(host: Host, message: string): 2 {
  try {
    host.stderr.write(message)
  } catch {
    // This message may itself be impossible to write.
  }
  return 2
}
