import type { Form } from './form.js'
import type { Molecule } from './molecule.js'

/**
 * Aromaticity score of the five- and six-membered rings of a form: 12 for each benzene ring, 10 for other rings with
 * six electrons, one less for each exocyclic C=N bond; `alike` counts 10 for a benzene ring too. Exocyclic C=O and C=S
 * bonds do not lower the score: lactams rank equal to hydroxy compounds.
 * @param charges of the atoms in the neutral form
 */
export function aromaticityOf(
  molecule: Molecule,
  charges: readonly number[],
  rings: readonly (readonly number[])[],
  form: Form,
): { readonly score: number; readonly alike: number } {
  let left = rings
  // A double bond to a neighbouring ring counts only if that ring is aromatic too.
  for (let size = -1; size !== left.length; ) {
    size = left.length
    left = left.filter((ring, _, among) => electronsOf(molecule, charges, ring, among, form) === 6)
  }
  const alike = left.reduce((sum, ring) => sum + 10 - iminesOn(molecule, ring, form), 0)
  return { score: alike + 2 * left.filter((ring) => ring.every((a) => molecule.atoms[a]!.z === 6)).length, alike }
}

/** -1 if an atom leaves the ring without its electrons. */
function electronsOf(
  molecule: Molecule,
  charges: readonly number[],
  ring: readonly number[],
  among: readonly (readonly number[])[],
  { orders }: Form,
): number {
  let sum = 0
  for (const a of ring) {
    const double = molecule.neighbours[a]!.filter(({ bond }) => orders[bond] === 2)
    const { z } = molecule.atoms[a]!
    const charge = charges[a]!
    if (double.length > 1 || (z === 6 && double.length === 0) || (z === 6 && charge !== 0)) return -1
    const to = double[0]?.atom
    if (to === undefined) {
      if (charge > 0) return -1
      sum += 2
    } else if (ring.includes(to) || among.some((other) => other.includes(a) && other.includes(to))) sum += 1
    else if (molecule.atoms[to]!.z === 6) return -1
  }
  return sum
}

function iminesOn(molecule: Molecule, ring: readonly number[], { orders }: Form): number {
  return ring.filter((a) =>
    molecule.neighbours[a]!.some(
      ({ atom, bond }) =>
        orders[bond] === 2 && !ring.includes(atom) && molecule.atoms[atom]!.z === 7 && !molecule.atoms[atom]!.aromatic,
    ),
  ).length
}
