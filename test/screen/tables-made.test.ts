import { describe, expect, test } from 'vitest'
import { NoRoom, roomLeft } from '../../src/engine/kernel.js'
import { compileEdition } from '../../src/law/authoring.js'
import { indexLaw, type LawIndex, type Query } from '../../src/matching/index.js'
import { Screen } from '../../src/screen/index.js'
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

test('the tables of a law and its queries are made once, those of the queries used last are kept', () => {
  const law = lawOf(1)
  /** Whether a screen takes room of the engine, which is never freed. */
  const isMade = (query: Query, others: Query[] = [], of = law) => {
    const before = roomLeft()
    new Screen(of, query, others)
    return roomLeft() < before
  }
  expect([isMade(day(1)), isMade(day(1)), isMade({ ...day(1) })]).toEqual([true, false, false])
  expect([isMade(day(2)), isMade(day(1), [day(2)]), isMade(day(1), [day(2)])]).toEqual([true, true, false])
  expect([isMade({ ...day(1), precursors: false }), isMade(day(1), [], lawOf(1))]).toEqual([true, true])
  // There are four: with twenty more there are as many as are kept. The first is used again, so the second goes first.
  expect(Array.from({ length: 20 }, (_, i) => isMade(day(3 + i))).every(Boolean)).toBe(true)
  expect([isMade(day(1)), isMade(day(2))]).toEqual([false, false])
  expect(isMade(day(30))).toBe(true)
  expect([isMade(day(1), [day(2)]), isMade(day(1)), isMade(day(2)), isMade(day(30))]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

describe('a law that a screen cannot hold', () => {
  const query = day(1)
  test('has too many sites in a rule', () => {
    const [most, more] = [lawOf(256), lawOf(257)]
    expect(referred(Screen.ifRoom(most, query)!, 'Nc1ccc(C)cc1')).toBe('a rule could fit')
    expect(Screen.ifRoom(more, query)).toBeNull()
    expect(() => Screen.ifMemory(more, query)).toThrow('a rule has more than 256 sites')
    expect(() => new Screen(more, query)).toThrow(RangeError)
  })

  const failing = (error: Error): LawIndex => ({
    ...lawOf(1),
    get edition(): never {
      throw error
    },
  })
  test('for which the engine has no room', () => {
    expect(Screen.ifRoom(failing(new NoRoom('full')), query)).toBeNull()
    expect(Screen.ifMemory(failing(new NoRoom('full')), query)).toBeNull()
  })
  test('because of a mistake of ours, is reported', () => {
    for (const screen of [
      () => Screen.ifRoom(failing(new Error('broken')), query),
      () => Screen.ifMemory(failing(new Error('broken')), query),
    ])
      expect(screen).toThrow('broken')
  })
})
