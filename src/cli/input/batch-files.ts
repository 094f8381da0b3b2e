import { isAbsolute } from 'node:path'
import { globSync } from 'tinyglobby'
import { accessSync, constants, existsSync, statSync, type Stats } from 'node:fs'
import { type InputFormat, formatOfName, inputFormats } from '../../batch/index.js'
import { CannotRun } from '../cannot-run.js'
import { fileOfSet } from './reference-sets.js'
import type { Columns } from '../options.js'
import { columnKinds } from './column-options.js'

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
export function checkColumns(files: readonly BatchFile[], options: Columns): void {
  const given = files.map(({ file, format }) => `${file} is read as ${format}`).join(', ')
  const hint = 'give --input-format csv or tsv where it is a table'
  for (const kind of columnKinds) {
    const has = kind === 'smiles' ? tables : named
    if (options[`${kind}Col`] !== undefined && !files.some((f) => has.includes(f.format)))
      throw new CannotRun(`--${kind}-col names a column, and ${given}; ${hint}`)
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
