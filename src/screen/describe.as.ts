import { countsOf } from '../engine/smarts/counts.as'
import { generation, surroundingsOf } from '../engine/graph.as'
import { linkOxygens } from '../engine/perceive/links.as'
import { sift } from './sieve.as'
import { findEnvironments } from '../engine/smarts/environments.as'
import { findSurroundings } from '../engine/smarts/surroundings.as'
import { countsAt, hasLinksAt, linksAt, sieveAt, environmentsAt, cleavedSieveAt } from './tables'

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
  const hasLinks = linkOxygens(g, description + linksAt)
  store<i32>(description, i32(hasLinks), hasLinksAt)
  sift(load<usize>(description, sieveAt), counts)
  if (hasLinks) sift(load<usize>(description, cleavedSieveAt), counts)
  return -1
}
