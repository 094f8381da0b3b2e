// What the engine exports to TypeScript; documented in kernel.ts.
import { readBlock } from './read/read-mol-block.as'
import { read } from './read/read-smiles.as'
import { beginSteps } from './smarts/match.as'

export { addAtom, clear, join } from './fill.as'
export { isAlwaysSingle, kekulePartner } from './perceive/kekule.as'
export { perceive, perceiveDoubting } from './perceive/perceive.as'
export { firstSkeletonHash, readSkeleton, secondSkeletonHash, skeletonAtoms } from './perceive/skeletons.as'
export { smallestRings } from './perceive/smallest-rings.as'
export { loosen } from './read/loosen.as'
export { textAt } from './read/read-smiles.as'
export { forgetAnswers } from './smarts/kinds.as'
export { wholeAnswer } from './smarts/masks.as'
export { beginSteps, findAll, foundFrom, matchMask, mayMatch, sureMask } from './smarts/match.as'
export { computeEnvironments } from './smarts/environment-work.as'
export { findSurroundings } from './smarts/surroundings.as'
export { testAtom } from './smarts/tests.as'

/** Each input has its own step budget. */
export function readSmiles(g: usize, length: i32): bool {
  beginSteps()
  return read(g, length)
}

export function readMolBlock(g: usize, from: usize, length: i32): bool {
  beginSteps()
  return readBlock(g, from, length)
}

/** First free address after the kernel's own data. */
export function freeFrom(): usize {
  return __heap_base
}
