import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync, accessSync, constants, type Stats } from 'node:fs'
import { Option, type Command } from 'commander'
import {
  type Source,
  openSource,
  formatOfName,
  linesOfRecords,
  type Chunk,
  inputFormats,
  type InputFormat,
} from '../../batch/index.js'
import { parquetThread } from '../paths.js'
import { type Host, CannotRun } from '../host.js'
import { columnKinds, type FileChoice, withAllowEmpty, withColumns, type Options } from '../options.js'
import { fileOfSet } from './reference-sets.js'
import { isAbsolute } from 'node:path'
import { globSync } from 'tinyglobby'

/** The options of commands that read one file of structures. */
export function withColumnOptions(command: Command): Command {
  return withAllowEmpty(
    withColumns(
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

/** Opens a file of structures as `openTable` does; its chunks say on which line they begin. */
export function openCollection(file: string, options: FileChoice, host: Host, apart = false): Source {
  const source = openTable(file, options, host, apart)
  return { ...source, chunks: numbered(source) }
}

/** How options say that files are read. */
export function readAs(options: FileChoice & { readonly header?: boolean }, mixed = false) {
  const { header = true, sheet, columns } = options
  return { header, parquetThread, ...columns, mixed, ...(sheet === undefined ? {} : { sheet }) }
}

/** The chunks of a file with the line on which each begins, where the format has lines. */
export async function* numbered(source: Source): AsyncGenerator<Chunk> {
  let line = ['csv', 'tsv', 'xlsx'].includes(source.format) ? 2 : 1
  for await (const chunk of source.chunks) {
    if (source.format === 'sdf') yield chunk
    else if (chunk.kind === 'lines') yield { ...chunk, line: chunk.row + source.notes.notes.length }
    else {
      yield { ...chunk, line }
      line += linesOfRecords(chunk.records)
    }
  }
}

/** SHA-256 of a file as it is on disk; null for stdin and pipes, which can be read only once. */
export async function hashOf(given: string): Promise<string | null> {
  const file = fileOfSet(given)
  if (file === '-' || !statSync(file, { throwIfNoEntry: false })?.isFile()) return null
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** @throws {CannotRun} without any row: an export that failed must not pass for one in which nothing was found */
export function checkRows(rows: number, files: readonly string[], { allowEmpty }: Pick<Options, 'allowEmpty'>): void {
  if (rows === 0 && !allowEmpty) throw new CannotRun(`${noRows(files)}; --allow-empty accepts that`)
}

export interface BatchFile {
  readonly file: string
  readonly format: InputFormat
  /** Bytes on disk; null for stdin and pipes. */
  readonly size: number | null
}

/** Examines all files before reading. @throws {CannotRun} missing, a directory, not readable, of unknown format */
export function batchFiles(given: readonly string[], format: InputFormat | undefined): BatchFile[] {
  given = given.flatMap(expanded)
  if (given.filter((file) => file === '-').length > 1) throw new CannotRun('- stands for stdin and can be given once')
  return given.map((file) => {
    const size = file === '-' ? null : sizeOf(file)
    const known = format ?? (file === '-' ? null : formatOfName(file))
    if (known) return { file, format: known, size }
    const what = file === '-' ? 'the format of stdin is not given' : `the name ${file} has no known format`
    throw new CannotRun(`${what}; give --input-format ${inputFormats.join('|')}`)
  })
}

/** Formats in which a structure column can be named, and those whose records have named values at all. */
const tables: readonly InputFormat[] = ['csv', 'tsv', 'ndjson', 'parquet', 'xlsx']
const named: readonly InputFormat[] = [...tables, 'sdf']

/** @throws {CannotRun} if an option names a column and no file has any: it would be silently ignored */
export function checkColumns(files: readonly BatchFile[], { columns }: FileChoice): void {
  const given = files.map(({ file, format }) => `${file} is read as ${format}`).join(', ')
  const hint = 'give --input-format csv or tsv where it is a table'
  for (const kind of columnKinds) {
    const has = kind === 'smiles' ? tables : named
    if (columns?.[kind] !== undefined && !files.some((f) => has.includes(f.format)))
      throw new CannotRun(`--columns names a column with ${kind}, and ${given}; ${hint}`)
  }
}

/** A pattern that the shell left unexpanded (it was quoted, or the shell does not expand). */
function expanded(name: string): string[] {
  const given = fileOfSet(name)
  if (!/[*?[{]/.test(given) || existsSync(given)) return [given]
  const found = globSync(given.replaceAll('\\', '/'), { absolute: isAbsolute(given), expandDirectories: false }).sort()
  if (found.length === 0) throw new CannotRun(`no file matches ${given}`)
  return found
}

function sizeOf(file: string): number | null {
  let stat: Stats
  try {
    stat = statSync(file)
    accessSync(file, constants.R_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CannotRun(code === 'ENOENT' ? `there is no file ${file}` : `cannot read ${file} (${code})`)
  }
  if (stat.isDirectory()) throw new CannotRun(`${file} is a directory; give files`)
  return stat.isFile() ? stat.size : null
}

/** Why there is nothing to check. */
export const noRows = (files: readonly string[], shard?: { readonly part: number; readonly of: number }): string =>
  `no rows in ${shard ? `shard ${shard.part} of ${shard.of} of ` : ''}${files.join(', ')}`
