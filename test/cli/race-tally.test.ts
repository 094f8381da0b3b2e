import { expect, test } from 'vitest'
import { RaceTally } from '../../src/cli/compare/race-tally.js'
import type { Scenarios } from '../../src/cli/compare/scenarios.js'
import { median } from '../../src/matching/index.js'

const scenarios = {
  before: { query: { asOf: '2018-11-26' } },
  after: { query: { asOf: '2019-05-01' } },
  assumedFrom: null,
} as unknown as Scenarios

const tallied = (days: readonly (readonly [before: number, after: number])[]) => {
  const tally = new RaceTally()
  days.forEach(([before, after], i) =>
    tally.add({
      id: `${i}`,
      race: { firstSeen: '2010', from: '2010-12-31', before, after, undecided: { before: 1, after: 0 } },
    }),
  )
  return tally
}

test.each([[1], [2], [5], [6], [5000]])('totals and medians of %i rows are those of all of them', (rows) => {
  const days = Array.from({ length: rows }, (_, i) => [(i * 7919) % 4001, (i * 104_729) % 997] as const)
  const side = (of: 0 | 1) => ({
    total: days.reduce((sum, d) => sum + d[of], 0),
    median: median(days.map((d) => d[of])),
  })
  expect(tallied(days).totals(scenarios)).toEqual({
    substances: rows,
    before: { ...side(0), undecided: rows },
    after: { ...side(1), undecided: 0 },
    assumedFrom: null,
    until: '2019-05-01',
  })
})

test('the longest are kept, in the order in which they came', () => {
  const days = Array.from({ length: 5000 }, (_, i) => [(i * 7919) % 5003, 0] as const)
  const { raced } = tallied(days)
  const least = days.map(([d]) => d).sort((a, b) => b - a)[999]!
  expect(raced.map((r) => Number(r.id))).toEqual(days.flatMap(([d], i) => (d >= least ? [i] : [])))
})

test('without rows there are none', () => expect(tallied([]).totals(scenarios)).toBeNull())
