import { findAromatic } from './aromatic.as'
import { sumBonds } from './drawn-bonds.as'
import { mayJoinCharges, mayLoseRingProton } from './joined-charges.as'
import { canBeKekulized } from './kekule.as'
import { markMovable, mayLoseWater, findNeutral } from './neutral.as'
import { findRingSizes } from './ring-sizes.as'
import { findRings } from './rings.as'
import { findSureRings } from './sure-rings.as'

/** Perceives what depends on atoms and bonds alone: rings, ring sizes, and the places of double bonds. */
export function findBonds(g: usize): void {
  findRings(g)
  findRingSizes(g)
  sumBonds(g)
}

/** Perceives what also depends on hydrogens and charges: aromaticity. False if the molecule has no Kekulé form. */
export function findElectrons(g: usize): bool {
  if (!canBeKekulized(g)) return false
  findSureRings(g)
  findAromatic(g)
  return true
}

/**
 * Perceives everything from atoms, hydrogens and bonds. False if the molecule has no Kekulé form, or if the full path
 * may draw its charges otherwise.
 */
export function perceive(g: usize): bool {
  findBonds(g)
  findNeutral(g)
  return !mayJoinCharges(g) && !mayLoseRingProton(g) && findElectrons(g)
}

/** As `perceive`, marking what is not certain, as for an input text. False also if the molecule may lose water. */
export function perceiveDoubting(g: usize): bool {
  findBonds(g)
  findNeutral(g)
  markMovable(g)
  return !mayJoinCharges(g) && !mayLoseRingProton(g) && !mayLoseWater(g) && findElectrons(g)
}
