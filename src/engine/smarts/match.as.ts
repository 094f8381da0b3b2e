import { mostEmbeddings, mostEmbeddingsScreened, mostScreenSteps } from '../../limits'
import { isIn, byteAt, setByte, setWord, wordAt } from '../bytes.as'
import {
  all, backIdAt, backRingAt, backSize, backTestAt, backToAt, fromFirstAt, fromRarestAt, may, patternAtomsAt,
  patternMayAt, patternMayForAt, patternSureAt, patternSureForAt, planSizeAt, stepAnchorAt, stepBackCountAt,
  stepBacksAt, stepOrderAt, stepSize, stepTestAt, stepsAt, sure, wholeAt,
} from './predicate-codes'
import { atoms, component, degree, generation, kindsOf, neighbour, ringSize, via } from '../graph.as'
import { bondBetween } from '../neighbours.as'
import { bondAnswerOf, findKinds } from './kinds.as'
import { capacity, maskWords, maxNeighbours } from '../layout'
import { maskOf, wholeAnswer } from './masks.as'
import { answerRecursiveBy } from './tests.as'
import { mayBeCentre } from './environments.as'

// What to do with an embedding: one of these, or the index of an `Accept`, which ends the search by returning true.
/** Any embedding ends the search. */
export const nothing = 0
/** An embedding inside a given component ends the search. */
const within = -1
const kept = -2

/** Examines an embedding of `size` atoms. Passed as an index (`f.index`): callers decide what an embedding means. */
export type Accept = (g: usize, embedding: usize, size: i32) => bool

/**
 * Whether there is an embedding that is accepted.
 * @param then `nothing`, or the index of an `Accept`
 * @param environments for each atom of the pattern the index of its environment, or -1; 0 if the rows are not those of
 *   this molecule
 */
export function hasMatch(g: usize, pattern: usize, then: i32, environments: usize): bool {
  state.environments = environments
  const isFound = matched(g, load<u32>(pattern, fromRarestAt), -1, then, may, 0)
  state.environments = 0
  return isFound
}

/** State of all searches, nested in one another. */
@unmanaged
class State {
  /** Environments of the pattern for the next search; 0 for the searches nested in it. */
  environments: usize
  /** Number of searches under way. */
  level: i32
  /** Set when a search for all embeddings meets a predicate that it cannot answer with certainty; ends the search. */
  doubt: bool
  found: i32
  /** The most that are wanted. */
  most: i32
}
const state = changetype<State>(memory.data(offsetof<State>(), 4))
/** The same for embeddings that put the first atom of the pattern on this atom. */
export function hasMatchFrom(g: usize, pattern: usize, atom: i32, then: i32): bool {
  return matched(g, load<u32>(pattern, fromFirstAt), atom, then, may, 0)
}

// A search. Each level of nesting (recursive patterns, groups of an embedding being examined) has its own, so that
// nothing is allocated per molecule.
const searchSize = 1600
const levels = 64
const searches = memory.data(1600 * 64, 8)
// Its fields: the graph; the plan; number of embeddings seen; number of steps whose masks are ready; what is accepted;
// what to do with an embedding; for `within`, the component.
const graphAt = 0
const planAt = 4
const seenAt = 8
const readyAt = 12
const wantedAt = 16
const thenAt = 20
const componentAt = 24
/** Environments of the pattern; 0 if they are not used. */
const environmentsAt = 28
/** 1 for atoms in the embedding; all 0 between searches. */
const usedAt = 32
const embeddingAt = 288
/** Addresses of the masks of the steps. */
const masksAt = 544

/** Whether a pattern may match: every embedding that RDKit finds in any form of the molecule, and perhaps more. */
export function mayMatch(g: usize, pattern: usize): bool {
  return matched(g, load<u32>(pattern, fromRarestAt), -1, nothing, may, 0)
}

/** Whether a pattern certainly matches somewhere in a component. */
export function surelyHas(g: usize, pattern: usize, inComponent: i32): bool {
  return matched(g, load<u32>(pattern, fromRarestAt), -1, within, sure, inComponent)
}

/** Whether a pattern matches with its first atom on this one: 0 no, 1 certainly, 2 perhaps. */
export function recursiveMatches(g: usize, pattern: usize, atom: i32): i32 {
  const plan = <usize>load<u32>(pattern, fromFirstAt)
  if (!matched(g, plan, atom, nothing, may, 0)) return 0
  return matched(g, plan, atom, nothing, sure, 0) ? 1 : 2
}

/** Embeddings found, their number, and the maximum number. */
const found = memory.data((mostEmbeddings + 1) * capacity)

/**
 * Finds all embeddings and returns their number; `foundFrom` is the address of the first. -1 if there are more than
 * `most` (`mostEmbeddings` at most), -2 if RDKit might find others.
 */
export function findAll(g: usize, pattern: usize, most: i32): i32 {
  state.found = 0
  state.most = most
  state.doubt = false
  matched(g, load<u32>(pattern, fromRarestAt), -1, kept, all, 0)
  if (!state.doubt) return state.found > most ? -1 : state.found
  state.doubt = false
  return -2
}

export function foundFrom(): usize {
  return found
}

/** The mask of the atoms that the first atom of a pattern may match; computed once, overwritten for the next. */
export function matchMask(g: usize, pattern: usize): usize {
  const mask = pattern + patternMayAt
  if (load<i32>(pattern, patternMayForAt) == generation(g)) return mask
  store<i32>(pattern, generation(g), patternMayForAt)
  fillFirst(g, pattern, mask, false)
  return mask
}

/** The mask of those that certainly match; empty for patterns of several atoms, for which it is not needed. */
export function sureMask(g: usize, pattern: usize): usize {
  const mask = pattern + patternSureAt
  if (load<i32>(pattern, patternSureForAt) == generation(g)) return mask
  store<i32>(pattern, generation(g), patternSureForAt)
  fillFirst(g, pattern, mask, true)
  return mask
}

function fillFirst(g: usize, pattern: usize, mask: usize, surely: bool): void {
  for (let word = 0; word < maskWords; word++) setWord(mask, word, 0)
  if (surely && load<i32>(pattern, patternAtomsAt) > 1) return
  if (kindsOf(g) != generation(g)) findKinds(g)
  const plan = <usize>load<u32>(pattern, fromFirstAt)
  const test = <usize>load<u32>(stepOf(plan, 0), stepTestAt)
  const first = maskOf(g, test, surely)
  if (first == 0) return
  // Words beyond those of this molecule belong to an earlier one.
  for (let word = 0, end = (atoms(g) + 31) >>> 5; word < end; word++) setWord(mask, word, wordAt(first, word))
  if (load<i32>(plan, planSizeAt) == 1 && load<i32>(test, wholeAt) == 0) return
  for (let atom = 0, end = atoms(g); atom < end; atom++) {
    if (!isIn(mask, atom) || matched(g, plan, atom, nothing, surely ? sure : may, 0)) continue
    setWord(mask, atom >>> 5, wordAt(mask, atom >>> 5) & ~(1 << (atom & 31)))
  }
}

@inline
function searchAt(at: i32): usize {
  return searches + <usize>(at * searchSize)
}

@inline
function stepOf(plan: usize, step: i32): usize {
  return plan + stepsAt + <usize>(step * stepSize)
}

/** @param root the atom that the first atom of the plan must match; -1 for any */
function matched(g: usize, plan: usize, root: i32, then: i32, wanted: i32, inComponent: i32): bool {
  if (state.level == levels) unreachable()
  const search = searchAt(state.level++)
  store<i32>(search, wanted, wantedAt)
  store<i32>(search, then, thenAt)
  store<i32>(search, inComponent, componentAt)
  const isFound = run(search, g, plan, root)
  state.level--
  return isFound
}

function run(search: usize, g: usize, plan: usize, root: i32): bool {
  if (kindsOf(g) != generation(g)) findKinds(g)
  store<u32>(search, <u32>g, graphAt)
  store<u32>(search, <u32>plan, planAt)
  store<i32>(search, 0, seenAt)
  store<i32>(search, 0, readyAt)
  store<usize>(search, state.environments, environmentsAt)
  state.environments = 0
  const environment = environmentOfStep(search, plan, 0)
  if (environment >= 0) return mapByEnvironments(search, g, environment)
  if (!prepare(search, 0)) return state.doubt
  const mask = <usize>load<u32>(search, masksAt)
  if (root >= 0) return isIn(mask, root) && placeAtom(search, 0, root)
  for (let word = 0, first = 0, end = atoms(g); first < end; word++, first += 32) {
    for (let bits = wordAt(mask, word); bits != 0; bits &= bits - 1)
      if (placeAtom(search, 0, first + ctz(bits))) return true
  }
  return false
}

/** The environment of the pattern atom of a step; -1 if unknown. Its centre passes the local part of its predicate. */
@inline
function environmentOfStep(search: usize, plan: usize, step: i32): i32 {
  const environments = load<usize>(search, environmentsAt)
  return environments == 0 ? -1 : wordAt(environments, <i32>load<u8>(stepOf(plan, step), stepOrderAt))
}

function mapByEnvironments(search: usize, g: usize, environment: i32): bool {
  for (let atom = 0, end = atoms(g); atom < end; atom++)
    if (mayBeCentre(atom, environment) && placeAtom(search, 0, atom)) return true
  return false
}

/** Creates the mask when the search first reaches a step; false if no atom can be matched there. */
function prepare(search: usize, step: i32): bool {
  const g = <usize>load<u32>(search, graphAt)
  const test = <usize>load<u32>(stepOf(load<u32>(search, planAt), step), stepTestAt)
  const wanted = load<i32>(search, wantedAt)
  const mask = maskOf(g, test, wanted == sure)
  if (mask == 0) return false
  if (wanted == all && load<i32>(test, wholeAt) == 0 && !isCertain(g, mask, maskOf(g, test, true))) {
    state.doubt = true
    return false
  }
  store<u32>(search + (<usize>step << 2), <u32>mask, masksAt)
  store<i32>(search, step + 1, readyAt)
  return true
}

/** Whether the atoms that may pass are the same as those that certainly do. */
function isCertain(g: usize, some: usize, certain: usize): bool {
  for (let word = 0, end = (atoms(g) + 31) >>> 5; word < end; word++)
    if (wordAt(some, word) != (certain == 0 ? 0 : wordAt(certain, word))) return false
  return true
}

/** Checks the part of a predicate beyond the atom itself, which its mask does not cover. */
function passesWhole(search: usize, g: usize, atom: i32, test: usize): bool {
  const answer = wholeAnswer(g, atom, test)
  const wanted = load<i32>(search, wantedAt)
  if (wanted == all && answer == 2) state.doubt = true
  return wanted == sure ? answer == 1 : answer != 0
}

/** Atoms that may still be matched for the current input. */
let stepsLeft = mostScreenSteps

/** Call for each input. */
export function beginSteps(): void {
  stepsLeft = mostScreenSteps
}

function placeAtom(search: usize, step: i32, atom: i32): bool {
  if (--stepsLeft < 0) {
    stepsLeft = 0
    // What was not searched for may exist, and is not certain.
    const wanted = load<i32>(search, wantedAt)
    if (wanted == all) state.doubt = true
    return wanted != sure
  }
  const at = stepOf(load<u32>(search, planAt), step)
  const test = <usize>load<u32>(at, stepTestAt)
  if (load<i32>(test, wholeAt) != 0) {
    const passes = passesWhole(search, load<u32>(search, graphAt), atom, test)
    if (state.doubt) return true
    if (!passes) return false
  }
  setByte(search + embeddingAt, <i32>load<u8>(at, stepOrderAt), atom)
  setByte(search + usedAt, atom, 1)
  const isFound = next(search, step + 1)
  setByte(search + usedAt, atom, 0)
  return isFound
}

function next(search: usize, step: i32): bool {
  const plan = <usize>load<u32>(search, planAt)
  if (step == load<i32>(plan, planSizeAt)) return arrived(search, step)
  const environment = environmentOfStep(search, plan, step)
  if (environment < 0 && step >= load<i32>(search, readyAt) && !prepare(search, step)) return state.doubt
  const g = <usize>load<u32>(search, graphAt)
  const at = stepOf(plan, step)
  const mask = <usize>load<u32>(search + (<usize>step << 2), masksAt)
  const anchor = byteAt(search + embeddingAt, <i32>load<u8>(at, stepAnchorAt))
  for (let k = anchor * maxNeighbours, end = k + degree(g, anchor); k < end; k++) {
    const atom = neighbour(g, k)
    if (byteAt(search + usedAt, atom) != 0 || !(environment >= 0 ? mayBeCentre(atom, environment) : isIn(mask, atom)))
      continue
    if (!bondsPass(search, g, at, atom, via(g, k))) {
      if (state.doubt) return true
      continue
    }
    if (placeAtom(search, step, atom)) return true
  }
  return false
}

/** @param along the bond to the anchor of the step */
function bondsPass(search: usize, g: usize, step: usize, atom: i32, along: i32): bool {
  const wanted = load<i32>(search, wantedAt)
  let back = <usize>load<u32>(step, stepBacksAt)
  for (let i = 0, n = load<i32>(step, stepBackCountAt); i < n; i++, back += backSize) {
    const bond = i == 0 ? along : bondBetween(g, atom, byteAt(search + embeddingAt, <i32>load<u8>(back, backToAt)))
    if (bond < 0 || ringSize(g, bond) > <i32>load<u8>(back, backRingAt)) return false
    const answer = bondAnswerOf(g, bond, <i32>load<u16>(back, backIdAt), load<u32>(back, backTestAt))
    if (wanted == all && answer == 2) {
      state.doubt = true
      return false
    }
    if (wanted == sure ? answer != 1 : answer == 0) return false
  }
  return true
}

function arrived(search: usize, size: i32): bool {
  const seen = load<i32>(search, seenAt) + 1
  store<i32>(search, seen, seenAt)
  const wanted = load<i32>(search, wantedAt)
  if (seen > mostEmbeddingsScreened && wanted != all) return wanted != sure
  const embedding = search + embeddingAt
  const then = load<i32>(search, thenAt)
  switch (then) {
    case nothing:
      return true
    case within:
      return component(load<u32>(search, graphAt), byteAt(embedding, 0)) == load<i32>(search, componentAt)
    case kept:
      for (let i = 0; i < size; i++) setByte(found, state.found * size + i, byteAt(embedding, i))
      return ++state.found > state.most
    default:
      return call_indirect<bool>(then, <usize>load<u32>(search, graphAt), embedding, size)
  }
}

answerRecursiveBy(recursiveMatches.index)
