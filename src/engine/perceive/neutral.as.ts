import { eightAt, firstByte, nonZero, setEight } from '../bytes.as'
import { atoms, charge, degree, hydrogens, lower, neighbour, order, setNeutralCharge, setNeutralHydrogens, setUnsure, via, z } from '../graph.as'
import { chargeAt, hydrogensAt, neutralChargeAt, neutralHydrogensAt, unsureAt } from '../graph-layout'
import { maxNeighbours, triple } from '../layout'

/** Elements whose anions gain a hydrogen in the neutral form, as in `chem/normalise`. */
const protonAcceptors: u64 = (<u64>1 << 7) | (<u64>1 << 8) | (<u64>1 << 9) | (<u64>1 << 16) | (<u64>1 << 17) | (<u64>1 << 34) | (<u64>1 << 35) | (<u64>1 << 53)
const metals: u64 = (<u64>1 << 11) | (<u64>1 << 12) | (<u64>1 << 19) | (<u64>1 << 20)

@inline
function isOneOf(elements: u64, z: i32): bool {
  return ((elements >> <u64>z) & 1) == 1
}

/** Computes charges as `neutralCharges` of chem does. Charged carbon and charged aromatic atoms other than N+ stay unsure. */
export function findNeutral(g: usize): void {
  for (let a = 0, n = atoms(g); a < n; a += 8) {
    setEight(g + unsureAt, a, 0)
    setEight(g + neutralChargeAt, a, 0)
    setEight(g + neutralHydrogensAt, a, eightAt(g + hydrogensAt, a))
    for (let left = nonZero(eightAt(g + chargeAt, a)); left != 0; left &= left - 1) {
      const charged = a + firstByte(left)
      if (charged < n) neutralise(g, charged)
    }
  }
}

function neutralise(g: usize, atom: i32): void {
  const own = charge(g, atom)
  const left = chargeLeft(g, atom, own)
  // An aromatic nitrogen cation gives its ring one electron, with or without its proton.
  if (z(g, atom) == 6 || (lower(g, atom) == 1 && !(z(g, atom) == 7 && own == 1))) setUnsure(g, atom, 1)
  setNeutralCharge(g, atom, left)
  setNeutralHydrogens(g, atom, hydrogens(g, atom) + left - own)
}

function chargeLeft(g: usize, atom: i32, own: i32): i32 {
  let cyanide = false
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
    // Next to an opposite charge, only a cation with a hydrogen loses it, and an anion gains the hydrogen of such a cation.
    if (charge(g, neighbour(g, k)) * own < 0 && hydrogens(g, own > 0 ? atom : neighbour(g, k)) == 0) return own
    cyanide = cyanide || (z(g, atom) == 6 && order(g, via(g, k)) == triple)
  }
  if (own > 0) return isOneOf(metals, z(g, atom)) ? own : max(0, own - hydrogens(g, atom))
  return isOneOf(protonAcceptors, z(g, atom)) || cyanide ? 0 : own
}
