import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new folder that is deleted after the tests of the file. It is made at once: tables of tests may name files in it. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name))
  afterAll(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A folder for the files of one test file. */
export const testFolder = (): ((name: string, text: string) => string) => placesFor('coverage-cli-').put

/** A folder for the files of one test file, text or bytes, and their paths. */
export function placesFor(name: string): {
  readonly path: (file: string) => string
  readonly put: (file: string, content: string | Buffer) => string
} {
  const folder = temporaryFolder(name)
  const path = (file: string) => join(folder, file)
  return {
    path,
    put: (file, content) => {
      writeFileSync(path(file), content)
      return path(file)
    },
  }
}
