import type { Molecule } from './molecule.js'

/** Nitrogen, except in nitro groups and nitriles or where an acyl group draws its electrons away. */
export function isBasicNitrogen(molecule: Molecule, a: number): boolean {
  const neighbours = molecule.neighbours[a]!
  return (
    molecule.atoms[a]!.z === 7 &&
    neighbours.filter(({ atom }) => molecule.atoms[atom]!.z === 8).length < 2 &&
    !neighbours.some(({ atom, bond }) => molecule.bonds[bond]!.order === 3 || drawsOn(molecule, atom))
  )
}

/** Carbonyl, thiocarbonyl and sulfonyl groups, and imidic acids, which are amides. */
export function drawsOn(molecule: Molecule, atom: number): boolean {
  return (
    molecule.neighbours[atom]!.some(
      (n) => molecule.bonds[n.bond]!.order === 2 && [8, 16].includes(molecule.atoms[n.atom]!.z),
    ) || isImidic(molecule, atom)
  )
}

/** C(=N)OH, C([N-])=[OH+], or the same of sulfur, not in an aromatic ring. */
export function isImidic({ atoms, bonds, neighbours }: Molecule, centre: number): boolean {
  const isNitrogen = (a: number, bond: number) =>
    atoms[a]!.z === 7 && !atoms[a]!.aromatic && (bonds[bond]!.order === 2 || atoms[a]!.charge < 0)
  const isHydroxy = (a: number) => [8, 16].includes(atoms[a]!.z) && atoms[a]!.hydrogens > 0
  const around = neighbours[centre]!
  return around.some(({ atom }) => isHydroxy(atom)) && around.some(({ atom, bond }) => isNitrogen(atom, bond))
}

/**
 * Phosphorus or arsenic with a lone pair, which takes a proton, or with a hydrogen, which a base takes: a phosphine or
 * a dialkyl phosphite, but not a phosphate.
 */
export function isSaltFormingPhosphorus({ atoms, bonds, neighbours }: Molecule, a: number): boolean {
  const { z, charge, hydrogens } = atoms[a]!
  if (z !== 15 && z !== 33) return false
  const orders = neighbours[a]!.map(({ bond }) => bonds[bond]!.order)
  const bonded = orders.reduce<number>((sum, order) => sum + (order === 'other' ? 0 : order), hydrogens)
  return hydrogens > 0 || 5 - charge - bonded >= 2
}
