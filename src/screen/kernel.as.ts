// The part of the screen that every input passes, compiled to WebAssembly: see bin/build-kernel.mjs.
export { nextMet } from './conditions.as'
export { describe } from './describe.as'
export { addAtom, clear, join } from '../engine/fill.as'
export { mayBe } from './formulas.as'
export { wholeAnswer } from '../engine/smarts/masks.as'
export { findAll, foundFrom, matchMask, mayMatch, sureMask } from '../engine/smarts/match.as'
export { chargeOf, compositionOf, compositionWeightsAt, hydrogensOf, near } from './near.as'
export { perceive } from '../engine/perceive/perceive.as'
export { readSmiles, textAt } from '../engine/read/read-smiles.as'
export { weightsAt } from './rules.as'
export { firstSkeletonHash, readSkeleton, secondSkeletonHash, skeletonAtoms } from '../engine/perceive/skeletons.as'
export { workOut } from '../engine/smarts/star-work.as'
export { smallestRings } from '../engine/perceive/smallest-rings.as'
export { findSurroundings } from '../engine/smarts/surroundings.as'
export { testAtom } from '../engine/smarts/tests.as'

/** Where the memory begins that the kernel leaves to others. */
export function freeFrom(): usize {
  return __heap_base
}
