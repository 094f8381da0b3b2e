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

test('in every kind of record', () => {
  const shapes = (records: readonly unknown[]) => new Set(records.map((record) => Object.keys(record as object).join()))
  const terms = even.terms
  const gaps = even.jurisdictions.flatMap((j) => j.jurisdiction.gaps)
  const lists = even.jurisdictions.flatMap((j) => j.lists)
  const rules = even.jurisdictions.flatMap((j) => j.rules)
  const ofRules = (
    ['periods', 'scaffolds', 'sites', 'clauses', 'names', 'readings', 'leaves_out', 'conditions'] as const
  ).map((field) => rules.flatMap((r) => (r[field] as readonly unknown[] | undefined) ?? []))
  for (const records of [
    even.substances,
    terms.flatMap((t) => t.is),
    gaps,
    lists,
    lists.flatMap((l) => l.scope),
    ...ofRules,
  ]) {
    expect(records.length).toBeGreaterThan(1)
    expect(shapes(records).size).toBe(1)
  }
})

test('does not change the edition itself', () => {
  const before = JSON.stringify(edition)
  uniform(edition)
  expect(JSON.stringify(edition)).toBe(before)
})
