import { describe, expect, it } from 'vitest'
import type { Entry, List, Records, Rule, Substance } from '../../../src/law/index.js'
import { isUnaccounted, NotOfficial, reconcile } from '../../../src/desk/index.js'
import { refOf } from '../../../src/desk/official/reconciliation.js'
import { readOfficialXml, readTable } from '../../../src/desk/official/readers.js'
import { comparableName, candidatesOn, pathKey } from '../../../src/desk/official/candidates.js'
import { writtenFrom } from '../../../src/desk/official/written-from.js'
import { clml, justiceLaws } from '../../support/official-texts.js'
import { always, amphetamine, ethanol, listOf, recordsOf, ruleOf } from '../../support/records.js'

const khat: Substance = {
  id: 'khat',
  name: 'Khat',
  smiles: null,
  not_a_structure: 'plant',
  structure: { from: 'none', why: 'A plant.' },
}
const entry = (substance: string, path: string, more: Partial<Entry> = {}): Entry => ({
  substance,
  name_in_law: substance,
  entry: path,
  periods: [always()],
  ...more,
})
const schedule = (entries: readonly Entry[]): List =>
  listOf(entries, { id: 'xx-1', official: { text: 'X-1', parts: ['Schedule I'] } })
const table1 = listOf([entry('khat', '1')], {
  id: 'xx-5',
  official: { text: 'X-1', parts: ['Schedule V Part 2 Table 1'] },
})
const heading = 'Amfetamines, their salts and derivatives, including: and the salts of those, including'
/** A readable stand-in for a hash. */
const sha256 = (text: string) => text
const rule = (words: string, of = 'X-1 Schedule I 1'): Rule =>
  ruleOf({ official_words: [{ of, sha256: comparableName(words), as_of: '2026-01-31' }] })
const right = [entry('amphetamine', '1(1)'), entry('ethanol', '2')]

function compare(
  entries: readonly Entry[],
  rules: readonly Rule[] = [rule(heading)],
  text = readOfficialXml(justiceLaws),
) {
  return reconcile(
    recordsOf({ substances: [ethanol, amphetamine, khat], lists: [schedule(entries), table1], rules: [...rules] }),
    'XX',
    text,
    { asOf: '2026-01-31', sha256 },
  )
}

const kinds = (r: ReturnType<typeof compare>) =>
  r.differences.map((d) => `${d.kind}: ${'item' in d ? d.item.path : 'entry' in d ? d.entry.substance : d.of}`)

describe('records compared with a text', () => {
  it('all accounted for: entries, a plant without structure, the wording of the class', () => {
    const r = compare(right)
    expect(r).toMatchObject({ entries: 3, matched: 3, notStructures: 1, classItems: 1, classItemsSame: 1, apart: [] })
    expect(r.differences).toEqual([])
  })
  it.each<[string, readonly Entry[], readonly Rule[], string[]]>([
    ['an entry without a record', [right[0]!], [rule(heading)], ['missing: 2']],
    [
      'an entry that has ended',
      [right[0]!, entry('ethanol', '2', { periods: [{ ...always(), until: '2026-01-01' }] })],
      [rule(heading)],
      ['missing: 2'],
    ],
    ['a record that is not in the text', [...right, entry('khat', '9')], [rule(heading)], ['extra: khat']],
    [
      'a record whose first day may be later is not looked for',
      [...right, entry('khat', '9', { periods: [{ from: null, until: null, in_force_by: '2027-01-01', cite: 'x' }] })],
      [rule(heading)],
      [],
    ],
    ['another number', [right[0]!, entry('ethanol', '3')], [rule(heading)], ['moved: 2']],
    ['another name under the same number', [right[0]!, entry('amphetamine', '2')], [rule(heading)], ['spelling: 2']],
    ['a plant under the same number needs no name', [right[0]!, entry('khat', '2')], [rule(heading)], []],
    [
      'an entry that is part of class wording',
      [
        ...right,
        entry('khat', '9', {
          official_words: [{ of: 'X-1 Schedule I 1', sha256: comparableName(heading), as_of: '2026-01-31' }],
        }),
      ],
      [rule(heading)],
      [],
    ],
    ['unrecorded wording of a class', right, [], ['words not recorded: 1']],
    ['changed wording of a class', right, [rule(`${heading} anything`)], ['words changed: 1']],
    [
      'wording that is not in the text',
      right,
      [rule(heading), { ...rule(heading, 'X-1 Schedule I 9'), id: 'xx-gone' }],
      ['words gone: X-1 Schedule I 9'],
    ],
  ])('%s', (_, entries, rules, expected) => {
    expect(kinds(compare(entries, rules))).toEqual(expected)
  })
  it('a record that says the text may lack it is shown, and accounted for', () => {
    const r = compare([...right, entry('khat', '9', { periods: [{ ...always(), unconfirmed: ['substance'] }] })])
    expect(r.differences.map((d) => [d.kind, isUnaccounted(d)])).toEqual([['extra', false]])
    const partly = compare([
      ...right,
      entry('khat', '9', {
        periods: [
          { ...always(), until: '2020-01-01', unconfirmed: ['substance'] },
          { ...always(), from: '2020-01-01' },
        ],
      }),
    ])
    expect(partly.differences.map((d) => [d.kind, isUnaccounted(d)])).toEqual([['extra', true]])
  })
  it('a name under the same number is checked; one under the same code is another spelling', () => {
    const spelled = (own: Entry, head: string[], row: string[]) =>
      reconcile(recordsOf({ lists: [listOf([own])] }), 'XX', readTable([head, row]), {
        asOf: '2026-01-31',
        sha256,
      }).differences.map((d) => [d.kind, isUnaccounted(d)])
    expect(spelled(entry('ethanol', '1'), ['entry', 'name'], ['1', 'Spirit'])).toEqual([['spelling', true]])
    expect(spelled(entry('ethanol', '', { code: '9999' }), ['code', 'name'], ['9999', 'Spirit'])).toEqual([
      ['spelling', false],
    ])
    expect(spelled(entry('ethanol', '1'), ['entry', 'name'], ['1', 'ethanol'])).toEqual([])
    expect(compare([right[0]!]).differences.map((d) => [d.kind, isUnaccounted(d)])).toEqual([['missing', true]])
  })
  it('printed dashes, quotes, brackets and Greek letters are not changes of wording', () => {
    expect(comparableName('2–(α-methyl)  “Ring”')).toBe(comparableName('2-(alpha-methyl) "ring"'))
    expect(comparableName('methyl')).not.toBe(comparableName('ethyl'))
  })
  it('of several wordings of one provision, that of the text counts', () => {
    const both = ruleOf({
      official_words: [
        { of: 'X-1 Schedule I 1', sha256: 'old', as_of: '2020-01-01' },
        { of: 'X-1 Schedule I 1', sha256: comparableName(heading), as_of: '2026-01-31' },
      ],
    })
    expect(kinds(compare(right, [both]))).toEqual([])
  })
  it('a part without a recorded list is not compared, which is reported', () => {
    const r = reconcile(
      recordsOf({ substances: [ethanol, amphetamine, khat], lists: [schedule(right)], rules: [rule(heading)] }),
      'XX',
      readOfficialXml(justiceLaws),
      { asOf: '2026-01-31', sha256 },
    )
    expect(r.apart).toEqual([{ part: 'Schedule V Part 2 Table 1', items: 1 }])
  })
  it('rules in force without recorded wording are named', () => {
    const { official_words: _, ...bareRule } = rule(heading)
    expect(compare(right, [rule(heading), { ...bareRule, id: 'xx-unworded' }]).unworded).toEqual(['xx-unworded'])
  })
  it('the text of another law is rejected', () => {
    expect(() => compare(right, [], readOfficialXml(clml))).toThrow(NotOfficial)
    expect(() => compare(right, [], readOfficialXml(clml))).toThrow('found the text ukpga/1900/1; expected one of X-1')
    expect(() =>
      reconcile(recordsOf({ lists: [listOf(right)] }), 'XX', readOfficialXml(clml), { asOf: '2026-01-31', sha256 }),
    ).toThrow('expected a CSV file: no list of this law says which text it is')
  })
  it('an excluded substance that is recorded is not in the text', () => {
    const bupropion = { ...ethanol, id: 'bupropion', name: 'Bupropion' }
    const r = reconcile(
      recordsOf({
        substances: [ethanol, amphetamine, khat, bupropion],
        lists: [schedule([...right, entry('bupropion', '1(3)')]), table1],
        rules: [rule(heading)],
      }),
      'XX',
      readOfficialXml(justiceLaws),
      { asOf: '2026-01-31', sha256 },
    )
    expect(kinds(r)).toEqual(['extra: bupropion'])
  })
  it('a name at the place of a heading is the entry of that heading', () =>
    expect(kinds(compare([...right, entry('amfetamines', '1', { name_in_law: 'Amfetamines' })]))).toEqual([]))
  describe('an item of a table and a record', () => {
    /** How records differ from a table, whose lines are apart by |. */
    const differences = (records: Records, table: string) =>
      reconcile(records, 'XX', readTable(table.split(' | ').map((row) => row.split(','))), {
        asOf: '2026-01-31',
        sha256,
      }).differences.map((d) => `${d.kind}${'by' in d ? ` by ${JSON.stringify(d.by)}` : ''}`)
    const against = (table: string, own: Entry, substances = [ethanol, amphetamine]) =>
      differences(recordsOf({ substances, lists: [listOf([own])] }), table)
    const cas = { ...ethanol, cas: ['64-17-5'] }
    it.each<[string, string, Entry, string[]]>([
      [
        'one place, other names, and a code that only the item has',
        'entry,name,code | 2,Spirit,9999',
        entry('ethanol', '2'),
        ['spelling by "place"'],
      ],
      [
        'one name; the item has a place only, the record a code only',
        'entry,name | 2,ethanol',
        entry('ethanol', '', { code: '9999' }),
        ['moved'],
      ],
      ['one name, neither place nor code in the record', 'entry,name,code | 2,ethanol,9999', entry('ethanol', ''), []],
      ['one name, other codes', 'name,code | ethanol,9999', entry('ethanol', '', { code: '1000' }), ['moved']],
      [
        'one name and place, the part given with the place',
        'entry,name,list | 1,ethanol,xx-list',
        entry('ethanol', 'list 1'),
        [],
      ],
      [
        'a place of which the other is only the end',
        'entry,name,list | 11,ethanol,xx-list',
        entry('ethanol', '1'),
        ['moved'],
      ],
    ])('%s', (_, table, own, expected) => expect(against(table, own)).toEqual(expected))
    it.each<[string, string, readonly Entry[], string[]]>([
      [
        'a record without number and code is at no place',
        'entry,name | 1,amphetamine | 2,Spirit',
        [entry('amphetamine', '1'), entry('ethanol', '')],
        ['missing', 'extra'],
      ],
      [
        'a record that an item has by its name is not that of another item',
        'entry,name | 1,ethanol | 2,Spirit',
        [entry('ethanol', '')],
        ['missing'],
      ],
      [
        'items without number and code, of which one has no record',
        'list,name | xx-list,ethanol',
        [entry('ethanol', '1'), entry('amphetamine', '2')],
        ['extra'],
      ],
      [
        'one place and name, and a code that only the record has',
        'entry,name | 2,ethanol',
        [entry('ethanol', '2', { code: '9999' })],
        [],
      ],
      [
        'two records under one number, one of which has the code',
        'entry,name,code | 1,Spirit,9999',
        [entry('amphetamine', '1'), entry('ethanol', '1', { code: '9999' })],
        ['spelling by "code"'],
      ],
      [
        'a number of another part that ends in the same way',
        'entry,name,list | 1,ethanol,xx-list',
        [entry('ethanol', 'other 1')],
        ['moved'],
      ],
      [
        'a number that is only the end of that of the item',
        'entry,name | ba,ethanol',
        [entry('ethanol', 'a')],
        ['moved'],
      ],
      [
        'of two records with the name, the one that no item has',
        'entry,name | 1,ethanol | 5,ethanol',
        [entry('ethanol', '1'), entry('ethanol', '7')],
        ['moved'],
      ],
      [
        'a record of a substance that is not recorded',
        'entry,name,cas | 1,Spirit,64-17-5',
        [entry('nobody', '1'), entry('nobody-else', '2')],
        ['spelling by "place"', 'extra'],
      ],
      [
        'a table of codes with one item that has none',
        'name,code | ethanol,9999 | Spirit,',
        [entry('ethanol', '', { code: '9999' }), entry('amphetamine', '')],
        ['missing', 'extra'],
      ],
      [
        'a table of codes and numbers',
        'entry,name,code | 1,ethanol,9999',
        [entry('ethanol', '1', { code: '9999' }), entry('amphetamine', '2')],
        ['extra'],
      ],
    ])('%s: lines', (_, table, own, expected) =>
      expect(differences(recordsOf({ lists: [listOf(own)] }), table)).toEqual(expected),
    )
    describe('a CAS number', () => {
      const two = [
        { ...ethanol, cas: ['64-17-5', '1-1-1'] },
        { ...amphetamine, cas: ['300-62-9'] },
      ]
      const found = (table: string, own: readonly Entry[]) =>
        differences(recordsOf({ substances: two, lists: [listOf(own)] }), table)
      const named = (row: string, own: Entry) => found(`list,name,cas | xx-list,${row}`, [own])
      const coded = entry('ethanol', '', { code: '9999' })
      it('is as good as a place', () => {
        expect(named('ethanol,64-17-5', coded)).toEqual([])
        expect(named('ethanol,1-1-1', coded)).toEqual([])
        expect(named('ethanol,64-17-6', coded)).toEqual(['moved'])
        expect(named('Spirit,64-17-5', coded)).toEqual(['spelling by "code"'])
        expect(named('Spirit,64-17-6', coded)).toEqual(['missing', 'extra'])
      })
      it('decides between items with one code', () => {
        const own = ['ethanol', 'amphetamine'].map((s) => entry(s, '', { code: '2939' }))
        const spelling = 'spelling by "code"'
        expect(found('name,code,cas | Spirit,2939,64-17-5 | Speed,2939,300-62-9', own)).toEqual([spelling, spelling])
        const missed = found('name,code,cas | Spirit,2939,64-17-5 | Wine,2939,64-17-5', own)
        expect(missed).toEqual(['missing', 'missing', 'extra', 'extra'])
      })
    })
    it('one CAS number, whatever the name and the code', () => {
      const by = (number: string, own: Entry, substances: (typeof cas)[]) =>
        against(`name,code,cas | Spirit,9999,${number}`, own, substances)
      expect(by('64-17-5', entry('ethanol', ''), [cas, amphetamine as typeof cas])).toEqual(['spelling by "code"'])
      expect(by('64-17-6', entry('ethanol', '', { code: '9999' }), [cas])).toEqual(['spelling by "code"'])
    })
  })
  it('of two entries with the name, that of the list of the item is meant', () => {
    const other = listOf([entry('ethanol', '7')], { id: 'xx-2', official: { text: 'X-1', parts: ['Schedule II'] } })
    const r = reconcile(
      recordsOf({
        substances: [ethanol, amphetamine, khat],
        lists: [other, schedule([right[0]!, entry('ethanol', '3')]), table1],
      }),
      'XX',
      readOfficialXml(justiceLaws),
      { asOf: '2026-01-31', sha256 },
    )
    expect(r.differences.map((d) => `${d.kind} ${'list' in d ? d.list.id : ''}`)).toEqual([
      'moved xx-1',
      'extra xx-2',
      'words not recorded ',
    ])
  })
  describe('lists of one law', () => {
    const lists = [
      listOf([entry('ethanol', '1')], { id: 'xx-1', short: 'One' }),
      listOf([entry('khat', '1')], { id: 'xx-2', short: 'Two' }),
    ]
    const found = (rows: string[][], more: { lists?: string[] } = {}) =>
      reconcile(
        recordsOf({ substances: [ethanol, amphetamine, khat], lists }),
        'XX',
        readTable([['list', 'entry', 'name'], ...rows]),
        { asOf: '2026-01-31', sha256, ...more },
      )
    it('each have their own numbers', () => {
      expect(
        kinds(
          found([
            ['One', '1', 'ethanol'],
            ['Two', '', '-'],
          ]),
        ),
      ).toEqual([])
      expect(
        kinds(
          found([
            ['One', '1', 'ethanol'],
            ['xx-2', '1', 'Spirit'],
          ]),
        ),
      ).toEqual([])
      expect(
        kinds(
          found([
            ['One', '1', 'ethanol'],
            ['Two', '2', 'amphetamine'],
          ]),
        ),
      ).toEqual(['missing: 2', 'extra: khat'])
    })
    it('a number that only begins with the last digit of the part is another', () => {
      const one = recordsOf({ lists: [listOf([entry('ethanol', '1a')], { id: 'xx-1' })] })
      const text = readTable([
        ['list', 'entry', 'name'],
        ['xx-1', 'a', 'ethanol'],
      ])
      expect(kinds(reconcile(one, 'XX', text, { asOf: '2026-01-31', sha256 }))).toEqual(['moved: a'])
    })
    it('are those that the text names, those that are given, or all if it names none', () => {
      const ids = (rows: string[][], wanted?: string[]) =>
        found(rows, wanted && { lists: wanted }).lists.map((l) => l.id)
      expect(ids([['One', '1', 'ethanol']])).toEqual(['xx-1'])
      expect(ids([['One', '1', 'ethanol']], ['xx-2'])).toEqual(['xx-2'])
      expect(ids([['', '1', 'ethanol']])).toEqual(['xx-1', 'xx-2'])
      expect(
        ids([
          ['One', '1', 'ethanol'],
          ['other', '1', 'x'],
        ]),
      ).toEqual(['xx-1'])
    })
    it('of which none is named: the message names three parts', () =>
      expect(() => found(['a', 'b', 'c', 'd'].map((list) => [list, '1', 'ethanol']))).toThrow(
        'found the lists a; b; c; expected lists by their id or short name: xx-1, xx-2',
      ))
  })
  describe('the lists of a text with a name', () => {
    const compared = (...lists: List[]) =>
      reconcile(recordsOf({ substances: [ethanol, amphetamine, khat], lists }), 'XX', readOfficialXml(clml), {
        asOf: '2026-01-31',
        sha256,
      })
    const act = { text: 'ukpga/1900/1', parts: ['Part I'] }
    it('are those with its name, and parts of which there are class words only need none', () => {
      const r = compared(listOf([]), listOf(right, { id: 'xx-1', official: act }), table1)
      expect(r.lists.map((l) => l.id)).toEqual(['xx-1'])
      expect(r).toMatchObject({ entries: 2, matched: 2, apart: [] })
      const other = compared(listOf([], { official: { ...act, parts: ['Part 9'] }, short: 'Part I' }))
      expect(other).toMatchObject({ entries: 0, classItems: 1, apart: [{ part: 'Part I', items: 3 }] })
    })
    it('are named if none has it', () =>
      expect(() =>
        compared(listOf([]), schedule([]), { ...schedule([]), id: 'xx-7', official: { text: 'X-2', parts: [] } }),
      ).toThrow('found the text ukpga/1900/1; expected one of X-1, X-2'))
  })
  describe('what a rule covers needs no entry', () => {
    const covered = (rules: Rule[], head: string[], row: string[]) => {
      const r = reconcile(recordsOf({ lists: [listOf([])], rules }), 'XX', readTable([head, row]), {
        asOf: '2026-01-31',
        sha256,
      })
      return `${r.matched} of ${r.entries}`
    }
    const of = (...words: string[]) =>
      ruleOf({ official_words: words.map((w) => ({ of: w, sha256: 'x', as_of: '2026-01-31' })) })
    it('by the number of its words in the law, or in a table without the name of the law', () => {
      const ofLaw = (words: string) => compare([right[0]!], [rule(heading), { ...of(words), id: 'xx-two' }])
      expect(ofLaw('X-1 Schedule I 2')).toMatchObject({ entries: 3, matched: 3 })
      expect(ofLaw('X-1 Schedule I 9')).toMatchObject({ entries: 3, matched: 2 })
      expect(ofLaw('X-2 X-1 Schedule I 2')).toMatchObject({ entries: 3, matched: 2 })
      const row = ['1', 'Alcohols', 'xx-list']
      expect(covered([of('X-1 xx-list 1')], ['entry', 'name', 'list'], row)).toBe('1 of 1')
      expect(covered([of('X-1 xx-list 3', 'X-1 xx-list 1')], ['entry', 'name', 'list'], row)).toBe('1 of 1')
      expect(covered([of('X-1 xx-list 11')], ['entry', 'name', 'list'], row)).toBe('0 of 1')
      expect(covered([of('X-1 yxx-list 1')], ['entry', 'name', 'list'], row)).toBe('0 of 1')
    })
    it('by its code', () => {
      const codes = ['name', 'code']
      expect(covered([ruleOf({ code: '9999' })], codes, ['Alcohols', '9999'])).toBe('1 of 1')
      expect(covered([ruleOf({ code: '9998' })], codes, ['Alcohols', '9999'])).toBe('0 of 1')
      expect(covered([ruleOf()], ['entry', 'name'], ['1', 'Alcohols'])).toBe('0 of 1')
    })
  })
  it('a plant and a structure under one number are no plant; a plant elsewhere has moved', () => {
    const both = compare([right[0]!, entry('khat', '2'), entry('amphetamine', '2')])
    expect(both.notStructures).toBe(1)
    expect(kinds(both)).toEqual(['spelling: 2'])
    expect(kinds(compare([...right, entry('amfetamines', '9', { name_in_law: 'Amfetamines' })]))).toEqual([
      'extra: amfetamines',
    ])
    const moved = reconcile(
      recordsOf({ substances: [khat], lists: [listOf([entry('khat', '9')])] }),
      'XX',
      readTable([
        ['entry', 'name'],
        ['2', 'khat'],
      ]),
      { asOf: '2026-01-31', sha256 },
    )
    expect(kinds(moved)).toEqual(['moved: 2'])
  })
  it('the records of the jurisdiction asked for are compared', () => {
    const own = recordsOf({ lists: [schedule(right), table1], rules: [rule(heading)] })
    const [j] = own.jurisdictions
    const other = { ...j!, jurisdiction: { ...j!.jurisdiction, code: 'YY' }, lists: [] }
    const options = { asOf: '2026-01-31', sha256 }
    const both = { ...own, substances: [ethanol, amphetamine, khat], jurisdictions: [other, j!] }
    expect(reconcile(both, 'XX', readOfficialXml(justiceLaws), options).matched).toBe(3)
  })
  it('only rules in force on the day need words', () => {
    const of = (...periods: [from: string, until: string | null, status: 'in force' | 'proposed'][]) => ({
      ...ruleOf({ periods: periods.map(([from, until, status]) => ({ from, until, status, cite: 'x' })) }),
      id: 'xx-unworded',
    })
    const unworded = (r: Rule) => compare(right, [rule(heading), r]).unworded
    expect(unworded(of(['2010-01-01', null, 'proposed']))).toEqual([])
    expect(unworded(of(['2026-02-01', null, 'in force']))).toEqual([])
    expect(unworded(of(['2010-01-01', '2020-01-01', 'in force'], ['2026-01-31', null, 'in force']))).toEqual([
      'xx-unworded',
    ])
  })
  it('a substance that a law names twice has one entry for both', () => {
    const r = reconcile(
      recordsOf({ lists: [listOf([entry('ethanol', '1')])] }),
      'XX',
      readTable([
        ['entry', 'name'],
        ['1', 'ethanol'],
        ['5', 'ethanol'],
      ]),
      { asOf: '2026-01-31', sha256 },
    )
    expect(r).toMatchObject({ matched: 2, differences: [] })
  })
  it('several entries under one number belong to it', () => {
    const entries = ['ethanol', 'amphetamine'].map((s) => entry(s, '1'))
    const r = reconcile(
      recordsOf({ lists: [listOf(entries)] }),
      'XX',
      readTable([
        ['entry', 'name'],
        ['1', 'ethanol'],
      ]),
      { asOf: '2026-01-31', sha256 },
    )
    expect(r).toMatchObject({ matched: 1, differences: [] })
  })
  describe('how a record refers to words', () => {
    const item = (path: string, words: string, part = 'Schedule I') => ({
      ...readTable([
        ['entry', 'name'],
        ['1', 'x y'],
      ]).items[0]!,
      part,
      path,
      words,
    })
    const refs = (...items: ReturnType<typeof item>[]) => items.map((i) => refOf({ id: 'X-1', items }, i))
    it('by text, part and number', () =>
      expect(refs(item('1', 'Ethanol'), item('2', 'Methanol'), item('1', 'Khat', 'Schedule II'))).toEqual([
        'X-1 Schedule I 1',
        'X-1 Schedule I 2',
        'X-1 Schedule II 1',
      ]))
    it('also by the first words if the number is shared', () =>
      expect(refs(item('1', 'Ethanol, and its salts'), item('1', 'Methanol (spirit).'), item('2', 'Khat'))).toEqual([
        'X-1 Schedule I 1 Ethanol',
        'X-1 Schedule I 1 Methanol',
        'X-1 Schedule I 2',
      ]))
    it('also by the first words if there is no number', () =>
      expect(refs(item('', 'Ethanol:'), item('1', 'Khat', ''))).toEqual(['X-1 Schedule I Ethanol', 'X-1 1']))
    it('without punctuation at the end of the words, and without the name of a text that has none', () => {
      expect(refs(item('', 'Alcohol a.b ;:.'))).toEqual(['X-1 Schedule I Alcohol a.b'])
      expect(refOf({ id: null, items: [] }, item('1', 'Ethanol'))).toBe('Schedule I 1')
    })
  })
  it('a table: a code is one substance, whatever its name', () => {
    const list = listOf([
      entry('ethanol', '(b)(3)', { code: '9999' }),
      entry('amphetamine', '(b)(1)', { code: '1100' }),
    ])
    const r = reconcile(
      recordsOf({ lists: [list] }),
      'XX',
      readTable([
        ['name', 'code'],
        ['Spirit of wine', '9999'],
        ['Amphetamine', '1100'],
      ]),
      { asOf: '2026-01-31', sha256 },
    )
    expect(r.differences).toMatchObject([{ kind: 'spelling', by: 'code' }])
    expect(r.matched).toBe(2)
  })
  it('a customs code shared by several items identifies none of them: a record the text lacks is extra', () => {
    const coded = (substance: string) => entry(substance, '', { code: '2939 79 90' })
    const r = reconcile(
      recordsOf({
        substances: [ethanol, amphetamine, khat],
        lists: [listOf(['ethanol', 'amphetamine', 'khat'].map(coded))],
      }),
      'XX',
      readTable([
        ['name', 'cn_code', 'cas'],
        ['ethanol', '2939 79 90', '64-17-5'],
        ['amphetamine', '2939 79 90', '300-62-9'],
      ]),
      { asOf: '2026-01-31', sha256 },
    )
    expect(kinds(r)).toEqual(['extra: khat'])
  })
  describe('a table of codes', () => {
    const codes = (asOf: string, ethanolEntry: Entry) =>
      reconcile(
        recordsOf({ lists: [listOf([ethanolEntry, entry('amphetamine', '(b)(1)')])] }),
        'XX',
        readTable([
          ['name', 'code'],
          ['Spirit of wine &amp; water', '9999'],
        ]),
        { asOf, sha256 },
      )
    const changed = entry('ethanol', '(b)(3)', { code: '7000', former_codes: [{ code: '9999', until: '2026-01-01' }] })
    it('is compared with the codes of its day', () => {
      expect(codes('2025-12-31', changed).differences).toMatchObject([{ kind: 'spelling', by: 'code' }])
      expect(codes('2026-01-01', changed).differences).toMatchObject([{ kind: 'missing' }, { kind: 'extra' }])
    })
    it('does not look for a substance without a code: amphetamine', () => {
      expect(codes('2025-12-31', changed).differences.map((d) => d.kind)).not.toContain('extra')
    })
    it('has another name that is recorded with its source', () => {
      const printed = { ...changed, also_printed: [{ as: ['Spirit of wine & water'], in: 'codes of 2025' }] }
      expect(codes('2025-12-31', printed).differences).toEqual([])
    })
  })
  it('rows of a table count on their days', () => {
    const rows = [
      ['list', 'name', 'from', 'until'],
      ['xx-1', 'amphetamine', '', '2026-01-01'],
      ['xx-1', 'ethanol', '2026-01-01', ''],
    ]
    const on = (asOf: string) =>
      reconcile(
        recordsOf({ substances: [ethanol, amphetamine], lists: [schedule([entry('ethanol', '')])] }),
        'XX',
        readTable(rows),
        { asOf, sha256 },
      ).differences.map((d) => d.kind)
    expect(on('2025-12-31')).toEqual(['missing', 'extra'])
    expect(on('2026-01-01')).toEqual([])
    const there = (asOf: string) => {
      const records = recordsOf({ lists: [schedule([])] })
      const { entries, apart } = reconcile(records, 'XX', readTable([...rows, ['y', 'z', '', '2026-01-01']]), {
        asOf,
        sha256,
      })
      return [entries, apart]
    }
    expect(there('2025-12-31')).toEqual([1, [{ part: 'y', items: 1 }]])
    expect(there('2026-01-01')).toEqual([1, []])
  })
  it('a table of other lists is rejected, naming the known ones', () => {
    const other = readTable([
      ['list', 'name'],
      ['Schedule of nothing', 'ethanol'],
    ])
    expect(() => compare(right, [], other)).toThrow(
      'found the lists Schedule of nothing; expected lists by their id or short name: xx-1, xx-5',
    )
  })
})

describe('what may be in force on a day', () => {
  const names = (own: Partial<Entry>, more: Partial<Substance> = {}) => {
    const substances = new Map([['ethanol', { ...ethanol, ...more }]])
    const [found] = candidatesOn([listOf([entry('ethanol', '', own)])], substances, '2026-01-31')
    return found && [...found.names]
  }
  it('has all its names, for comparison', () => {
    expect(names({ name_in_law: 'Spirit (alcohol)' })).toEqual(['spiritalcohol', 'spirit', 'alcohol', 'ethanol'])
    expect(
      names(
        { also_printed: [{ as: ['Wein-geist'], in: 'x' }] },
        { aliases: ['A b (cd)'], chemical_name: 'ethan-1-ol', names_zh: ['乙醇'] },
      ),
    ).toEqual(['ethanol', 'weingeist', 'abcd', 'ab', 'cd', 'ethan1ol', '乙醇'])
  })
  it('is certain if one of its periods is in force, and not there if none may be', () => {
    const ended = { ...always(), until: '2026-01-31' }
    const unknown = { from: null, until: null, cite: 'x' }
    const certain = (...periods: Entry['periods']) =>
      candidatesOn([listOf([entry('ethanol', '', { periods })])], new Map(), '2026-01-31').map((c) => c.certain)
    expect(certain(ended)).toEqual([])
    expect(certain(ended, unknown)).toEqual([false])
    expect(certain(ended, always())).toEqual([true])
  })
  it('has a number that is compared without the words around it', () =>
    expect(['Part I para 1(a)', 'paragraph 1, 2', 'No. 3', 'item 4', 'Para. 5  B'].map(pathKey)).toEqual([
      'parti1(a)',
      '12',
      '3',
      '4',
      '5b',
    ]))
})

it('Greek letters that are printed like others are the same', () => {
  expect(comparableName('ß-x')).toBe(comparableName('beta x'))
  expect(comparableName('ρ-x')).toBe('px')
})

describe('what is based on official words', () => {
  const words = [{ of: 'X-1 1', sha256: 'x', as_of: '2026-01-31' }]
  const from = (rules: Rule[], lists: List[] = []) => writtenFrom({ rules, lists }, '2026-01-31').map((w) => w.id)
  const period = (from: string, until: string | null, status: 'in force' | 'proposed' = 'in force') => ({
    from,
    until,
    status,
    cite: 'x',
  })
  const of = (...periods: ReturnType<typeof period>[]) => ruleOf({ periods, official_words: words })
  it('a rule that has a period in force', () => {
    expect(from([of(period('2010-01-01', '2020-01-01'), period('2026-01-31', null))])).toEqual(['xx-rule'])
    expect(from([of(period('2010-01-01', '2026-01-31'))])).toEqual([])
    expect(from([of(period('2010-01-01', null, 'proposed'))])).toEqual([])
    expect(from([ruleOf()])).toEqual([])
  })
  it('an entry that may be in force, with its note or its name', () => {
    const ended = { ...always(), until: '2020-01-01' }
    const own = (more: Partial<Entry>) => [listOf([entry('ethanol', '1', { official_words: words, ...more })])]
    const all = (lists: List[]) => writtenFrom({ rules: [], lists }, '2026-01-31')
    expect(all(own({}))).toEqual([{ id: 'xx-list ethanol', reads: ['ethanol'], words }])
    expect(all(own({ note: 'and wine' }))[0]!.reads).toEqual(['and wine'])
    expect(from([], own({ periods: [ended, { ...always(), from: '2026-01-31' }] }))).toEqual(['xx-list ethanol'])
    expect(from([], own({ periods: [ended] }))).toEqual([])
  })
  it('a sentence on scope, on its days', () => {
    const all = (from: string | null, until: string | null) => {
      const sentence = { from, until, extends_to: [], cite: 'x', reads: 'its salts', official_words: words }
      return writtenFrom({ rules: [], lists: [listOf([], { scope: [sentence] })] }, '2026-01-31')
    }
    expect(all(null, null)).toEqual([{ id: 'xx-list scope', reads: ['its salts'], words }])
    expect(all('2026-01-31', '2026-02-01')).toHaveLength(1)
    expect(all('2026-02-01', null)).toEqual([])
    expect(all(null, '2026-01-31')).toEqual([])
  })
})

describe('words of a text', () => {
  const other = (of: string, hash: string, id: string): Rule => ({ ...rule(hash, of), id })
  it('are counted as the same unless a rule differs, whichever other words it has', () => {
    const both = ruleOf({
      official_words: [
        { of: 'X-1 Schedule I 1', sha256: comparableName(heading), as_of: '2026-01-31' },
        { of: 'X-1 Schedule I 2', sha256: comparableName('Ethanol'), as_of: '2026-01-31' },
      ],
    })
    const r = compare(right, [both])
    expect(r).toMatchObject({ classItems: 2, classItemsSame: 2, differences: [] })
    const changed = compare(right, [rule(heading), other('X-1 Schedule I 1', 'x', 'xx-two')])
    expect(changed).toMatchObject({ classItems: 1, classItemsSame: 0 })
    expect(changed.differences.map((d) => d.kind === 'words changed' && d.by.map((b) => b.id))).toEqual([['xx-two']])
    const elsewhere = { of: 'X-1 Schedule I 2', sha256: comparableName(heading), as_of: '2026-01-31' }
    expect(
      kinds(compare(right, [rule(heading), { ...ruleOf({ official_words: [elsewhere] }), id: 'xx-two' }])),
    ).toEqual(['words changed: 2'])
  })
  it('are missing only if they are of that text', () => {
    expect(kinds(compare(right, [rule(heading), other('X-2 Schedule I 9', 'x', 'xx-two')]))).toEqual([])
    const table = readTable([
      ['entry', 'name'],
      ['1', 'ethanol'],
      ['2', 'Amphetamine'],
    ])
    const r = compare([entry('ethanol', '1'), entry('amphetamine', '2')], [rule(heading, 'null 9')], table)
    expect(r).toMatchObject({ classItems: 0, differences: [] })
  })
})
