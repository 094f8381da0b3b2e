import { mostEnediolForms } from '../limits.js'
import type { Molecule, Neighbour } from './molecule.js'
import type { Form } from './ring-aromaticity.js'

/**
 * The forms of a molecule in which each enediol (HO–C=C–OH outside aromatic rings) is one of its two hydroxy ketones, in
 * every combination, as nothing distinguishes them; empty if there is no enediol. The screen checks whether there may be
 * one; see `engine/perceive/unusual`.
 * @param charges of the atoms in the neutral form
 */
export function enediolForms(molecule: Molecule, charges: readonly number[], drawn: Form): Form[] {
  let forms: Form[] = []
  for (const [bond, { a, b, aromatic }] of molecule.bonds.entries()) {
    if (aromatic || drawn.orders[bond] !== 2) continue
    const [one, other] = [hydroxyOn(molecule, charges, a), hydroxyOn(molecule, charges, b)]
    if (!one || !other) continue
    if (forms.length === mostEnediolForms) break
    const before = forms.length > 0 ? forms : [drawn]
    forms = before.flatMap((form) => [ketone(form, one, bond, b), ketone(form, other, bond, a)])
  }
  return forms
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
