import { formulasAt, formulaWidth } from './screen-layout'
import { entryOf, lengthOf } from '../engine/bytes.as'

/** The list of hydrogen counts that occur with a composition in a set of formulas; 0 if none. */
function hydrogensWith(formulas: usize, composition: f64): usize {
  const mask = load<i32>(formulas)
  const number = <i64>composition
  let at = (<i32>number ^ <i32>(number >> 32)) & mask
  let entry = entryAt(formulas, at)
  while (load<f64>(entry) != 0 && load<f64>(entry) != composition) {
    at = (at + 1) & mask
    entry = entryAt(formulas, at)
  }
  return load<u32>(entry, 8)
}

@inline
function entryAt(formulas: usize, at: i32): usize {
  return formulas + formulasAt + <usize>(at * formulaWidth)
}

/** Whether the set contains the formula of these atoms; by heavy atoms alone if charges could move protons. */
export function reaches(formulas: usize, composition: f64, hydrogens: i32, charged: bool): bool {
  const known = hydrogensWith(formulas, composition)
  return known != 0 && (charged || holds(known, hydrogens))
}

/** Whether the set may contain the formula of these atoms if any part of their net charge is due to protons. */
export function mayBe(formulas: usize, composition: f64, hydrogens: i32, charge: i32): bool {
  const known = hydrogensWith(formulas, composition)
  if (known == 0) return false
  for (let protons = min(0, charge); protons <= max(0, charge); protons++)
    if (holds(known, hydrogens - protons)) return true
  return false
}

function holds(list: usize, wanted: i32): bool {
  for (let i = 0, n = lengthOf(list); i < n; i++) if (<i32>entryOf(list, i) == wanted) return true
  return false
}
