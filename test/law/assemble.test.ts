import { describe, expect, it } from 'vitest'
import type { RecordKind } from '../../src/law/schema/record-kinds.js'
import { assemble, type LoadedFile } from '../../src/law/authoring.js'
import {
  always,
  amphetamine,
  ethanol,
  halogen,
  listOf,
  methyl,
  recordsOf,
  ruleOf,
  refusals,
} from '../support/records.js'

const loaded = (kind: RecordKind, place: string, value: unknown) =>
  ({ kind, place, file: `/x/${place}`, value }) as LoadedFile
const { jurisdiction } = recordsOf().jurisdictions[0]!
const mark = loaded('edition', 'edition.json', { id: 'mine' })
const nowhere = loaded('jurisdiction', 'xx/jurisdiction.json', jurisdiction)
const elsewhere = loaded('jurisdiction', 'aa/jurisdiction.json', { ...jurisdiction, code: 'AA' })
const act = (id: string, cite: string) => ({ id, cite, title: 'An act', published: null, effective: null })
const examples = { fits: [], misses: [{ substance: 'ethanol', why: 'x' }], unsettled: [] }
const compared = [{ text: 'X-1' }]

const problems = (files: readonly LoadedFile[]) => refusals(() => assemble(files))

describe('a folder by itself', () => {
  const all = [
    mark,
    loaded('substance', 'substances/ethanol.json', ethanol),
    loaded('term', 'terms/alkyl.json', methyl),
    loaded('counterions', 'counterions.json', [{ name: 'water', smiles: 'O', kind: 'solvent' }]),
    loaded('medicines', 'medicines.json', [{ substance: 'ethanol' }]),
    nowhere,
    elsewhere,
    loaded('list', 'xx/lists/xx-list.json', listOf([])),
    loaded('list', 'aa/lists/aa-list.json', listOf([], { id: 'aa-list' })),
    loaded('rule', 'xx/rules/xx-rule.json', ruleOf()),
    loaded('examples', 'xx/rules/xx-rule.examples.json', examples),
    loaded('instruments', 'xx/instruments.json', [act('act-1', 'Act 1')]),
    loaded('reconciled', 'xx/reconciled.json', compared),
  ]
  const records = () => assemble(all)
  it('each record is where it belongs, jurisdictions by their codes', () =>
    expect({ ...records(), files: undefined }).toEqual({
      edition: { id: 'mine' },
      substances: [ethanol],
      terms: [methyl],
      counterIons: [{ name: 'water', smiles: 'O', kind: 'solvent' }],
      medicines: [{ substance: 'ethanol' }],
      jurisdictions: [
        {
          jurisdiction: { ...jurisdiction, code: 'AA' },
          instruments: [],
          lists: [listOf([], { id: 'aa-list' })],
          rules: [],
          examples: new Map(),
          terms: [],
          versions: new Map(),
        },
        {
          jurisdiction,
          reconciled: compared,
          instruments: [act('act-1', 'Act 1')],
          lists: [listOf([])],
          rules: [ruleOf()],
          examples: new Map([['xx-rule', examples]]),
          terms: [],
          versions: new Map(),
        },
      ],
      places: new Map(),
      files: undefined,
    }))
  it('each record is known by its file', () =>
    expect(Object.fromEntries(records().files)).toEqual({
      'substance:ethanol': '/x/substances/ethanol.json',
      'term:alkyl': '/x/terms/alkyl.json',
      'jurisdiction:XX': '/x/xx/jurisdiction.json',
      'jurisdiction:AA': '/x/aa/jurisdiction.json',
      'list:xx-list': '/x/xx/lists/xx-list.json',
      'list:aa-list': '/x/aa/lists/aa-list.json',
      'rule:xx-rule': '/x/xx/rules/xx-rule.json',
      'instruments:XX': '/x/xx/instruments.json',
      'reconciled:XX': '/x/xx/reconciled.json',
    }))
  it('so are word tables, terms of one law and files of versions; rules are in the order of their files', () => {
    const { id: _, title, periods, ...common } = ruleOf()
    const versions = ['2010', '2012'].map((version) => ({ version, id: `xx-v-${version}`, title, periods }))
    const more = assemble([
      ...all,
      loaded('words', 'words/ja.json', { id: 'ja', jurisdictions: ['JP'], words: {} }),
      loaded('term', 'xx/terms/halogen.json', halogen),
      loaded('rule', 'xx/rules/xx-z.json', ruleOf({ id: 'xx-z' })),
      loaded('versions', 'xx/rules/xx-v.versions.json', { id: 'xx-v', title, versions, ...common }),
      loaded('rule', 'xx/rules/xx-rule-b.json', ruleOf({ id: 'xx-rule-b' })),
    ])
    const added = [...more.files].filter(([key]) => !records().files.has(key))
    expect(Object.fromEntries(added)).toEqual({
      'words:ja': '/x/words/ja.json',
      'term:XX:halogen': '/x/xx/terms/halogen.json',
      'versions:xx-v': '/x/xx/rules/xx-v.versions.json',
      'rule:xx-rule-b': '/x/xx/rules/xx-rule-b.json',
      'rule:xx-v-2010': '/x/xx/rules/xx-v.versions.json (version 2010)',
      'rule:xx-v-2012': '/x/xx/rules/xx-v.versions.json (version 2012)',
      'rule:xx-z': '/x/xx/rules/xx-z.json',
    })
    const own = more.jurisdictions[1]!
    expect(own.rules.map((r) => r.id)).toEqual(['xx-rule-b', 'xx-rule', 'xx-v-2010', 'xx-v-2012', 'xx-z'])
    expect(own.versions).toEqual(new Map([['xx-v', { title, ids: ['xx-v-2010', 'xx-v-2012'] }]]))
    expect(own.terms).toEqual([halogen])
    expect(more.terms).toEqual([methyl])
  })
  it.each([
    [
      'an edition has an id',
      [nowhere],
      { file: 'edition.json', field: '(file)', found: 'nothing', expected: 'a JSON file' },
    ],
    [
      'a folder of two letters is a jurisdiction',
      [mark, loaded('list', 'xx/lists/xx-list.json', listOf([]))],
      { file: 'xx/jurisdiction.json', field: '(file)', found: 'nothing', expected: 'a JSON file' },
    ],
    [
      'its code is its folder',
      [mark, loaded('jurisdiction', 'yy/jurisdiction.json', jurisdiction)],
      { file: 'yy/jurisdiction.json', field: 'code', found: 'XX', expected: 'YY, as its folder' },
    ],
  ])('%s', (_, files, problem) => expect(problems(files)).toEqual([problem]))
})

describe('a folder added to other records', () => {
  const old = listOf([{ substance: 'ethanol', name_in_law: 'old', periods: [always()] }])
  const base = recordsOf({
    lists: [old, listOf([], { id: 'xx-kept' })],
    rules: [ruleOf(), ruleOf({ id: 'xx-kept' })],
    examples: new Map([['xx-rule', examples]]),
    instruments: [act('act-1', 'old'), act('act-2', 'kept')],
    reconciled: compared as never,
    files: new Map([['substance:ethanol', 'below/ethanol.json']]),
  })
  const over = (...files: LoadedFile[]) => assemble(files, base)
  it('adding nothing changes only the name of the edition', () =>
    expect(over()).toEqual({
      ...base,
      edition: { id: 'test+local' },
      jurisdictions: base.jurisdictions.map((j) => ({ ...j, terms: [], versions: new Map() })),
      places: new Map(),
    }))
  it('a separate edition has its own name', () => expect(over(mark).edition).toEqual({ id: 'mine' }))
  it('a record with the same id replaces the other, new ones come after', () => {
    const changed = { ...ethanol, name: 'Alcohol' }
    const methanol = { ...ethanol, id: 'methanol' }
    const records = over(
      loaded('substance', 'substances/methanol.json', methanol),
      loaded('substance', 'substances/ethanol.json', changed),
      loaded('term', 'terms/halogen.json', { ...halogen, reads: 'any halogen' }),
      loaded('counterions', 'counterions.json', [{ name: 'table salt', smiles: '[Na+]', kind: 'counter-ion' }]),
      loaded('medicines', 'medicines.json', [{ substance: 'ethanol' }]),
    )
    expect(records.substances).toEqual([changed, amphetamine, methanol])
    expect(records.terms).toEqual([methyl, { ...halogen, reads: 'any halogen' }])
    expect(records.counterIons.map((i) => i.name)).toEqual(['hydrochloride', 'table salt', 'water'])
    expect(records.medicines).toEqual([{ substance: 'ethanol' }])
    expect(records.files.get('substance:ethanol')).toBe('/x/substances/ethanol.json')
    expect(base.files.get('substance:ethanol')).toBe('below/ethanol.json')
  })
  it('so do medicines and word tables', () => {
    const ja = { id: 'ja', jurisdictions: ['JP'], words: { 一: '1' } }
    const zh = { id: 'zh', jurisdictions: ['CN'], words: { 一: '1' } }
    const below = {
      ...base,
      medicines: [
        { substance: 'ethanol', source: 'old' },
        { substance: 'amphetamine', source: 'kept' },
      ],
      words: [ja],
    }
    const medicines = loaded('medicines', 'medicines.json', [{ substance: 'ethanol', source: 'new' }])
    const wordy = loaded('words', 'words/zh.json', zh)
    expect(assemble([medicines], below)).toMatchObject({
      medicines: [
        { substance: 'ethanol', source: 'new' },
        { substance: 'amphetamine', source: 'kept' },
      ],
      words: [ja],
    })
    expect(assemble([wordy], below).words).toEqual([ja, zh])
    expect(over(wordy).words).toEqual([zh])
  })
  it('so do lists, rules, acts and examples of a jurisdiction, which needs no record of its own again', () => {
    const other = { ...examples, misses: [] }
    const [records] = over(
      loaded('list', 'xx/lists/xx-list.json', listOf([])),
      loaded('rule', 'xx/rules/xx-rule.json', ruleOf({ title: 'Another class' })),
      loaded('rule', 'xx/rules/xx-new.json', ruleOf({ id: 'xx-new' })),
      loaded('examples', 'xx/rules/xx-rule.examples.json', other),
      loaded('instruments', 'xx/instruments.json', [act('act-1', 'new')]),
    ).jurisdictions
    expect(records!.jurisdiction).toBe(base.jurisdictions[0]!.jurisdiction)
    expect(records!.reconciled).toBe(compared)
    expect(records!.lists).toEqual([listOf([]), listOf([], { id: 'xx-kept' })])
    expect(records!.rules.map((r) => `${r.id} ${r.title}`)).toEqual([
      'xx-rule Another class',
      'xx-kept A class',
      'xx-new A class',
    ])
    expect(records!.instruments.map((a) => a.cite)).toEqual(['new', 'kept'])
    expect(records!.examples).toEqual(new Map([['xx-rule', other]]))
  })
  it('a jurisdiction may be changed, and another added', () => {
    const renamed = { ...jurisdiction, name: 'Somewhere' }
    const records = over(loaded('jurisdiction', 'xx/jurisdiction.json', renamed), elsewhere)
    expect(records.jurisdictions.map((j) => `${j.jurisdiction.code} ${j.jurisdiction.name}`)).toEqual([
      'AA Nowhere',
      'XX Somewhere',
    ])
    expect(records.jurisdictions[1]!.lists).toEqual(base.jurisdictions[0]!.lists)
  })
})

describe('links of periods', () => {
  const linked = { ...act('act-1', 'Act 1'), url: 'https://example.org/act-1' }
  const other = { ...always(), instrument: 'act-1', url: 'https://example.org/page-2' }
  const from = { ...always(), instrument: 'act-1', note: 'x' }
  const entry = { substance: 'ethanol', name_in_law: 'Ethanol', periods: [from, other, always()] }
  const records = assemble([
    mark,
    nowhere,
    loaded('instruments', 'xx/instruments.json', [linked, act('act-2', 'Act 2')]),
    loaded('list', 'xx/lists/xx-list.json', listOf([entry])),
    loaded('rule', 'xx/rules/xx-rule.json', {
      ...ruleOf(),
      periods: [
        { ...from, status: 'in force' },
        { ...always(), instrument: 'act-2', status: 'in force' },
      ],
    }),
  ]).jurisdictions[0]!
  const urls = (periods: readonly { readonly url?: string | undefined }[]) => periods.map((p) => p.url)
  it('a period of an entry without a link has that of its instrument, if it has one', () =>
    expect(urls(records.lists[0]!.entries[0]!.periods)).toEqual([linked.url, other.url, undefined]))
  it('so has a period of a class rule', () => expect(urls(records.rules[0]!.periods)).toEqual([linked.url, undefined]))
  it('it comes after the citation, as in a file', () => {
    const keys = Object.keys(records.lists[0]!.entries[0]!.periods[0]!)
    expect(keys.indexOf('url')).toBe(keys.indexOf('cite') + 1)
  })
})
