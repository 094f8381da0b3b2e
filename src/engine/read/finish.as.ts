import { mostSharedOfNet, mostRingsOfNet, mostRingsScreened } from '../../limits'
import { aromatic, atoms, bonds, from, lower, order, ringDegree, setUnusual, to } from '../graph.as'
import { triple } from '../layout'
import { fillHydrogens } from './hydrogens.as'
import { loosen } from './loosen.as'
import { markMovable, mayLoseWater } from '../perceive/movable.as'
import { findNeutral } from '../perceive/neutral.as'
import { findBonds, findElectrons } from '../perceive/perceive.as'
import { mayBeUnusual } from '../perceive/unusual.as'

/**
 * Works out everything that follows from the atoms and bonds that an input draws. Returns false if it is not certain
 * that RDKit finds the same; the graph then keeps only what is certain, see `loosen`.
 */
export function finish(g: usize): bool {
  if (bonds(g) - atoms(g) >= mostRingsScreened) return false
  findBonds(g)
  if (isNet(g)) return false
  const isSure = findAtoms(g)
  if (isAryne(g)) return false
  if (isSure) return true
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

/** Whether an aromatic ring has a triple bond. RDKit reads such a ring, but not a form of it with bonds cleaved. */
function isAryne(g: usize): bool {
  for (let b = 0, n = bonds(g); b < n; b++)
    if (order(g, b) == triple && isAromatic(g, from(g, b)) && isAromatic(g, to(g, b))) return true
  return false
}

/** Whether an atom is written as aromatic, or may be found to be. */
function isAromatic(g: usize, a: i32): bool {
  return lower(g, a) != 0 || aromatic(g, a) != 0
}

/** Whether many atoms are shared by many rings. */
function isNet(g: usize): bool {
  if (bonds(g) - atoms(g) < mostRingsOfNet) return false
  let shared = 0
  for (let a = 0, n = atoms(g); a < n; a++) if (ringDegree(g, a) > 2) shared++
  return shared > mostSharedOfNet
}
