import { chalcogens, halogens } from '../elements.js'
import { isBasicNitrogen } from './basicity.js'
import type { JsonDocument } from './common-chem.js'
import { isMetal, type Molecule } from './molecule.js'
import { neutralCharges } from './normalise.js'
import { redrawn } from './redraw.js'

/**
 * The document with the protons of components that are no bases on the anions of other components: `CC(C)=[OH+].[Cl-]`
 * is acetone with hydrogen chloride, not a salt. Null if there is none. The engine leaves such drawings to RDKit; see
 * `mayReturnProton`.
 */
export function withProtonsReturned(document: JsonDocument, molecule: Molecule): JsonDocument | null {
  const { atoms, components } = molecule
  if (components.length === 1 || atoms.every(({ charge }) => charge <= 0)) return null
  const neutral = neutralCharges(molecule)
  const changes = new Map<number, { hydrogens: number; charge: number }>()
  const net = (component: readonly number[]) => component.reduce((sum, a) => sum + atoms[a]!.charge, 0)
  const takers = components
    .filter((component) => net(component) < 0)
    .flatMap((component) => component.filter((a) => atoms[a]!.charge < 0 && neutral[a] === 0))
  for (const component of components) {
    if (net(component) <= 0 || isBase(molecule, component)) continue
    for (const giver of component.filter((a) => hasExtraProton(molecule, a))) {
      const taker = takers.shift()
      if (taker === undefined) break
      changes.set(giver, { hydrogens: atoms[giver]!.hydrogens - 1, charge: atoms[giver]!.charge - 1 })
      changes.set(taker, { hydrogens: atoms[taker]!.hydrogens + 1, charge: atoms[taker]!.charge + 1 })
    }
  }
  return changes.size === 0 ? null : redrawn(document, molecule, { atoms: changes, orders: new Map() })
}

/**
 * Whether a component is a base by any of its atoms, wherever its proton is drawn. Phosphorus is one only where the
 * proton is on it: a phosphite or a phosphinic acid takes none on oxygen.
 */
function isBase(molecule: Molecule, component: readonly number[]): boolean {
  return component.some((a) => {
    const { z, charge, hydrogens } = molecule.atoms[a]!
    return isMetal(z) || (isBasicNitrogen(molecule, a) && (charge <= 0 || hydrogens > 0))
  })
}

function hasExtraProton({ atoms, neighbours }: Molecule, a: number): boolean {
  const { z, charge, hydrogens } = atoms[a]!
  return charge > 0 && hydrogens > 0 && neighbours[a]!.length > 0 && (z === 7 || chalcogens.has(z) || halogens.has(z))
}
