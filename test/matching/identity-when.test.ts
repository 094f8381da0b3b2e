import { describe, expect, it } from 'vitest'
import type { Entry, JurisdictionRecords, List, Period } from '../../src/law/index.js'
import { decidingPeriod } from '../../src/matching/deciding-period.js'

const base = { until: null, cite: 'a decision', act: 'a decision' } as const
const records = { jurisdiction: { records_from: '2000-01-01', verified_through: '2026-01-01' } } as JurisdictionRecords
const list = { records_from: '2000-01-01' } as List

function on(day: string, period: Omit<Period, 'until' | 'cite'> & Partial<Period>) {
  const when = decidingPeriod(list, { periods: [{ ...base, ...period }] } as unknown as Entry, records, day)
  return when === null ? 'not listed' : when.doubts.length === 0 ? 'listed' : when.doubts
}

describe('an unconfirmed start', () => {
  const late = { from: '2015-03-13', unconfirmed: ['from'] }
  it.each([
    ['2 years before: not listed', '2013-03-01', 'not listed'],
    [
      'half a year before: it may have been earlier',
      '2014-09-13',
      [{ kind: 'start unconfirmed', from: '2015-03-13', really: 'earlier' }],
    ],
    ['the day: listed', '2015-03-13', 'listed'],
  ])('%s', (_, day, expected) => expect(on(day, late)).toEqual(expected))
})

describe('a decision that takes effect later: the recorded day is the earliest possible', () => {
  const decided = { from: '2015-03-13', not_before: '2015-03-13', unconfirmed: ['from'] }
  it.each([
    ['the day before: not listed', '2015-03-12', 'not listed'],
    [
      'the day: it may have been later',
      '2015-03-13',
      [{ kind: 'start unconfirmed', from: '2015-03-13', really: 'later' }],
    ],
    [
      'half a year after: it may have been later',
      '2015-09-13',
      [{ kind: 'start unconfirmed', from: '2015-03-13', really: 'later' }],
    ],
    ['a year after: listed', '2016-03-13', 'listed'],
  ])('%s', (_, day, expected) => expect(on(day, decided)).toEqual(expected))
})

describe('an unknown start with an earliest possible day', () => {
  const unknown = { from: null, in_force_by: '2020-01-01', not_before: '2018-01-01' }
  it.each([
    ['before the earliest possible day: not listed', '2017-12-31', 'not listed'],
    ['between: not known', '2019-01-01', [{ kind: 'start unknown', inForceBy: '2020-01-01' }]],
    ['from the day a source shows it: listed', '2020-01-01', 'listed'],
  ])('%s', (_, day, expected) => expect(on(day, unknown)).toEqual(expected))
})
