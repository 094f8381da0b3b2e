import type { Molecule } from '../../chem/index.js'
import { addTo, isIn, type AtomMask } from './atom-mask.js'
import type { MoleculeCache } from './molecule-cache.js'

/**
 * Number of atoms in the longest unbranched path through a group; ring atoms are neither counted nor crossed.
 * @param links if given, atoms in none of these are neither counted nor crossed
 */
export function longestChain(
  cache: MoleculeCache,
  group: readonly number[],
  links: readonly AtomMask[] | null,
): number {
  const { molecule, ringAtoms } = cache
  const open = cache.mask(
    group.filter((a) => !isIn(ringAtoms, a) && (links === null || links.some((mask) => isIn(mask, a)))),
  )
  const seen = cache.mask([])
  let longest = 0
  for (const atom of group) {
    if (!isIn(open, atom) || isIn(seen, atom)) continue
    const { atoms, bonds, furthest } = outFrom(molecule, atom, open)
    for (const a of atoms) addTo(seen, a)
    // In a tree, the atom furthest from any atom is an end of its longest path. A graph that is not a tree (a ring over
    // a dative bond) is searched from each atom.
    const ends = bonds < atoms.length ? [furthest] : atoms.map((a) => outFrom(molecule, a, open).furthest)
    for (const end of ends) longest = Math.max(longest, outFrom(molecule, end, open).depth)
  }
  return longest
}

interface Outward {
  readonly atoms: readonly number[]
  /** Bonds between these atoms. */
  readonly bonds: number
  readonly furthest: number
  /** Number of atoms on the path to the furthest. */
  readonly depth: number
}

/** What can be reached from an atom over `open` atoms. */
function outFrom(molecule: Molecule, start: number, open: AtomMask): Outward {
  const atoms = [start]
  const depths = [1]
  const seen = open.slice().fill(0)
  addTo(seen, start)
  let ends = 0
  let deepest = 0
  for (let next = 0; next < atoms.length; next++) {
    if (depths[next]! > depths[deepest]!) deepest = next
    for (const { atom } of molecule.neighbours[atoms[next]!]!) {
      if (!isIn(open, atom)) continue
      ends++
      if (isIn(seen, atom)) continue
      addTo(seen, atom)
      atoms.push(atom)
      depths.push(depths[next]! + 1)
    }
  }
  return { atoms, bonds: ends / 2, furthest: atoms[deepest]!, depth: depths[deepest]! }
}
