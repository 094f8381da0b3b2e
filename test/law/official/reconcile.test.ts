import { describe, expect, it } from 'vitest'
import type { Entry, List, Rule, Substance } from '../../../src/law/index.js'
import { refOf } from '../../../src/law/official/reconciliation.js'
import { isUnaccounted, NotOfficial, reconcile } from '../../../src/law/official/index.js'
import { readOfficialXml, readTable } from '../../../src/law/official/readers.js'
import { comparableName } from '../../../src/law/official/words.js'
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
    const against = (head: string[], row: string[], own: Entry, substances = [ethanol, amphetamine]) =>
      reconcile(recordsOf({ substances, lists: [listOf([own])] }), 'XX', readTable([head, row]), {
        asOf: '2026-01-31',
        sha256,
      }).differences.map((d) => `${d.kind}${'by' in d ? ` by ${JSON.stringify(d.by)}` : ''}`)
    const cas = { ...ethanol, cas: ['64-17-5'] }
    it.each<[string, string[], string[], Entry, string[]]>([
      [
        'one place, other names, and a code that only the item has',
        ['entry', 'name', 'code'],
        ['2', 'Spirit', '9999'],
        entry('ethanol', '2'),
        ['spelling by "place"'],
      ],
      [
        'one name; the item has a place only, the record a code only',
        ['entry', 'name'],
        ['2', 'ethanol'],
        entry('ethanol', '', { code: '9999' }),
        ['moved'],
      ],
      [
        'one name, neither place nor code in the record',
        ['entry', 'name', 'code'],
        ['2', 'ethanol', '9999'],
        entry('ethanol', ''),
        [],
      ],
      [
        'one name, other codes',
        ['name', 'code'],
        ['ethanol', '9999'],
        entry('ethanol', '', { code: '1000' }),
        ['moved'],
      ],
      [
        'one name and place, the part given with the place',
        ['entry', 'name', 'list'],
        ['1', 'ethanol', 'xx-list'],
        entry('ethanol', 'list 1'),
        [],
      ],
      [
        'a place of which the other is only the end',
        ['entry', 'name', 'list'],
        ['11', 'ethanol', 'xx-list'],
        entry('ethanol', '1'),
        ['moved'],
      ],
    ])('%s', (_, head, row, own, expected) => expect(against(head, row, own)).toEqual(expected))
    it('one CAS number, whatever the name and the code', () => {
      const [head, row] = [
        ['name', 'code', 'cas'],
        ['Spirit', '9999', '64-17-5'],
      ]
      expect(against(head, row, entry('ethanol', ''), [cas, amphetamine])).toEqual(['spelling by "code"'])
      expect(against(head, ['Spirit', '9999', '64-17-6'], entry('ethanol', '', { code: '9999' }), [cas])).toEqual([
        'spelling by "code"',
      ])
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
