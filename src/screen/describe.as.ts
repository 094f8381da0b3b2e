import { countsOf } from '../engine/smarts/counts.as'
import { generation, surroundingsOf } from '../engine/graph.as'
import { markCleavableOxygens } from '../engine/perceive/cleavable-bonds.as'
import { sift } from './sieve.as'
import { findEnvironments } from '../engine/smarts/environments.as'
import { findSurroundings } from '../engine/smarts/surroundings.as'
import { countsAt, hasCleavableBondsAt, cleavableOxygensAt, sieveAt, environmentsAt, cleavedSieveAt } from './tables'

/**
 * Computes what is needed for every molecule before any pattern is matched, and the conditions that remain possible.
 * @returns -1, or an atom whose environments must be computed first
 */
export function describe(g: usize, description: usize): i32 {
  if (surroundingsOf(g) != generation(g)) findSurroundings(g)
  const missing = findEnvironments(g, load<usize>(description, environmentsAt))
  if (missing >= 0) return missing
  const counts = description + countsAt
  countsOf(g, counts)
  const hasCleavableBonds = markCleavableOxygens(g, description + cleavableOxygensAt)
  store<i32>(description, i32(hasCleavableBonds), hasCleavableBondsAt)
  sift(load<usize>(description, sieveAt), counts)
  if (hasCleavableBonds) sift(load<usize>(description, cleavedSieveAt), counts)
  return -1
}
