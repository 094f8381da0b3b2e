import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { type Source, openSource, formatOfName, linesOfRecords, type Chunk, inputFormats } from '../../batch/index.js'
import { batchFiles, checkColumns } from './batch-files.js'
import { parquetThread } from '../paths.js'
import { columnChoice, withIdentifierOptions } from './column-options.js'
import type { Host } from '../host.js'
import { type FileChoice, withAllowEmpty } from '../options.js'
import { fileOfSet } from './reference-sets.js'

/** The options of commands that read one file of structures. */
export function withColumnOptions(command: Command): Command {
  return withAllowEmpty(
    withIdentifierOptions(
      command.addOption(
        new Option('--input-format <format>', 'read the file in this format, whatever its name').choices(inputFormats),
      ),
    ).option('--sheet <sheet>', 'sheet of a workbook, by name or number from 1 (default: the first)'),
  )
}

/** Whether a text is the name of a file of many structures: no SMILES ends like one. */
export function isCollection(text: string): boolean {
  const format = formatOfName(text)
  return format !== null && format !== 'sdf' && existsSync(text)
}

/**
 * Opens a file of structures. @throws {CannotRun} missing, not readable, or of unknown format
 * @param apart whether rows are read one by one, also where they share a set
 */
export function openTable(file: string, options: FileChoice, host: Host, apart = false): Source {
  const [found] = batchFiles([file], options.inputFormat)
  checkColumns([found!], options)
  return openSource(found!.file, found!.format, host.stdin, { apart, ...readAs(options) })
}

/** The same, with the line on which each chunk begins. */
export function openCollection(file: string, options: FileChoice, host: Host, apart = false): Source {
  const source = openTable(file, options, host, apart)
  return { ...source, chunks: numbered(source) }
}

/** How options say that files are read. */
export function readAs(options: FileChoice & { readonly header?: boolean }, mixed = false) {
  const { header = true, sheet } = options
  return { header, parquetThread, ...columnChoice(options, mixed), ...(sheet === undefined ? {} : { sheet }) }
}

/** The chunks of a file with the line on which each begins, where the format has lines. */
export async function* numbered(source: Source): AsyncGenerator<Chunk> {
  let line = 1 + headerLines(source)
  for await (const chunk of source.chunks) {
    if (source.format === 'sdf') yield chunk
    else if (chunk.kind === 'lines') yield { ...chunk, line: chunk.row + source.notes.notes.length }
    else {
      yield { ...chunk, line }
      line += linesOfRecords(chunk.records)
    }
  }
}

function headerLines({ format }: Source): number {
  return ['csv', 'tsv', 'xlsx'].includes(format) ? 1 : 0
}

/** SHA-256 of a file as it is on disk; null for stdin and pipes, which can be read only once. */
export async function hashOf(given: string): Promise<string | null> {
  const file = fileOfSet(given)
  if (file === '-' || !statSync(file, { throwIfNoEntry: false })?.isFile()) return null
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}
