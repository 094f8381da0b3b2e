import { include, isIn, setWord, wordAt } from '../bytes.as'
import { atomKind, bondKind, degree, neighbour, ringSize, via } from '../graph.as'
import { answerOf, bondAnswerOf } from './kinds.as'
import { maxNeighbours, overflowKind } from '../layout'
import {
  neighbourBondAt, neighbourBondIdAt, patternNeighbourCountAt, neighbourRingAt, patternNeighboursAt,
  patternNeighbourSize, neighbourTestAt, neighbourWordsAt, endCountAt, endPlaces, neighbourTableAt, centreCountAt,
  centreEndAt, centresAt, centreSize, centresOfKindAt, centreEnvironmentsAt, centreTestAt, mostNeighbourWords,
  rowBytesAt,
} from './environment-layout'

/**
 * For the current atom: the pattern neighbours that each of its neighbours may be, and those that any of them may be.
 */
const ends = memory.data(4 * 8 + 4 * 64 + 4 * 64 * 8 + 4 * 64, 4)
const any = ends + 4 * 8
/** For neighbours and kinds that are not cached. */
const overflowing = any + 4 * 64
const ofOverflowKind = overflowing + 4 * 64 * 8

/**
 * Adds the environments whose centre an atom may be to a row of bits, and marks the row as computed in its last word.
 */
export function computeEnvironments(g: usize, environments: usize, atom: i32, row: usize): void {
  const words = load<i32>(environments, neighbourWordsAt)
  const n = degree(g, atom)
  for (let word = 0; word < words; word++) setWord(any, word, 0)
  for (let i = 0; i < n; i++) {
    const end = endAt(g, environments, atom * maxNeighbours + i, overflowing + <usize>(i * mostNeighbourWords * 4))
    setWord(ends, i, <i32>end)
    for (let word = 0; word < words; word++) setWord(any, word, wordAt(any, word) | wordAt(end, word))
  }
  const own = centresOf(g, environments, atom)
  const centres = load<usize>(environments, centresAt)
  for (let word = 0, end = centreWords(environments); word < end; word++) {
    for (let bits = wordAt(own, 1 + word); bits != 0; bits &= bits - 1)
      addEnvironments(centres + <usize>(((word << 5) + ctz(bits)) * centreSize), n, row)
  }
  setWord(row, (load<i32>(environments, rowBytesAt) >> 2) - 1, 1)
}

function addEnvironments(centre: usize, n: i32, row: usize): void {
  for (let at = load<usize>(centre, centreEnvironmentsAt), end = load<usize>(centre, centreEndAt); at < end; ) {
    const rarest = load<i32>(at)
    const last = load<usize>(at, 4)
    if (rarest < 0 || isIn(any, rarest)) addWithNeighbours(at + 8, last, rarest, n, row)
    at = last
  }
}

function addWithNeighbours(from: usize, end: usize, rarest: i32, n: i32, row: usize): void {
  for (let at = from; at < end; ) {
    const place = load<i32>(at)
    const others = at + 8
    const count = load<i32>(at, 4)
    at = others + (<usize>count << 2)
    if (rarest < 0 || (hasAll(others, count) && spread(rarest, others, count, n, 0))) include(row, place)
  }
}

/** Whether each of these pattern neighbours may be one of the atom's neighbours. */
@inline
function hasAll(places: usize, count: i32): bool {
  for (let i = 0; i < count; i++) if (!isIn(any, wordAt(places, i))) return false
  return true
}

/** Whether the first pattern neighbour and the `count` others can be assigned to different neighbours of the atom. */
function spread(first: i32, others: usize, count: i32, n: i32, taken: i32): bool {
  for (let i = 0; i < n; i++) {
    if (((taken >>> i) & 1) == 1 || !isIn(wordAt(ends, i), first)) continue
    if (count == 0 || spread(wordAt(others, 0), others + 4, count - 1, n, taken | (1 << i))) return true
  }
  return false
}

/**
 * The pattern neighbours that a neighbour of an atom may be, as bits; `k` is its index in the graph's neighbour lists.
 */
function endAt(g: usize, environments: usize, k: i32, unkept: usize): usize {
  const bond = via(g, k)
  const kind = atomKind(g, neighbour(g, k))
  const table = load<usize>(environments, neighbourTableAt)
  const words = load<i32>(environments, neighbourWordsAt)
  // Never 0, which means a free slot.
  const key = (((bondKind(g, bond) << 8) | ringSize(g, bond)) << 11) | kind | (1 << 30)
  let at = <i32>(<u32>(key * <i32>0x9e3779b1) >>> 16) & (endPlaces - 1)
  while (wordAt(table, at) != 0 && wordAt(table, at) != key) at = (at + 1) & (endPlaces - 1)
  const known = table + <usize>((endPlaces + at * words) << 2)
  if (wordAt(table, at) == key) return known
  if (kind == overflowKind || load<i32>(environments, endCountAt) == endPlaces / 2) {
    fillEnd(g, environments, k, unkept)
    return unkept
  }
  setWord(table, at, key)
  store<i32>(environments, load<i32>(environments, endCountAt) + 1, endCountAt)
  fillEnd(g, environments, k, known)
  return known
}

function fillEnd(g: usize, environments: usize, k: i32, into: usize): void {
  const bond = via(g, k)
  for (let word = 0, end = load<i32>(environments, neighbourWordsAt); word < end; word++) setWord(into, word, 0)
  const count = load<i32>(environments, patternNeighbourCountAt)
  let at = load<usize>(environments, patternNeighboursAt)
  for (let place = 0; place < count; place++, at += patternNeighbourSize) {
    if (ringSize(g, bond) > load<i32>(at, neighbourRingAt)) continue
    if (bondAnswerOf(g, bond, load<i32>(at, neighbourBondIdAt), load<u32>(at, neighbourBondAt)) == 0) continue
    if (answerOf(g, neighbour(g, k), load<u32>(at, neighbourTestAt)) != 0) include(into, place)
  }
}

@inline
function centreWords(environments: usize): i32 {
  return (load<i32>(environments, centreCountAt) + 31) >>> 5
}

/** The pattern centres that an atom may be, as bits after the first word. */
function centresOf(g: usize, environments: usize, atom: i32): usize {
  const kind = atomKind(g, atom)
  const words = centreWords(environments)
  const ofKind = load<usize>(environments, centresOfKindAt) + <usize>((kind * (1 + words)) << 2)
  const own = kind == overflowKind ? ofOverflowKind : ofKind
  if (kind != overflowKind && wordAt(own, 0) != 0) return own
  for (let word = 1; word <= words; word++) setWord(own, word, 0)
  const count = load<i32>(environments, centreCountAt)
  let at = load<usize>(environments, centresAt)
  for (let i = 0; i < count; i++, at += centreSize) {
    const word = 1 + (i >>> 5)
    if (answerOf(g, atom, load<u32>(at, centreTestAt)) != 0) setWord(own, word, wordAt(own, word) | (1 << (i & 31)))
  }
  setWord(own, 0, 1)
  return own
}
