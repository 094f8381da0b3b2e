import { describe, expect, it } from 'vitest'
import { editionText } from '../../src/cli/law-files/compile-edition.js'
import type { Records } from '../../src/law/index.js'
import { BadRecord, compileEdition } from '../../src/law/authoring.js'
import { edition, reader } from '../support/law.js'
import { amphetamine, ethanol, recordsOf, ruleOf } from '../support/records.js'

function problems(records: Records): string[] {
  try {
    compileEdition(records, reader)
    return []
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error
    return error.problems.map((p) => `${p.file} ${p.field}: ${p.found} / ${p.expected}`)
  }
}

describe('a structure is compared with the data in its record', () => {
  it.each([
    [
      'another InChIKey',
      { ...ethanol, inchikey: 'KWTSXDURSIMDCE-UHFFFAOYSA-N' },
      'ethanol inchikey: KWTSXDURSIMDCE-UHFFFAOYSA-N / LFQSCWFLJHTTHZ-UHFFFAOYSA-N',
    ],
    [
      'no InChIKey',
      { ...ethanol, inchikey: undefined as never },
      'ethanol inchikey: undefined / LFQSCWFLJHTTHZ-UHFFFAOYSA-N',
    ],
    ['another formula', { ...ethanol, formula: 'C2H4O' }, 'ethanol formula: C2H4O / C2H6O'],
    [
      'a structure that cannot be read',
      { ...ethanol, smiles: 'CC(' },
      'ethanol smiles: CC( / a structure (syntax error)',
    ],
  ])('%s', (_, record, found) => {
    expect(problems(recordsOf({ substances: [record, amphetamine] }))).toEqual([found])
  })
  it('a scaffold that is not SMARTS', () => {
    expect(problems(recordsOf({ rules: [ruleOf({ scaffolds: [{ id: 's', smarts: '[C', reads: 'x' }] })] }))).toEqual([
      'xx-rule scaffolds[0].smarts: [C / a SMARTS pattern',
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
    expect(problems(recordsOf({ substances: [both, amphetamine] }))[0]).toContain('both smiles')
    expect(problems(recordsOf({ substances: [both, ethanol, amphetamine] }))).toEqual([])
  })
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
