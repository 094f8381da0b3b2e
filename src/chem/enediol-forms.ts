import type { Molecule, Neighbour } from './molecule.js'
import type { Form } from './ring-aromaticity.js'

/**
 * The forms of a molecule in which an enediol (HO–C=C–OH outside aromatic rings) is one of the two hydroxy ketones: two
 * for each enediol, as nothing distinguishes them. The screen checks whether there may be one; see
 * `engine/perceive/unusual`.
 * @param charges of the atoms in the neutral form
 */
export function enediolForms(molecule: Molecule, charges: readonly number[], drawn: Form): Form[] {
  return molecule.bonds.flatMap(({ a, b, aromatic }, bond): Form[] => {
    if (aromatic || drawn.orders[bond] !== 2) return []
    const [one, other] = [hydroxyOn(molecule, charges, a), hydroxyOn(molecule, charges, b)]
    return one && other ? [ketone(drawn, one, bond, b), ketone(drawn, other, bond, a)] : []
  })
}

/** A hydroxy group on a carbon, whether or not it is drawn with its hydrogen. */
export function hydroxyOn(
  { atoms, neighbours }: Molecule,
  charges: readonly number[],
  carbon: number,
): Neighbour | undefined {
  if (atoms[carbon]!.z !== 6) return undefined
  return neighbours[carbon]!.find(({ atom }) => {
    const { z, hydrogens, charge } = atoms[atom]!
    return z === 8 && charges[atom] === 0 && hydrogens - charge === 1 && neighbours[atom]!.length === 1
  })
}

/** The form in which the hydrogen of a hydroxy group has moved to a carbon along a double bond. */
function ketone({ orders, hydrogens }: Form, hydroxy: Neighbour, bond: number, carbon: number): Form {
  return {
    orders: orders.with(bond, 1).with(hydroxy.bond, 2),
    hydrogens: hydrogens.with(hydroxy.atom, hydrogens[hydroxy.atom]! - 1).with(carbon, hydrogens[carbon]! + 1),
  }
}
