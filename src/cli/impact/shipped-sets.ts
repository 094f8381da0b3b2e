import { readFileSync } from 'node:fs'
import { itemsIn, type ShippedSet } from '../../impact/index.js'
import { fileOfSet } from '../input/reference-sets.js'

/** The sets of structures that this package ships for reports on drafts; their sources are at the head of each file. */
export function shippedSets(): ShippedSet[] {
  const set = (id: string, kind: ShippedSet['kind']): ShippedSet => ({
    id,
    kind,
    items: itemsIn(readFileSync(fileOfSet(`set:${id}`), 'utf8')),
  })
  return [set('medicines', 'medicines'), set('everyday', 'everyday')]
}
