import { Addresses } from '../arena.js'
import * as codes from './predicate-codes.js'
import type { BondTest } from './pattern.js'
import { patternArena } from './pattern-arena.js'
import { remembered } from '../../remembered.js'

const bondTests = new Addresses<BondTest>(patternArena)

export function bondTestAt(test: BondTest): number {
  return remembered(bondTests, test, () => patternArena.keep(bondCodeOf(test)))
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
const bondIdOf = new Addresses<BondTest>(patternArena)
patternArena.onFree(() => bondIds.clear())

/** Equal predicates share their answers, across rules. */
export function bondTestId(test: BondTest): number {
  return remembered(bondIdOf, test, () => remembered(bondIds, JSON.stringify(test), () => bondIds.size))
}
