import {
  allKinds,
  type Entry,
  asciiJson,
  contentText,
  recordsOf as editionRecords,
  flawOf,
  editionChanges,
  structuresOf,
  find,
  summarise,
  plain,
  search,
  statsOn,
} from '../../src/law/index.js'
import { describe, expect, it } from 'vitest'
import { always, amphetamine, ethanol, halogen, listOf, methyl, recordsOf, ruleOf } from '../support/records.js'

const entry = (substance: string, more: Partial<Entry> = {}): Entry => ({
  substance,
  name_in_law: `${substance} in law`,
  periods: [always()],
  ...more,
})
const act = (id: string, effective: string | null) => ({
  id,
  title: `Act ${id}`,
  cite: `Gazette ${id}`,
  published: null,
  effective,
})
const ethanolInFull = {
  ...ethanol,
  aliases: ['Spirit of wine'],
  names_zh: ['乙醇'],
  cas: ['64-17-5'],
  chemical_name: 'ethan-1-ol',
}

describe('search', () => {
  const records = recordsOf({
    substances: [ethanolInFull, amphetamine],
    lists: [
      listOf([
        entry('amphetamine', {
          code: '1100',
          former_codes: [{ code: '1099', until: '2001-01-01' }],
          periods: [always('36 FR 12734')],
        }),
        entry('khat'),
      ]),
    ],
    rules: [ruleOf({ code: '7297', periods: [{ ...always('83 FR 5188'), status: 'in force' }] })],
    instruments: [act('act-9', null)],
  })
  it.each([
    ['ethanol', 'substance', 'ethanol', 'id', 0],
    ['spirit of wine', 'substance', 'ethanol', 'alias', 0],
    ['乙醇', 'substance', 'ethanol', 'Chinese name', 0],
    ['64-17-5', 'substance', 'ethanol', 'CAS', 0],
    ['LFQSCWFLJHTTHZ', 'substance', 'ethanol', 'InChIKey', 1],
    ['C2H6O', 'substance', 'ethanol', 'formula', 0],
    ['ethan-1-ol', 'substance', 'ethanol', 'chemical name', 0],
    ['1100', 'substance', 'amphetamine', 'code', 0],
    ['1099', 'substance', 'amphetamine', 'code', 0],
    ['36 FR 12734', 'substance', 'amphetamine', 'citation', 0],
    ['amphetamine in law', 'substance', 'amphetamine', 'name in law', 0],
    ['khat', 'substance', 'khat', 'name in law', 1],
    ['XX', 'jurisdiction', 'XX', 'code', 0],
    ['Nowhere', 'jurisdiction', 'XX', 'name', 0],
    ['Nobody', 'jurisdiction', 'XX', 'authority', 0],
    ['act-9', 'instrument', 'act-9', 'id', 0],
    ['Gazette act-9', 'instrument', 'act-9', 'citation', 0],
    ['Act act-9', 'instrument', 'act-9', 'title', 0],
    ['xx-rule', 'rule', 'xx-rule', 'id', 0],
    ['A class', 'rule', 'xx-rule', 'title', 0],
    ['7297', 'rule', 'xx-rule', 'code', 0],
    ['83 FR 5188', 'rule', 'xx-rule', 'citation', 0],
    ['xx-list', 'list', 'xx-list', 'id', 0],
    ['List', 'list', 'xx-list', 'short name', 0],
    ['A list', 'list', 'xx-list', 'name', 0],
    ['Act 1', 'list', 'xx-list', 'citation', 0],
    ['alkyl', 'term', 'alkyl', 'id', 0],
    ['saturated', 'term', 'alkyl', 'words', 1],
  ])('%s: %s %s by %s', (text, kind, id, field, rank) =>
    expect(search(records, text).find((h) => h.kind === kind && h.id === id)).toMatchObject({ field, rank }),
  )
  it('an entry without a record has its name in law', () =>
    expect(search(records, 'khat')).toMatchObject([{ id: 'khat', name: 'khat in law', text: 'khat in law' }]))
  it('one with a record has its own', () => expect(search(records, '1100')).toMatchObject([{ name: 'Amphetamine' }]))

  const named = (...names: string[]) =>
    search(
      recordsOf({ substances: names.map((name, i) => ({ ...ethanol, id: `s${i}`, name })), lists: [], terms: [] }),
      'meth',
    ).map((h) => `${h.rank} ${h.name}`)
  it('the whole name first, then its beginning, a word in it, and the inside of a word', () =>
    expect(named('Dimethyl', 'Para meth', 'Methyl', 'Meth', '(meth)')).toEqual([
      '0 Meth',
      '1 Methyl',
      '2 (meth)',
      '2 Para meth',
      '3 Dimethyl',
    ]))
  it('a match after a digit is inside a word, too', () => expect(named('3meth')).toEqual(['3 3meth']))
  it('Chinese has no spaces between words', () => {
    const records = recordsOf({ substances: [{ ...ethanol, names_zh: ['无水乙醇'] }] })
    expect(search(records, '乙醇')).toMatchObject([{ rank: 2 }])
  })
  it('among equals the shorter name, then the id', () =>
    expect(named('Methylene', 'Methyl', 'Methan')).toEqual(['1 Methyl', '1 Methan', '1 Methylene']))
  it.each([
    ['α-PVP', 'alpha-pvp'],
    ['β', 'beta'],
    ['γ', 'gamma'],
    ['δ Δ ω', 'delta delta omega'],
    ['3′ 3’', "3' 3'"],
    ['a‐b‑c–d—e―f', 'a-b-c-d-e-f'],
    ['  A \t\n B  ', 'a b'],
    ['ＭＤＭＡ', 'mdma'],
  ])('%s is compared as %s', (text, as) => expect(plain(text)).toBe(as))
})

describe('find', () => {
  const examples = {
    fits: [{ substance: 'ethanol', by: ['a'], why: 'it fits' }],
    misses: [
      { substance: 'amphetamine', why: 'another' },
      { substance: 'ethanol', why: 'it misses' },
    ],
    unsettled: [{ substance: 'ethanol', reading: 'r', why: 'it is open' }],
  }
  const of2 = { ...always(), instrument: 'act-2', from: '2010-01-01', until: '2012-01-01' }
  const inForce = { ...always(), instrument: 'act-2', status: 'in force' as const }
  const records = recordsOf({
    lists: [
      listOf([entry('ethanol', { periods: [always(), of2] }), entry('amphetamine')]),
      listOf([entry('ethanol')], { id: 'xx-other' }),
    ],
    rules: [ruleOf(), ruleOf({ id: 'xx-two', clauses: [], periods: [{ ...always(), status: 'in force' }, inForce] })],
    examples: new Map([['xx-rule', examples]]),
    instruments: [act('act-1', null), act('act-2', null)],
  })
  const [j] = records.jurisdictions
  it('a substance with its entries and the examples that name it', () =>
    expect(find(records, 'ethanol')).toEqual([
      {
        kind: 'substance',
        substance: ethanol,
        listings: j!.lists.map((list) => ({ jurisdiction: 'XX', list, entry: list.entries[0] })),
        examples: [
          { rule: 'xx-rule', side: 'fits', why: 'it fits' },
          { rule: 'xx-rule', side: 'misses', why: 'it misses' },
          { rule: 'xx-rule', side: 'unsettled', why: 'it is open' },
        ],
      },
    ]))
  it('a list', () =>
    expect(find(records, 'xx-other')).toEqual([{ kind: 'list', jurisdiction: 'XX', list: j!.lists[1] }]))
  it('a rule with its examples', () =>
    expect(find(records, 'xx-rule')).toEqual([{ kind: 'rule', jurisdiction: 'XX', rule: j!.rules[0], examples }]))
  it('a rule that has none', () =>
    expect(find(records, 'xx-two')).toMatchObject([{ examples: { fits: [], misses: [], unsettled: [] } }]))
  it('an act with its effects', () =>
    expect(find(records, 'act-2')).toEqual([
      {
        kind: 'instrument',
        jurisdiction: 'XX',
        instrument: j!.instruments[1],
        entries: [{ list: j!.lists[0], entry: j!.lists[0]!.entries[0], from: '2010-01-01', until: '2012-01-01' }],
        rules: [j!.rules[1]],
      },
    ]))
  it.each(['XX', 'xx'])('a jurisdiction by %s', (code) =>
    expect(find(records, code)).toEqual([
      {
        kind: 'jurisdiction',
        jurisdiction: j!.jurisdiction,
        instruments: j!.instruments,
        lists: j!.lists,
        rules: j!.rules,
      },
    ]),
  )
  it('a term with the rules that use it', () =>
    expect(find(records, 'alkyl')).toEqual([{ kind: 'term', term: methyl, usedBy: ['xx-rule'] }]))
  it('a term that no rule uses', () =>
    expect(find(records, 'halogen')).toEqual([{ kind: 'term', term: halogen, usedBy: [] }]))
  it('nothing', () => expect(find(records, 'nobody')).toEqual([]))
})

const dated = listOf([
  entry('ethanol', { entry: '1', periods: [{ ...always(), from: '2005-01-01', until: '2010-01-01' }] }),
  entry('ethanol', { entry: '2', periods: [{ ...always(), from: '2003-01-01' }], tags: ['mark'] }),
  entry('amphetamine', { entry: '3', periods: [{ ...always(), from: '2020-01-01' }], tags: ['later'] }),
])
describe('a list in one line', () => {
  const line = (on: string, list = dated) => {
    const { substances, entries, recorded, from, until } = summarise(list, on)
    return { substances, entries, recorded, from, until }
  }
  it.each([
    ['2004-01-01', 1, 1],
    ['2005-01-01', 1, 2],
    ['2010-01-01', 1, 1],
    ['2020-01-01', 2, 2],
  ])('on %s: %s substances, %s entries', (on, substances, entries) =>
    expect(line(on)).toEqual({ substances, entries, recorded: 3, from: '2003-01-01', until: null }),
  )
  it('it ends when all its periods have', () => {
    const ended = (until: string) => entry('ethanol', { periods: [{ ...always(), until }] })
    expect(line('2020-01-01', listOf([ended('2012-01-01'), ended('2011-01-01')]))).toMatchObject({
      recorded: 2,
      until: '2012-01-01',
    })
  })
  it('its start is unknown if that of one period is', () => {
    const unknown = entry('ethanol', { periods: [{ ...always(), from: null, in_force_by: '2001-01-01' }] })
    expect(line('2020-01-01', listOf([unknown, entry('amphetamine')]))).toMatchObject({ from: null })
  })
  it('a list without entries has no days', () =>
    expect(line('2020-01-01', listOf([]))).toEqual({ substances: 0, entries: 0, recorded: 0, from: null, until: null }))
  it('its names and declared numbers', () => {
    const declared = [{ on: '2020-01-01', count: 2, of: 'entries', cite: 'x' }]
    expect(summarise(listOf([], { declared }), '2020-01-01')).toMatchObject({
      id: 'xx-list',
      name: 'A list',
      control: 'drug',
      declared,
    })
  })
})

describe('a jurisdiction in numbers', () => {
  const unknown = entry('ethanol', { periods: [{ ...always(), from: null, in_force_by: '2030-01-01' }] })
  const bare = { scaffolds: [], sites: [], clauses: [] }
  const refers = { jurisdiction: 'XX', verdicts: ['listed' as const], cite: 'x', reads: 'x' }
  const proposed = [{ ...always(), status: 'proposed' as const }]
  const records = recordsOf({
    lists: [
      dated,
      listOf([entry('ethanol')], { id: 'xx-drugs', short: 'Drugs' }),
      listOf([entry('ethanol'), entry('amphetamine')], { id: 'xx-precursors', control: 'precursor' }),
      listOf([unknown], { id: 'xx-unknown' }),
    ],
    rules: [
      ruleOf(),
      ruleOf({ id: 'only-words', ...bare }),
      ruleOf({ id: 'by-name', ...bare, names: [{ substance: 'ethanol', name_in_law: 'x' }] }),
      ruleOf({ id: 'by-reference', ...bare, reference: refers }),
      ruleOf({ id: 'proposed', periods: proposed }),
      ruleOf({ id: 'both', periods: [...proposed, { ...always(), status: 'in force' }] }),
    ],
    instruments: [act('a', '2019-12-31'), act('b', '2020-01-01'), act('c', '2020-01-02'), act('d', null)],
    reconciled: [{ text: 'X-1' }] as never,
  }).jurisdictions[0]!
  it('on the day', () =>
    expect(statsOn(records, '2020-01-01')).toEqual({
      jurisdiction: 'XX',
      name: 'Nowhere',
      numbers: { substances: 0, numbered: 0, salts: 0 },
      asOf: '2020-01-01',
      recordsFrom: '2000-01-01',
      verifiedThrough: '2020-12-31',
      individually: { ...Object.fromEntries(allKinds.map((kind) => [kind, 0])), drug: 2, precursor: 2 },
      lists: [
        { id: 'xx-list', short: 'List', control: 'drug', substances: 2, entries: 2 },
        { id: 'xx-drugs', short: 'Drugs', control: 'drug', substances: 1, entries: 1 },
        { id: 'xx-precursors', short: 'List', control: 'precursor', substances: 2, entries: 2 },
      ],
      classRules: ['xx-rule', 'by-name', 'by-reference', 'both'].map((id) => ({
        id,
        title: 'A class',
        control: 'drug',
      })),
      instruments: { inEffect: 2, dayUnknown: 1 },
      tags: { later: 1, mark: 1 },
      startUnknown: 1,
      reconciled: [{ text: 'X-1' }],
      decided: null,
      structures: expect.anything(),
    }))
  it('a mark that no list has on the day is not reported as zero', () =>
    expect(statsOn(records, '2019-12-31')).toMatchObject({
      individually: { drug: 1, precursor: 2, 'chemical weapon': 0 },
      tags: { later: null, mark: 1 },
    }))
  it('nothing reconciled', () =>
    expect(statsOn(recordsOf().jurisdictions[0]!, '2020-01-01')).toMatchObject({
      reconciled: [],
      classRules: [],
      tags: {},
    }))
})

describe('the structures of a law', () => {
  const drawing = { ...ethanol, structure: { from: 'drawing' as const } }
  const twice = (stereo?: false) => [{ by: 'another' as const, in: 'x', ...(stereo === undefined ? {} : { stereo }) }]
  const of = (...substances: object[]) =>
    structuresOf(
      [
        listOf([entry('ethanol'), entry('ethanol', { entry: '2' }), entry('amphetamine')]),
        listOf([entry('amphetamine')]),
      ],
      substances as never,
    )
  it('are counted once each, by where they are from', () =>
    expect(of(drawing, amphetamine)).toEqual({ drawn: 2, fromName: 1, confirmed: 0, atomsAndBonds: 0 }))
  it('only those that a list names and that have one', () =>
    expect(of({ ...ethanol, id: 'methanol' }, { ...amphetamine, smiles: null })).toEqual({
      drawn: 0,
      fromName: 0,
      confirmed: 0,
      atomsAndBonds: 0,
    }))
  it('confirmed with stereo, or without', () => {
    const by = (confirmed: unknown) => ({ ...ethanol, structure: { from: 'drawing', confirmed } })
    expect(of(by(twice()))).toMatchObject({ fromName: 0, confirmed: 1, atomsAndBonds: 0 })
    expect(of(by(twice(false)))).toMatchObject({ confirmed: 0, atomsAndBonds: 1 })
    expect(of(by([...twice(false), ...twice()]))).toMatchObject({ confirmed: 1, atomsAndBonds: 0 })
  })
})

describe('the records of an edition', () => {
  const law = recordsOf({ rules: [ruleOf(), ruleOf({ id: 'xx-two' })] })
  const edition = { ...law, format: 1, id: 'e', sha256: 'x' } as never
  const examples = { fits: [], misses: [], unsettled: [] }
  it('have what it has, with the examples of its rules', () => {
    const made = editionRecords(edition, { 'xx-two': examples, gone: examples })
    expect(made).toMatchObject({
      edition: { id: 'e' },
      substances: law.substances,
      terms: law.terms,
      counterIons: [],
      medicines: [],
    })
    expect(made.jurisdictions.map((j) => [j.rules.length, [...j.examples]])).toEqual([[2, [['xx-two', examples]]]])
    expect(made.files.size).toBe(0)
  })
  it('need no examples', () => expect(editionRecords(edition).jurisdictions[0]!.examples.size).toBe(0))
})

describe('the changes between two editions', () => {
  const law = (entries: readonly Entry[], more: object = {}) =>
    ({ ...recordsOf({ lists: [listOf(entries)] }), format: 1, id: 'e', sha256: 'x', ...more }) as never
  const named = (before: never, after: never) =>
    editionChanges(before, after).changes.map((c) => `${c.what} ${c.kind} ${c.jurisdiction ?? '-'} ${c.id}: ${c.name}`)
  it('an entry has the name of its record, or its name in law without one', () =>
    expect(named(law([]), law([entry('ethanol'), entry('khat')]))).toEqual([
      'added entry XX xx-list ethanol: Ethanol',
      'added entry XX xx-list khat: khat in law',
    ]))
  it('two entries of one substance are two', () => {
    const [first, second] = [entry('khat', { entry: '1' }), entry('khat', { entry: '2' })]
    expect(named(law([first, second]), law([first, { ...second, entry: '3' }]))).toEqual([
      'changed entry XX xx-list khat: khat in law',
    ])
    expect(named(law([first, second]), law([first]))).toEqual(['removed entry XX xx-list khat: khat in law'])
  })
  it('every kind of record, in the order of an edition', () => {
    const instruments = [act('act-1', null)]
    const before = { ...recordsOf({ rules: [ruleOf()], instruments }), format: 1, id: 'e', sha256: 'x' }
    const none = { ...before, substances: [], terms: [], jurisdictions: [] } as never
    expect(named(none, before as never)).toEqual([
      'added substance - ethanol: Ethanol',
      'added substance - amphetamine: Amphetamine',
      'added term - alkyl: saturated open chain',
      'added term - halogen: halogen',
      'added jurisdiction XX XX: Nowhere',
      'added instrument XX act-1: Act act-1',
      'added rule XX xx-rule: A class',
      'added list XX xx-list: A list',
      'added entry XX xx-list amphetamine: Amphetamine',
    ])
    expect(editionChanges(none, before as never).reviewed).toEqual([
      { jurisdiction: 'XX', from: null, to: '2020-12-31' },
    ])
    expect(editionChanges(before as never, none).reviewed).toEqual([
      { jurisdiction: 'XX', from: '2020-12-31', to: null },
    ])
  })
})

describe('the file of an edition', () => {
  const right = {
    format: 1,
    id: 'e',
    sha256: '0123456789abcdef'.repeat(4),
    substances: [],
    terms: [],
    counterIons: [],
    jurisdictions: [],
  }
  it.each<[unknown, string | null]>([
    [right, null],
    [null, 'it is not a JSON object'],
    ['{}', 'it is not a JSON object'],
    [[right], 'it is not a JSON object'],
    [{ ...right, format: undefined }, 'its format is missing, but this version reads format 1'],
    [{ ...right, format: '1' }, 'its format is "1", but this version reads format 1'],
    [{ ...right, format: 2 }, 'its format is 2, but this version reads format 1'],
    [{ ...right, id: '' }, 'it has no id'],
    [{ ...right, id: 7 }, 'it has no id'],
    [{ ...right, sha256: undefined }, 'it states no hash (sha256)'],
    [{ ...right, sha256: `${right.sha256}0` }, 'it states no hash (sha256)'],
    [{ ...right, sha256: `0${right.sha256}` }, 'it states no hash (sha256)'],
    [{ ...right, sha256: right.sha256.toUpperCase() }, 'it states no hash (sha256)'],
    [{ ...right, substances: {} }, 'it has no list of substances'],
    [{ format: 1, id: 'e', sha256: right.sha256 }, 'it has no list of substances, terms, counterIons, jurisdictions'],
  ])('%j: %s', (value, flaw) => expect(flawOf(value)).toBe(flaw))
  it('is ASCII and has the same content', () => {
    const value = { a: '\u007f\u0080é乙😀' }
    expect(asciiJson(value)).toBe('{"a":"\u007f\\u0080\\u00e9\\u4e59\\ud83d\\ude00"}')
    expect(JSON.parse(asciiJson(value))).toEqual(value)
  })
  it('its hash covers everything but the hash', () =>
    expect(contentText({ ...right, sha256: 'x' } as never)).toBe(
      '{"format":1,"id":"e","substances":[],"terms":[],"counterIons":[],"jurisdictions":[]}',
    ))
})
