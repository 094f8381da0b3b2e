import { existsSync, statSync } from 'node:fs'
import {
  type Source,
  type BatchRecord,
  bytesOf,
  type Meter,
  recordSource,
  FileProblem,
  longestLine,
  linesOf,
  readRunFile,
  runFilePath,
} from '../../batch/index.js'
import { resultIn } from '../../report/documents.js'
import type { RunFile } from '../../report/index.js'
import { CannotRun, type Host } from '../host.js'

export function isResultFile(file: string): boolean {
  return /\.(ndjson|jsonl)(\.gz)?$/i.test(file)
}

/** The longest result read, bytes: an input of the longest line with every character escaped. */
const longestResult = 16 * longestLine

/** The lines of a results file, as records; blank ones are skipped. @throws {CannotRun} when it cannot be read */
export function resultSource(file: string, host: Host): Source {
  if (file !== '-' && !existsSync(file)) throw new CannotRun(`there is no file ${file}`)
  const meter = { read: 0 }
  return recordSource(recordsOf(file, host, meter), {
    file,
    format: 'ndjson',
    meter,
    size: file !== '-' && statSync(file).isFile() ? statSync(file).size : null,
    close: () => void (file === '-' && host.stdin.destroy()),
  })
}

async function* recordsOf(file: string, host: Host, meter: Meter): AsyncGenerator<BatchRecord> {
  let line = 0
  try {
    for await (const { text, tooLong } of linesOf(bytesOf(file, host.stdin, meter), longestResult)) {
      line++
      const problem =
        tooLong === null
          ? null
          : ({ code: 'too-long', message: `${tooLong} bytes in one line are no result`, position: null } as const)
      if (problem !== null || text.trim() !== '') yield { row: line, name: null, text, problem, fields: [] }
    }
  } catch (error) {
    if (error instanceof FileProblem) throw new CannotRun(`${error.message} (after line ${line})`)
    throw error
  }
}

/** The facts of the run of a results file, from their own file; null if its rows have them. @throws {CannotRun} */
export async function runOf(file: string, given?: string): Promise<RunFile | null> {
  const run = await readRunFile(given ?? runFilePath(file))
  if (run === null && given !== undefined) throw new CannotRun(`there is no file ${given}`)
  return run
}

/**
 * The results in a file that `check --json` or `batch` wrote, or what is wrong with a line; `-` is stdin.
 * @throws {CannotRun} when it cannot be read
 */
export async function* resultLines(file: string, host: Host, runInfo?: string) {
  const run = await runOf(file, runInfo)
  for await (const { row: line, text, problem } of resultSource(file, host).records)
    yield { line, ...(problem ? { result: null, problem: problem.message } : resultIn(text, run)) }
}
