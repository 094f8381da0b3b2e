import type { Molecule } from './molecule.js'
import { moved, type Form } from './form.js'

/**
 * The forms of a molecule in which each trivalent phosphorus with a hydroxy or mercapto group has its hydrogen on the
 * phosphorus: P(=O)–H is the usual form of P–OH. Two forms if a phosphorus has groups of both kinds, of which either
 * may be the one. The screen checks whether there may be such a phosphorus; see `engine/perceive/unusual`.
 * @param charges of the atoms in the neutral form
 */
export function phosphiteForms(molecule: Molecule, charges: readonly number[], drawn: Form): Form[] {
  const forms = [8, 16].flatMap((first) => phosphiteForm(molecule, charges, drawn, first) ?? [])
  const [one, other] = forms
  return one && other && one.orders.every((order, bond) => order === other.orders[bond]) ? [one] : forms
}

/** @param first the element that keeps the double bond where a phosphorus has groups of both */
function phosphiteForm(
  { atoms, neighbours }: Molecule,
  charges: readonly number[],
  drawn: Form,
  first: number,
): Form | null {
  const { orders, hydrogens } = drawn
  let form = drawn
  for (const [phosphorus, { z }] of atoms.entries()) {
    const around = neighbours[phosphorus]!
    if (z !== 15 || charges[phosphorus] !== 0 || around.length + hydrogens[phosphorus]! !== 3) continue
    if (around.some(({ bond }) => orders[bond] !== 1)) continue
    const groups = around.filter(
      ({ atom }) =>
        [8, 16].includes(atoms[atom]!.z) &&
        charges[atom] === 0 &&
        hydrogens[atom] === 1 &&
        neighbours[atom]!.length === 1,
    )
    const group = groups.find(({ atom }) => atoms[atom]!.z === first) ?? groups[0]
    if (group) form = moved(form, group.atom, [group.bond], phosphorus)
  }
  return form === drawn ? null : form
}
