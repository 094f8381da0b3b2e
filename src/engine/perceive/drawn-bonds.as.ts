// Sums over the drawn bonds of each atom of the current molecule.
import { byteAt, eightAt, fillBytes, firstByte, nonZero, eachByte, setByte, setEight } from '../bytes.as'
import { atoms, bonds, from, order, ringBond, setOrder, to } from '../graph.as'
import { orderAt, unsaturatedAt } from '../graph-layout'
import { aromaticBond, single } from '../layout'

const aromatic = memory.data(2 * 256)
/** A double bond counts once, a triple bond twice. */
const further = aromatic + 256

/** Bonds drawn between aromatic atoms of a ring. */
@inline
export function aromaticBonds(atom: i32): i32 {
  return byteAt(aromatic, atom)
}

/** Bond orders above one, summed. */
@inline
export function furtherBonds(atom: i32): i32 {
  return byteAt(further, atom)
}

/** Computes the sums and marks atoms with a multiple bond. Bonds outside rings are not aromatic. */
export function sumBonds(g: usize): void {
  const n = atoms(g)
  fillBytes(aromatic, 0, n)
  fillBytes(further, 0, n)
  for (let eight = 0, end = bonds(g); eight < end; eight += 8) {
    for (let left = nonZero(eightAt(g + orderAt, eight) ^ (eachByte * single)); left != 0; left &= left - 1) {
      const bond = eight + firstByte(left)
      if (bond >= end) break
      if (order(g, bond) != aromaticBond) addTo(further, g, bond, order(g, bond) - 1)
      else if (ringBond(g, bond) == 1) addTo(aromatic, g, bond, 1)
      else setOrder(g, bond, single)
    }
  }
  for (let a = 0; a < n; a += 8) setEight(g + unsaturatedAt, a, nonZero(eightAt(aromatic, a) | eightAt(further, a)))
}

@inline
function addTo(sums: usize, g: usize, bond: i32, value: i32): void {
  const a = from(g, bond)
  const b = to(g, bond)
  setByte(sums, a, byteAt(sums, a) + value)
  setByte(sums, b, byteAt(sums, b) + value)
}
