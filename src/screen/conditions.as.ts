import { wordAt } from '../engine/bytes.as'
import { conditionRuleAt } from './codes'
import { couldFit, couldFitCleaved } from './rules.as'
import { nextAlive } from './sieve.as'
import { conditionsFromAt } from './tables'

/**
 * The first condition from a place on that a molecule, which the sieve has taken in, may meet; -1 where there is none.
 * @param links where the oxygens are marked whose bonds are cleaved; 0 for the molecule as it is drawn
 */
export function nextMet(sieve: usize, from: i32, g: usize, links: usize): i32 {
  const conditions = load<usize>(sieve, conditionsFromAt)
  for (let place = nextAlive(sieve, from); place >= 0; place = nextAlive(sieve, place + 1)) if (mayMeet(g, wordAt(conditions, place), links)) return place
  return -1
}

/** One whose pattern could not be read (0) may be met by anything, and so may a gap by what links cleaved leave. */
function mayMeet(g: usize, condition: usize, links: usize): bool {
  if (condition == 0) return true
  if (links == 0) return couldFit(g, condition)
  return load<u32>(condition, conditionRuleAt) == 0 || couldFitCleaved(g, condition, links)
}
