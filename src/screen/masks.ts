import { capacity, maskWords, type FastGraph } from './fast-graph.js'
import { answerOf } from './kinds.js'
import type { AtomTest, Three } from './pattern.js'
import { testAtom } from './relaxed-tests.js'
import { findSurroundings, looksNoFurther } from './surroundings.js'

/** A test of atoms, numbered: equal tests share their answers, whichever rule asks. */
export interface NumberedTest {
  readonly id: number
  /** What the test asks of the atom itself; where it asks for more, that counts as not certain. */
  readonly local: AtomTest
  /** The whole test, where it looks beyond the atom itself. */
  readonly whole: AtomTest | null
  /** Where its answers by surroundings are kept; -1 where they tell too little. */
  readonly near: number
}

const ids = new Map<string, number>()
const known = new WeakMap<AtomTest, NumberedTest>()

export function numbered(test: AtomTest): NumberedTest {
  const found = known.get(test) ?? numberedAnew(test)
  known.set(test, found)
  return found
}

function numberedAnew(test: AtomTest): NumberedTest {
  const key = JSON.stringify(test)
  const id = ids.get(key) ?? ids.size
  ids.set(key, id)
  const whole = looksBeyond(test) ? test : null
  return { id, local: localPart(test), whole, near: whole && looksNoFurther(whole) ? nearPlace(id) : -1 }
}

let masks = new Int32Array(maskWords * 256)
/** The molecule for which a mask was filled. */
let filledFor = new Int32Array(256).fill(-1)
/** 1 where no atom passes. */
let empty = new Uint8Array(256)

/**
 * Where the mask of the atoms that may pass the local part of a test begins in `maskBits()`, or of those
 * that certainly pass a test without any other part; -1 where there are none. A mask is filled once for a molecule.
 */
export function maskOf(graph: FastGraph, { id, local, whole }: NumberedTest, surely: boolean): number {
  const sure = surely && whole === null
  const slot = id * 2 + (sure ? 1 : 0)
  if (slot >= filledFor.length) grow(slot)
  if (filledFor[slot] === graph.generation) return empty[slot] === 1 ? -1 : slot * maskWords
  const begin = slot * maskWords
  const words = (graph.atoms + 31) >>> 5
  let any = 0
  for (let word = 0; word < words; word++) masks[begin + word] = 0
  for (let i = 0; i < graph.kinds; i++) {
    const answer = answerOf(graph, graph.kindFirst[i]!, id, local)
    if (sure ? answer !== 1 : answer === 0) continue
    for (let word = 0; word < words; word++) masks[begin + word]! |= graph.kindMask[i * maskWords + word]!
    any = 1
  }
  filledFor[slot] = graph.generation
  empty[slot] = 1 - any
  return any === 0 ? -1 : begin
}

const unasked = 3
/** Answers of whole tests by test and atom, of the molecule in `wholeFor`. */
let wholeAnswers = new Uint8Array(capacity * 16)
let wholeFor = new Int32Array(16).fill(-1)

/** Answers of tests by surroundings, in every molecule. */
const nearAnswers: Uint8Array[] = []
const nearPlaces = new Map<number, number>()

function nearPlace(id: number): number {
  const known = nearPlaces.get(id) ?? nearAnswers.push(new Uint8Array(1024).fill(unasked)) - 1
  nearPlaces.set(id, known)
  return known
}

function nearAnswer(graph: FastGraph, atom: number, near: number, whole: AtomTest): Three {
  if (graph.surroundingsOf !== graph.generation) findSurroundings(graph)
  const number = graph.surroundings[atom]!
  if (number < 0) return testAtom(graph, atom, whole)
  let answers = nearAnswers[near]!
  if (number >= answers.length) {
    answers = new Uint8Array(Math.max(answers.length * 2, number + 1)).fill(unasked)
    answers.set(nearAnswers[near]!)
    nearAnswers[near] = answers
  }
  const known = answers[number]!
  return known !== unasked ? (known as Three) : ((answers[number] = testAtom(graph, atom, whole)) as Three)
}

/** The answer of a test that looks beyond the atom. */
export function wholeAnswer(graph: FastGraph, atom: number, { id, near }: NumberedTest, whole: AtomTest): Three {
  if (near >= 0) return nearAnswer(graph, atom, near, whole)
  const slot = (wholeSlots[id] ??= wholeSlotCount++)
  if (slot >= wholeFor.length) growWhole()
  const begin = slot * capacity
  if (wholeFor[slot] !== graph.generation) {
    wholeAnswers.fill(unasked, begin, begin + graph.atoms)
    wholeFor[slot] = graph.generation
  }
  const known = wholeAnswers[begin + atom]!
  if (known !== unasked) return known as Three
  const answer = testAtom(graph, atom, whole)
  wholeAnswers[begin + atom] = answer
  return answer
}

const wholeSlots: number[] = []
let wholeSlotCount = 0

function growWhole(): void {
  const [oldAnswers, oldFor] = [wholeAnswers, wholeFor]
  wholeAnswers = new Uint8Array(oldAnswers.length * 2)
  wholeFor = new Int32Array(oldFor.length * 2).fill(-1)
  wholeAnswers.set(oldAnswers)
  wholeFor.set(oldFor)
}

/** All masks; asked for again after each `maskOf`, which may replace them by a larger array. */
export function maskBits(): Int32Array {
  return masks
}

function grow(slot: number): void {
  const slots = Math.max(slot + 1, filledFor.length * 2)
  const [oldMasks, oldFilled, oldEmpty] = [masks, filledFor, empty]
  masks = new Int32Array(slots * maskWords)
  filledFor = new Int32Array(slots).fill(-1)
  empty = new Uint8Array(slots)
  masks.set(oldMasks)
  filledFor.set(oldFilled)
  empty.set(oldEmpty)
}

function looksBeyond(test: AtomTest): boolean {
  if (test.is === 'environment' || test.is === 'ring count') return true
  if (test.is === 'and' || test.is === 'or') return test.of.some(looksBeyond)
  return test.is === 'not' && looksBeyond(test.of)
}

function localPart(test: AtomTest): AtomTest {
  // Whatever it asks further out, its first atom lies here.
  if (test.is === 'environment') return { is: 'and', of: [localPart(test.pattern.atoms[0]!.test), { is: 'unknown' }] }
  if (test.is === 'ring count') return { is: 'ring', sure: false }
  if (test.is === 'and' || test.is === 'or') return { is: test.is, of: test.of.map(localPart) }
  return test.is === 'not' ? { is: 'not', of: localPart(test.of) } : test
}
