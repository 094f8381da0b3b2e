import { addBlockAtom, addBlockBond, clearCharges, placeOf, unset } from './atoms.as'
import { charAt, has, isCoordinate, isEmpty, isLine, lineWidth, nextLine, none, numberIn } from './lines.as'
import { setCharge, setLabelled } from '../../graph.as'
import { aromaticBond, double, single } from '../../layout'

/**
 * Reads a fixed-column table starting at its counts line. False if it contains anything but atoms, bonds, charges and
 * isotopes. Source: BIOVIA, CTfile formats.
 */
export function drawnV2000(g: usize): bool {
  const atoms = numberIn(0, 3)
  const bonds = numberIn(3, 6)
  if (atoms < 1 || bonds < 0 || !isCountsLine()) return false
  for (let i = 0; i < atoms; i++) if (!nextLine() || !atomOf(g)) return false
  for (let i = 0; i < bonds; i++) if (!nextLine() || !bondOf(g)) return false
  let first = true
  while (nextLine()) {
    if (isLine('M  END')) return true
    if (has(0, 'M  CHG')) {
      if (first) clearCharges(g)
      first = false
      if (!listed(g, true)) return false
    } else if (!has(0, 'M  ISO') || !listed(g, false)) return false
  }
  return false
}

/** The only other fields with a value are the chiral flag and the number of further lines. */
function isCountsLine(): bool {
  const chiral = numberIn(12, 15)
  const isElseEmpty = isEmpty(6, 12) && isEmpty(15, 30) && isEmpty(33, 34)
  return isElseEmpty && (chiral == 0 || chiral == 1) && numberIn(30, 33) >= 0 && lineWidth() == 39
}

function atomOf(g: usize): bool {
  const width = lineWidth()
  // A line may end after any field.
  if (width < 34 || (width > 34 && width % 3 != 0) || width > 69) return false
  if (!isCoordinate(0) || !isCoordinate(10) || !isCoordinate(20) || charAt(30) != 32 || charAt(33) != 32) return false
  // Parity is not stored.
  const parity = numberIn(39, 42)
  if (!isEmpty(34, 36) || parity < 0 || parity > 3 || !isEmpty(42, 48) || !isEmpty(51, 69)) return false
  const charge = chargeOf(numberIn(36, 39))
  const valence = numberIn(48, 51)
  if (charge == none || valence < 0 || valence > 15) return false
  return addBlockAtom(g, (charAt(31) << 8) | charAt(32), charge, valence == 0 ? unset : valence == 15 ? 0 : valence)
}

/** Charge from its code; 4 is a radical. */
function chargeOf(code: i32): i32 {
  return code == 0 ? 0 : code < 0 || code == 4 || code > 7 ? none : 4 - code
}

function bondOf(g: usize): bool {
  const width = lineWidth()
  if (width < 9 || width > 21 || width % 3 != 0 || !isEmpty(12, 21)) return false
  const order = numberIn(6, 9)
  const stereo = numberIn(9, 12)
  const isWedge = order == single && (stereo == 1 || stereo == 4 || stereo == 6)
  const isDrawn = stereo == 0 || isWedge || (order == double && stereo == 3)
  return isDrawn && order <= aromaticBond && addBlockBond(g, order, numberIn(0, 3), numberIn(3, 6))
}

/** Reads a list of charges or isotopes: their number, then pairs of an atom and its value. */
function listed(g: usize, charges: bool): bool {
  const entries = numberIn(6, 9)
  if (entries < 1 || lineWidth() != 9 + entries * 8) return false
  for (let i = 9, end = lineWidth(); i < end; i += 8) {
    const place = placeOf(numberIn(i, i + 4))
    const value = numberIn(i + 4, i + 8)
    if (place < 0) return false
    if (charges) {
      if (value < -3 || value > 3) return false
      setCharge(g, place, value)
    } else {
      if (value < 1) return false
      setLabelled(g, 1)
    }
  }
  return true
}
