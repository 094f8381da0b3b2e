import type { Molecule } from './molecule.js'

/** Orders of bonds and hydrogens of atoms of a form of a molecule. */
export interface Form {
  readonly orders: readonly number[]
  readonly hydrogens: readonly number[]
}

/**
 * How aromatic the rings of five and six atoms of a form are: 12 for each benzene ring, 10 for others with six
 * electrons, one less for each C=N bond that leaves the ring. C=O and C=S bonds that leave a ring take nothing away: lactams are as good as hydroxy compounds.
 */
export function aromaticityOf(molecule: Molecule, rings: readonly (readonly number[])[], form: Form): number {
  let left = rings.filter((ring) => electronsOf(molecule, ring, rings, form) === 6)
  // A double bond to a neighbouring ring counts only if that ring is aromatic too.
  for (let size = -1; size !== left.length; ) {
    size = left.length
    const among: readonly (readonly number[])[] = left
    left = left.filter((ring) => electronsOf(molecule, ring, among, form) === 6)
  }
  const isBenzene = (ring: readonly number[]) => ring.every((a) => molecule.atoms[a]!.z === 6)
  return left.reduce((sum, ring) => sum + (isBenzene(ring) ? 12 : 10) - iminesOn(molecule, ring, form), 0)
}

/** -1 where some atom leaves the ring without its electrons. */
function electronsOf(
  molecule: Molecule,
  ring: readonly number[],
  among: readonly (readonly number[])[],
  { orders, hydrogens }: Form,
): number {
  let sum = 0
  for (const a of ring) {
    const double = molecule.neighbours[a]!.filter(({ bond }) => orders[bond] === 2)
    const { z, charge } = molecule.atoms[a]!
    if (double.length > 1 || (z === 6 && double.length === 0) || (z === 6 && charge !== 0)) return -1
    const to = double[0]?.atom
    if (to === undefined) {
      if (charge > 0 || (z === 7 && hydrogens[a]! > 1)) return -1
      sum += 2
    } else if (ring.includes(to) || among.some((other) => other !== ring && other.includes(a) && other.includes(to)))
      sum += 1
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
