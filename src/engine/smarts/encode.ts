// Writes patterns and atom predicates into the kernel's memory. A pattern contains predicates, and a predicate may
// contain a pattern, $(...).
import { Addresses } from '../arena.js'
import { memoryBytes, memoryShorts, memoryWords } from '../kernel.js'
import { capacity } from '../layout.js'
import { bondTestAt, bondTestId } from './bond-codes.js'
import * as codes from './predicate-codes.js'
import { stepsFrom, type Step, type StepBond } from './search-steps.js'
import type { AtomExpression, Pattern } from './pattern.js'
import { patternArena } from './pattern-arena.js'
import { rarity } from './rarity.js'
import { remembered } from '../../remembered.js'
import { looksNoFurther } from './surroundings.js'

/** Address of a pattern with two orders of its atoms: from the first one, and from the one that the fewest pass. */
export function planOf(pattern: Pattern): number {
  planFromFirst(pattern)
  return planFromRarest(pattern)
}

/** The same with at least the first order: all that a search from a given atom needs. */
export function planFromFirst(pattern: Pattern): number {
  const at = addressOf(pattern)
  if (memoryWords[(at + codes.fromFirstAt) >> 2] === 0)
    memoryWords[(at + codes.fromFirstAt) >> 2] = planAt(pattern, stepsFrom(pattern, 0, ranksOf(pattern)))
  return at
}

/** The same with at least the second order: all that a search of the whole molecule needs. */
export function planFromRarest(pattern: Pattern): number {
  const at = addressOf(pattern)
  if (memoryWords[(at + codes.fromRarestAt) >> 2] !== 0) return at
  const ranks = ranksOf(pattern)
  const rarest = ranks.indexOf(Math.min(...ranks))
  memoryWords[(at + codes.fromRarestAt) >> 2] =
    rarest === 0
      ? memoryWords[(planFromFirst(pattern) + codes.fromFirstAt) >> 2]!
      : planAt(pattern, stepsFrom(pattern, rarest, ranks))
  return at
}

const addresses = new Addresses<Pattern>(patternArena)

function addressOf(pattern: Pattern): number {
  return remembered(addresses, pattern, () => {
    const at = patternArena.allocate(codes.patternSize)
    memoryWords[(at + codes.patternAtomsAt) >> 2] = pattern.atoms.length
    return at
  })
}

function ranksOf({ atoms }: Pattern): number[] {
  return atoms.map(({ test }) => rarity(test))
}

function planAt(pattern: Pattern, steps: readonly Step[]): number {
  const at = patternArena.allocate(codes.stepsAt + steps.length * codes.stepSize)
  memoryWords[(at + codes.planSizeAt) >> 2] = steps.length
  steps.forEach(({ atom, backs }, i) => {
    const step = at + codes.stepsAt + i * codes.stepSize
    memoryWords[(step + codes.stepTestAt) >> 2] = numbered(pattern.atoms[atom]!.test).at
    memoryWords[(step + codes.stepBacksAt) >> 2] = backsAt(backs)
    memoryWords[(step + codes.stepBackCountAt) >> 2] = backs.length
    memoryBytes[step + codes.stepOrderAt] = atom
    memoryBytes[step + codes.stepAnchorAt] = backs[0]?.to ?? 0
  })
  return at
}

function backsAt(backs: readonly StepBond[]): number {
  const at = patternArena.allocate(backs.length * codes.backSize)
  backs.forEach(({ to, test, ring }, i) => {
    const back = at + i * codes.backSize
    memoryBytes[back + codes.backToAt] = to
    memoryBytes[back + codes.backRingAt] = ring
    memoryShorts[(back + codes.backIdAt) >> 1] = bondTestId(test)
    memoryWords[(back + codes.backTestAt) >> 2] = bondTestAt(test)
  })
  return at
}

/** A numbered atom predicate: equal predicates share their answers, across rules. */
export interface NumberedTest {
  readonly id: number
  readonly at: number
  /** The whole predicate, if it looks beyond the atom itself. */
  readonly whole: AtomExpression | null
  /** Whether its answers are cached by surroundings. */
  readonly bySurroundings: boolean
}

const byKey = new Map<string, NumberedTest>()
const numberedTests = new Addresses<AtomExpression, NumberedTest>(patternArena)
patternArena.onFree(() => byKey.clear())

export function numbered(test: AtomExpression): NumberedTest {
  return remembered(numberedTests, test, () => remembered(byKey, JSON.stringify(test), () => numberedAnew(test)))
}

let count = 0
patternArena.onFree(() => (count = 0))

function numberedAnew(test: AtomExpression): NumberedTest {
  // Allocated first, because the predicates of its recursive patterns get numbers too.
  const id = count++
  const whole = looksBeyond(test) ? test : null
  const bySurroundings = whole !== null && looksNoFurther(whole)
  const at = patternArena.allocate(codes.numberedSize + (whole && !bySurroundings ? capacity : 0))
  memoryWords[(at + codes.idAt) >> 2] = id
  memoryWords[(at + codes.localAt) >> 2] = atomTestAt(localPart(test))
  memoryWords[(at + codes.wholeAt) >> 2] = whole ? atomTestAt(whole) : 0
  memoryWords[(at + codes.answersBySurroundingsAt) >> 2] = bySurroundings
    ? patternArena.allocate(codes.answersBySurroundingsSize)
    : 0
  return { id, at, whole, bySurroundings }
}

const atomTests = new Addresses<AtomExpression>(patternArena)

export function atomTestAt(test: AtomExpression): number {
  return atomTests.get(test) ?? atomTests.set(test, patternArena.keep(codeOf(test)))
}

function codeOf(test: AtomExpression): number[] {
  switch (test.is) {
    case 'any':
      return [codes.anyCode]
    case 'unknown':
      return [codes.unknownCode]
    case 'and':
    case 'or':
      return [test.is === 'and' ? codes.andCode : codes.orCode, test.of.length, ...test.of.map(atomTestAt)]
    case 'not':
      return [codes.notCode, atomTestAt(test.of)]
    case 'element':
      return [codes.elementCode, test.z, test.aromatic === null ? -1 : test.aromatic ? 1 : 0]
    case 'aromatic':
      return [codes.aromaticCode, test.wanted ? 1 : 0]
    case 'ring':
      return [codes.ringCode, test.sure ? 1 : 0]
    case 'ring size':
      return [codes.ringSizeCode, test.min, test.max]
    case 'recursive':
      return [codes.recursiveCode, planFromFirst(test.pattern)]
    default:
      return [counted[test.is], test.n]
  }
}

const counted = {
  degree: codes.degreeCode,
  'degree at least': codes.degreeAtLeastCode,
  hydrogens: codes.hydrogensCode,
  connections: codes.connectionsCode,
  'ring count': codes.ringCountCode,
  'ring bonds': codes.ringBondsCode,
  'ring bonds at least': codes.ringBondsAtLeastCode,
  charge: codes.chargeCode,
} as const

/** Whether a predicate requires more than the atom itself shows. */
function looksBeyond(test: AtomExpression): boolean {
  if (test.is === 'recursive' || test.is === 'ring count') return true
  if (test.is === 'and' || test.is === 'or') return test.of.some(looksBeyond)
  return test.is === 'not' && looksBeyond(test.of)
}

/** The part of a predicate that concerns the atom itself; anything else counts as not certain. */
function localPart(test: AtomExpression): AtomExpression {
  // Whatever it requires further out, its first atom is this one.
  if (test.is === 'recursive') return { is: 'and', of: [localPart(test.pattern.atoms[0]!.test), { is: 'unknown' }] }
  if (test.is === 'ring count') return { is: 'ring', sure: false }
  if (test.is === 'and' || test.is === 'or') return { is: test.is, of: test.of.map(localPart) }
  return test.is === 'not' ? { is: 'not', of: localPart(test.of) } : test
}
