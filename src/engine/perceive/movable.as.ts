import { eachByte, eightAt, firstByte, nonZero } from '../bytes.as'
import { atoms, charge, degree, hydrogens, lower, neighbour, order, ringSize, setUnsure, via, z } from '../graph.as'
import { degreeAt } from '../graph-layout'
import { double, maxNeighbours, single } from '../layout'

/**
 * Marks hydroxy and mercapto groups on a double bond that is not written as aromatic, and the atoms of that bond: the
 * full path also reads such an imidic acid or enol as its amide or ketone; see `chem/tautomer-shifts`.
 */
export function markMovable(g: usize): void {
  for (let eight = 0, n = atoms(g); eight < n; eight += 8) {
    for (let left = endsOf(g, eight); left != 0; left &= left - 1) {
      const atom = eight + firstByte(left)
      if (atom < n && (z(g, atom) == 8 || z(g, atom) == 16) && (hydrogens(g, atom) > 0 || charge(g, atom) < 0)) markOn(g, atom)
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

/** Marks a hydroxyazole, or a lactim in an aromatic ring of seven: a nitrogen next to the carbon can take the hydrogen. */
function markOnRing(g: usize, group: i32, carbon: i32): void {
  for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++) {
    const other = neighbour(g, k)
    if (other == group || z(g, other) != 7 || lower(g, other) == 0 || degree(g, other) != 2 || hydrogens(g, other) != 0 || ringSize(g, via(g, k)) == 6) continue
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
  for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++) if (neighbour(g, k) != oxygen && isHydroxyWhenNeutral(g, neighbour(g, k))) return true
  return false
}

@inline
function isHydroxyWhenNeutral(g: usize, atom: i32): bool {
  return z(g, atom) == 8 && degree(g, atom) == 1 && hydrogens(g, atom) - charge(g, atom) == 1
}
