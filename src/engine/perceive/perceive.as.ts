import { findAromatic } from './aromatic.as'
import { sumBonds } from './drawn-bonds.as'
import { hasAdduct, mayJoinCharges, mayLoseRingProton } from './joined-charges.as'
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
function findElectrons(g: usize): bool {
  if (!canBeKekulized(g)) return false
  findSureRings(g)
  findAromatic(g)
  return true
}

/** Perceives everything from atoms, hydrogens, bonds. False without a Kekulé form, or if charges may be drawn elsewhere. */
export function perceive(g: usize): bool {
  findBonds(g)
  findNeutral(g)
  return !mayJoinCharges(g) && !mayLoseRingProton(g) && findElectrons(g)
}

/** As `perceive`, marking what is not certain, as for an input text. */
export function perceiveDoubting(g: usize): bool {
  findBonds(g)
  return !mayJoinCharges(g) && findAtoms(g)
}

/** The same of a molecule whose bonds are known, and whose charges stay. False also if it may lose water or a proton. */
export function findAtoms(g: usize): bool {
  findNeutral(g)
  markMovable(g)
  return !mayLoseWater(g) && !hasAdduct(g) && !mayLoseRingProton(g) && findElectrons(g)
}
