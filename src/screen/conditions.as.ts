import { wordAt } from '../engine/bytes.as'
import { conditionRuleAt } from './screen-layout'
import { couldFit, couldFitCleaved } from './rules.as'
import { nextAlive } from './sieve.as'
import { conditionsFromAt } from './tables'

/**
 * The first condition, from an index on, that the molecule passed to the sieve may meet; -1 if there is none.
 * @param oxygens address of the marks of oxygens with cleavable bonds; 0 for the molecule as drawn
 */
export function nextMet(sieve: usize, from: i32, g: usize, oxygens: usize): i32 {
  const conditions = load<usize>(sieve, conditionsFromAt)
  for (let place = nextAlive(sieve, from); place >= 0; place = nextAlive(sieve, place + 1)) if (mayMeet(g, wordAt(conditions, place), oxygens)) return place
  return -1
}

/** Any molecule may meet a condition whose pattern could not be parsed (0), and cleaved forms may meet any gap. */
function mayMeet(g: usize, condition: usize, oxygens: usize): bool {
  if (condition == 0) return true
  if (oxygens == 0) return couldFit(g, condition)
  return load<u32>(condition, conditionRuleAt) == 0 || couldFitCleaved(g, condition, oxygens)
}
