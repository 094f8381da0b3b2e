import type { JsonAtom, JsonBond, JsonDocument } from './common-chem.js'
import type { CleavableBond } from './cleavable-bonds.js'
import type { Molecule } from './molecule.js'
import { asDocument } from './normalise.js'
import { groupsLeft } from './stereo-groups.js'

/**
 * The document with some bonds cleaved: the bond is removed and both of its ends gain a hydrogen. Atom indices stay.
 * Stereo of the atom that leaves is dropped with its bond.
 */
export function withBondsCleaved(
  document: JsonDocument,
  cleaved: readonly Pick<CleavableBond, 'oxygen' | 'other'>[],
): JsonDocument {
  const json = document.molecules[0]!
  const ends = new Set(cleaved.flatMap((bond) => [bond.oxygen, bond.other]))
  const leaving = new Set(cleaved.map((bond) => bond.other))
  const isCut = (a: number, b: number) =>
    cleaved.some((bond) => (bond.oxygen === a && bond.other === b) || (bond.oxygen === b && bond.other === a))
  const atoms = json.atoms.map((atom, index): JsonAtom => {
    if (!ends.has(index)) return atom
    const { stereo: _, ...flat } = atom
    return { ...(leaving.has(index) ? flat : atom), impHs: (atom.impHs ?? document.defaults.atom.impHs) + 1 }
  })
  const bonds = json.bonds
    .filter(({ atoms: [a, b] }) => !isCut(a, b))
    .map((bond) => {
      if (!bond.atoms.some((a) => leaving.has(a)) || bond.stereo === undefined) return bond
      const { stereo: _, stereoAtoms: __, ...flat } = bond
      return flat
    })
  const { stereoGroups: _, ...rest } = json
  return asDocument(document, { ...rest, atoms, bonds, ...groupsLeft(json, atoms) })
}

/** A carbon with two hydroxy groups, read as the hydrate of a carbonyl compound. */
export interface Hydrate {
  readonly carbon: number
  /** Hydroxy oxygen that becomes the carbonyl oxygen. */
  readonly kept: number
  /** Hydroxy oxygen that leaves as water. */
  readonly lost: number
}

export function hydratesOf(molecule: Molecule, component: readonly number[]): Hydrate[] {
  return component.flatMap((carbon) => {
    const { z, aromatic } = molecule.atoms[carbon]!
    if (z !== 6 || aromatic) return []
    const hydroxy = molecule.neighbours[carbon]!.filter((n) => molecule.bonds[n.bond]!.order === 1)
      .map((n) => n.atom)
      .filter(
        (a) =>
          molecule.atoms[a]!.z === 8 &&
          molecule.atoms[a]!.hydrogens - molecule.atoms[a]!.charge === 1 &&
          molecule.neighbours[a]!.length === 1,
      )
    const [kept, lost] = hydroxy.sort((a, b) => molecule.atoms[a]!.charge - molecule.atoms[b]!.charge)
    return lost === undefined ? [] : [{ carbon, kept: kept!, lost }]
  })
}

/**
 * The document with water removed from a hydrate; atom indices stay. Null if the hydrogen to move is drawn as an atom.
 */
export function withWaterLost(document: JsonDocument, { carbon, kept, lost }: Hydrate): JsonDocument | null {
  const json = document.molecules[0]!
  const hydrogens = (index: number) => json.atoms[index]!.impHs ?? document.defaults.atom.impHs
  const deprotonated = (json.atoms[kept]!.chg ?? 0) < 0
  if (!deprotonated && hydrogens(kept) < 1) return null
  const atoms = json.atoms.map((atom, index): JsonAtom => {
    if (index === kept) return deprotonated ? { ...atom, chg: 0 } : { ...atom, impHs: hydrogens(kept) - 1 }
    if (index === lost) return { ...atom, impHs: hydrogens(lost) + 1 }
    if (index !== carbon) return atom
    const { stereo: _, ...flat } = atom
    return flat
  })
  const joins = (bond: JsonBond, a: number, b: number) => bond.atoms.includes(a) && bond.atoms.includes(b)
  const bonds = json.bonds
    .filter((bond) => !joins(bond, carbon, lost))
    .map((bond) => (joins(bond, carbon, kept) ? { ...bond, bo: 2 } : bond))
  return asDocument(document, { ...json, atoms, bonds })
}
