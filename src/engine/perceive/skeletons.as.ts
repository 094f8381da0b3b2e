import { byteAt, setWord, wordAt } from '../bytes.as'
import { atoms, component, degree, neighbour, z } from '../graph.as'
import { maxNeighbours } from '../layout'

const code = memory.data(4 * 200 + 4 * 200 + 4 * 8 + 256, 4)
const after = code + 4 * 200
const around = after + 4 * 200

/** The skeleton read last. */
@unmanaged
class Skeleton {
  size: i32
  /** Two hashes. */
  first: i32
  second: i32
}
const skeleton = changetype<Skeleton>(memory.data(offsetof<Skeleton>(), 4))

export function skeletonAtoms(): i32 {
  return skeleton.size
}

export function firstSkeletonHash(): i32 {
  return skeleton.first
}

export function secondSkeletonHash(): i32 {
  return skeleton.second
}

const within = around + 4 * 8

/** Reads the skeleton of one component: see `skeletonKey` of `chem`. */
export function readSkeleton(g: usize, own: i32): void {
  for (let a = 0, end = atoms(g); a < end; a++) store<u8>(within + <usize>a, <u8>(component(g, a) == own))
  readSkeletonOf(g, within)
}

/** Reads the skeleton of some atoms (1 in `inside`), ignoring the others. */
export function readSkeletonOf(g: usize, inside: usize): void {
  const end = atoms(g)
  let size = 0
  for (let a = 0; a < end; a++) {
    if (byteAt(inside, a) == 0) continue
    let joined = 0
    for (let k = a * maxNeighbours, stop = k + degree(g, a); k < stop; k++) joined += byteAt(inside, neighbour(g, k))
    setWord(code, a, mix(z(g, a), joined))
    size++
  }
  for (let round = 0; round < 4; round++) {
    for (let a = 0; a < end; a++) {
      if (byteAt(inside, a) == 0) continue
      let n = 0
      for (let k = a * maxNeighbours, stop = k + degree(g, a); k < stop; k++)
        if (byteAt(inside, neighbour(g, k)) == 1) insert(around, n++, wordAt(code, neighbour(g, k)))
      let hash = wordAt(code, a)
      for (let k = 0; k < n; k++) hash = mix(hash, wordAt(around, k))
      setWord(after, a, hash)
    }
    for (let a = 0; a < end; a++) setWord(code, a, wordAt(after, a))
  }
  let filled = 0
  for (let a = 0; a < end; a++) if (byteAt(inside, a) == 1) insert(after, filled++, wordAt(code, a))
  skeleton.size = size
  skeleton.first = 17
  skeleton.second = 99
  for (let i = 0; i < filled; i++) {
    skeleton.first = mix(skeleton.first, wordAt(after, i))
    skeleton.second = mix(skeleton.second, wordAt(after, i))
  }
}

function insert(list: usize, length: i32, value: i32): void {
  let i = length
  for (; i > 0 && <u32>wordAt(list, i - 1) > <u32>value; i--) setWord(list, i, wordAt(list, i - 1))
  setWord(list, i, value)
}

@inline
function mix(hash: i32, value: i32): i32 {
  let h = (hash ^ <i32>0x9e3779b9) * <i32>0x85ebca6b + value
  h = (h ^ (h >>> 15)) * <i32>0x2c1b3c6d
  return h ^ (h >>> 13)
}
