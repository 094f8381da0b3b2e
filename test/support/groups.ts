import type { Molecule } from '../../src/chem/index.js'
import type { Item } from '../../src/law/index.js'
import { hitOf } from '../../src/matching/classes/group-test.js'
import { MoleculeCache } from '../../src/matching/classes/molecule-cache.js'
import { cutMask, maskOf, type GroupHit, type Substituent } from '../../src/matching/classes/substituent.js'
import type { Graph } from '../../src/matching/index.js'
import { itemPlanOf, type Terms } from '../../src/rules/index.js'

/** The connected groups that remain of `within` once `kept` is removed. */
export function cut(molecule: Molecule, within: readonly number[], kept: ReadonlySet<number>): Substituent[] {
  const mask = (atoms: readonly number[]) => maskOf(atoms, molecule.atoms.length)
  return cutMask(molecule, mask(within.filter((atom) => !kept.has(atom))), mask([...kept]))
}

export function fitsItem(graph: Graph, terms: Terms, substituent: Substituent, item: Item): GroupHit | null {
  return hitOf(MoleculeCache.of(graph), substituent, itemPlanOf(terms, item))
}
