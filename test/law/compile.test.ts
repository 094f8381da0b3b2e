import { describe, expect, it } from 'vitest'
import { editionText } from '../../src/cli/law-files/compile-edition.js'
import type { Records, Substance, Term } from '../../src/law/index.js'
import { Reader } from '../../src/chem/index.js'
import { BadRecord, checkPatterns, compileEdition } from '../../src/law/authoring.js'
import { edition, reader } from '../support/law.js'
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

const problems = (records: Records) =>
  refusals(() => compileEdition(records, reader)).map((p) => `${p.file} ${p.field}: ${p.found} / ${p.expected}`)

describe('a structure is compared with the data in its record', () => {
  it.each([
    [
      'another InChIKey',
      { ...ethanol, inchikey: 'KWTSXDURSIMDCE-UHFFFAOYSA-N' },
      'substance:ethanol inchikey: KWTSXDURSIMDCE-UHFFFAOYSA-N / LFQSCWFLJHTTHZ-UHFFFAOYSA-N',
    ],
    [
      'no InChIKey',
      { ...ethanol, inchikey: undefined as never },
      'substance:ethanol inchikey: undefined / LFQSCWFLJHTTHZ-UHFFFAOYSA-N',
    ],
    ['another formula', { ...ethanol, formula: 'C2H4O' }, 'substance:ethanol formula: C2H4O / C2H6O'],
    [
      'a structure that cannot be read',
      { ...ethanol, smiles: 'CC(' },
      'substance:ethanol smiles: CC( / a structure (syntax error)',
    ],
  ])('%s', (_, record, found) => {
    expect(problems(recordsOf({ substances: [record, amphetamine] }))).toEqual([found])
  })
  it('a scaffold that is not SMARTS', () => {
    expect(problems(recordsOf({ rules: [ruleOf({ scaffolds: [{ id: 's', smarts: '[C', reads: 'x' }] })] }))).toEqual([
      'rule:xx-rule scaffolds[0].smarts: [C / a SMARTS pattern',
    ])
  })
  it('a mixture of two substances, neither of which has a record', () => {
    const both = {
      ...ethanol,
      id: 'both',
      smiles: 'CCO.CCCN',
      formula: 'C5H15NO',
      inchikey: reader.read('CCO.CCCN', (s) => s.inchikey)!,
    }
    expect(problems(recordsOf({ substances: [both, amphetamine] }))).toEqual([
      'substance:both smiles: CCO.CCCN / one substance besides counter-ions, or an adduct of a recorded one',
    ])
    expect(problems(recordsOf({ substances: [both, ethanol, amphetamine] }))).toEqual([])
  })
})

describe('a pattern that cannot be parsed is found wherever it is', () => {
  const bad = '[C'
  const named = { id: 'x', reads: 'x', examples: { in: [], out: [] } }
  const shapes = [
    { root: bad },
    { core: bad },
    { every: ['C', bad] },
    { some: [bad] },
    { none: [bad] },
    { ring: { is: [bad] } },
  ] as unknown as Term['is'][number][]
  const term = (shape: Term['is'][number]): Term => ({ ...named, is: [{ every: ['C'] }, shape] })
  const clause = ruleOf().clauses[0]!
  const chain = { term: 'alkyl', chain: { over: [bad] } }
  const gap = { id: 'g', reads: 'x', cite: 'x', from: null, until: null }
  const open = { question: 'q', basis: 'b', cite: 'c' }
  const patterns = [{ smarts: bad, reads: 'x' }]
  const inRule = (more: object): Records => recordsOf({ rules: [ruleOf(more)] })
  const inGap = (more: object): Records => recordsOf({ jurisdiction: { gaps: [{ ...gap, ...more }] } })
  const inCores = (more: object): Records =>
    recordsOf({ lists: [listOf([], { cores: [{ id: 'k', smarts: 'C', reads: 'x', ...more }] as never })] })
  it.each<[string, Records, string]>([
    ...shapes.map((shape): [string, Records, string] => [
      `a term: ${Object.keys(shape)[0]}`,
      recordsOf({ terms: [methyl, halogen, term(shape)] }),
      'term:x x.is[1]',
    ]),
    ['a term of one rule', inRule({ terms: [term({ every: [bad] })] }), 'rule:xx-rule x.is[1]'],
    [
      'a condition',
      inRule({ conditions: [{ id: 'c', smarts: bad, reads: 'x' }] }),
      'rule:xx-rule conditions[0].smarts',
    ],
    [
      'an open question: what it reaches',
      inRule({ open_words: { ...open, reaches: patterns } }),
      'rule:xx-rule open_words',
    ],
    ['an open question: unless', inRule({ open_words: { ...open, unless: patterns } }), 'rule:xx-rule open_words'],
    ['the links of a chain', inRule({ clauses: [{ ...clause, with: [chain] }] }), 'rule:xx-rule clauses[0].with'],
    [
      'the links of a nested chain',
      inRule({ clauses: [{ ...clause, with: [{ term: 'alkyl', further: ['alkyl', chain] }] }] }),
      'rule:xx-rule clauses[0].with',
    ],
    ['a gap: what it reaches', inGap({ reaches: patterns }), 'jurisdiction:XX gap g'],
    ['a gap: unless', inGap({ unless: patterns }), 'jurisdiction:XX gap g'],
    ['a core', inCores({ smarts: bad, wide: 'C' }), 'list:xx-list cores[0]'],
    ['a wide core', inCores({ wide: bad }), 'list:xx-list cores[0]'],
  ])('%s', (_, records, place) => expect(problems(records)).toEqual([`${place}: ${bad} / a SMARTS pattern`]))
  it('a reader that is broken is not the fault of a pattern', async () => {
    const broken = await Reader.start()
    broken.close()
    expect(() => checkPatterns(recordsOf({ rules: [ruleOf()] }), broken)).toThrow('must be restarted first')
  })
  it('once for a term shared by all rules of a law', () => {
    const shared = term({ every: [bad] })
    const [j] = recordsOf({ rules: [ruleOf({ terms: [shared] })] }).jurisdictions
    const files = new Map([['term:XX:x', 'xx/terms/x.json']])
    expect(problems({ ...recordsOf(), files, jurisdictions: [{ ...j!, terms: [shared] }] })).toEqual([
      'xx/terms/x.json x.is[1]: [C / a SMARTS pattern',
    ])
  })
})

it('a counter-ion that InChI cannot describe is rejected: no salt would be recognised by it', () => {
  const counterIons = [{ name: 'anything', smiles: '*', kind: 'counter-ion' as const }]
  expect(problems({ ...recordsOf(), counterIons })).toEqual([
    'counterions.json anything: * / a structure that InChI can describe',
  ])
})

describe('two records with one identity', () => {
  const twin = { ...ethanol, id: 'spirit' }
  const found = (...substances: Substance[]) => problems(recordsOf({ substances, lists: [] }))
  it('are rejected, naming both', () =>
    expect(found(ethanol, twin)).toEqual([
      'substance:spirit same_as: nothing / ethanol, which has the same identity, or another structure',
    ]))
  it('are accepted if either names the other', () => {
    expect(found(ethanol, { ...twin, same_as: 'ethanol' })).toEqual([])
    expect(found({ ...ethanol, same_as: 'spirit' }, twin)).toEqual([])
    expect(found(ethanol, { ...twin, same_as: 'amphetamine' })).toEqual([
      'substance:spirit same_as: amphetamine / ethanol, which has the same identity, or another structure',
    ])
  })
})

describe('an enantiomer that stands for its racemate', () => {
  const drawn = (smiles: string) => reader.read(smiles, (s) => ({ smiles, inchikey: s.inchikey!, formula: s.formula }))
  const racemic = (smiles: string) =>
    problems(recordsOf({ substances: [{ ...amphetamine, ...drawn(smiles), racemic: true }], lists: [] }))
  it('is drawn with its stereo', () => {
    expect(racemic('C[C@H](N)Cc1ccccc1')).toEqual([])
    expect(racemic('CC(N)Cc1ccccc1')).toEqual([
      'substance:amphetamine racemic: a drawing without stereo / one enantiomer of the racemate',
    ])
  })
  it('is another substance than its record without "racemic"', () => {
    const one = { ...amphetamine, ...drawn('C[C@H](N)Cc1ccccc1') }
    expect(problems(recordsOf({ substances: [one, { ...one, id: 'both', racemic: true }], lists: [] }))).toEqual([])
  })
})

describe('another drawing of a substance', () => {
  // Acetylacetone and its enol: different for standard InChI.
  const diketone = {
    ...ethanol,
    id: 'diketone',
    ...reader.read('CC(=O)CC(C)=O', (s) => ({ smiles: 'CC(=O)CC(C)=O', inchikey: s.inchikey!, formula: s.formula })),
  }
  const also = (...also_drawn: string[]) => recordsOf({ substances: [{ ...diketone, also_drawn }], lists: [] })
  it('has keys of its own', () => {
    const [key] = compileEdition(also('CC(=O)C=C(C)O'), reader).substances.map((s) => s.key!)
    expect(key!.alsoDrawn.map((k) => k.inchi)).toEqual([
      reader.read('CC(=O)C=C(C)O', (s) => s.identity([...s.molecule.components[0]!])!.inchi),
    ])
  })
  it.each([
    ['another formula', 'CC(=O)CCC(C)=O'],
    ['two components', 'CC(=O)CC(C)=O.O'],
  ])('is rejected for %s', (_, smiles) =>
    expect(problems(also(smiles))).toEqual([
      `substance:diketone also_drawn: ${reader.read(smiles, (s) => s.smiles)} / one component of the formula C5H8O2`,
    ]),
  )
})

describe('a list with cores', () => {
  const cores = [
    { id: 'ring', smarts: 'c1ccccc1', reads: 'x' },
    { id: 'amine', smarts: '[NX3]', reads: 'x' },
  ]
  const listed = (...substances: Substance[]) => {
    const entries = substances.map((s) => ({ substance: s.id, name_in_law: s.name, periods: [always()] }))
    return recordsOf({ substances, lists: [listOf(entries, { cores: cores as never })] })
  }
  it('gives each of its substances its first core, and groups', () => {
    const [key] = compileEdition(listed(amphetamine), reader).substances.map((s) => s.key!)
    expect(key!.cores).toEqual({ 'xx-list': 'ring' })
    expect(key!.groups).not.toBeNull()
  })
  it('has no substance without one', () =>
    expect(problems(listed(ethanol))).toEqual(['substance:ethanol smiles: CCO / one of the cores of the list xx-list']))
  it('is compared again although its substances have not changed', () => {
    const before = { ...compileEdition(listed(amphetamine), reader), sha256: '' }
    const fewer = listed(amphetamine)
    const [j] = fewer.jurisdictions
    const lists = [{ ...j!.lists[0]!, cores: [cores[1]!] as never }]
    const after = compileEdition({ ...fewer, jurisdictions: [{ ...j!, lists }] }, reader, before)
    expect(after.substances[0]!.key!.cores).toEqual({ 'xx-list': 'amine' })
  })
})

it('a reading among approved medicines has the recorded ones', () => {
  const reading = { id: 'r', question: 'q', choice: 'open' as const, basis: 'b' }
  const rule = ruleOf({ readings: [reading, { ...reading, id: 'm', among: 'approved medicines' }] })
  const medicines = [{ substance: 'ethanol', source: 'ATC' }]
  const compiled = compileEdition({ ...recordsOf({ rules: [rule, ruleOf({ id: 'xx-two' })] }), medicines }, reader)
  expect(compiled.jurisdictions[0]!.rules.map((r) => r.readings.map((own) => own.substances))).toEqual([
    [undefined, ['ethanol']],
    [],
  ])
})

describe('based on an earlier edition', () => {
  const records = recordsOf({ substances: [ethanol, amphetamine], lists: [] })
  const compiled = { ...compileEdition(records, reader), sha256: '' }
  const marked = {
    ...compiled,
    substances: compiled.substances.map((s) => ({ ...s, key: { ...s.key!, skeleton: 'as before' } })),
  }
  const skeletons = (of: Records, before: typeof marked) =>
    compileEdition(of, reader, before).substances.map((s) => s.key!.skeleton)
  const [own, other] = compiled.substances.map((s) => s.key!.skeleton)
  it('an unchanged record keeps its key', () => {
    expect(skeletons(records, marked)).toEqual(['as before', 'as before'])
  })
  it('a changed record is read again', () => {
    const changed = recordsOf({ substances: [{ ...ethanol, name: 'Spirit' }, amphetamine], lists: [] })
    expect(skeletons(changed, marked)).toEqual([own, 'as before'])
    const wrong = recordsOf({ substances: [{ ...ethanol, formula: 'C2H4O' }, amphetamine], lists: [] })
    expect(() => compileEdition(wrong, reader, marked)).toThrow(BadRecord)
  })
  it('other counter-ions recompute all keys', () => {
    const ions = { ...marked, counterIons: [{ name: 'x', kind: 'anion' as const, skeleton: '', flat: '' }] }
    expect(skeletons(records, ions as never)).toEqual([own, other])
  })
})

describe('the key of a substance', () => {
  const keyOf = (record: typeof ethanol) =>
    compileEdition(recordsOf({ substances: [record, amphetamine], lists: [] }), reader).substances[0]!.key
  it('is that of the free base if the record is drawn as a salt', () => {
    const salt = {
      ...ethanol,
      id: 'salt',
      smiles: 'CCN.Cl',
      formula: 'C2H8ClN',
      inchikey: reader.read('CCN.Cl', (s) => s.inchikey)!,
    }
    expect(keyOf(salt)).toMatchObject({ salt: true, inchi: 'InChI=1S/C2H7N/c1-2-3/h2-3H2,1H3' })
  })
  const drawn = (smiles: string) =>
    reader.read(smiles, (s) => ({ ...ethanol, id: 'x', smiles, inchikey: s.inchikey!, formula: s.formula }))
  it.each([
    ['a base without a counter-ion', 'CCN', null],
    ['a particular salt', 'CCN.Cl', 1],
    ['a hydrate, which is not a salt', 'CCN.O', null],
    ['a quaternary ammonium ion, which always has one', 'C[N+](C)(C)C.[Cl-]', null],
  ])('has the ions of %s', (_, smiles, ions) => expect(keyOf(drawn(smiles))!.ions?.length ?? null).toBe(ions))
  it.each([
    ['without stereo', 'CCN', 'CCN'],
    ['with stereo', 'C[C@H](N)Cc1ccccc1', 'C[C@H](N)Cc1ccccc1'],
    ['as a salt', 'CCN.Cl', null],
  ])('has a canonical drawing only for one component: %s', (_, smiles, canonical) =>
    expect(keyOf(drawn(smiles))!.canonical).toBe(canonical),
  )
  it('is null without a structure', () => {
    expect(keyOf({ ...ethanol, smiles: null as never })).toBeNull()
  })
})

it('the file of an edition is ASCII, and equals the edition when parsed', () => {
  const text = editionText(edition)
  expect(/^[\x20-\x7e]*$/.test(text)).toBe(true)
  expect(edition.substances.some((s) => s.names_zh)).toBe(true)
  expect(JSON.parse(text)).toEqual(edition)
})
