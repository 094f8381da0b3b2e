import { eightAt, firstByte, nonZero, setEight, eachByte } from '../bytes.as'
import {
  atoms, charge, degree, hydrogens, lower, neighbour, order, setNeutralCharge, setNeutralHydrogens, setUnsure, via,
  z, ringAtom, ringSize,
} from '../graph.as'
import { chargeAt, hydrogensAt, neutralChargeAt, neutralHydrogensAt, unsureAt, degreeAt } from '../graph-layout'
import { maxNeighbours, triple, double, single } from '../layout'

/** Elements whose anions gain a hydrogen in the neutral form, as in `chem/normalise`. */
const protonAcceptors: u64 =
  (<u64>1 << 7) | (<u64>1 << 8) | (<u64>1 << 9) | (<u64>1 << 16) | (<u64>1 << 17) | (<u64>1 << 34) | (<u64>1 << 35) |
  (<u64>1 << 53)
const metals: u64 = (<u64>1 << 11) | (<u64>1 << 12) | (<u64>1 << 19) | (<u64>1 << 20)

@inline
function isOneOf(elements: u64, z: i32): bool {
  return ((elements >> <u64>z) & 1) == 1
}

/** Computes charges as `neutralCharges` of chem does. Carbon in a ring, or whose charge a proton balances, is unsure. */
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
  // That of an isocyanide is certain.
  if (z(g, atom) == 6 && (left != own || ringAtom(g, atom) == 1)) setUnsure(g, atom, 1)
  setNeutralCharge(g, atom, left)
  setNeutralHydrogens(g, atom, hydrogens(g, atom) + left - own)
}

function chargeLeft(g: usize, atom: i32, own: i32): i32 {
  let cyanide = false
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
    // Next to an opposite charge, only a cation with a hydrogen loses it, and the anion gains it.
    if (charge(g, neighbour(g, k)) * own < 0 && hydrogens(g, own > 0 ? atom : neighbour(g, k)) == 0) return own
    cyanide = cyanide || (z(g, atom) == 6 && order(g, via(g, k)) == triple)
  }
  if (own > 0) return isOneOf(metals, z(g, atom)) ? own : max(0, own - hydrogens(g, atom))
  return isOneOf(protonAcceptors, z(g, atom)) || cyanide ? 0 : own
}

/**
 * Marks hydroxy and mercapto groups on a double bond that is not written as aromatic, and the atoms of that bond: the
 * full path also reads such an imidic acid or enol as its amide or ketone; see `chem/tautomer-shifts`.
 */
export function markMovable(g: usize): void {
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    for (let left = endsOf(g, eight); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (atom < n && (z(g, atom) == 8 || z(g, atom) == 16) && (hydrogens(g, atom) > 0 || charge(g, atom) < 0))
        markOn(g, atom)
    }
  }
}

/** For eight atoms at once: 1 if the atom has one neighbour. */
@inline
function endsOf(g: usize, eight: i32): u64 {
  return nonZero(eightAt(g + degreeAt, eight) ^ eachByte) ^ eachByte
}

function markOn(g: usize, group: i32): void {
  const carbon = neighbour(g, group * maxNeighbours)
  if (order(g, via(g, group * maxNeighbours)) != single || z(g, carbon) != 6) return
  if (lower(g, carbon) == 1) {
    markOnRing(g, group, carbon)
    return
  }
  for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++) {
    const other = neighbour(g, k)
    if (order(g, via(g, k)) != double || (z(g, other) != 6 && z(g, other) != 7)) continue
    setUnsure(g, group, 1)
    setUnsure(g, carbon, 1)
    setUnsure(g, other, 1)
  }
}

/** Marks a hydroxyazole, or a lactim in an aromatic ring of seven: a nitrogen next to the carbon takes the hydrogen. */
function markOnRing(g: usize, group: i32, carbon: i32): void {
  for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++) {
    const other = neighbour(g, k)
    if (other == group || z(g, other) != 7 || lower(g, other) == 0 || degree(g, other) != 2) continue
    const own = hydrogens(g, other)
    if ((own != 0 && own != charge(g, other)) || ringSize(g, via(g, k)) == 6) continue
    setUnsure(g, group, 1)
    setUnsure(g, carbon, 1)
    setUnsure(g, other, 1)
  }
}

/** Whether a carbon has two hydroxy groups: the full path also reads it as the carbonyl compound. */
export function mayLoseWater(g: usize): bool {
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    for (let left = endsOf(g, eight); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (atom < n && isHydroxyWhenNeutral(g, atom) && meetsAnother(g, atom)) return true
    }
  }
  return false
}

/** Whether the carbon of a hydroxy group has a second one. */
function meetsAnother(g: usize, oxygen: i32): bool {
  const carbon = neighbour(g, oxygen * maxNeighbours)
  if (z(g, carbon) != 6 || lower(g, carbon) == 1) return false
  for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++)
    if (neighbour(g, k) != oxygen && isHydroxyWhenNeutral(g, neighbour(g, k))) return true
  return false
}

@inline
function isHydroxyWhenNeutral(g: usize, atom: i32): bool {
  return z(g, atom) == 8 && degree(g, atom) == 1 && hydrogens(g, atom) - charge(g, atom) == 1
}
