import { mostSharedOfNet, mostRingsOfNet, mostRingsScreened } from '../../limits'
import { atoms, bonds, ringDegree, setUnusual } from '../graph.as'
import { fillHydrogens } from './hydrogens.as'
import { loosen } from './loosen.as'
import { markMovable, mayLoseWater } from '../perceive/movable.as'
import { findNeutral } from '../perceive/neutral.as'
import { findBonds, findElectrons } from '../perceive/perceive.as'
import { mayBeUnusual } from '../perceive/unusual.as'

/**
 * Works out all that follows from the atoms and bonds that an input draws. Returns false where it is not certain that
 * RDKit finds the same; what is certain then is left, see `loosen`.
 */
export function finish(g: usize): bool {
  if (bonds(g) - atoms(g) >= mostRingsScreened) return false
  findBonds(g)
  if (isNet(g)) return false
  if (findAtoms(g)) return true
  loosen(g)
  return false
}

/** Works out hydrogens, valences and aromaticity. */
function findAtoms(g: usize): bool {
  if (!fillHydrogens(g)) return false
  findNeutral(g)
  markMovable(g)
  if (mayLoseWater(g) || !findElectrons(g)) return false
  if (mayBeUnusual(g)) setUnusual(g, 1)
  return true
}

/** Whether many rings share many atoms. */
function isNet(g: usize): bool {
  if (bonds(g) - atoms(g) < mostRingsOfNet) return false
  let shared = 0
  for (let a = 0, n = atoms(g); a < n; a++) if (ringDegree(g, a) > 2) shared++
  return shared > mostSharedOfNet
}
