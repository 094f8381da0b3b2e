import { isIn } from '../bytes.as'
import { atoms, generation, surroundings } from '../graph.as'
import { joinRows } from '../rows.as'
import { askedBytesAt, blockRows, blocksAt, nowAt, oddForAt, oddRowAt, rowBytesAt, rowStep } from './environment-layout'

const rows = memory.data(256 * 4, 4)
/** The molecule whose rows these are. */
let rowsFor = 0

/** Whether the rows are those of this molecule, so that `mayBeCentre` can be used. */
export function hasRows(g: usize): bool {
  return rowsFor == generation(g)
}

/** Whether an atom of the current molecule may be the centre of an environment. */
@inline
export function mayBeCentre(atom: i32, place: i32): bool {
  return isIn(load<usize>(rows + (<usize>atom << 2)), place)
}

/**
 * Fills the row of a molecule with the environments that it may have: those of all its atoms.
 * @returns -1, or an atom whose row must be computed first
 */
export function findEnvironments(g: usize, environments: usize): i32 {
  const n = atoms(g)
  const rowBytes = load<i32>(environments, rowBytesAt)
  for (let atom = 0; atom < n; atom++) {
    const row = rowOf(g, environments, rowBytes, atom)
    if (row == 0) return atom
    store<usize>(rows + (<usize>atom << 2), row)
  }
  const now = load<usize>(environments, nowAt)
  for (let from = 0, end = load<i32>(environments, askedBytesAt); from < end; from += rowStep)
    joinRows(rows, n, from, now, true)
  rowsFor = generation(g)
  return -1
}

/** 0 if it has not been computed. */
@inline
function rowOf(g: usize, environments: usize, rowBytes: i32, atom: i32): usize {
  const number = surroundings(g, atom)
  if (number < 0) return load<i32>(environments, oddForAt) == generation(g) ? load<usize>(environments, oddRowAt) : 0
  const block = load<usize>(environments + (<usize>(<u32>number / blockRows) << 2), blocksAt)
  if (block == 0) return 0
  const row = block + <usize>(<u32>number % blockRows) * rowBytes
  return load<i32>(row + rowBytes - 4) == 0 ? 0 : row
}
