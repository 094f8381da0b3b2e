import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

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
