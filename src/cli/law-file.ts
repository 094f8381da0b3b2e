import { readFileSync } from 'node:fs'
import { Reader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import { indexLaw, type LawIndex } from '../matching/index.js'
import { CannotRun } from './cannot-run.js'
import { shippedEdition } from './paths.js'

/** Starts RDKit and loads the law meanwhile: WebAssembly is compiled on threads of its own. @throws {CannotRun} as `loadLaw` does */
export async function readerAndLaw(file?: string): Promise<[Reader, LawIndex]> {
  return Promise.all([Reader.start(), turn().then(() => loadLaw(file))])
}

/** The next turn of the event loop. Node's own promise of it takes a module more to load. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Loads a compiled edition. @throws {CannotRun} when the file is missing or not an edition */
export function loadLaw(file: string = shippedEdition): LawIndex {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CannotRun(`cannot read the law data ${file} (${code === 'ENOENT' ? 'there is no such file' : code}). ${making(file)}`)
  }
  let edition: Partial<Edition>
  try {
    edition = JSON.parse(text) as Partial<Edition>
  } catch {
    throw new CannotRun(`${file} is not an edition: it is not JSON. ${making(file)}`)
  }
  if (edition.format !== 1 || !edition.sha256 || !edition.jurisdictions) throw new CannotRun(`${file} is not an edition of a format this version reads (1)`)
  return indexLaw(edition as Edition)
}

function making(file: string): string {
  return file === shippedEdition ? 'Build it with: npm run data' : 'Make one with: coverage law compile -o FILE'
}
