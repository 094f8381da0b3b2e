// The part of the screen that every input passes, compiled to WebAssembly: see bin/build-kernel.js.

/** Where the memory begins that the kernel leaves to others. */
export function freeFrom(): usize {
  return __heap_base
}

export { describe } from './describe'
export { nextAlive } from './sieve'
export { findSurroundings } from './surroundings'
