import type { Molecule } from './molecule.js'

/** A hydrogen of a hydroxy or mercapto group that belongs on the other end of a double bond. */
export interface Shift {
  /** Oxygen or sulfur that gives its hydrogen. */
  readonly from: number
  /** Nitrogen or carbon that takes it. */
  readonly to: number
  /** Bond that becomes double. */
  readonly doubled: number
  /** Bond that becomes single. */
  readonly singled: number
}

/**
 * Imidic acids and enols outside aromatic rings, which class rules read as the amide and the
 * ketone: a barbiturate drawn as its lactim is a barbiturate.
 * @param charges of the atoms in the neutral form
 */
export function shiftsOf(molecule: Molecule, charges: readonly number[]): Shift[] {
  const shifts: Shift[] = []
  const used = new Set<number>()
  molecule.atoms.forEach((atom, from) => {
    const [link, ...more] = molecule.neighbours[from]!
    if ((atom.z !== 8 && atom.z !== 16) || !link || more.length > 0 || charges[from] !== 0) return
    if (atom.hydrogens + charges[from]! - atom.charge < 1 || molecule.bonds[link.bond]!.order !== 1) return
    const carbon = molecule.atoms[link.atom]!
    if (carbon.z !== 6 || carbon.aromatic || used.has(link.atom)) return
    const takes = (z: number) =>
      molecule.neighbours[link.atom]!.find(({ atom: other, bond }) => molecule.bonds[bond]!.order === 2 && !molecule.bonds[bond]!.aromatic && molecule.atoms[other]!.z === z && charges[other] === 0 && !used.has(other))
    const taker = takes(7) ?? (atom.z === 8 ? takes(6) : undefined)
    if (!taker) return
    for (const a of [link.atom, taker.atom]) used.add(a)
    shifts.push({ from, to: taker.atom, doubled: link.bond, singled: taker.bond })
  })
  return shifts
}

/** The molecule with hydrogens and bond orders as after the shifts; aromaticity as drawn. */
export function withShifts(molecule: Molecule, shifts: readonly Shift[]): Molecule {
  if (shifts.length === 0) return molecule
  const atoms = [...molecule.atoms]
  const bonds = [...molecule.bonds]
  for (const { from, to, doubled, singled } of shifts) {
    atoms[from] = { ...atoms[from]!, hydrogens: Math.max(0, atoms[from]!.hydrogens - 1) }
    atoms[to] = { ...atoms[to]!, hydrogens: atoms[to]!.hydrogens + 1 }
    bonds[doubled] = { ...bonds[doubled]!, order: 2 }
    bonds[singled] = { ...bonds[singled]!, order: 1 }
  }
  return { ...molecule, atoms, bonds }
}
