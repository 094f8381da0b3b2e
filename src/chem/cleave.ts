import type { JsonAtom, JsonDocument } from './common-chem.js'
import type { CleavableBond } from './cleavable-bonds.js'
import { pairKey } from './molecule.js'
import { asDocument } from './normalise.js'
import { groupsLeft } from './stereo-groups.js'

/**
 * The document with some bonds cleaved: the bond is removed and both of its ends gain a hydrogen. Atom indices stay.
 * Stereo of the atom that leaves is dropped, and that of double bonds of both ends.
 */
export function withBondsCleaved(
  document: JsonDocument,
  cleaved: readonly Pick<CleavableBond, 'freed' | 'other'>[],
): JsonDocument {
  const json = document.molecules[0]!
  const gained = new Map<number, number>()
  for (const atom of cleaved.flatMap((bond) => [bond.freed, bond.other])) gained.set(atom, (gained.get(atom) ?? 0) + 1)
  const leaving = new Set(cleaved.map((bond) => bond.other))
  const cut = new Set(cleaved.map((bond) => pairKey(bond.freed, bond.other)))
  const atoms = json.atoms.map((atom, index): JsonAtom => {
    const more = gained.get(index)
    if (more === undefined) return atom
    const { stereo: _, ...flat } = atom
    return { ...(leaving.has(index) ? flat : atom), impHs: (atom.impHs ?? document.defaults.atom.impHs) + more }
  })
  const bonds = json.bonds
    .filter(({ atoms: [a, b] }) => !cut.has(pairKey(a, b)))
    .map((bond) => {
      if (!bond.atoms.some((a) => gained.has(a)) || bond.stereo === undefined) return bond
      const { stereo: _, stereoAtoms: __, ...flat } = bond
      return flat
    })
  const { stereoGroups: _, ...rest } = json
  return asDocument(document, { ...rest, atoms, bonds, ...groupsLeft(json, atoms) })
}
