import { existsSync } from 'node:fs'
import { bytesOf } from '../../batch/bytes.js'
import { FileProblem } from '../../batch/file-problem.js'
import { longestLine } from '../../batch/limits.js'
import { linesOf } from '../../batch/lines.js'
import { result, type Result } from '../../report/result-schema.js'
import { CannotRun } from '../cannot-run.js'
import type { Host } from '../host.js'

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

/** The longest result read, bytes: what an input of the longest line comes to when each of its characters is escaped. */
const longestResult = 16 * longestLine

/** The results in a file that `check --json` or `batch` wrote; `-` is stdin. @throws {CannotRun} when it cannot be read */
export async function* resultLines(file: string, host: Host): AsyncGenerator<ResultLine> {
  if (file !== '-' && !existsSync(file)) throw new CannotRun(`there is no file ${file}`)
  let line = 0
  try {
    for await (const { text, tooLong } of linesOf(bytesOf(file, host.stdin, { read: 0 }), longestResult)) {
      line++
      if (tooLong !== null) yield { line, result: null, problem: `${tooLong} bytes in one line are no result` }
      else if (text.trim() !== '') yield { line, ...parsed(text) }
    }
  } catch (error) {
    if (error instanceof FileProblem) throw new CannotRun(`${error.message} (after line ${line})`)
    throw error
  }
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
