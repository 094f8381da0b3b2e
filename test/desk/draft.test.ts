import { describe, expect, it } from 'vitest'
import { draftRows, namesOf, readNamesTable, type ReadName, NotOfficial } from '../../src/desk/index.js'
import { translate } from '../../src/desk/draft/translate.js'
import type { WordTable } from '../../src/law/schema/record-kinds.js'
import { amphetamine, ethanol, recordsOf } from '../support/records.js'

const table: WordTable = {
  id: 'ja',
  jurisdictions: ['JP'],
  endings: ['及びその塩類'],
  also: ['（別名', '）'],
  words: { 一: '1', メチル: 'methyl', エチル: 'ethyl', プロパン: 'propane', オール: 'ol', アルコール: ' alcohol' },
}

/** What a name reader would return; the records have ethanol and amphetamine. */
const structures: Readonly<Record<string, ReadName>> = {
  'ethyl alcohol': { smiles: 'CCO', formula: 'C2H6O', inchikey: ethanol.inchikey! },
  'propane-1-ol': { smiles: 'CCCO', formula: 'C3H8O', inchikey: 'BDERNNFJNOPAEC-UHFFFAOYSA-N' },
  acetate: { smiles: 'CC(=O)[O-]', formula: 'C2H3O2-', inchikey: 'QTBSBXVTEAMEQO-UHFFFAOYSA-M' },
  '(2S)-1-phenylpropan-2-amine': { smiles: 'C', formula: 'C9H13N', inchikey: 'KWTSXDURSIMDCE-QMMMGPOBSA-N' },
}
const read = (name: string) => structures[name] ?? null

const draft = (...rows: readonly (readonly string[])[]) =>
  draftRows(
    readNamesTable([['name', 'cas', 'formula', 'list'], ...rows]),
    recordsOf({ substances: [{ ...ethanol, cas: ['64-17-5'] }, amphetamine] }),
    table,
    read,
    'Law of 2026',
  )

describe('a name, word by word', () => {
  it('the longest word counts, full-width characters and dashes are normalised', () => {
    expect(translate('エチルアルコール', table)).toEqual({ name: 'ethyl alcohol', unknown: [] })
    expect(translate('プロパン―一―オール', table)).toEqual({ name: 'propane-1-ol', unknown: [] })
  })
  it('an unknown word is reported with its position, the first character being 1', () => {
    expect(translate('メチルホゲ―一フ', table)).toEqual({
      name: 'methyl-1',
      unknown: [
        { text: 'ホゲ', at: 4 },
        { text: 'フ', at: 8 },
      ],
    })
  })
  it('an upper-case letter is as good as a lower-case one', () => {
    const latin = { ...table, words: { alkohol: 'alcohol' } }
    expect(translate('Alkohol 2', latin)).toEqual({ name: 'alcohol 2', unknown: [] })
  })
  it('without a table it is English', () => {
    expect(translate('2-phenyl-ethanol', null)).toEqual({ name: '2-phenyl-ethanol', unknown: [] })
    expect(namesOf(readNamesTable([['name'], ['Ethanol（別名X）']])[0]!, null)).toHaveLength(1)
  })
  it('a cell that is too long for a name is refused', () => {
    const long = 'ab-'.repeat(7_000_000)
    expect(() => readNamesTable([['name'], ['ethanol'], [long]])).toThrow(NotOfficial)
    expect(() =>
      readNamesTable([
        ['name', 'note'],
        ['ethanol', long],
      ]),
    ).toThrow(NotOfficial)
  })
  it('several brackets, words after them, and one at the beginning', () => {
    const names = (name: string) => namesOf(readNamesTable([['name'], [name]])[0]!, table).map((n) => n.name)
    expect(names('メチル（別名 エチル ）プロパン（別名オール）アルコール')).toEqual([
      'methylpropane alcohol',
      'ethyl',
      'ol',
    ])
    expect(names('メチル（別名）')).toEqual(['methyl', ''])
    expect(names('メチル  プロパン 及びその塩類')).toContain('methyl propane')
  })
  it('the longest word counts also at the end, and compatible characters are the same', () => {
    expect(translate('ﾒﾁﾙ', table)).toEqual({ name: 'methyl', unknown: [] })
    expect(translate('メチ', table)).toEqual({ name: '', unknown: [{ text: 'メチ', at: 1 }] })
    expect(translate('㌔', table).unknown).toEqual([{ text: '㌔', at: 1 }])
    expect(translate('αＡ１', table)).toEqual({ name: 'αA1', unknown: [] })
  })
  it('a bracket that does not close opens another name, too', () => {
    const [row] = readNamesTable([['name'], ['エチルアルコール（別名メチル']])
    expect(namesOf(row!, table).map((n) => n.name)).toEqual(['ethyl alcohol', 'methyl'])
  })
  it('the words on salts are not part of it, and a name in brackets is a separate one', () => {
    const [row] = readNamesTable([['name'], ['エチルアルコール（別名メチル）及びその塩類']])
    expect(namesOf(row!, table).map((n) => n.name)).toEqual(['ethyl alcohol', 'methyl'])
  })
})

describe('a row becomes', () => {
  it('the recorded substance with its InChIKey', () => {
    expect(draft(['エチルアルコール及びその塩類']).drafted).toMatchObject([
      { substance: 'ethanol', by: 'InChIKey', read: 'ethyl alcohol', remarks: [] },
    ])
  })
  it('a new substance that says how its structure was established', () => {
    const { drafted, substances } = draft(['プロパン―一―オール', '71-23-8'])
    expect(drafted).toMatchObject([{ substance: 'propane-1-ol', by: 'new' }])
    expect(substances).toEqual([
      {
        id: 'propane-1-ol',
        name: 'propane-1-ol',
        chemical_name: 'propane-1-ol',
        cas: ['71-23-8'],
        ...structures['propane-1-ol'],
        structure: {
          from: 'chemical name',
          confirmed: [{ by: 'name in a law', in: 'Law of 2026', name: 'propane-1-ol' }],
        },
      },
    ])
  })
  it('the substance with its name if nothing can be read, and says so', () => {
    expect(draft(['Amphetamine']).drafted).toMatchObject([{ substance: 'amphetamine', by: 'name', read: null }])
  })
  it('the substance with its CAS number, or that of its salt, if nothing else is known', () => {
    const records = recordsOf({
      substances: [{ ...ethanol, cas: ['64-17-5'], salts: { '141-52-6': 'sodium' } }, amphetamine],
    })
    const drafted = (name: string, cas: string) =>
      draftRows(
        readNamesTable([
          ['name', 'cas'],
          [name, cas],
        ]),
        records,
        table,
        read,
        'x',
      ).drafted
    for (const cas of ['64-17-5', '141-52-6'])
      expect(drafted('Spirit', cas)).toMatchObject([{ substance: 'ethanol', by: 'CAS', read: null, remarks: [] }])
    expect(drafted('Spirit', '64-17-6')).toEqual([])
    // A name goes before a number that disagrees with it.
    expect(drafted('Amphetamine', '64-17-5')).toMatchObject([
      { substance: 'amphetamine', by: 'name', remarks: [{ kind: 'CAS of another', substance: 'ethanol' }] },
    ])
    expect(drafted('エチルアルコール', '141-52-6')).toMatchObject([{ substance: 'ethanol', remarks: [] }])
  })
  it('one of several names, not a mixture of what they name', () => {
    const [row] = readNamesTable([
      ['name', 'systematic'],
      ['X', 'ethyl alcohol; ethanol'],
    ])
    expect(namesOf(row!, null).map((n) => n.name)).toEqual(['ethyl alcohol', 'ethanol', 'X'])
  })
  it('no name that contains unknown words, nor one that consists of table words only', () => {
    const { drafted, failed } = draft(['プロパン―一―オール（別名ホゲ）'], ['フガ'])
    expect(drafted).toMatchObject([{ substance: 'propane-1-ol' }])
    expect(failed).toMatchObject([{ row: { name: 'フガ' }, why: { kind: 'unknown words' } }])
  })
  it('no name of which a part is unknown, although the rest is the name of something', () => {
    expect(draft(['プロパン―一―オールホゲ'])).toMatchObject({
      drafted: [],
      failed: [{ why: { kind: 'unknown words', words: [{ text: 'ホゲ' }] } }],
    })
  })
  it('a new substance with the short names of the row, unless they can be read', () => {
    const { substances } = draft(['Spirit（別名プロパン―一―オール）（別名Propol）（別名エチルアルコール）', '1-2'])
    expect(substances).toMatchObject([
      { id: 'spirit', name: 'Spirit', aliases: ['Propol'], chemical_name: 'propane-1-ol' },
    ])
    expect(substances[0]).not.toHaveProperty('cas')
  })
  it('a new substance with an unused id', () => {
    const named = (...names: string[]) => draft(...names.map((n) => [n])).substances.map((s) => s.id)
    expect(named('Ethanol?（別名プロパン―一―オール）')).toEqual(['ethanol-2'])
    expect(named('???（別名プロパン―一―オール）')).toEqual(['substance'])
  })
  it('no ion, which would be an ester whose other half was not read', () => {
    expect(draft(['acetate'])).toMatchObject({ drafted: [], failed: [{ why: { kind: 'unread' } }] })
  })
  it('no remark if its number is that of the substance, or of none', () => {
    for (const cas of ['64-17-5', ''])
      expect(draft(['エチルアルコール', cas]).drafted).toMatchObject([{ substance: 'ethanol', remarks: [] }])
    expect(draft(['プロパン―一―オール', '71-23-8']).drafted[0]!.remarks).toEqual([])
  })
  it('only with what is a name of the row, as a whole', () => {
    const named = (name: string, cas = '') => draft([name, cas]).substances[0]
    expect(draft(['Amphetamineホゲ'])).toMatchObject({ drafted: [], failed: [{ why: { kind: 'unknown words' } }] })
    expect(named('プロパン―一―オール（別名Xホゲ）')).toMatchObject({ name: 'propane-1-ol' })
    const long = 'x'.repeat(40)
    expect(named(`${long}（別名プロパン―一―オール）`)).toMatchObject({ name: 'propane-1-ol' })
    expect(named(`${long.slice(1)}（別名プロパン―一―オール）`)).toMatchObject({ name: long.slice(1) })
    expect(named('Spirit（別名プロパン―一―オール）')).not.toHaveProperty('aliases')
    for (const cas of ['x71-23-8', '71-23-8x']) expect(named('プロパン―一―オール', cas)).not.toHaveProperty('cas')
  })
  it('with an id of its letters and digits, of at most 60 characters', () => {
    const id = (name: string) => draft([`${name}（別名プロパン―一―オール）`]).substances[0]!.id
    expect(id('(a)  (b)!!')).toBe('a-b')
    const substances = ['ethanol', 'ethanol-2'].map((id) => ({ ...ethanol, id }))
    const rows = readNamesTable([['name'], ['Ethanol!!（別名プロパン―一―オール）']])
    expect(draftRows(rows, recordsOf({ substances }), table, read, 'x').substances.map((s) => s.id)).toEqual([
      'ethanol-3',
    ])
  })
  it('a formula with blanks is the same formula', () => {
    expect(draft(['プロパン―一―オール', '', 'C3 H8 O']).drafted).toHaveLength(1)
  })
  it('of two records of one substance, the one that the other names; a name means the first that has it', () => {
    const twin = { ...ethanol, id: 'twin', aliases: ['Spirit'], same_as: 'ethanol' }
    const plant = {
      id: 'plant',
      name: 'Ethanol',
      smiles: null,
      aliases: ['Weed'],
      structure: { from: 'none' },
    } as never
    const drafted = (name: string) =>
      draftRows(readNamesTable([['name'], [name]]), recordsOf({ substances: [ethanol, twin, plant] }), table, read, 'x')
        .drafted
    expect(drafted('エチルアルコール')).toMatchObject([{ substance: 'ethanol', remarks: [] }])
    expect(drafted('Ethanol（別名エチルアルコール）')).toMatchObject([{ substance: 'ethanol', remarks: [] }])
    expect(drafted('Ethanol')).toMatchObject([{ substance: 'ethanol', by: 'name' }])
    expect(drafted('Weed')).toMatchObject([{ substance: 'plant', by: 'name' }])
  })
  it('what its systematic name says, if the list gives one', () => {
    const rows = readNamesTable([
      ['name', 'systematic'],
      ['Spirit', 'プロパン―一―オール'],
    ])
    expect([...new Set(namesOf(rows[0]!, table).map((n) => n.name))]).toEqual(['propane-1-ol', 'Spirit'])
  })
  it('both sources named if they disagree', () => {
    expect(draft(['エチルアルコール', '64-17-6']).drafted[0]!.remarks).toEqual([
      { kind: 'other CAS', given: '64-17-6', recorded: ['64-17-5'] },
    ])
    expect(draft(['プロパン―一―オール', '64-17-5']).drafted[0]!.remarks).toEqual([
      { kind: 'CAS of another', given: '64-17-5', substance: 'ethanol' },
    ])
    expect(draft(['プロパン―一―オール（別名Amphetamine）']).drafted[0]!.remarks).toEqual([
      { kind: 'name of another', substance: 'amphetamine' },
    ])
    expect(draft(['(2S)-1-phenylpropan-2-amine']).drafted[0]!.remarks).toEqual([
      { kind: 'other stereo', substances: ['amphetamine'] },
    ])
  })
})

describe('a remaining row says why, and the others are drafted', () => {
  it.each<[string, string[], object]>([
    ['no name', ['', '64-17-5'], { kind: 'no name' }],
    ['a word missing from the tables', ['ホゲメチル'], { kind: 'unknown words', words: [{ text: 'ホゲ', at: 1 }] }],
    ['an unreadable name', ['methyl methyl'], { kind: 'unread', name: 'methyl methyl' }],
    ['a CAS number that an earlier row has', ['プロパン―一―オール', '64-17-5'], { kind: 'duplicate CAS', first: 2 }],
    ['a different formula', ['プロパン―一―オール', '', 'C3H6O'], { kind: 'other formula', read: 'C3H8O' }],
    ['a substance twice on a list', ['ethyl alcohol'], { kind: 'duplicate substance', first: 2 }],
  ])('%s', (_, row, why) => {
    const made = draft(['エチルアルコール', '64-17-5'], row)
    expect(made.failed).toMatchObject([{ row: { row: 3 }, why }])
    expect(made.drafted).toHaveLength(1)
  })
  it('the first row with a CAS number counts, and rows without one are different', () => {
    const made = draft(
      ['methyl', '1-2-3'],
      ['ethyl', '1-2-3'],
      ['propane', '1-2-3'],
      ['エチルアルコール'],
      ['Amphetamine'],
    )
    expect(made.failed.map((f) => ('first' in f.why ? f.why.first : f.why.kind))).toEqual(['unread', 2, 2])
    expect(made.drafted).toHaveLength(2)
  })
  it('the words of a table that lacks names', () => {
    expect(() => readNamesTable([['entry']])).toThrow(
      'found the columns entry; expected CSV with the columns name[,systematic,list,entry,code,cas,formula]',
    )
    const many = Array.from({ length: 100 }, (_, i) => `column${i}`)
    expect(() => readNamesTable([many])).toThrow(`found the columns ${many.join(', ').slice(0, 200)}; expected`)
    expect(readNamesTable([['name'], [' '], ['x']]).map((r) => r.row)).toEqual([3])
  })
  it('a table without names is rejected', () => {
    expect(() =>
      readNamesTable([
        ['entry', 'CAS'],
        ['1', '2'],
      ]),
    ).toThrow(NotOfficial)
    expect(() => readNamesTable([['entry', '', 'CAS']])).toThrow('the columns entry, cas')
    for (const empty of [[], [[]], [['', ' ']]]) expect(() => readNamesTable(empty)).toThrow('the columns (none)')
  })
  it('a row may be short, cells may be empty, and empty rows do not count', () => {
    expect(
      readNamesTable([['\ufeffCAS', 'Name', 'other'], ['64-17-5', ' Ethanol '], ['', ''], [''], [' ', 'x']]),
    ).toEqual([
      { row: 2, name: 'Ethanol', cas: '64-17-5', systematic: null, list: null, entry: null, code: null, formula: null },
      { row: 5, name: 'x', cas: null, systematic: null, list: null, entry: null, code: null, formula: null },
    ])
  })
})
