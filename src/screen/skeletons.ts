import type { FastGraph } from '../engine/fast-graph.js'
import { placesFor } from './formulas.js'
import type { Arena } from '../engine/arena.js'
import { kernel, memoryWords } from '../engine/kernel.js'
import { skeletonsAt, skeletonWidth } from './screen-layout.js'

/** The same key as `skeletonKey` in `chem`, for one component of a fast graph. */
export function fastSkeleton(graph: FastGraph, component: number): string {
  kernel.readSkeleton(graph.at, component)
  const hash = (signed: number) => (signed >>> 0).toString(36)
  return `${kernel.skeletonAtoms()}-${hash(kernel.firstSkeletonHash())}-${hash(kernel.secondSkeletonHash())}`
}

/** Address in the kernel of a set of skeletons, given by their keys. */
export function skeletonsOf(keys: Iterable<string>, arena: Arena): number {
  const known = [...keys]
    .map((key) => key.split('-'))
    .map(([size, first, second]) => [Number(size), hashOf(first!), hashOf(second!)] as const)
  const places = placesFor(known.length)
  const at = arena.allocate(skeletonsAt + places * skeletonWidth)
  memoryWords[at >> 2] = places - 1
  for (const words of known) {
    let place = (words[1] ^ words[2]) & (places - 1)
    const entry = () => (at + skeletonsAt + place * skeletonWidth) >> 2
    while (memoryWords[entry()] !== 0) place = (place + 1) & (places - 1)
    memoryWords.set(words, entry())
  }
  return at
}

function hashOf(text: string): number {
  return Number.parseInt(text, 36) | 0
}
