import { eachByte, eightAt, firstByte, nonZero, setEight } from '../bytes.as'
import {
  aromatic, atoms, bonds, bondsAreSure, from, order, ringDegree, ringNeighbour, setBondsAreSure, setOrder, setUnclear,
  to,
} from '../graph.as'
import { isAlwaysSingle } from './kekule.as'
import {
  aromaticAt, ringAtomAt, ringBondAt, sureAtomAt, sureBondAt, unsaturatedAt, unsureAt, zAt,
} from '../graph-layout'
import { aromaticBond, double, maxNeighbours, single } from '../layout'
import { decideRings } from './ring-aromatic.as'

/**
 * Determines for each atom, after `findSureRings`, whether RDKit perceives it as aromatic. Certainly aromatic: the
 * rings that `findSureRings` marks. Certainly not: atoms outside every ring of atoms that could be aromatic (carbon
 * without a double bond could not). `decideRings` decides what is left.
 */
export function findAromatic(g: usize): void {
  const n = atoms(g)
  for (let eight = 0; eight < n; eight += 8) setEight(g + aromaticAt, eight, conjugable(g, eight) << 1)
  const isOpen = staysOpen(g)
  for (let eight = 0; eight < n; eight += 8) {
    const sure = eightAt(g + sureAtomAt, eight)
    setEight(g + aromaticAt, eight, (isOpen ? eightAt(g + aromaticAt, eight) & ~(sure * 255) : 0) | sure)
  }
  const unclear = countOpen(g)
  setBondsAreSure(g, (unclear == 0 && !leavesBondOpen(g)) || decideRings(g) ? 1 : 0)
  setUnclear(g, unclear == 0 ? 0 : countOpen(g))
  if (bondsAreSure(g) == 1) drawSingle(g)
}

/** Sets bonds between lower-case atoms to single if not aromatic and single in every Kekulé form, as in fluorene. */
function drawSingle(g: usize): void {
  for (let eight = 0, n = bonds(g); eight < n; eight += 8) {
    for (let left = eightAt(g + ringBondAt, eight) & ~eightAt(g + sureBondAt, eight); left != 0; left &= left - 1) {
      const bond = eight + firstByte(left)
      if (bond < n && order(g, bond) == aromaticBond && isAlwaysSingle(g, bond)) setOrder(g, bond, single)
    }
  }
}

/** Whether a ring bond joins two aromatic atoms and is not known to be aromatic itself. */
function leavesBondOpen(g: usize): bool {
  for (let eight = 0, n = bonds(g); eight < n; eight += 8) {
    for (let left = eightAt(g + ringBondAt, eight) & ~eightAt(g + sureBondAt, eight); left != 0; left &= left - 1) {
      const bond = eight + firstByte(left)
      if (aromatic(g, from(g, bond)) == 1 && aromatic(g, to(g, bond)) == 1) return true
    }
  }
  return false
}

function countOpen(g: usize): i32 {
  let open = 0
  for (let eight = 0, n = atoms(g); eight < n; eight += 8)
    open += <i32>popcnt(eightAt(g + aromaticAt, eight) & (eachByte << 1))
  return open
}

/** 1 for each of eight atoms that could be aromatic. */
@inline
function conjugable(g: usize, eight: i32): u64 {
  const notCarbon = nonZero(eightAt(g + zAt, eight) ^ (eachByte * 6))
  return eightAt(g + ringAtomAt, eight) & (notCarbon | eightAt(g + unsaturatedAt, eight) | eightAt(g + unsureAt, eight))
}

/** Whether an uncertain atom could be aromatic together with two ring neighbours. */
function staysOpen(g: usize): bool {
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    const open = (eightAt(g + aromaticAt, eight) >> 1) & ~eightAt(g + sureAtomAt, eight)
    for (let left = open; left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      let around = 0
      for (let k = atom * maxNeighbours, end = k + ringDegree(g, atom); k < end; k++)
        if (aromatic(g, ringNeighbour(g, k)) == 2) around++
      if (around > 1) return true
    }
  }
  return false
}
