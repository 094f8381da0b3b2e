// The part of the screen that every input passes, compiled to WebAssembly: see bin/build-kernel.js.
export { answerOf, bondAnswerOf, findKinds } from './kinds'
export { findAll, foundFrom, matchMask, mayMatch, sureMask } from './match'
export { mayBe } from './formulas'
export { chargeOf, compositionOf, compositionWeightsAt, hydrogensOf, near } from './near'
export { couldFit, couldFitUndone, weightsAt } from './rules'
export { testAtom, testBond } from './tests'
export { wholeAnswer } from './masks'

export { addAtom, clear, join } from './fill'
export { perceive } from './perceive'
export { readSmiles, textAt } from './read-smiles'
export { inRings, smallestRings } from './smallest-rings'

/** Where the memory begins that the kernel leaves to others. */
export function freeFrom(): usize {
  return __heap_base
}

export { firstSkeletonHash, readSkeleton, secondSkeletonHash, skeletonAtoms } from './skeletons'
export { describe } from './describe'
export { nextAlive } from './sieve'
export { findSurroundings } from './surroundings'
