import { expect, test } from 'vitest'
import type { Shape, Term } from '../../src/law/index.js'
import { itemPlanOf, mayHoldFreedOxygen } from '../../src/rules/index.js'

/** Terms `a` and `b`; `a` is asked. */
function holds(a: readonly Shape[], b: readonly Shape[] = []): boolean {
  const term = (id: string, is: readonly Shape[]): [string, Term] => [
    id,
    { id, reads: id, is: [...is], examples: { in: [], out: [] } } as unknown as Term,
  ]
  return mayHoldFreedOxygen([itemPlanOf(new Map([term('a', a), term('b', b)]), 'a')])
}

test.each<[string, Shape[]]>([
  ['any group', [{}]],
  ['a root alone', [{ root: '[CX4]' }]],
  ['one of several shapes', [{ every: ['[CX4]'] }, {}]],
  ['atoms that may be a hydroxy group', [{ every: ['[CX4]', '[OX2]'] }]],
  ['atoms that may be a carbonyl group', [{ every: ['[#6]', '[OX1]'] }]],
  ['oxygen with a hydrogen', [{ every: ['[CX4]', '[OH]'] }]],
  ['oxygen with one neighbour', [{ every: ['[CX4]', '[#8;D1;!R]'] }]],
  ['any atom', [{ every: ['*'] }]],
  ['a charge, which is not certain', [{ every: ['[CX4]', '[O-]'] }]],
  ['what lies beyond the atom may agree', [{ every: ['[CX4]', '[$(O-[CX4])]'] }]],
  ['a pattern that is not understood', [{ every: ['[CX4]', '[C'] }]],
  ['a core with a hydroxy group', [{ core: '[CX4][OX2H]' }]],
  ['a core with anything on it', [{ core: '[CX4]', further: 'any' }]],
  ['a ring with an oxygen on it', [{ ring: { is: ['c1ccccc1[OX2]'] } }]],
  ['a ring with a group that may hold it', [{ ring: {}, further: ['b'] }]],
])('may hold it: %s', (_, shapes) => expect(holds(shapes, [{ every: ['[OX2H]'] }])).toBe(true))

test.each<[string, Shape[]]>([
  ['no oxygen', [{ every: ['[CX4]', '[F,Cl,Br,I]'] }]],
  ['oxygen without hydrogen, with two connections', [{ every: ['[CX4]', '[OX2;H0]'] }]],
  ['oxygen with two neighbours', [{ every: ['[CX4]', '[OD2]'] }]],
  ['oxygen between two atoms of the pattern', [{ core: '[CX4][OX2][CX4]' }]],
  ['oxygen in a ring', [{ every: ['[#6]', '[O;R]', '[O;r6]', '[OR1]', '[O;x2]'] }]],
  ['aromatic oxygen', [{ every: ['[#6]', 'o', '[O;a]'] }]],
  ['water', [{ every: ['[#6]', '[OH2]'] }]],
  ['a recursive pattern that begins elsewhere', [{ every: ['[CX4]', '[$([CX4]-O)]'] }]],
  ['a core alone', [{ core: '[CX4][CX4]' }]],
  ['a ring alone', [{ ring: {} }]],
  ['a core with groups that do not hold it', [{ core: '[CX4]', further: ['b'] }]],
  ['a core with itself', [{ core: '[CX4]', further: ['a'] }]],
  ['what the whole group may consist of', [{ every: ['[CX4]'], core: '[CX4]', further: 'any' }]],
])('holds none: %s', (_, shapes) => expect(holds(shapes, [{ every: ['[CX4]'] }])).toBe(false))
