import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for the files of one test file. */
export function testFolder(): (name: string, text: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-cli-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return (name, text) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
}

/** A folder for the files of one test file, text or bytes, and their paths. */
export function placesFor(name: string): {
  readonly path: (file: string) => string
  readonly put: (file: string, content: string | Buffer) => string
} {
  // Made at once: a file that a table of tests names must not land in the checkout.
  const folder = mkdtempSync(join(tmpdir(), name))
  afterAll(() => rmSync(folder, { recursive: true }))
  const path = (file: string) => join(folder, file)
  return {
    path,
    put: (file, content) => {
      writeFileSync(path(file), content)
      return path(file)
    },
  }
}
