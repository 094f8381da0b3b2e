import type { FastGraph } from '../fast-graph.js'
import { keep, kernel } from '../kernel.js'
import * as codes from './codes.js'
import type { AtomTest, BondTest, Three } from './pattern.js'
import { planOf } from './plan.js'

const atomTests = new WeakMap<AtomTest, number>()

/** Where the kernel finds a test of atoms. */
export function atomTestAt(test: AtomTest): number {
  const known = atomTests.get(test)
  if (known !== undefined) return known
  const at = keep(codeOf(test))
  atomTests.set(test, at)
  return at
}

function codeOf(test: AtomTest): number[] {
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
    case 'environment':
      return [codes.environmentCode, planOf(test.pattern)]
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

const bondTests = new WeakMap<BondTest, number>()

/** Where the kernel finds a test of bonds. */
export function bondTestAt(test: BondTest): number {
  const known = bondTests.get(test)
  if (known !== undefined) return known
  const at = keep(bondCodeOf(test))
  bondTests.set(test, at)
  return at
}

function bondCodeOf(test: BondTest): number[] {
  switch (test.is) {
    case 'and':
    case 'or':
      return [test.is === 'and' ? codes.andCode : codes.orCode, test.of.length, ...test.of.map(bondTestAt)]
    case 'not':
      return [codes.notCode, bondTestAt(test.of)]
    case 'order':
      return [codes.orderCode, test.order]
    default:
      return [simple[test.is]]
  }
}

const simple = {
  any: codes.anyCode,
  unknown: codes.unknownCode,
  ring: codes.ringBondCode,
  aromatic: codes.aromaticBondCode,
  'single or aromatic': codes.singleOrAromaticCode,
} as const

const bondIds = new Map<string, number>()
const bondIdOf = new WeakMap<BondTest, number>()

/** Equal tests share their answers, whichever rule asks. */
export function bondTestId(test: BondTest): number {
  const known = bondIdOf.get(test)
  if (known !== undefined) return known
  const key = JSON.stringify(test)
  const found = bondIds.get(key) ?? bondIds.size
  bondIds.set(key, found)
  bondIdOf.set(test, found)
  return found
}

/** What a test says of an atom, worked out anew. */
export function testAtom(graph: FastGraph, atom: number, test: AtomTest): Three {
  return kernel.testAtom(graph.at, atom, atomTestAt(test)) as Three
}
