import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { itemsIn, type ShippedSet } from '../../impact/index.js'
import { CannotRun } from '../host.js'
import { shippedData } from '../shipped.js'

/** Sets of structures shipped with this package; their sources are in `data/reference`. */
const referenceSets = ['medicines', 'everyday'] as const

/** The shipped set given as `set:medicines`; null for a file. @throws {CannotRun} for a set that is not shipped */
export function setNamed(given: string): (typeof referenceSets)[number] | null {
  const name = /^set:(.*)$/.exec(given)?.[1]
  if (name === undefined) return null
  const found = referenceSets.find((set) => set === name)
  if (found === undefined)
    throw new CannotRun(`there is no set ${name}; the sets are ${referenceSets.map((set) => `set:${set}`).join(', ')}`)
  return found
}

/** The file of a set; other names are files already. @throws {CannotRun} as above */
export function fileOfSet(given: string): string {
  const name = setNamed(given)
  return name === null ? given : join(shippedData, 'reference', `${name}.tsv`)
}

/** The sets of structures that this package ships for reports on drafts; their sources are at the head of each file. */
export function shippedSets(): ShippedSet[] {
  const set = (id: string, kind: ShippedSet['kind']): ShippedSet => ({
    id,
    kind,
    items: itemsIn(readFileSync(fileOfSet(`set:${id}`), 'utf8')),
  })
  return [set('medicines', 'medicines'), set('everyday', 'everyday')]
}
