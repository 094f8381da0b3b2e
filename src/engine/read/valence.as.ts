import { byteAt, setByte } from '../bytes.as'

/**
 * Total valences (bonds and hydrogens) that RDKit certainly accepts, as bits, by element and charge; everything else
 * takes the full path.
 */
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
export function valencePasses(z: i32, charge: i32, total: i32): bool {
  return ((byteAt(allowed, keyOf(z, charge)) >>> total) & 1) == 1
}

/** Implicit hydrogens of an atom if none are written; -1 if not certain. */
@inline
export function impliedHydrogens(z: i32, charge: i32, bonds: i32): i32 {
  const left = byteAt(allowed, keyOf(z, charge)) >>> bonds
  return left == 0 ? -1 : ctz(left)
}

/** @param z below 64 @param charge from -3 to 3 */
@inline
function keyOf(z: i32, charge: i32): i32 {
  return z * 8 + charge + 3
}
