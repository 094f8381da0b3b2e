import { keep } from '../kernel.js'
import * as codes from './predicate-codes.js'
import type { BondTest } from './pattern.js'

const bondTests = new WeakMap<BondTest, number>()

/** Address of a bond predicate in the kernel. */
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

/** Equal predicates share their answers, across rules. */
export function bondTestId(test: BondTest): number {
  const known = bondIdOf.get(test)
  if (known !== undefined) return known
  const key = JSON.stringify(test)
  const found = bondIds.get(key) ?? bondIds.size
  bondIds.set(key, found)
  bondIdOf.set(test, found)
  return found
}
