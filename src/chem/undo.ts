import type { JsonAtom, JsonDocument } from './common-chem.js'
import type { Link } from './links.js'
import { asDocument } from './normalise.js'

/**
 * The document with some links undone: the bond is gone and both of its ends have a hydrogen
 * more. Atom indices stay. Stereo of the atom that leaves is dropped with its bond.
 */
export function withLinksUndone(document: JsonDocument, links: readonly Pick<Link, 'oxygen' | 'other'>[]): JsonDocument {
  const json = document.molecules[0]!
  const ends = new Set(links.flatMap((l) => [l.oxygen, l.other]))
  const leaving = new Set(links.map((l) => l.other))
  const isCut = (a: number, b: number) => links.some((l) => (l.oxygen === a && l.other === b) || (l.oxygen === b && l.other === a))
  const atoms = json.atoms.map((atom, index): JsonAtom => {
    if (!ends.has(index)) return atom
    const { stereo, ...rest } = atom
    const hydrogens = { ...rest, impHs: (atom.impHs ?? document.defaults.atom.impHs) + 1 }
    return leaving.has(index) || stereo === undefined ? hydrogens : { ...hydrogens, stereo }
  })
  const bonds = json.bonds
    .filter(({ atoms: [a, b] }) => !isCut(a, b))
    .map((bond) => {
      if (!bond.atoms.some((a) => leaving.has(a)) || bond.stereo === undefined) return bond
      const { stereo: _, stereoAtoms: __, ...flat } = bond
      return flat
    })
  const stereoGroups = (json.stereoGroups ?? []).flatMap((group) => {
    const left = (group.atoms ?? []).filter((a) => atoms[a]!.stereo !== undefined)
    return left.length > 0 ? [{ type: group.type, atoms: left }] : []
  })
  const { stereoGroups: _, ...rest } = json
  return asDocument(document, { ...rest, atoms, bonds, ...(stereoGroups.length > 0 ? { stereoGroups } : {}) })
}
