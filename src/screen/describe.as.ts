import { countsOf } from '../engine/smarts/counts.as'
import { generation, surroundingsOf } from '../engine/graph.as'
import { markFreed } from '../engine/perceive/cleavable-bonds.as'
import { sift, nextAlive } from './sieve.as'
import { findEnvironments } from '../engine/smarts/environments.as'
import { findSurroundings } from '../engine/smarts/surroundings.as'
import {
  countsAt, hasCleavableBondsAt, freedMarksAt, sieveAt, environmentsAt, cleavedSieveAt, conditionsFromAt,
} from './tables'
import { wordAt } from '../engine/bytes.as'
import { conditionRuleAt } from './screen-layout'
import { couldFit, couldFitCleaved } from './rules.as'

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
  const hasCleavableBonds = markFreed(g, description + freedMarksAt)
  store<i32>(description, i32(hasCleavableBonds), hasCleavableBondsAt)
  sift(load<usize>(description, sieveAt), counts)
  if (hasCleavableBonds) sift(load<usize>(description, cleavedSieveAt), counts)
  return -1
}

/**
 * The first condition, from an index on, that the molecule passed to the sieve may meet; -1 if there is none.
 * @param marks address of the marks of the atoms that cleaving may free; 0 for the molecule as drawn
 */
export function nextMet(sieve: usize, from: i32, g: usize, marks: usize): i32 {
  const conditions = load<usize>(sieve, conditionsFromAt)
  for (let place = nextAlive(sieve, from); place >= 0; place = nextAlive(sieve, place + 1))
    if (mayMeet(g, wordAt(conditions, place), marks)) return place
  return -1
}

/** Any molecule may meet a condition whose pattern could not be parsed (0), and cleaved forms may meet any gap. */
function mayMeet(g: usize, condition: usize, marks: usize): bool {
  if (condition == 0) return true
  if (marks == 0) return couldFit(g, condition)
  return load<u32>(condition, conditionRuleAt) == 0 || couldFitCleaved(g, condition, marks)
}
