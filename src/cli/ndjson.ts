import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { result, type Result } from '../report/result-schema.js'
import { CannotRun } from './cannot-run.js'
import type { Host } from './host.js'

export interface ResultLine {
  readonly line: number
  /** Null where the line is no result. */
  readonly result: Result | null
  /** What is wrong with the line. */
  readonly problem: string | null
}

export function isResultFile(file: string): boolean {
  return /\.(ndjson|jsonl)(\.gz)?$/i.test(file)
}

/** The results in a file that `check --json` or `batch` wrote; `-` is stdin. @throws {CannotRun} when it cannot be read */
export async function* resultLines(file: string, host: Host): AsyncGenerator<ResultLine> {
  let line = 0
  try {
    for await (const text of textLines(file, host)) {
      line++
      if (text.trim() !== '') yield { line, ...parsed(text) }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const reason = code?.startsWith('Z_') ? `the compressed data are damaged or cut off: ${message}` : (code ?? message)
    throw new CannotRun(code === 'ENOENT' ? `there is no file ${file}` : `cannot read ${file} after line ${line} (${reason})`)
  }
}

async function* textLines(file: string, host: Host): AsyncGenerator<string> {
  const raw: Readable = file === '-' ? host.stdin : createReadStream(file)
  const input: Readable = /\.gz$/i.test(file) ? compose(raw) : raw
  let failure: Error | null = null
  input.on('error', (error: Error) => (failure = error))
  // It passes errors on, also after the last line that anybody asks for.
  const lines = createInterface({ input, crlfDelay: Infinity }).on('error', () => {})
  try {
    for await (const line of lines) yield line
  } finally {
    if (file !== '-') raw.destroy()
  }
  if (failure) throw failure
}

function compose(raw: Readable): Readable {
  const gunzip = createGunzip()
  // An error of the file must end the reading of what is made of it.
  raw.on('error', (error: Error) => gunzip.destroy(error))
  return raw.pipe(gunzip)
}

function parsed(text: string): Omit<ResultLine, 'line'> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { result: null, problem: 'it is not JSON' }
  }
  const checked = result.safeParse(value)
  if (checked.success) return { result: checked.data, problem: null }
  const { path, message } = checked.error.issues[0]!
  return { result: null, problem: `it is not a result of this version: ${path.join('.')}: ${message}` }
}
