import type { FastGraph } from '../fast-graph.js'
import { allocate, kernel, memoryWords } from '../kernel.js'
import * as codes from './codes.js'
import { capacity } from '../layout.js'
import type { AtomTest, Three } from './pattern.js'
import { looksNoFurther } from './surroundings.js'
import { atomTestAt } from './test-codes.js'

/** A test of atoms, numbered: equal tests share their answers, whichever rule asks. */
export interface NumberedTest {
  readonly id: number
  /** Where the kernel finds it. */
  readonly at: number
  /** The whole test, where it looks beyond the atom itself. */
  readonly whole: AtomTest | null
  /** Whether its answers are kept by surroundings. */
  readonly near: boolean
}

const byKey = new Map<string, NumberedTest>()
const known = new WeakMap<AtomTest, NumberedTest>()

export function numbered(test: AtomTest): NumberedTest {
  const found = known.get(test)
  if (found) return found
  const key = JSON.stringify(test)
  const equal = byKey.get(key) ?? numberedAnew(test)
  byKey.set(key, equal)
  known.set(test, equal)
  return equal
}

let count = 0

function numberedAnew(test: AtomTest): NumberedTest {
  // Taken first: tests of its environments get numbers too.
  const id = count++
  const whole = looksBeyond(test) ? test : null
  const near = whole !== null && looksNoFurther(whole)
  const at = allocate(codes.numberedSize + (whole && !near ? capacity : 0))
  memoryWords[(at + codes.idAt) >> 2] = id
  // What is asked of the atom itself; where the test asks for more, that counts as not certain.
  memoryWords[(at + codes.localAt) >> 2] = atomTestAt(localPart(test))
  memoryWords[(at + codes.wholeAt) >> 2] = whole ? atomTestAt(whole) : 0
  memoryWords[(at + codes.nearAt) >> 2] = near ? allocate(codes.nearSize) : 0
  return { id, at, whole, near }
}

/** The answer of a test that looks beyond the atom. */
export function wholeAnswer(graph: FastGraph, atom: number, { at }: NumberedTest): Three {
  return kernel.wholeAnswer(graph.at, atom, at) as Three
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
