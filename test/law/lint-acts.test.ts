import { describe, expect, it } from 'vitest'
import type { Entry, Instrument, Records } from '../../src/law/index.js'
import { lintRecords } from '../../src/law/authoring.js'
import { always, listOf, recordsOf, ruleOf, type Scenario, refusals } from '../support/records.js'

const problems = (records: Records) =>
  refusals(() => lintRecords(records)).map((p) => `${p.file} ${p.field}: ${p.found} / ${p.expected}`)

const act = (more: Partial<Instrument> = {}): Instrument => ({
  id: 'act-2',
  cite: 'Act 2',
  title: 'An act',
  published: '2009-12-01',
  effective: '2010-01-01',
  ...more,
})
const entry = (more: Partial<Entry['periods'][number]>, of: Partial<Entry> = {}): Entry => ({
  substance: 'amphetamine',
  name_in_law: 'amphetamine',
  periods: [{ ...always('Act 2'), from: '2010-01-01', ...more }],
  ...of,
})
const of = (period: Partial<Entry['periods'][number]>, scenario: Scenario = {}) =>
  problems(recordsOf({ lists: [listOf([entry(period)])], ...scenario }))

describe('a period points to the act it cites', () => {
  const cited = ['list:xx-list entries[0].periods[0].instrument: nothing / act-2, the act it cites']
  it.each<[string, Partial<Entry['periods'][number]>, string[]]>([
    ['cites it and starts with it', {}, cited],
    ['names it', { instrument: 'act-2' }, []],
    ['starts on another day', { from: '2010-01-02' }, []],
    ['its start is unknown', { from: null }, []],
    ['cites it among others', { cite: 'Act 1; Act 2, section 3' }, cited],
    ['cites it in brackets', { cite: '(Act 2)' }, cited],
    ['cites one whose number begins with it', { cite: 'Act 21' }, []],
    ['cites one whose name ends with it', { cite: 'TransportAct 2' }, []],
    ['cites one that continues with a letter', { cite: 'Act 2A' }, []],
    ['cites another', { cite: 'Act 3' }, []],
  ])('%s', (_, period, expected) => expect(of(period, { instruments: [act()] })).toEqual(expected))
  it('an act without a day is cited only by periods whose start is unknown', () =>
    expect(of({ from: null }, { instruments: [act({ published: null, effective: null })] })).toEqual([]))
  it('so does a rule', () =>
    expect(problems(recordsOf({ rules: [ruleOf()], instruments: [act()] }))).toEqual([
      'rule:xx-rule periods[0].instrument: nothing / act-2, the act it cites',
    ]))
  it('a rule that is only proposed has no act', () => {
    const periods = [{ from: '2010-01-01', until: null, cite: 'Act 2', status: 'proposed' as const }]
    expect(problems(recordsOf({ rules: [ruleOf({ periods })], instruments: [act()] }))).toEqual([])
  })
})

describe('since the day from which acts are recorded, each period has one', () => {
  const nothing = [
    'list:xx-list entries[0].periods[0].instrument: nothing / an instrument, as for every period since 2010-01-01',
  ]
  it.each<[string, string | null, string[]]>([
    ['starts the day before', '2009-12-31', []],
    ['starts on the day', '2010-01-01', nothing],
    ['its start is unknown', null, []],
  ])('%s', (_, from, expected) =>
    expect(of({ from, cite: 'Act 9' }, { jurisdiction: { instruments_from: '2010-01-01' } })).toEqual(expected),
  )
  it('without such a day none needs one', () => expect(of({ cite: 'Act 9' })).toEqual([]))
})

describe('a period does not start before its act takes effect', () => {
  const early = (from: string) => [
    `list:xx-list entries[0].periods[0].from: ${from} / a day not before 2010-01-01, when act-2 takes effect; or a note`,
  ]
  it.each<[string, Partial<Entry['periods'][number]>, Partial<Instrument>, string[]]>([
    ['the day before', { from: '2009-12-31' }, {}, early('2009-12-31')],
    ['on the day', { from: '2010-01-01' }, {}, []],
    ['start unknown', { from: null }, {}, []],
    ['the day before, with a note', { from: '2009-12-31', note: 'It says so.' }, {}, []],
    ['the day before, in doubt', { from: '2009-12-31', unconfirmed: ['from'] }, {}, []],
    ['the day before, other doubts', { from: '2009-12-31', unconfirmed: ['url'] }, {}, early('2009-12-31')],
    ['the day of the act in doubt', { from: '2009-12-31' }, { unconfirmed: ['effective'] }, []],
    ['another field of the act in doubt', { from: '2009-12-31' }, { unconfirmed: ['url'] }, early('2009-12-31')],
    ['the act has no day', { from: '2009-12-31' }, { effective: null }, []],
  ])('%s', (_, period, more, expected) =>
    expect(of({ instrument: 'act-2', ...period }, { instruments: [act(more)] })).toEqual(expected),
  )
})

describe('acts', () => {
  it('an id is used once', () =>
    expect(problems(recordsOf({ instruments: [act(), act({ cite: 'Act 3' })] }))).toEqual([
      'instruments:XX [1].id: act-2 / an id of its own',
    ]))
  it.each<[string, Partial<Instrument>, string[]]>([
    [
      'takes effect before it is published',
      { published: '2010-01-02' },
      ['instruments:XX [0].effective: 2010-01-01 / a day not before 2010-01-02, when it was published'],
    ],
    ['takes effect on the day it is published', { published: '2010-01-01' }, []],
    ['the day it was published is unknown', { published: null }, []],
    ['the day it takes effect is unknown', { effective: null, published: '2010-01-02' }, []],
  ])('%s', (_, more, expected) => expect(problems(recordsOf({ instruments: [act(more)] }))).toEqual(expected))
})

describe('the number that an act or authority declares', () => {
  const entries = [
    entry({ cite: 'Act 1', instrument: 'act-2' }, { entry: '1' }),
    entry({ cite: 'Act 1', instrument: 'act-2' }, { entry: '2', substance: 'ethanol' }),
    entry({ cite: 'Act 1', instrument: 'act-3', until: '2020-01-01' }, { entry: '3', substance: 'water' }),
  ]
  const water = { ...recordsOf().substances[0]!, id: 'water', inchikey: 'XLYOFNOQVPJJNP-UHFFFAOYSA-N' }
  const scenario = (declared: Instrument['declared'], lists = [listOf(entries)]) =>
    problems(
      recordsOf({
        substances: [...recordsOf().substances, water],
        lists,
        instruments: [act({ declared }), act({ id: 'act-3', cite: 'Act 3' })],
      }),
    )
  it.each<[string, Instrument['declared'], string[]]>([
    ['is that of its entries', { count: 2, of: 'substances' }, []],
    [
      'is another',
      { count: 3, of: 'substances' },
      ['instruments:XX [0].declared: 2 substances in the records / 3, or "recorded" and "why"'],
    ],
    [
      'is another, counted by entries',
      { count: 3, of: 'items', counts: 'entries' },
      ['instruments:XX [0].declared: 2 entries in the records / 3, or "recorded" and "why"'],
    ],
    ['is another, and the record says so', { count: 3, of: 'substances', recorded: 2, why: 'x' }, []],
    [
      'is another, and the record says so wrongly',
      { count: 3, of: 'substances', recorded: 1, why: 'x' },
      ['instruments:XX [0].declared: 2 substances in the records / 1, or "recorded" and "why"'],
    ],
    [
      'is the same, and needs no other number',
      { count: 2, of: 'substances', recorded: 2, why: 'x' },
      ['instruments:XX [0].declared.recorded: 2 / nothing where it equals count'],
    ],
  ])('%s', (_, declared, expected) => expect(scenario(declared)).toEqual(expected))
  it('a substance of two lists is one substance and two entries', () => {
    const lists = [listOf(entries), listOf([entries[0]!], { id: 'xx-other' })]
    expect(scenario({ count: 2, of: 'substances' }, lists)).toEqual([])
    expect(scenario({ count: 3, of: 'items', counts: 'entries' }, lists)).toEqual([])
  })
  it('entries without a legal number are distinguished by their substances', () => {
    const unnumbered = entries.map(({ entry: _, ...rest }) => rest)
    expect(scenario({ count: 2, of: 'items', counts: 'entries' }, [listOf(unnumbered)])).toEqual([])
  })
  it.each<[string, number]>([
    ['2009-12-31', 0],
    ['2019-12-31', 3],
    ['2020-01-01', 2],
  ])('for a list on %s: %s', (on, count) => {
    const declared = (n: number) => [{ on, count: n, of: 'substances', cite: 'x' }]
    expect(scenario(undefined, [listOf(entries, { declared: declared(count) })])).toEqual([])
    expect(scenario(undefined, [listOf(entries, { declared: declared(9) })])).toEqual([
      `list:xx-list declared[0]: ${count} substances in the records / 9, or "recorded" and "why"`,
    ])
  })
})
