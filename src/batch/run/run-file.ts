import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Judgement } from '../../matching/index.js'
import { type RunInfo, runFileContent, type RunFile } from '../../report/index.js'
import { FileProblem } from '../input/file-problem.js'
import { writeWhole } from '../output/whole-file.js'

export function runFilePath(output: string): string {
  return `${output}.run.json`
}

/** The facts of a run, named by the beginning of their hash, which every row repeats. */
export function runFileOf(run: RunInfo, nothing: Judgement, explain: boolean): RunFile {
  const facts = runFileContent(run, nothing, explain)
  return { run: nameOf(facts), ...facts }
}

function nameOf(facts: Omit<RunFile, 'run'>): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12)
}

/** @throws {FileProblem} if it cannot be written */
export async function writeRunFile(path: string, run: RunFile): Promise<void> {
  await writeWhole(path, `${JSON.stringify(run, null, 2)}\n`)
}

/**
 * Reads the facts of a run; null if there is no file. @throws {FileProblem} if it holds something else, or was changed
 */
export async function readRunFile(path: string): Promise<RunFile | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new FileProblem(path, `cannot be read (${(error as Error).message})`)
  }
  // Loaded here so that runs start without the schema.
  const { runFile } = await import('../../report/schema.js')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new FileProblem(path, 'it is not JSON')
  }
  const checked = runFile.safeParse(value)
  if (!checked.success) {
    const { path: at, message } = checked.error.issues[0]!
    throw new FileProblem(path, `it does not contain the facts of a run: ${at.join('.')}: ${message}`)
  }
  const { run, ...facts } = value as RunFile
  if (nameOf(facts) !== run) throw new FileProblem(path, 'it was changed after the run')
  return value as RunFile
}
