import { findAromatic } from './aromatic.as'
import { sumBonds } from './drawn-bonds.as'
import { canBeKekulized } from './kekule.as'
import { markMovable, mayLoseWater } from './movable.as'
import { findNeutral } from './neutral.as'
import { findRingSizes } from './ring-sizes.as'
import { findRings } from './rings.as'
import { findSureRings } from './sure-rings.as'

/** What follows from atoms and bonds alone: rings, their sizes, and where double bonds are. */
export function findBonds(g: usize): void {
  findRings(g)
  findRingSizes(g)
  sumBonds(g)
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

/** As `perceive`, with what is not certain marked as on a text that is read. False also where water may be lost. */
export function perceiveDoubting(g: usize): bool {
  findBonds(g)
  findNeutral(g)
  markMovable(g)
  return !mayLoseWater(g) && findElectrons(g)
}
