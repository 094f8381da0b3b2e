import { describe, expect, test } from 'vitest'
import {
  lastDayOf,
  median,
  unchangedAfter,
  daysNotControlled,
  type JurisdictionHistory,
} from '../../src/matching/index.js'

test.each<[string, string | null]>([
  ['2017', '2017-12-31'],
  ['2017-02', '2017-02-28'],
  ['2016-02', '2016-02-29'],
  ['2017-12', '2017-12-31'],
  ['2017-06-05', '2017-06-05'],
  ['2017-13', null],
  ['2017-00', null],
  ['2017-02-30', null],
  ['June 2017', null],
  ['', null],
])('the last day that %j allows is %j', (date, day) => expect(lastDayOf(date)).toBe(day))

test.each<[number[], number | null]>([
  [[], null],
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
])('median of %j is %j', (numbers, middle) => expect(median(numbers)).toBe(middle))

describe('days uncontrolled', () => {
  const history = (
    code: string,
    ...spans: [from: string | null, verdict: 'listed' | 'undecided' | 'uncontrolled'][]
  ): JurisdictionHistory => ({
    code,
    recordsFrom: null,
    verifiedThrough: '2026-01-01',
    chapters: spans.map(([from, verdict], i) => ({ from, until: spans[i + 1]?.[0] ?? null, verdict, findings: [] })),
  })
  const a = history('AA', [null, 'undecided'], ['2020-01-01', 'uncontrolled'], ['2020-03-01', 'listed'])
  const b = history('BB', [null, 'uncontrolled'], ['2020-02-01', 'listed'], ['2020-02-11', 'uncontrolled'])
  test('as if the law had not changed after a day', () => {
    const starts = (day: string) => unchangedAfter([a, b], day).map((h) => h.chapters.map((c) => c.from))
    expect(starts('2020-02-01')).toEqual([
      [null, '2020-01-01'],
      [null, '2020-02-01'],
    ])
    expect(starts('2020-01-31')).toEqual([[null, '2020-01-01'], [null]])
    expect(starts('1990-01-01')).toEqual([[null], [null]])
    expect(unchangedAfter([a], '2020-01-01')[0]).toMatchObject({ code: 'AA', verifiedThrough: '2026-01-01' })
  })
  test('undecided days stand apart', () => {
    expect(daysNotControlled([a], '2019-12-01', '2020-01-11')).toEqual({ uncontrolled: 10, undecided: 31 })
    expect(daysNotControlled([a, b], '2019-12-22', '2020-02-11')).toEqual({ uncontrolled: 31, undecided: 10 })
  })
  test.each<[string, JurisdictionHistory[], string, string, number]>([
    ['the whole span, the first day counted and the last not', [a], '2020-01-01', '2020-01-11', 10],
    ['it ends on the day of control', [a], '2020-02-20', '2021-01-01', 10],
    ['undecided days do not count', [a], '2019-12-01', '2020-01-11', 10],
    ['no days after control', [a], '2020-03-01', '2021-01-01', 0],
    ['a lapse counts again', [b], '2020-01-31', '2020-02-12', 2],
    ['with several jurisdictions, only days on which all agree', [a, b], '2020-01-01', '2020-12-01', 31 + 19],
    ['no span, no days', [a], '2020-02-01', '2020-02-01', 0],
    ['first seen after the requested day', [a], '2020-02-02', '2020-02-01', 0],
  ])('%s', (_, histories, from, until, days) =>
    expect(daysNotControlled(histories, from, until).uncontrolled).toBe(days),
  )
})
