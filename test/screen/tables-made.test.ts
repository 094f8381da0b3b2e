import { beforeEach, expect, test } from 'vitest'
import { Arena, lasting } from '../../src/engine/arena.js'
import { patternArena } from '../../src/engine/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import { indexLaw, type LawIndex, type Query } from '../../src/matching/index.js'
import { Screen } from '../../src/screen/index.js'
import { Tables } from '../../src/screen/screen-tables.js'
import { reader } from '../support/law.js'
import { listOf, recordsOf, ruleOf } from '../support/records.js'
import { referred } from '../support/referred.js'

const lawOf = (sites: number): LawIndex => {
  const own = Array.from({ length: sites }, (_, i) => ({
    id: `site-${i}`,
    reads: 'x',
    on: [4],
    holds: 'many' as const,
  }))
  const clauses = ruleOf().clauses.map((clause) => ({ ...clause, sites: ['site-0'] }))
  const rules = [ruleOf({ sites: own, clauses })]
  return indexLaw({ ...compileEdition(recordsOf({ lists: [listOf([])], rules }), reader), sha256: 'small' })
}
const day = (n: number): Query => ({ asOf: `2020-01-${String(n).padStart(2, '0')}` })

// Other tests in this process may have left tables, which go when others need room.
beforeEach(() => Tables.freeAll())

test('the tables of a law and its queries are made once, as long as they are in memory', () => {
  const own = lawOf(1)
  const isMade = (query: Query, others: Query[] = [], of = own) => {
    const before = Arena.held
    const screen = new Screen(of, query, others)
    return { screen, made: Arena.held > before }
  }
  expect([isMade(day(1)), isMade(day(1)), isMade({ ...day(1) })].map((s) => s.made)).toEqual([true, false, false])
  expect([isMade(day(2)), isMade(day(1), [day(2)]), isMade(day(1), [day(2)])].map((s) => s.made)).toEqual([
    true,
    true,
    false,
  ])
  expect(
    [isMade({ ...day(1), kinds: ['drug', 'chemical weapon'] }), isMade(day(1), [], lawOf(1))].map((s) => s.made),
  ).toEqual([true, true])
  isMade(day(1)).screen.free()
  expect(isMade(day(1)).made).toBe(true)
})

test('a screen gives back all that it took, and answers the same when it is used again', () => {
  const own = lawOf(1)
  new Screen(own, day(1)).free()
  const held = () => Arena.held - patternArena.held - lasting.held
  const before = held()
  const [one, two] = [new Screen(own, day(1)), new Screen(own, day(2))]
  const reading = one.read('Nc1ccc(C)cc1')
  const answers = () => [reading.clears(), reading.referral()?.why, referred(two, 'CCCCCCC'), reading.formula]
  const answered = answers()
  expect(answered).toEqual([false, 'a rule could fit', null, 'C7H9N'])
  one.free()
  expect(answers()).toEqual(answered)
  Tables.freeAll()
  expect(held()).toBe(before)
  expect(answers()).toEqual(answered)
  one.free()
  two.free()
})

test('of a rule with more sites than the kernel supports, any scaffold counts', () => {
  for (const sites of [256, 257]) {
    const screen = new Screen(lawOf(sites), day(1))
    expect(referred(screen, 'Nc1ccc(C)cc1')).toBe('a rule could fit')
    expect(referred(screen, 'CCCCCCC')).toBeNull()
  }
})
