import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { Option, type Command } from 'commander'
import { wholeFile } from '../../batch/index.js'
import { wroteWords } from '../../report/index.js'
import { CannotRun, type Host } from '../host.js'
import type { Options } from '../options.js'
import { Output } from './output.js'

const answerFormats = ['text', 'json', 'csv', 'md', 'html'] as const
export type AnswerFormat = (typeof answerFormats)[number]

/** The options for the format and destination of an answer. */
export function withOutputOptions(command: Command, formats: readonly string[] = answerFormats, also = ''): Command {
  return command
    .addOption(
      new Option(
        '--format <format>',
        'what to write (default: text; json is one object per line, md is Markdown, html is one page for a browser)',
      ).choices(formats),
    )
    .option('--json', 'write one JSON object per line')
    .option('-o, --output <file>', `write to this file; its ending sets the format (${endingsOf(formats)})${also}`)
}

/** `-o -` is stdout, as without `-o`. @throws {CannotRun} for a command that writes a file */
export function readDash(command: Command): void {
  if (command.getOptionValue('output') !== '-') return
  const option = command.options.find((own) => own.attributeName() === 'output')
  if (option?.mandatory || !option?.flags.includes('<file>')) throw new CannotRun(dashWords(option?.flags ?? '-o'))
  command.setOptionValue('output', undefined)
}

/** @throws {CannotRun} if options conflict, or a page or workbook would be written to a terminal */
export function formatOf<F extends string = AnswerFormat>(
  { format, json, output }: Pick<Options<F>, 'format' | 'json' | 'output'>,
  host: Host,
  formats: readonly string[] = answerFormats,
): F {
  if (json && format !== undefined && format !== 'json')
    throw new CannotRun(`--json and --format ${format} do not go together`)
  const named = formatNamed(output ?? '', formats)
  if (named === null && format === undefined && !json)
    throw new CannotRun(
      `the name ${output} has a format (${endingOf(output!)}) that this command does not write; give ` +
        `--format ${formats.join('|')}, or a name that ends in ${endingsOf(formats)}`,
    )
  const chosen = format ?? (json ? 'json' : named!)
  if ((chosen === 'html' || chosen === 'xlsx') && output === undefined && host.stdout.isTTY === true)
    throw new CannotRun(`a ${chosen === 'html' ? 'page' : 'workbook'} needs a file; give -o FILE.${chosen}`)
  return chosen as F
}

function endingOf(output: string): string | null {
  return /[^./\\]\.([^./\\]+)$/.exec(output)?.[1] ?? null
}

const formatsByEnding: Readonly<Record<string, string>> = {
  txt: 'text',
  text: 'text',
  log: 'text',
  json: 'json',
  ndjson: 'json',
  jsonl: 'json',
  csv: 'csv',
  md: 'md',
  html: 'html',
  htm: 'html',
  xlsx: 'xlsx',
  sarif: 'sarif',
  xml: 'junit',
}

function endingsOf(formats: readonly string[]): string {
  return Object.keys(formatsByEnding)
    .filter((e) => formats.includes(formatsByEnding[e]!) && !['text', 'log', 'jsonl', 'htm'].includes(e))
    .map((e) => `.${e}`)
    .join(', ')
}

/** Text for a name without an ending; null for an ending that is not known. */
function formatNamed(output: string, formats: readonly string[]): string | null {
  const found = formatsByEnding[endingOf(output)?.toLowerCase() ?? 'txt']
  return found !== undefined && formats.includes(found) ? found : null
}

export function isDrawing(output: string | undefined): boolean {
  return output !== undefined && /\.svg$/i.test(output)
}

/** Passes an output to the function, then puts it in place of an earlier one. @throws {CannotRun} if that fails */
export async function withOutput<T>(
  path: string | undefined,
  host: Host,
  use: (output: Output) => Promise<T>,
): Promise<T> {
  if (path === undefined) return use(new Output(host.stdout))
  const whole = wholeFile(path)
  const file = createWriteStream(whole.path)
  const done = finished(file)
  done.catch(() => undefined)
  try {
    const made = await use(new Output(file))
    file.end()
    await done
    whole.keep()
    host.stderr.write(`${wroteWords(path)}\n`)
    return made
  } catch (error) {
    file.destroy()
    whole.drop()
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new CannotRun(`${path} cannot be written (${(error as Error).message})`)
  }
}

/** For a command that cannot write to stdout. */
const dashWords = (flags: string): string => `this command does not write to stdout; give ${flags}`
