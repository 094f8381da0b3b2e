import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { Option, type Command } from 'commander'
import { dashWords, drawingWords, wroteWords } from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import type { Host } from '../host.js'
import { Output } from './output.js'

const answerFormats = ['text', 'json', 'csv', 'md', 'html'] as const
export type AnswerFormat = (typeof answerFormats)[number]

export interface OutputOptions {
  format?: AnswerFormat
  json?: boolean
  output?: string
}

/** The options for the format and destination of an answer. */
export function withOutputOptions(command: Command, json: string): Command {
  return command
    .addOption(
      new Option(
        '--format <format>',
        'what to write (default: text; md is Markdown, html is one page for a browser)',
      ).choices(answerFormats),
    )
    .option('--json', json)
    .option('-o, --output <file>', 'write to this file; .json, .ndjson, .csv, .md or .html sets the format')
}

/** `-o -` is stdout, as without `-o`. @throws {CannotRun} for a command that writes a file */
export function readDash(command: Command): void {
  if (command.getOptionValue('output') !== '-') return
  const option = command.options.find((own) => own.attributeName() === 'output')
  if (option?.mandatory || !option?.flags.includes('<file>')) throw new CannotRun(dashWords(option?.flags ?? '-o'))
  command.setOptionValue('output', undefined)
}

/** @throws {CannotRun} if options conflict, or a page would be written to a terminal */
export function formatOf({ format, json, output }: OutputOptions, host: Host): AnswerFormat {
  if (json && format !== undefined && format !== 'json')
    throw new CannotRun(`--json and --format ${format} do not go together`)
  const named = formatNamed(output ?? '')
  if (named === null && format === undefined && !json)
    throw new CannotRun(
      `the name ${output} has a format (${endingOf(output!)}) that this command does not write; give --format ${answerFormats.join('|')}, or a name that ends in .txt, .json, .ndjson, .csv, .md or .html`,
    )
  const chosen = format ?? (json ? 'json' : named!)
  if (chosen === 'html' && output === undefined && host.stdout.isTTY === true)
    throw new CannotRun('a page needs a file; give -o FILE.html')
  return chosen
}

function endingOf(output: string): string | null {
  return /[^./\\]\.([^./\\]+)$/.exec(output)?.[1] ?? null
}

/** Text for a name without an ending; null for an ending that is not known. */
function formatNamed(output: string): AnswerFormat | null {
  const ending = endingOf(output)?.toLowerCase() ?? 'txt'
  const formats: Readonly<Record<string, AnswerFormat>> = {
    txt: 'text',
    text: 'text',
    log: 'text',
    html: 'html',
    htm: 'html',
    json: 'json',
    ndjson: 'json',
    jsonl: 'json',
    csv: 'csv',
    md: 'md',
  }
  return formats[ending] ?? null
}

/** @throws {CannotRun} for a name with another format */
export function checkSvgName(file: string | undefined): void {
  if (file !== undefined && (file === '-' || /\.(png|jpe?g|gif|webp|pdf|eps|html?)$/i.test(file)))
    throw new CannotRun(drawingWords.onlySvg(file))
}

/** Passes the chosen output to the function, then closes it. @throws {CannotRun} when it cannot be written */
export async function withOutput<T>(
  path: string | undefined,
  host: Host,
  use: (output: Output) => Promise<T>,
): Promise<T> {
  if (path === undefined) return use(new Output(host.stdout))
  const file = createWriteStream(path)
  const done = finished(file)
  done.catch(() => undefined)
  try {
    const made = await use(new Output(file))
    file.end()
    await done
    host.stderr.write(`${wroteWords(path)}\n`)
    return made
  } catch (error) {
    file.destroy()
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new CannotRun(`${path} cannot be written (${(error as Error).message})`)
  }
}
