// The part of the screen that every input passes, compiled to WebAssembly: see bin/build-kernel.js.

export { addAtom, clear, join } from './fill'
export { perceive } from './perceive'
export { readSmiles, textAt } from './read-smiles'
export { inRings, smallestRings } from './smallest-rings'

/** Where the memory begins that the kernel leaves to others. */
export function freeFrom(): usize {
  return __heap_base
}
