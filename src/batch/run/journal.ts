import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { FileProblem } from '../input/file-problem.js'
import { partialPath, writeWhole } from '../output/whole-file.js'
import type { Journal, RunIdentity } from './journal-schema.js'

export type { Journal, RunIdentity, Shard } from './journal-schema.js'

function journalPath(output: string): string {
  return `${output}.journal`
}

/** All files that a journal may be written to. */
export function journalPaths(output: string): string[] {
  return [journalPath(output), partialPath(journalPath(output))]
}

/** The journal of an output; null if there is none. @throws {FileProblem} when it is damaged */
export async function readJournal(output: string): Promise<Journal | null> {
  const path = journalPath(output)
  if (!existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // It is written atomically, so this is not an interrupted write.
  }
  if ((value as Partial<Journal> | undefined)?.format !== 2)
    throw new FileProblem(path, 'is not a journal that this version can read; remove it to start again')
  const sealed = /^(.*),"check":"([0-9a-f]{64})"\}\n$/s.exec(text)
  if (sealed?.[2] !== checkOf(`${sealed?.[1]}}`))
    throw new FileProblem(path, 'was changed since it was written (its checksum differs); remove it to start again')
  // Loaded here so that runs that resume nothing start without it.
  const { journalProblem } = await import('./journal-schema.js')
  const problem = journalProblem(value)
  if (problem !== null) throw new FileProblem(path, `does not add up (${problem}); remove it to start again`)
  return value as Journal
}

/** Written to a temporary file and renamed: a reader finds either the old or the new one, complete. */
export async function writeJournal(output: string, journal: Journal): Promise<void> {
  const path = journalPath(output)
  const text = JSON.stringify(journal)
  await writeWhole(path, `${text.slice(0, -1)},"check":"${checkOf(text)}"}\n`, true)
}

function checkOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function removeJournal(output: string): void {
  for (const path of journalPaths(output)) rmSync(path, { force: true })
}

/** What differs between two runs, in words for a message; null if they are parts of one run. */
export function difference(a: RunIdentity, b: RunIdentity): string | null {
  if (a.edition !== b.edition) return 'the edition of the law data'
  if (a.asOf !== b.asOf) return `the day (${a.asOf}, now ${b.asOf})`
  const options = [...new Set([...Object.keys(a.options), ...Object.keys(b.options)])].filter(
    (key) => JSON.stringify(a.options[key]) !== JSON.stringify(b.options[key]),
  )
  if (options.length > 0) return `options (${options.join(', ')})`
  if (a.files.length !== b.files.length) return 'the input files'
  const changed = a.files.find((file, i) => JSON.stringify(file) !== JSON.stringify(b.files[i]))
  return changed ? `the input ${changed.file}` : null
}

/** Size and modification time of an input; null for stdin. */
export function stampOf(file: string): { size: number | null; changed: number | null } {
  if (file === '-') return { size: null, changed: null }
  const { size, mtimeMs } = statSync(file)
  return { size, changed: Math.round(mtimeMs) }
}
