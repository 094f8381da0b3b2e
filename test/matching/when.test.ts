import { describe, expect, it } from 'vitest'
import type { Entry, JurisdictionRecords, List, Period } from '../../src/law/index.js'
import { daysOfDoubt, unknownStart, decidingPeriod } from '../../src/matching/deciding-period.js'

const cite = 'an act'
const list = { records_from: '2000-01-01' } as List
const records = { jurisdiction: { records_from: '2000-01-01', verified_through: '2026-01-01' } } as JurisdictionRecords

function when(
  periods: readonly Partial<Period>[],
  day: string,
  of: List = list,
  within: JurisdictionRecords = records,
) {
  return decidingPeriod(
    of,
    { periods: periods.map((p) => ({ from: null, until: null, cite, act: 'an act', ...p })) } as unknown as Entry,
    within,
    day,
  )
}

describe('the days on which a doubt about a start begins or ends', () => {
  it.each<[string, Partial<Period>, string[]]>([
    ['a confirmed start has none', { from: '2015-03-13' }, []],
    ['another unconfirmed field casts no doubt on the start', { from: '2015-03-13', unconfirmed: ['until'] }, []],
    ['an unconfirmed start: a year before', { from: '2015-03-13', unconfirmed: ['from'] }, ['2014-03-13']],
    [
      'an unknown start: its earliest possible day',
      { from: null, in_force_by: '2020-01-01', not_before: '2018-01-01' },
      ['2018-01-01'],
    ],
    [
      'an unknown start that is said to be unconfirmed as well',
      { from: null, in_force_by: '2020-01-01', unconfirmed: ['from'] },
      [],
    ],
    ['an unknown start without one', { from: null, in_force_by: '2020-01-01' }, []],
    [
      'a confirmed start with an earliest possible day',
      { from: '2015-03-13', not_before: '2015-01-01' },
      ['2015-01-01'],
    ],
    [
      'an unconfirmed start with an earlier possible day',
      { from: '2015-03-13', not_before: '2015-01-01', unconfirmed: ['from'] },
      ['2015-01-01'],
    ],
    [
      'the recorded start is the earliest possible: a year after',
      { from: '2015-03-13', not_before: '2015-03-13', unconfirmed: ['from'] },
      ['2015-03-13', '2016-03-13'],
    ],
  ])('%s', (_, period, days) => expect(daysOfDoubt(period as Period)).toEqual(days))
})

describe('doubts about an unknown start', () => {
  it('it is unknown, and so is its latest possible day', () =>
    expect(unknownStart({ from: null, until: null, cite })).toEqual({ kind: 'start unknown', inForceBy: null }))
  it('it may be earlier than recorded', () =>
    expect(unknownStart({ from: '2015-03-13', until: null, cite })).toEqual({
      kind: 'start unconfirmed',
      from: '2015-03-13',
      really: 'earlier',
    }))
})

describe('the deciding period', () => {
  it.each<[string, Partial<Period>, string, string[]]>([
    ['a confirmed start is not doubted after it', { from: '2015-03-13', not_before: '2015-03-13' }, '2015-04-01', []],
    [
      'nor is one with another field unconfirmed',
      { from: '2015-03-13', not_before: '2015-03-13', unconfirmed: ['until'] },
      '2015-04-01',
      [],
    ],
    [
      'nor an unconfirmed one that was possible earlier',
      { from: '2015-03-13', not_before: '2015-01-01', unconfirmed: ['from'] },
      '2015-04-01',
      [],
    ],
    [
      'a year before an unconfirmed start',
      { from: '2015-03-13', unconfirmed: ['from'] },
      '2014-03-13',
      ['start unconfirmed'],
    ],
    [
      'between the earliest possible day and the recorded one',
      { from: '2015-03-13', not_before: '2015-01-01', unconfirmed: ['from'] },
      '2015-02-01',
      ['start unconfirmed'],
    ],
  ])('%s', (_, period, day, doubts) => expect(when([period], day)?.doubts.map((d) => d.kind)).toEqual(doubts))

  it.each<[string, Partial<Period>, string]>([
    ['a confirmed start has no doubt before it', { from: '2015-03-13' }, '2015-03-01'],
    ['nor one with another field unconfirmed', { from: '2015-03-13', unconfirmed: ['until'] }, '2015-03-01'],
    [
      'nor one that was not possible earlier',
      { from: '2015-03-13', not_before: '2015-03-13', unconfirmed: ['from'] },
      '2015-03-01',
    ],
    ['more than a year before', { from: '2015-03-13', unconfirmed: ['from'] }, '2014-03-12'],
    ['an end on the day of the last check', { from: '2005-01-01', until: '2026-01-01' }, '2026-01-01'],
    [
      'a period that has ended is not to come',
      { from: '2010-01-01', until: '2011-01-01', unconfirmed: ['from'] },
      '2011-06-01',
    ],
    ['the day itself is not before the records', { from: '2005-01-01' }, '2000-01-01'],
    ['before an end after the last check', { from: '2027-01-01', until: '2028-01-01' }, '2026-06-01'],
  ])('%s', (_, period, day) => expect(when([period], day)).toBeNull())

  it('is the one in force, even if an earlier one has ended', () => {
    const found = when(
      [
        { from: '2001-01-01', until: '2002-01-01', cite: 'first' },
        { from: '2003-01-01', cite: 'second' },
      ],
      '2004-01-01',
    )
    expect([found?.period.cite, found?.doubts]).toEqual(['second', []])
  })
  it('is the one of unknown start, even if another has ended', () => {
    const found = when(
      [
        { from: '2001-01-01', until: '2002-01-01', cite: 'first' },
        { not_before: '2003-01-01', in_force_by: '2005-01-01', cite: 'second' },
      ],
      '2004-01-01',
    )
    expect([found?.period.cite, found?.doubts]).toEqual([
      'second',
      [{ kind: 'start unknown', inForceBy: '2005-01-01' }],
    ])
  })
  it('is the coming one, if its start may be earlier', () => {
    const found = when(
      [
        { from: '2001-01-01', until: '2002-01-01', cite: 'first' },
        { from: '2005-01-01', unconfirmed: ['from'], cite: 'second' },
      ],
      '2004-06-01',
    )
    expect([found?.period.cite, found?.doubts]).toEqual([
      'second',
      [{ kind: 'start unconfirmed', from: '2005-01-01', really: 'earlier' }],
    ])
  })
  it('is the last one, if its end came after the last review', () => {
    const found = when(
      [
        { from: '2001-01-01', until: '2002-01-01', cite: 'first' },
        { from: '2005-01-01', until: '2026-02-01', cite: 'second' },
      ],
      '2026-02-01',
    )
    expect([found?.period.cite, found?.doubts]).toEqual([
      'second',
      [{ kind: 'lapse unverified', until: '2026-02-01', verifiedThrough: '2026-01-01' }],
    ])
  })
  it('is the first one before the records begin', () => {
    const found = when(
      [
        { from: '2001-01-01', until: '2002-01-01', cite: 'first' },
        { from: '2005-01-01', cite: 'second' },
      ],
      '1999-12-31',
    )
    expect([found?.period.cite, found?.doubts]).toEqual([
      'first',
      [{ kind: 'before records', recordsFrom: '2000-01-01' }],
    ])
  })
})

describe('a period without a recorded legal act', () => {
  const kinds = (more: object) =>
    when([{ from: '2015-03-13', unconfirmed: ['from'], ...more }], '2015-01-01')?.doubts.map((d) => d.kind)
  it('is doubtful for that reason in addition to its other doubts', () =>
    expect(kinds({ act: undefined })).toEqual(['start unconfirmed', 'instrument unknown']))
  it('is not if the act is named', () => expect(kinds({ act: 'an act' })).toEqual(['start unconfirmed']))
  it('is not if the act has a record', () =>
    expect(kinds({ act: undefined, instrument: 'act-1' })).toEqual(['start unconfirmed']))
  it('does not matter if the entry is not in force', () =>
    expect(when([{ from: '2015-03-13', act: undefined as never }], '2010-01-01')).toBeNull())
})

describe('the first day of the records', () => {
  const begin = (ofList: string | null, ofJurisdiction: string | null, day: string) =>
    when(
      [{ from: '2005-01-01' }],
      day,
      { records_from: ofList } as List,
      { jurisdiction: { records_from: ofJurisdiction, verified_through: '2026-01-01' } } as JurisdictionRecords,
    )?.doubts
  it.each<[string, string | null, string | null, string, string | null]>([
    ['the jurisdiction, where the list is later', '2003-01-01', '2001-01-01', '2000-12-31', '2001-01-01'],
    ['between the two nothing was listed', '2003-01-01', '2001-01-01', '2002-01-01', null],
    ['the list, where it is older', '1999-01-01', '2001-01-01', '1998-12-31', '1999-01-01'],
    ['on the first day of the records there is no doubt', '1999-01-01', '2001-01-01', '1999-01-01', null],
    ['the list alone', '1999-01-01', null, '1998-12-31', '1999-01-01'],
    ['neither is known', null, null, '1900-01-01', null],
  ])('%s', (_, ofList, ofJurisdiction, day, from) =>
    expect(begin(ofList, ofJurisdiction, day)).toEqual(
      from === null ? undefined : [{ kind: 'before records', recordsFrom: from }],
    ),
  )
})
