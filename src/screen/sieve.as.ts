import { byteAt, setWord, wordAt } from '../engine/bytes.as'
import { joinRows } from '../engine/rows.as'
import {
  aliveAt, conditionsAt, countedAt, groupCountAt, groupsAt, needsAt, needsFromAt, sieveRowAt, sieveEnvironmentsAt,
  sieveStep, environmentGroupsAt, environmentRowsAt,
} from './tables'

/** The rows that apply to the current molecule. */
const rows = memory.data(256 * 4, 4)

/** Sifts the conditions for a molecule; `nextAlive` then returns those that remain. */
export function sift(sieve: usize, counts: usize): void {
  const rowBytes = load<i32>(sieve, sieveRowAt)
  const n = rowsOfEnvironments(sieve, rowsOfCounts(sieve, counts, rowBytes), rowBytes)
  const alive = load<usize>(sieve, aliveAt)
  for (let from = 0; from < rowBytes; from += sieveStep) joinRows(rows, n, from, alive, false)
}

/** Selects one row for each group of counts; returns their number. */
function rowsOfCounts(sieve: usize, counts: usize, rowBytes: i32): i32 {
  const counted = load<i32>(sieve, countedAt)
  const n = load<i32>(sieve, groupCountAt)
  let at = load<usize>(sieve, groupsAt)
  for (let group = 0; group < n; group++) {
    const begin = load<i32>(at)
    let row = 0
    const end = at + 8 + (load<usize>(at, 4) << 3)
    for (at += 8; at < end; at += 8) {
      const values = load<i32>(at, 4)
      row = row * values + min(values - 1, byteAt(counts, load<i32>(at)))
    }
    setWord(rows, group, counted + (begin + row) * rowBytes)
  }
  return n
}

/** Selects one row for each group of environments. */
function rowsOfEnvironments(sieve: usize, filled: i32, rowBytes: i32): i32 {
  const environments = load<usize>(sieve, sieveEnvironmentsAt)
  const n = load<i32>(sieve, environmentGroupsAt)
  let begin = load<i32>(sieve, environmentRowsAt)
  for (let group = 0; group < n; group++, begin += 16 * rowBytes) {
    const there = (wordAt(environments, group >>> 3) >>> ((group & 7) * 4)) & 15
    setWord(rows, filled + group, begin + there * rowBytes)
  }
  return filled + n
}

/** The first condition, from an index on, whose counts and environments the molecule has; -1 if there is none. */
export function nextAlive(sieve: usize, from: i32): i32 {
  const conditions = load<i32>(sieve, conditionsAt)
  const alive = load<usize>(sieve, aliveAt)
  for (let place = from; place < conditions; place = (place | 31) + 1) {
    for (let bits = wordAt(alive, place >>> 5) & (-1 << (place & 31)); bits != 0; bits &= bits - 1) {
      const next = (place & ~31) + ctz(bits)
      // Bits after the last condition have no meaning.
      if (next >= conditions) return -1
      if (hasNeeded(sieve, next)) return next
    }
  }
  return -1
}

/** Whether all environments of a condition are present. One that fails is checked first the next time. */
function hasNeeded(sieve: usize, place: i32): bool {
  const environments = load<usize>(sieve, sieveEnvironmentsAt)
  const needs = load<usize>(sieve, needsAt)
  const from = load<usize>(sieve, needsFromAt)
  const first = needs + (<usize>wordAt(from, place) << 3)
  const end = needs + (<usize>wordAt(from, place + 1) << 3)
  for (let at = first; at < end; at += 8) {
    const need = load<u64>(at)
    const bits = <i32>(need >>> 32)
    if ((wordAt(environments, <i32>need) & bits) == bits) continue
    store<u64>(at, load<u64>(first))
    store<u64>(first, need)
    return false
  }
  return true
}
