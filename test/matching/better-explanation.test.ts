import { expect, it } from 'vitest'
import type { MoleculeCache } from '../../src/matching/classes/molecule-cache.js'
import { better, type Attempt } from '../../src/matching/classes/rule-search.js'

/** The ranks of four atoms, whose numbers run the other way. */
const cache = { ranks: [3, 2, 1, 0] } as unknown as MoleculeCache
const attempt = (clauses: Record<string, number[]>, readings: string[] = [], open = 0): Attempt => ({
  hits: Object.entries(clauses).map(([id, atoms]) => ({ id, atoms })),
  readings,
  open,
})

it.each<[string, Attempt, Attempt]>([
  ['one with fewer open readings, although its clause comes later', attempt({ b: [0] }), attempt({ a: [0] }, ['r'], 1)],
  ['one with fewer clauses, although its clause comes later', attempt({ c: [0] }), attempt({ a: [0], b: [1] })],
  ['fewer open readings before fewer clauses', attempt({ b: [0], c: [1] }), attempt({ a: [0] }, ['r'], 1)],
  ['the first by name of two that are equally simple', attempt({ a: [0] }), attempt({ b: [0] })],
  ['the first by readings of two with the same clauses', attempt({ a: [0] }, ['r']), attempt({ a: [0] }, ['s'])],
  ['the first by the rank of atoms of two with the same clauses', attempt({ a: [3] }), attempt({ a: [0] })],
  ['ranks in order within a clause', attempt({ a: [0, 3] }), attempt({ a: [1, 2] })],
])('the better explanation is %s', (_, one, other) => {
  expect(better(one, other, cache)).toBe(true)
  expect(better(other, one, cache)).toBe(false)
})

it('of two that are alike, neither is better', () => {
  expect(better(attempt({ a: [1] }), attempt({ a: [1] }), cache)).toBe(false)
})
