// The part of the screen that every input passes, compiled to WebAssembly: see bin/build-kernel.mjs.
export { nextMet } from './conditions'
export { describe } from './describe'
export { addAtom, clear, join } from './fill'
export { mayBe } from './formulas'
export { wholeAnswer } from './masks'
export { findAll, foundFrom, matchMask, mayMatch, sureMask } from './match'
export { chargeOf, compositionOf, compositionWeightsAt, hydrogensOf, near } from './near'
export { perceive } from './perceive'
export { readSmiles, textAt } from './read-smiles'
export { weightsAt } from './rules'
export { firstSkeletonHash, readSkeleton, secondSkeletonHash, skeletonAtoms } from './skeletons'
export { workOut } from './star-work'
export { smallestRings } from './smallest-rings'
export { findSurroundings } from './surroundings'
export { testAtom } from './tests'

/** Where the memory begins that the kernel leaves to others. */
export function freeFrom(): usize {
  return __heap_base
}
