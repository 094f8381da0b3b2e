import { describe, expect, it } from 'vitest'
import type { Entry, List, Records } from '../../src/law/index.js'
import { lintRecords } from '../../src/law/authoring.js'
import { always, listOf, recordsOf, ruleOf, refusals } from '../support/records.js'

const problems = (records: Records) =>
  refusals(() => lintRecords(records)).map((p) => `${p.file} ${p.field}: ${p.found} / ${p.expected}`)

const cite = 'Act 1'
const entry = (...periods: Partial<Entry['periods'][number]>[]): Entry => ({
  substance: 'amphetamine',
  name_in_law: 'amphetamine',
  periods: periods.map((p) => ({ ...always(), ...p })),
})
const sentence = (from: string | null, until: string | null) => ({ from, until, extends_to: [], cite, reads: 'x' })
const inList = (entries: Entry[], more: Partial<List> = {}) => problems(recordsOf({ lists: [listOf(entries, more)] }))

describe('a scope sentence for every day', () => {
  const bare = (day: string) =>
    `list:xx-list entries[0].periods[0]: no scope sentence on ${day} / extends_to, or a scope sentence of the list for every day of the period`
  it.each([
    ['begins too late', [{}], [sentence('2001-01-01', null)], [bare('2000-01-01')]],
    ['begins on the first day', [{}], [sentence('2000-01-01', null)], []],
    ['ends too early', [{}], [sentence(null, '2010-01-01')], [bare('2010-01-01')]],
    ['ends with the period', [{ until: '2010-01-01' }], [sentence(null, '2010-01-01')], []],
    ['ends a day before the period', [{ until: '2010-01-02' }], [sentence(null, '2010-01-01')], [bare('2010-01-01')]],
    ['one follows the other', [{}], [sentence(null, '2010-01-01'), sentence('2010-01-01', null)], []],
    [
      'a day between two sentences',
      [{}],
      [sentence(null, '2010-01-01'), sentence('2010-01-02', null)],
      [bare('2010-01-01')],
    ],
    [
      'the first ended before the period began',
      [{ from: '2012-01-01' }],
      [sentence(null, '2010-01-01'), sentence('2013-01-01', null)],
      [bare('2012-01-01')],
    ],
    [
      'the first ended as the period began',
      [{ from: '2010-01-01' }],
      [sentence(null, '2010-01-01'), sentence('2010-01-01', null)],
      [],
    ],
    ['the entry has its own words', [{ extends_to: [] }], [sentence('2001-01-01', null)], []],
    [
      'an unknown start',
      [{ from: null, in_force_by: '2005-01-01' }],
      [sentence('2001-01-01', null)],
      [bare('0000-00-00')],
    ],
    [
      'an unknown start, a sentence without one',
      [{ from: null, in_force_by: '2005-01-01' }],
      [sentence(null, null)],
      [],
    ],
  ])('%s', (_, periods, scope, found) => expect(inList([entry(...periods)], { scope })).toEqual(found))
})

describe('one entry per substance and day', () => {
  const twice = [
    'list:xx-list entries[1].substance: amphetamine / a substance not named on the same days by "amphetamine"',
  ]
  it.each([
    ['the second begins as the first ends', { until: '2010-01-01' }, { from: '2010-01-01' }, []],
    ['the second begins a day before', { until: '2010-01-01' }, { from: '2009-12-31' }, twice],
    ['the second ended before the first began', { from: '2010-01-01' }, { until: '2010-01-01' }, []],
    ['the second ended a day after', { from: '2010-01-01' }, { until: '2010-01-02' }, twice],
    [
      'both without start and end',
      { from: null, in_force_by: '2005-01-01' },
      { from: null, in_force_by: '2005-01-01' },
      twice,
    ],
  ])('%s', (_, first, second, found) => expect(inList([entry(first), entry(second)])).toEqual(found))
  it('another substance is not the same', () =>
    expect(inList([entry({}), { ...entry({}), substance: 'ethanol' }])).toEqual([]))
  it('the third is compared with both before it', () => {
    expect(
      inList([
        entry({ until: '2005-01-01' }),
        entry({ from: '2006-01-01', until: '2007-01-01' }),
        entry({ until: '2004-01-01' }),
      ]),
    ).toHaveLength(1)
  })
})

describe('periods in order', () => {
  it('one that begins when the other ends does not overlap', () =>
    expect(inList([entry({ until: '2010-01-01' }, { from: '2010-01-01' })])).toEqual([]))
  it('one that begins a day before does', () => {
    expect(inList([entry({ until: '2010-01-01' }, { from: '2009-12-31' })])).toEqual([
      'list:xx-list entries[0].periods[1].from: 2009-12-31 / a day not before 2010-01-01, when the period before it ends',
    ])
  })
})

describe('spans end after they start', () => {
  const [early, late] = ['2010-01-01', '2011-01-01']
  const span = (from: string | null, until: string | null) => ({ from, until, reads: 'x', cite })
  const gaps = (from: string | null, until: string | null) =>
    problems(recordsOf({ jurisdiction: { gaps: [{ id: 'g', ...span(from, until) }] } }))
  it.each([
    [
      'a gap that ends before it starts',
      gaps(late, early),
      [`jurisdiction:XX gaps[0].until: ${early} / a day after ${late}`],
    ],
    [
      'a gap that ends the day it starts',
      gaps(early, early),
      [`jurisdiction:XX gaps[0].until: ${early} / a day after ${early}`],
    ],
    ['a valid gap', gaps(early, late), []],
    ['a gap without start', gaps(null, early), []],
    ['a gap without end', gaps(early, null), []],
    [
      'an exception',
      problems(recordsOf({ jurisdiction: { exceptions: [{ substance: 'ethanol', ...span(late, early) }] } })),
      [`jurisdiction:XX exceptions[0].until: ${early} / a day after ${late}`],
    ],
    [
      'the exclusion of a rule',
      problems(
        recordsOf({
          rules: [
            ruleOf({
              leaves_out: [{ what: 'substances', substances: ['ethanol'], from: late, until: early, reads: 'x', cite }],
            }),
          ],
        }),
      ),
      [`rule:xx-rule leaves_out[0].until: ${early} / a day after ${late}`],
    ],
    [
      'the exclusion of a rule at all times',
      problems(
        recordsOf({
          rules: [ruleOf({ leaves_out: [{ what: 'substances', substances: ['ethanol'], reads: 'x', cite }] })],
        }),
      ),
      [],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))

  const proof = (more: Partial<Entry['periods'][number]>) => inList([entry(more)])
  it.each([
    [
      'a day of proof in addition to a known start',
      { in_force_by: '2005-01-01' },
      ['list:xx-list entries[0].periods[0].in_force_by: 2005-01-01 / nothing where from is known'],
    ],
    [
      'a day of proof after the end',
      { from: null, until: '2004-01-01', in_force_by: '2005-01-01' },
      ['list:xx-list entries[0].periods[0].in_force_by: 2005-01-01 / a day before 2004-01-01'],
    ],
    ['a day of proof before the end', { from: null, until: '2006-01-01', in_force_by: '2005-01-01' }, []],
    ['a day of proof and no end', { from: null, in_force_by: '2005-01-01' }, []],
  ])('%s', (_, more, expected) => expect(proof(more)).toEqual(expected))
})
