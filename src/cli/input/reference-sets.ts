import { join } from 'node:path'
import { CannotRun } from '../cannot-run.js'
import { shippedData } from '../paths.js'

/** Sets of structures shipped with this package; their sources are in `data/reference`. */
const referenceSets = ['medicines', 'everyday'] as const

/**
 * The file of a set given as `set:medicines`; other names are file names already. @throws {CannotRun} for a set that is
 * not shipped
 */
export function fileOfSet(given: string): string {
  const name = /^set:(.*)$/.exec(given)?.[1]
  if (name === undefined) return given
  if (!referenceSets.some((set) => set === name))
    throw new CannotRun(`there is no set ${name}; the sets are ${referenceSets.map((set) => `set:${set}`).join(', ')}`)
  return join(shippedData, 'reference', `${name}.tsv`)
}
