// Atoms and bonds of a mol block, by their numbers in it. Hydrogens drawn as atoms are counted on their parent atoms.
import { byteAt, setByte } from '../../bytes.as'
import { addAtom, join } from '../../fill.as'
import { atoms, bonds, ringBond, setCharge, setLower } from '../../graph.as'
import { aromaticBond, single } from '../../layout'
import { implied, writeHydrogens } from '../hydrogens.as'

/** Maximum number of atoms in a block that is read: see `mostAtoms`. */
const mostInBlock = 600
/** For each atom number, counted from one: its index in the graph, or `hydrogen`, `bonded` once it has its bond. */
const places = memory.data(608 + 256 + 256 + 256 + 256 + 400)
const hydrogen = 255
const bonded = 254
/** The atoms of the block so far. */
@unmanaged
class Block {
  /** Their number, including hydrogens. */
  atoms: i32
  hydrogens: i32
  /** Hydrogens that have no bond yet. */
  alone: i32
}
const block = changetype<Block>(memory.data(offsetof<Block>(), 4))

/** For each atom index: the valence given, or `unset`; drawn hydrogens; sum of bond orders; any aromatic bond. */
const valences = places + 608
const apart = valences + 256
const orders = apart + 256
const aromatic = orders + 256
/** For each bond of the graph: whether it is drawn aromatic. */
const aromaticBonds = aromatic + 256
/** No valence is given. */
export const unset = 255

export function beginAtoms(): void {
  block.atoms = block.hydrogens = block.alone = 0
}

/**
 * Adds the next atom; false if it is not certain what it is. Hydrogens must come after all others: only then does each
 * atom have the same index as in RDKit's molecule.
 * @param symbol its two characters in one number
 */
export function addBlockAtom(g: usize, symbol: i32, charge: i32, valence: i32): bool {
  if (++block.atoms > mostInBlock) return false
  const z = elementOf(symbol)
  if (z == 1) {
    setByte(places, block.atoms, hydrogen)
    block.hydrogens++
    block.alone++
    return charge == 0 && valence == unset
  }
  if (z < 0 || block.hydrogens > 0 || charge < -3 || charge > 3) return false
  const place = addAtom(g, z, charge, 0)
  if (place < 0) return false
  setByte(places, block.atoms, place)
  setByte(valences, place, valence)
  setByte(apart, place, 0)
  setByte(orders, place, 0)
  setByte(aromatic, place, 0)
  return true
}

/** The index of a heavy atom by its number; -1 if there is none. */
export function placeOf(number: i32): i32 {
  if (number < 1 || number > block.atoms || byteAt(places, number) >= bonded) return -1
  return byteAt(places, number)
}

/** Resets all charges: a charge list replaces all of them. */
export function clearCharges(g: usize): void {
  for (let a = 0, n = atoms(g); a < n; a++) setCharge(g, a, 0)
}

/** @param order as in a mol block, where 4 is aromatic */
export function addBlockBond(g: usize, order: i32, a: i32, b: i32): bool {
  if (order < single || order > aromaticBond || a < 1 || b < 1 || a > block.atoms || b > block.atoms) return false
  const from = byteAt(places, a)
  const to = byteAt(places, b)
  if (from >= bonded) return to < bonded && bear(a, to, order)
  if (to >= bonded) return bear(b, from, order)
  if (order == aromaticBond) {
    setByte(aromatic, from, 1)
    setByte(aromatic, to, 1)
    setLower(g, from, 1)
    setLower(g, to, 1)
  }
  setByte(orders, from, byteAt(orders, from) + order)
  setByte(orders, to, byteAt(orders, to) + order)
  if (!join(g, from, to, order)) return false
  setByte(aromaticBonds, bonds(g) - 1, order == aromaticBond ? 1 : 0)
  return true
}

/** Whether all bonds drawn aromatic are in rings: RDKit accepts no others. */
export function areAromaticInRings(g: usize): bool {
  for (let b = 0, n = bonds(g); b < n; b++) if (byteAt(aromaticBonds, b) == 1 && ringBond(g, b) == 0) return false
  return true
}

/** A hydrogen has one single bond. */
function bear(number: i32, bearer: i32, order: i32): bool {
  if (order != single || byteAt(places, number) == bonded) return false
  setByte(places, number, bonded)
  block.alone--
  setByte(apart, bearer, byteAt(apart, bearer) + 1)
  setByte(orders, bearer, byteAt(orders, bearer) + 1)
  return true
}

/** Call when all bonds have been added; false if the hydrogens on an atom are not certain. */
export function writeBlockHydrogens(g: usize): bool {
  if (block.alone > 0 || atoms(g) == 0) return false
  for (let a = 0, n = atoms(g); a < n; a++) {
    const valence = byteAt(valences, a)
    if (valence != unset && (byteAt(aromatic, a) == 1 || valence < byteAt(orders, a))) return false
    writeHydrogens(a, valence == unset ? implied : valence - byteAt(orders, a), byteAt(apart, a))
  }
  return true
}

/** The elements supported in a SMILES, and hydrogen; -1 for others. */
function elementOf(symbol: i32): i32 {
  switch (symbol) {
    case 0x4320:
      return 6
    case 0x4e20:
      return 7
    case 0x4f20:
      return 8
    case 0x4820:
      return 1
    case 0x5320:
      return 16
    case 0x4620:
      return 9
    case 0x436c: // Cl
      return 17
    case 0x4272: // Br
      return 35
    case 0x5020:
      return 15
    case 0x4920:
      return 53
    case 0x4220:
      return 5
    case 0x5369: // Si
      return 14
    case 0x5365: // Se
      return 34
    case 0x4e61: // Na
      return 11
    case 0x4b20:
      return 19
    case 0x4361: // Ca
      return 20
    case 0x4d67: // Mg
      return 12
    default:
      return -1
  }
}
