import {
  atoms, bonds, degree, ringAtom, setAromatic, setHydrogens, setLoose, setNeutralCharge, setNeutralHydrogens,
  setBondsAreSure, setSureAtom, setSureBond, setUnclear, setUnsure, z,
} from '../graph.as'

/**
 * For a molecule whose hydrogens or double bonds are not certain, keeps what is: elements, bonds and rings. Everything
 * else may have any value. Does nothing if a metal is bonded: the full path cuts such bonds.
 */
export function loosen(g: usize): void {
  let open = 0
  for (let a = 0, n = atoms(g); a < n; a++) {
    if (isMetal(z(g, a)) && degree(g, a) > 0) return
    // A lower bound: a molecule that is too heavy without them is too heavy.
    setHydrogens(g, a, 0)
    setNeutralHydrogens(g, a, 0)
    setNeutralCharge(g, a, 0)
    setUnsure(g, a, 1)
    setSureAtom(g, a, 0)
    const inRing = ringAtom(g, a)
    setAromatic(g, a, inRing == 1 ? 2 : 0)
    open += inRing
  }
  for (let b = 0, n = bonds(g); b < n; b++) setSureBond(g, b, 0)
  setUnclear(g, open)
  setBondsAreSure(g, 0)
  setLoose(g, 1)
}

/** Among the supported elements. */
function isMetal(z: i32): bool {
  return z == 11 || z == 12 || z == 19 || z == 20
}
