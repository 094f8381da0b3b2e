import { findAromatic } from './aromatic'
import { fillBytes } from './bytes'
import { atoms, bonds, from, order, ringBond, setOrder, setUnsaturated, to } from './graph'
import { canBeKekulized } from './kekule'
import { aromaticBond, single, unsaturatedAt } from './layout'
import { findNeutral } from './neutral'
import { findRings, findRingSizes } from './rings'
import { findSureRings } from './sure-rings'

/** What follows from atoms and bonds alone: rings, their sizes, and where double bonds are. */
export function findBonds(g: usize): void {
  findRings(g)
  findRingSizes(g)
  fillBytes(g + unsaturatedAt, 0, atoms(g))
  for (let b = 0, n = bonds(g); b < n; b++) {
    if (order(g, b) == aromaticBond && ringBond(g, b) == 0) setOrder(g, b, single)
    if (order(g, b) == single) continue
    setUnsaturated(g, from(g, b), 1)
    setUnsaturated(g, to(g, b), 1)
  }
}

/** What follows once hydrogens and charges are known as well: aromaticity. False where the molecule has no Kekulé form. */
export function findElectrons(g: usize): bool {
  if (!canBeKekulized(g)) return false
  findSureRings(g)
  findAromatic(g)
  return true
}

/** All that follows from atoms with their hydrogens and from bonds. False where the molecule has no Kekulé form. */
export function perceive(g: usize): bool {
  findBonds(g)
  findNeutral(g)
  return findElectrons(g)
}
