// The part of the screen that every input passes, compiled to WebAssembly: see bin/build-kernel.js.
export { answerOf, bondAnswerOf, findKinds } from './kinds'
export { anyMayMatch, findAll, forget, foundFrom, matchMask, mayMatch, sureMask, surelyHas } from './match'
export { testAtom, testBond } from './tests'
export { wholeAnswer } from './masks'

/** Where the memory begins that the kernel leaves to others. */
export function freeFrom(): usize {
  return __heap_base
}
