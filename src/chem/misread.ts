import type { JsonDocument } from './common-chem.js'
import { asDocument } from './normalise.js'

/**
 * Nitrous oxide drawn with five bonds on its central nitrogen (`N#N=O`). RDKit separates the charges of such a drawing
 * and adds a hydrogen to that nitrogen, which no drawing has. Returns null for everything else.
 */
export function withNitrousOxide(document: JsonDocument): JsonDocument | null {
  const json = document.molecules[0]!
  const is = (i: number, z: number, charge: number, hydrogens: number, degree: number) => {
    const atom = json.atoms[i]!
    return (
      atom.z === z &&
      (atom.chg ?? 0) === charge &&
      (atom.impHs ?? 0) === hydrogens &&
      json.bonds.filter((b) => b.atoms.includes(i)).length === degree
    )
  }
  const middles = json.atoms.flatMap((_, i) => {
    if (!is(i, 7, 1, 1, 2)) return []
    const neighbours = json.bonds
      .filter((b) => b.atoms.includes(i))
      .map((bond) => ({ bond, end: bond.atoms[0] === i ? bond.atoms[1] : bond.atoms[0] }))
    const nitrogen = neighbours.find(({ bond, end }) => bond.bo === 2 && is(end, 7, -1, 0, 1))
    return nitrogen && neighbours.some(({ bond, end }) => bond.bo === undefined && is(end, 8, -1, 0, 1))
      ? [{ middle: i, ...nitrogen }]
      : []
  })
  if (middles.length === 0) return null
  const atoms = json.atoms.map((atom, i) => {
    if (middles.some(({ middle }) => middle === i)) return { ...atom, impHs: 0 }
    return middles.some(({ end }) => end === i) ? { ...atom, chg: 0 } : atom
  })
  const bonds = json.bonds.map((bond) => (middles.some((m) => m.bond === bond) ? { ...bond, bo: 3 } : bond))
  return asDocument(document, { ...json, atoms, bonds })
}
