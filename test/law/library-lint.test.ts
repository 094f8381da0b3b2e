import { describe, expect, test } from 'vitest'
import type { Entry, RecordProblem, Records } from '../../src/law/index.js'
import { checks } from '../../src/law/authoring.js'
import { smallRecords } from './library-records.js'

function problems(check: string, records: Records): RecordProblem[] {
  return checks.find((c) => c.id === check)!.run(records)
}

const period = { from: '2020-01-01', until: null, instrument: 'order-1', cite: 'Order 1' }
const entry: Entry = { substance: 'methanol', name_in_law: 'Methanol', entry: '2', periods: [period] }
const entries = (...added: Entry[]) => ({
  list: { entries: [smallRecords().jurisdictions[0]!.lists[0]!.entries[0]!, ...added] },
})

test('the small library passes every check', () => {
  expect(checks.flatMap((check) => check.run(smallRecords()))).toEqual([])
})

test('every check has its own id and a description', () => {
  expect(new Set(checks.map((c) => c.id)).size).toBe(checks.length)
  for (const check of checks) expect(check.reads).not.toBe('')
})

/** One broken record for each breach: the check that detects it, where, and the finding. */
const broken: readonly [title: string, check: string, records: Records, problem: Partial<RecordProblem>][] = [
  [
    'an act declares one substance, two are recorded',
    'declared',
    smallRecords(entries(entry)),
    {
      file: 'zz/instruments.json',
      field: '[0].declared',
      found: '2 substances in the records',
      expected: '1, or "recorded" and "why"',
    },
  ],
  [
    'an act declares two substances, one is recorded',
    'declared',
    smallRecords({ instrument: { declared: { count: 2, of: 'substances' } } }),
    { found: '1 substances in the records' },
  ],
  [
    'the recorded number that a record concedes is no longer true',
    'declared',
    smallRecords({ instrument: { declared: { count: 3, of: 'substances', recorded: 2, why: 'one name not read' } } }),
    { expected: '2, or "recorded" and "why"' },
  ],
  [
    '"recorded" although it equals the declared number',
    'declared',
    smallRecords({ instrument: { declared: { count: 1, of: 'substances', recorded: 1, why: 'no reason' } } }),
    { field: '[0].declared.recorded' },
  ],
  [
    'one legal number covers two substances, but two numbers are declared',
    'declared',
    smallRecords({
      instrument: { declared: { count: 2, of: 'entries', counts: 'entries' } },
      ...entries({ ...entry, entry: '1' }),
    }),
    { found: '1 entries in the records' },
  ],
  [
    'a list is said to have two entries on a day, one is recorded',
    'declared',
    smallRecords({ list: { declared: [{ on: '2020-06-01', count: 2, of: 'entries', cite: 'Gazette' }] } }),
    { file: 'zz/lists/zz-list.json', field: 'declared[0]' },
  ],
  [
    'a list is said to have an entry on the day before it starts',
    'declared',
    smallRecords({ list: { declared: [{ on: '2019-12-31', count: 1, of: 'entries', cite: 'Gazette' }] } }),
    { found: '0 substances in the records' },
  ],
  [
    'a gap that ends on its first day',
    'days',
    withGap({ from: '2020-05-01', until: '2020-05-01' }),
    { field: 'gaps[0].until', expected: 'a day after 2020-05-01' },
  ],
  [
    'an act in effect before it was published',
    'days',
    smallRecords({ instrument: { published: '2020-02-01' } }),
    { field: '[0].effective', expected: 'a day not before 2020-02-01, when it was published' },
  ],
  [
    'a known first day in addition to a day by which it was in force',
    'days',
    smallRecords({ entry: { periods: [{ ...period, in_force_by: '2020-02-01' }] } }),
    { field: 'entries[0].periods[0].in_force_by' },
  ],
  [
    'in force by a day after it ended',
    'days',
    smallRecords({
      entry: { periods: [{ from: null, in_force_by: '2020-06-01', until: '2020-03-01', cite: 'Order 1' }] },
    }),
    { expected: 'a day before 2020-03-01' },
  ],
  [
    'a scope sentence that ends before it starts',
    'days',
    smallRecords({
      list: { scope: [{ from: '2020-01-01', until: '2019-01-01', extends_to: [], cite: 'Order 1', reads: 'nothing' }] },
    }),
    { field: 'scope[0].until' },
  ],
  [
    'a period that cites a recorded act without pointing to it',
    'instruments',
    smallRecords({ entry: { periods: [{ from: '2020-01-01', until: null, cite: 'Act 7; Order 1, annex' }] } }),
    { field: 'entries[0].periods[0].instrument', expected: 'order-1, the act it cites' },
  ],
  [
    'a period without an act since the day from which all name one',
    'instruments',
    smallRecords({
      instruments_from: '2020-01-01',
      entry: { periods: [{ from: '2020-03-01', until: null, cite: 'Order 2' }] },
    }),
    { expected: 'an instrument, as for every period since 2020-01-01' },
  ],
  [
    'a period that starts before its act takes effect',
    'instruments',
    smallRecords({ entry: { periods: [{ ...period, from: '2019-12-15' }] } }),
    { field: 'entries[0].periods[0].from', found: '2019-12-15' },
  ],
  ['two acts with one id', 'instruments', twoActs(), { field: '[1].id', found: 'order-1' }],
  [
    'a day of a period on which the list has no scope sentence',
    'scope',
    smallRecords({
      list: { scope: [{ from: '2020-01-01', until: '2022-01-01', extends_to: [], cite: 'Order 1', reads: 'alone' }] },
    }),
    { found: 'no scope sentence on 2022-01-01' },
  ],
  [
    'a hole between two scope sentences',
    'scope',
    smallRecords({
      list: {
        scope: [
          { from: '2020-01-01', until: '2021-01-01', extends_to: [], cite: 'Order 1', reads: 'alone' },
          { from: '2021-02-01', until: null, extends_to: [], cite: 'Order 1', reads: 'alone' },
        ],
      },
    }),
    { found: 'no scope sentence on 2021-01-01' },
  ],
  [
    'a substance named by two entries of a list on one day',
    'listed-once',
    smallRecords(entries({ ...entry, substance: 'ethanol' })),
    { field: 'entries[1].substance', found: 'ethanol' },
  ],
]

describe('a record that breaks a check is found', () => {
  test.each(broken)('%s', (_title, check, records, problem) => {
    expect(problems(check, records)).toEqual([expect.objectContaining(problem)])
  })
})

describe('records that breach nothing', () => {
  const fine: readonly [string, string, Records][] = [
    [
      'another act whose citation only begins the same',
      'instruments',
      smallRecords({ entry: { periods: [{ from: '2020-01-01', until: null, cite: 'Order 12' }] } }),
    ],
    [
      'a period that starts before its act, with a note that explains it',
      'instruments',
      smallRecords({ entry: { periods: [{ ...period, from: '2019-12-15', note: 'by the act it confirms' }] } }),
    ],
    [
      'a period with its own words if the list has none',
      'scope',
      smallRecords({
        entry: { periods: [{ ...period, extends_to: [] }] },
        list: { scope: [{ from: '2030-01-01', until: null, extends_to: [], cite: 'Order 1', reads: 'alone' }] },
      }),
    ],
    [
      'one substance in two entries on different days',
      'listed-once',
      smallRecords(
        entries({ ...entry, substance: 'ethanol', periods: [{ ...period, from: '2018-01-01', until: '2019-01-01' }] }),
      ),
    ],
    [
      'a different number with its reason',
      'declared',
      smallRecords({
        instrument: { declared: { count: 3, of: 'substances', recorded: 1, why: 'two names not read' } },
      }),
    ],
  ]
  test.each(fine)('%s', (_title, check, records) => {
    expect(problems(check, records)).toEqual([])
  })
})

function withGap(days: { from: string; until: string }): Records {
  const records = smallRecords()
  const j = records.jurisdictions[0]!
  return {
    ...records,
    jurisdictions: [
      { ...j, jurisdiction: { ...j.jurisdiction, gaps: [{ id: 'gap', ...days, reads: 'a text', cite: 'Gazette' }] } },
    ],
  }
}

function twoActs(): Records {
  const records = smallRecords()
  const j = records.jurisdictions[0]!
  return { ...records, jurisdictions: [{ ...j, instruments: [j.instruments[0]!, j.instruments[0]!] }] }
}
