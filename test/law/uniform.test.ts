import { expect, test } from 'vitest'
import { uniform } from '../../src/law/index.js'
import { shippedLaw } from '../support/law.js'

const { edition } = shippedLaw()
const even = uniform(edition)

test('has the same content as the edition', () => {
  expect(even).toEqual(edition)
})

test('records of one kind have the same fields in the same order', () => {
  const shapes = (records: readonly object[]) => new Set(records.map((record) => Object.keys(record).join()))
  const rules = (of: typeof edition) => of.jurisdictions.flatMap((j) => j.rules)
  const entries = (of: typeof edition) => of.jurisdictions.flatMap((j) => j.lists).flatMap((list) => list.entries)
  for (const kind of [
    rules,
    entries,
    (of: typeof edition) => rules(of).flatMap((r) => r.periods),
    (of: typeof edition) => entries(of).flatMap((e) => e.periods),
    (of: typeof edition) => of.terms,
  ]) {
    expect(shapes(kind(edition)).size).toBeGreaterThan(1)
    expect(shapes(kind(even)).size).toBe(1)
  }
})

test('does not change the edition itself', () => {
  const before = JSON.stringify(edition)
  uniform(edition)
  expect(JSON.stringify(edition)).toBe(before)
})
