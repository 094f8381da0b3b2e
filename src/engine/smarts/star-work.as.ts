import { setWord, wordAt } from '../bytes.as'
import { atomKind, bondKind, degree, neighbour, ringSize, via } from '../graph.as'
import { answerOf, bondAnswerOf } from './kinds.as'
import { maxNeighbours, strange } from '../layout'
import { armBondAt, armBondIdAt, armCountAt, armRingAt, armsAt, armSize, armTestAt, armWordsAt, endCountAt, endPlaces, neighbourTableAt, middleCountAt, middleEndAt, middlesAt, middleSize, middlesOfKindAt, middleStarsAt, middleTestAt, mostArmWords, rowBytesAt } from './star-layout'

/** Of the atom in hand: the arms that each neighbour may be, and those that any may be. */
const ends = memory.data(4 * 8, 4)
const any = memory.data(4 * 64, 4)
/** For neighbours that are not kept, and for kinds that are not. */
const strangers = memory.data(4 * 64 * 8, 4)
const ofStrange = memory.data(4 * 64, 4)

/**
 * Adds the stars of which an atom may be the middle to a row of bits, whose last word then says that it is worked out.
 */
export function workOut(g: usize, stars: usize, atom: i32, row: usize): void {
  const words = load<i32>(stars, armWordsAt)
  const n = degree(g, atom)
  for (let word = 0; word < words; word++) setWord(any, word, 0)
  for (let i = 0; i < n; i++) {
    const end = endAt(g, stars, atom * maxNeighbours + i, strangers + <usize>(i * mostArmWords * 4))
    setWord(ends, i, <i32>end)
    for (let word = 0; word < words; word++) setWord(any, word, wordAt(any, word) | wordAt(end, word))
  }
  const own = middlesOf(g, stars, atom)
  const middles = load<usize>(stars, middlesAt)
  for (let word = 0, end = middleWords(stars); word < end; word++) {
    for (let bits = wordAt(own, 1 + word); bits != 0; bits &= bits - 1) addStars(middles + <usize>(((word << 5) + ctz(bits)) * middleSize), n, row)
  }
  setWord(row, (load<i32>(stars, rowBytesAt) >> 2) - 1, 1)
}

function addStars(middle: usize, n: i32, row: usize): void {
  for (let at = load<usize>(middle, middleStarsAt), end = load<usize>(middle, middleEndAt); at < end; ) {
    const rarest = load<i32>(at)
    const last = load<usize>(at, 4)
    if (rarest < 0 || has(any, rarest)) addArmed(at + 8, last, rarest, n, row)
    at = last
  }
}

function addArmed(from: usize, end: usize, rarest: i32, n: i32, row: usize): void {
  for (let at = from; at < end; ) {
    const place = load<i32>(at)
    const arms = at + 8
    const count = load<i32>(at, 4)
    at = arms + (<usize>count << 2)
    if (rarest < 0 || (hasAll(arms, count) && spread(rarest, arms, count, n, 0))) setWord(row, place >>> 5, wordAt(row, place >>> 5) | (1 << (place & 31)))
  }
}

/** Whether each arm is one of some neighbour. */
@inline
function hasAll(arms: usize, count: i32): bool {
  for (let i = 0; i < count; i++) if (!has(any, wordAt(arms, i))) return false
  return true
}

@inline
function has(set: usize, arm: i32): bool {
  return ((wordAt(set, arm >>> 5) >>> (arm & 31)) & 1) == 1
}

/** Whether an arm, and each of so many others, has a neighbour of its own. */
function spread(arm: i32, others: usize, count: i32, n: i32, taken: i32): bool {
  for (let i = 0; i < n; i++) {
    if (((taken >>> i) & 1) == 1 || !has(wordAt(ends, i), arm)) continue
    if (count == 0 || spread(wordAt(others, 0), others + 4, count - 1, n, taken | (1 << i))) return true
  }
  return false
}

/** The arms that a neighbour may be, as bits; `k` is its place in the graph's lists of neighbours. */
function endAt(g: usize, stars: usize, k: i32, unkept: usize): usize {
  const bond = via(g, k)
  const kind = atomKind(g, neighbour(g, k))
  const table = load<usize>(stars, neighbourTableAt)
  const words = load<i32>(stars, armWordsAt)
  // Not 0, which stands for a free place.
  const key = (((bondKind(g, bond) << 8) | ringSize(g, bond)) << 11) | kind | (1 << 30)
  let at = <i32>(<u32>(key * <i32>0x9e3779b1) >>> 16) & (endPlaces - 1)
  while (wordAt(table, at) != 0 && wordAt(table, at) != key) at = (at + 1) & (endPlaces - 1)
  const arms = table + <usize>((endPlaces + at * words) << 2)
  if (wordAt(table, at) == key) return arms
  if (kind == strange || load<i32>(stars, endCountAt) == endPlaces / 2) {
    fillEnd(g, stars, k, unkept)
    return unkept
  }
  setWord(table, at, key)
  store<i32>(stars, load<i32>(stars, endCountAt) + 1, endCountAt)
  fillEnd(g, stars, k, arms)
  return arms
}

function fillEnd(g: usize, stars: usize, k: i32, into: usize): void {
  const bond = via(g, k)
  for (let word = 0, end = load<i32>(stars, armWordsAt); word < end; word++) setWord(into, word, 0)
  let at = load<usize>(stars, armsAt)
  for (let arm = 0, end = load<i32>(stars, armCountAt); arm < end; arm++, at += armSize) {
    if (ringSize(g, bond) > load<i32>(at, armRingAt)) continue
    if (bondAnswerOf(g, bond, load<i32>(at, armBondIdAt), load<u32>(at, armBondAt)) == 0) continue
    if (answerOf(g, neighbour(g, k), load<u32>(at, armTestAt)) != 0) setWord(into, arm >>> 5, wordAt(into, arm >>> 5) | (1 << (arm & 31)))
  }
}

@inline
function middleWords(stars: usize): i32 {
  return (load<i32>(stars, middleCountAt) + 31) >>> 5
}

/** The middles that an atom may be, as bits after the first word. */
function middlesOf(g: usize, stars: usize, atom: i32): usize {
  const kind = atomKind(g, atom)
  const words = middleWords(stars)
  const own = kind == strange ? ofStrange : load<usize>(stars, middlesOfKindAt) + <usize>((kind * (1 + words)) << 2)
  if (kind != strange && wordAt(own, 0) != 0) return own
  for (let word = 1; word <= words; word++) setWord(own, word, 0)
  for (let i = 0, at = load<usize>(stars, middlesAt), end = load<i32>(stars, middleCountAt); i < end; i++, at += middleSize) {
    const word = 1 + (i >>> 5)
    if (answerOf(g, atom, load<u32>(at, middleTestAt)) != 0) setWord(own, word, wordAt(own, word) | (1 << (i & 31)))
  }
  setWord(own, 0, 1)
  return own
}
