import { mostSharedOfNet, mostRingsOfNet, mostRingsScreened } from '../../limits'
import {
  aromatic, atoms, bonds, components, from, lower, order, ringAtom, ringDegree, setUnusual, to,
} from '../graph.as'
import { triple } from '../layout'
import { fillHydrogens } from './hydrogens.as'
import { loosen } from './loosen.as'
import { joinsSurely, mayJoinCharges, mayReturnProton } from '../perceive/joined-charges.as'
import { findAtoms, findBonds } from '../perceive/perceive.as'
import { mayBeUnusual } from '../perceive/unusual.as'

/**
 * Works out everything that follows from the atoms and bonds that an input draws. Returns false if it is not certain
 * that RDKit finds the same; the graph then keeps only what is certain, see `loosen`.
 */
export function finish(g: usize): bool {
  if (bonds(g) - atoms(g) >= mostRingsScreened) return false
  findBonds(g)
  if (isNet(g)) return false
  const isSure = drawsSurely(g) && findAtoms(g)
  if (mayBeAryne(g, isSure)) return false
  if (!isSure) loosen(g)
  else if (mayBeUnusual(g)) setUnusual(g, 1)
  return isSure
}

/** Works out hydrogens and valences, and draws charges as the full path does. */
function drawsSurely(g: usize): bool {
  if (!fillHydrogens(g) || (mayJoinCharges(g) && !joinsSurely(g))) return false
  return components(g) == 1 || !mayReturnProton(g)
}

/**
 * Whether an aromatic ring may have a triple bond. RDKit reads such a ring, but not a form of it with bonds cleaved.
 * @param isSure false if the graph may still hold what was found aromatic in an earlier molecule
 */
function mayBeAryne(g: usize, isSure: bool): bool {
  for (let b = 0, n = bonds(g); b < n; b++)
    if (order(g, b) == triple && mayBeAromatic(g, from(g, b), isSure) && mayBeAromatic(g, to(g, b), isSure)) return true
  return false
}

/** Whether an atom is written as aromatic, or may be found to be. */
function mayBeAromatic(g: usize, a: i32, isSure: bool): bool {
  return lower(g, a) != 0 || (isSure ? aromatic(g, a) : ringAtom(g, a)) != 0
}

/** Whether many atoms are shared by many rings. */
function isNet(g: usize): bool {
  if (bonds(g) - atoms(g) < mostRingsOfNet) return false
  let shared = 0
  for (let a = 0, n = atoms(g); a < n; a++) if (ringDegree(g, a) > 2) shared++
  return shared > mostSharedOfNet
}
