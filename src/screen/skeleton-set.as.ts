import { wordAt } from '../engine/bytes.as'
import { firstSkeletonHash, secondSkeletonHash, skeletonAtoms } from '../engine/perceive/skeletons.as'
import { skeletonsAt, skeletonWidth } from './screen-layout'

/** Whether a set contains the skeleton read last. */
export function isAmong(set: usize): bool {
  const mask = load<i32>(set)
  let at = (firstSkeletonHash() ^ secondSkeletonHash()) & mask
  let entry = entryAt(set, at)
  while (wordAt(entry, 0) != 0) {
    if (wordAt(entry, 0) == skeletonAtoms() && wordAt(entry, 1) == firstSkeletonHash() && wordAt(entry, 2) == secondSkeletonHash()) return true
    at = (at + 1) & mask
    entry = entryAt(set, at)
  }
  return false
}

@inline
function entryAt(set: usize, at: i32): usize {
  return set + skeletonsAt + <usize>(at * skeletonWidth)
}
