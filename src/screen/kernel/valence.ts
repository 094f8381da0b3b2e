/** Total valences (bonds and hydrogens) that certainly pass, as bits, by element and charge; what is not here takes the full path. */
function allowed(z: i32, charge: i32): i32 {
  switch (z) {
    case 5:
      return charge == 0 ? 1 << 3 : charge == -1 ? 1 << 4 : 0
    case 6:
      return charge == 0 ? 1 << 4 : charge == -1 ? 1 << 3 : 0
    case 7:
      return charge == 0 ? 1 << 3 : charge == 1 ? 1 << 4 : charge == -1 ? 1 << 2 : 0
    case 8:
      return charge == 0 ? 1 << 2 : charge == -1 ? 1 << 1 : charge == 1 ? 1 << 3 : 0
    case 9:
    case 17:
    case 35:
    case 53:
      return charge == 0 ? 1 << 1 : charge == -1 ? 1 << 0 : 0
    case 11:
    case 19:
      return charge == 1 ? 1 << 0 : 0
    case 12:
    case 20:
      return charge == 2 ? 1 << 0 : 0
    case 14:
      return charge == 0 ? 1 << 4 : 0
    case 15:
      return charge == 0 ? (1 << 3) | (1 << 5) : charge == 1 ? 1 << 4 : 0
    case 16:
      return charge == 0 ? twoFourOrSix : charge == -1 ? 1 << 1 : charge == 1 ? 1 << 3 : 0
    case 34:
      return charge == 0 ? twoFourOrSix : 0
    default:
      return 0
  }
}

const twoFourOrSix = (1 << 2) | (1 << 4) | (1 << 6)

/** @param total at most 31 */
export function valencePasses(z: i32, charge: i32, total: i32): bool {
  return ((allowed(z, charge) >>> total) & 1) == 1
}

/** Hydrogens that an atom of the organic subset takes up; -1 where that is not certain. */
export function impliedHydrogens(z: i32, bonds: i32): i32 {
  const left = allowed(z, 0) >>> bonds
  return left == 0 ? -1 : ctz(left)
}
