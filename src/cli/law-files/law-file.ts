import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { editionIn, shareText } from '../../workers/threads.js'
import { flawOf, type Edition, type EditionStart } from '../../law/index.js'
import { indexLaw, type LawIndex } from '../../matching/index.js'
import { editionName } from '../../report/index.js'
import { CannotRun } from '../host.js'
import { hashOfFile, hashTold } from './edition-hash.js'
import type { EditionChoice } from '../options.js'
import { shippedEdition, shippedStart } from '../shipped.js'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { configWords } from '../config-text.js'

/** As `loadLaw`, or the law of a folder of records added to the shipped ones. @throws {CannotRun} */
export async function lawOf(choice: EditionChoice): Promise<LawIndex> {
  if (choice.data === undefined) return loadLaw(choice)
  // Loaded only for authors of law, as the schemas take time.
  const { compileData } = await import('./compile-edition.js')
  return indexLaw(await compileData(choice.data, editionBelow(choice)))
}

/** The shipped edition, if records are added to those it was compiled from; shipped records are always recompiled. */
export function editionBelow({ data, shipped: below = true }: { data?: string; shipped?: boolean }): Edition | null {
  return data === undefined || !below || !existsSync(shippedEdition) ? null : loadLaw().edition
}

/** The law of this package, cached: its file does not change while a command runs. */
let shipped: LawIndex | null = null

/** Loads a compiled edition. @throws {CannotRun} missing, no edition, or not of its stated hash */
export function loadLaw({ edition, unverifiedEdition = false, expectedEdition }: EditionChoice = {}): LawIndex {
  const file = edition === undefined ? shippedEdition : editionFile(edition)
  const law = file === shippedEdition ? (shipped ??= read(file, unverifiedEdition)) : read(file, unverifiedEdition)
  const { id = '', sha256 = '', by = '' } = expectedEdition ?? {}
  if ((id !== '' && law.edition.id !== id) || !law.edition.sha256.startsWith(sha256))
    throw new CannotRun(
      configWords.otherEdition([id, sha256].filter((part) => part !== '').join(' '), by, editionName(law.edition)),
    )
  return law
}

function read(file: string, unverifiedEdition: boolean): LawIndex {
  const bytes = bytesOf(file)
  const edition = parsed(bytes, file)
  const sha256 = hashOfFile(bytes, edition)
  if (sha256 === edition.sha256) {
    if (bytes.buffer instanceof SharedArrayBuffer) shareText(edition, bytes)
    return indexLaw(edition)
  }
  if (!unverifiedEdition) {
    throw new CannotRun(
      `${file} was changed after it was compiled: it states the hash ${edition.sha256.slice(0, 12)}, its content ` +
        `has ${sha256.slice(0, 12)}. ${howToCompile(file)}. To use it anyway, add --unverified-edition; every ` +
        `answer then says so`,
    )
  }
  return indexLaw({ ...edition, sha256, unverified: true })
}

/** The bytes of a file, in shared memory that lives as long as the edition: glibc retains large blocks when freed. */
function bytesOf(file: string): Buffer {
  try {
    const stat = statSync(file)
    if (!stat.isFile()) return readFileSync(file)
    const { size } = stat
    const bytes = Buffer.from(new SharedArrayBuffer(size))
    const descriptor = openSync(file, 'r')
    try {
      for (let at = 0; at < size; ) {
        const read = readSync(descriptor, bytes, at, size - at, at)
        if (read === 0) break
        at += read
      }
    } finally {
      closeSync(descriptor)
    }
    return bytes
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CannotRun(
      `cannot read the law data ${file} (${code === 'ENOENT' ? 'there is no such file' : code}). ${howToCompile(file)}`,
    )
  }
}

function parsed(bytes: Buffer, file: string): Edition {
  let edition: unknown
  try {
    edition = (file === shippedEdition && shippedIn(bytes)) || JSON.parse(bytes.toString())
  } catch {
    throw new CannotRun(`${file} is not an edition: it is not JSON. ${howToCompile(file)}`)
  }
  const flaw = flawOf(edition)
  if (flaw !== null) throw new CannotRun(`${file} is not an edition: ${flaw}. ${howToCompile(file)}`)
  return edition as Edition
}

/** The shipped edition, whose entries are read when asked for; null if what was worked out is of another one. */
function shippedIn(bytes: Buffer): Edition | null {
  if (!existsSync(shippedStart)) return null
  const start = JSON.parse(readFileSync(shippedStart, 'latin1')) as EditionStart
  // It was compiled, so that its text is ASCII.
  return hashTold(bytes) === start.sha256 ? editionIn({ text: bytes, start }) : null
}

function howToCompile(file: string): string {
  return file === shippedEdition ? 'Build it with: npm run data' : 'Make one with: coverage law edition compile -o FILE'
}

/** Where a law package, and this one, keep their edition. */
const inFolder = ['edition.json', 'dist/edition.json']

/** The file of an edition given directly, or as the folder or name of a package that contains one. */
export function editionFile(given: string): string {
  if (existsSync(given)) return statSync(given).isDirectory() ? (within(given) ?? given) : given
  if (!/^(@[\w.-]+\/)?[\w-][\w.-]*$/.test(given)) return given
  try {
    return createRequire(resolve('package.json')).resolve(`${given}/edition.json`)
  } catch {
    return given
  }
}

function within(folder: string): string | null {
  return inFolder.map((name) => join(folder, name)).find((file) => existsSync(file)) ?? null
}
