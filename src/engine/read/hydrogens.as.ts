import { byteAt, setByte } from '../bytes.as'
import { atoms, charge, degree, lower, neighbour, order, setCharge, setHydrogens, setOrder, via, z } from '../graph.as'
import { double, maxNeighbours, single } from '../layout'
import { aromaticBonds, furtherBonds } from '../perceive/drawn-bonds.as'

/** Hydrogen count that follows from the valence. */
export const implied = -1

/** Hydrogens that the input writes on an atom, or `implied`, and those drawn as atoms. */
const written = memory.data(3 * 256)
const apart = written + 256

/** Call for each atom of the input. */
@inline
export function writeHydrogens(atom: i32, count: i32, drawnApart: i32): void {
  setByte(written, atom, count)
  setByte(apart, atom, drawnApart)
}

@inline
function hydrogensWritten(atom: i32): i32 {
  return <i32>load<i8>(written + <usize>atom)
}

/** Fills in the hydrogens of all atoms; false if a valence is not certain. */
export function fillHydrogens(g: usize): bool {
  nitros = 0
  for (let a = 0, n = atoms(g); a < n; a++) if (!fillAt(g, a)) return false
  for (let i = 0; i < nitros; i++) chargeNitro(g, byteAt(nitro, i))
  return true
}

function fillAt(g: usize, atom: i32): bool {
  const own = z(g, atom)
  const h = hydrogensWritten(atom)
  const drawn = byteAt(apart, atom)
  const aromatic = aromaticBonds(atom)
  if (lower(g, atom) == 1) {
    // `canBeKekulized` checks these; of uncharged elements, only carbon takes implicit hydrogens.
    const takesUp = own == 6 ? charge(g, atom) == 0 : own == 7 && charge(g, atom) == 1
    setHydrogens(g, atom, drawn + (h >= 0 ? h : takesUp && degree(g, atom) + drawn == 2 ? 1 : 0))
    return aromatic >= 2
  }
  if (aromatic > 0) return false
  const bonds = degree(g, atom) + furtherBonds(atom) + drawn
  if (h >= 0) {
    setHydrogens(g, atom, drawn + h)
    return valencePasses(own, charge(g, atom), bonds + h)
  }
  if (own == 7 && bonds == 5 && charge(g, atom) == 0) return drawn == 0 && asNitro(g, atom)
  const more = impliedHydrogens(own, charge(g, atom), bonds)
  setHydrogens(g, atom, drawn + max(0, more))
  return more >= 0
}

/** Nitrogens of nitro groups drawn without charges. */
const nitro = apart + 256
let nitros = 0

/** N(=O)=O is the nitro group, to which RDKit's clean-up adds charges. */
function asNitro(g: usize, nitrogen: i32): bool {
  if (degree(g, nitrogen) != 3) return false
  let oxygens = 0
  for (let k = nitrogen * maxNeighbours, end = k + 3; k < end; k++) {
    const bond = via(g, k)
    const other = neighbour(g, k)
    if (order(g, bond) == single) continue
    if (order(g, bond) != double || z(g, other) != 8 || degree(g, other) != 1 || charge(g, other) != 0) return false
    if (hydrogensWritten(other) != implied) return false
    oxygens++
  }
  setHydrogens(g, nitrogen, 0)
  setByte(nitro, nitros++, nitrogen)
  return oxygens == 2
}

/** As in RDKit's result: one oxygen is singly bonded. */
function chargeNitro(g: usize, nitrogen: i32): void {
  for (let k = nitrogen * maxNeighbours, end = k + 3; k < end; k++) {
    if (order(g, via(g, k)) != double) continue
    setOrder(g, via(g, k), single)
    setCharge(g, neighbour(g, k), -1)
    setCharge(g, nitrogen, 1)
    return
  }
}

/** Total valences (bonds and hydrogens) that RDKit certainly accepts, as bits, by element and charge. */
const allowed = memory.data(512)

allow(5, 0, 1 << 3)
allow(5, -1, 1 << 4)
allow(6, 0, 1 << 4)
allow(6, -1, 1 << 3)
allow(7, 0, 1 << 3)
allow(7, 1, 1 << 4)
allow(7, -1, 1 << 2)
allow(8, 0, 1 << 2)
allow(8, -1, 1 << 1)
allow(8, 1, 1 << 3)
allow(9, 0, 1 << 1)
allow(9, -1, 1 << 0)
allow(11, 1, 1 << 0)
allow(12, 2, 1 << 0)
allow(14, 0, 1 << 4)
allow(15, 0, (1 << 3) | (1 << 5))
allow(15, 1, 1 << 4)
allow(16, 0, (1 << 2) | (1 << 4) | (1 << 6))
allow(16, -1, 1 << 1)
allow(16, 1, 1 << 3)
allow(17, 0, 1 << 1)
allow(17, -1, 1 << 0)
allow(19, 1, 1 << 0)
allow(20, 2, 1 << 0)
allow(34, 0, (1 << 2) | (1 << 4) | (1 << 6))
allow(35, 0, 1 << 1)
allow(35, -1, 1 << 0)
allow(53, 0, 1 << 1)
allow(53, -1, 1 << 0)

function allow(z: i32, charge: i32, valences: i32): void {
  setByte(allowed, keyOf(z, charge), valences)
}

/** @param total at most 31 */
@inline
function valencePasses(z: i32, charge: i32, total: i32): bool {
  return ((byteAt(allowed, keyOf(z, charge)) >>> total) & 1) == 1
}

/** Implicit hydrogens of an atom if none are written; -1 if not certain. */
@inline
function impliedHydrogens(z: i32, charge: i32, bonds: i32): i32 {
  const left = byteAt(allowed, keyOf(z, charge)) >>> bonds
  return left == 0 ? -1 : ctz(left)
}

/** @param z below 64 @param charge from -3 to 3 */
@inline
function keyOf(z: i32, charge: i32): i32 {
  return z * 8 + charge + 3
}
