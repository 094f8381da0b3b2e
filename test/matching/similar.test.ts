import { describe, expect, it, test } from 'vitest'
import { compileEdition } from '../../src/law/authoring.js'
import { atomRanks } from '../../src/matching/classes/molecule-cache.js'
import {
  selectedJurisdictions,
  draftEdition,
  draftLaw,
  draftQuery,
  indexLaw,
  inWords,
  judge,
  Neighbourhood,
  tanimoto,
} from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { always, amphetamine, ethanol, listOf, recordsOf, ruleOf } from '../support/records.js'

const entry = (substance: string, more: object = {}) => ({
  substance,
  name_in_law: substance,
  periods: [always()],
  ...more,
})
const drawn = (id: string, smiles: string) =>
  reader.read(smiles, (s) => ({ ...ethanol, id, name: id, smiles, formula: s.formula, inchikey: s.inchikey! }))
const lawOf = (...scenarios: Parameters<typeof recordsOf>[0][]) => {
  const records = scenarios.map((s) => recordsOf(s))
  const jurisdictions = records.flatMap((r) => r.jurisdictions)
  return indexLaw({ ...compileEdition({ ...records[0]!, jurisdictions }, reader), sha256: 'test' })
}

describe('listed substances similar to a structure', () => {
  const substances = [ethanol, amphetamine, drawn('phentermine', 'CC(C)(N)Cc1ccccc1'), drawn('decane', 'CCCCCCCCCC')]
  const ended = { periods: [{ ...always(), until: '2010-01-01' }] }
  const precursors = listOf([entry('ethanol')], { id: 'xx-precursors', control: 'precursor' })
  const law = lawOf(
    { substances, lists: [listOf([entry('amphetamine'), entry('phentermine', ended), entry('decane')]), precursors] },
    { substances, jurisdiction: { code: 'YY' }, lists: [listOf([entry('phentermine')], { id: 'yy-list' })] },
  )
  const nearest = (asOf: string, codes?: string[], count = 9) =>
    new Neighbourhood(reader, law)
      .nearest(reader, amphetamine.smiles!, asOf, codes, count)
      .map((n) => `${n.substance} ${n.name} ${n.listedIn.join()}`)
  it('are the drugs in force on the day, most similar first', () => {
    expect(nearest('2009-12-31')).toEqual([
      'amphetamine Amphetamine XX',
      'phentermine phentermine XX,YY',
      'decane decane XX',
    ])
    expect(nearest('2010-01-01')).toEqual([
      'amphetamine Amphetamine XX',
      'phentermine phentermine YY',
      'decane decane XX',
    ])
  })
  it('are those of the given laws, and as many as asked', () => {
    expect(nearest('2010-01-01', ['YY'])).toEqual(['phentermine phentermine YY'])
    expect(nearest('2010-01-01', undefined, 1)).toHaveLength(1)
  })
  it('are as similar as their fingerprints', () => {
    const [own] = new Neighbourhood(reader, law).nearest(reader, amphetamine.smiles!, '2010-01-01', undefined, 1)
    expect(own!.similarity).toBe(1)
    expect(tanimoto(Uint8Array.of(0b1011, 0), Uint8Array.of(0b0011, 0b100))).toBe(2 / 4)
    expect(tanimoto(Uint8Array.of(0), Uint8Array.of(0))).toBe(0)
  })
})

test('a law of which nothing is left is asked only if its code is given, or if no other is left', () => {
  const precursors = listOf([], { control: 'precursor' })
  const law = lawOf(
    {},
    { jurisdiction: { code: 'YY' }, lists: [precursors] },
    { jurisdiction: { code: 'ZZ' }, lists: [] },
  )
  const codes = (...asked: Parameters<typeof selectedJurisdictions>) =>
    selectedJurisdictions(...asked).map((j) => j.jurisdiction.code)
  expect(codes(law, {})).toEqual(['XX', 'YY', 'ZZ'])
  expect(codes(law, { kinds: ['drug', 'chemical weapon'] })).toEqual(['XX', 'ZZ'])
  expect(codes(law, { kinds: ['drug', 'precursor'] })).toEqual(['XX', 'YY', 'ZZ'])
  expect(codes(law, { kinds: ['drug', 'chemical weapon'], jurisdictions: ['YY'] })).toEqual(['YY'])
  expect(codes(lawOf({ lists: [precursors] }), { kinds: ['drug', 'chemical weapon'] })).toEqual(['XX'])
})

describe('ranks of atoms', () => {
  const ranks = (smiles: string) => reader.read(smiles, (s) => atomRanks(s.molecule))
  it('are equal for equivalent atoms and differ for others', () => {
    const [methyl, ipso, ortho, meta, para, meta2, ortho2] = ranks('Cc1ccccc1')
    expect([meta, ortho]).toEqual([meta2, ortho2])
    expect(new Set([methyl, ipso, ortho, meta, para]).size).toBe(5)
    const [first, , , last] = ranks('CC=CO')
    expect(first).not.toBe(last)
  })
  it('do not depend on the order of atoms', () =>
    expect(ranks('CCC(=O)Oc1ccccc1').toSorted()).toEqual(ranks('c1(OC(CC)=O)ccccc1').toSorted()))
  it('depend on bonds, hydrogens and aromaticity', () => {
    const all = ['CC', 'C=C', 'C#C', 'CN', 'C=N'].map((smiles) => ranks(smiles)[0])
    expect(new Set(all).size).toBe(all.length)
    expect(ranks('C1=CCCCC1')[0]).not.toBe(ranks('c1ccccc1')[0])
  })
})

describe('the law of a draft alone', () => {
  const [listed, classes] = [
    { what: 'listed' as const, control: 'drug' as const, reads: 'x', cite: 'x' },
    { what: 'class' as const, rules: ['xx-other'], reads: 'x', cite: 'x' },
  ]
  const gap = { id: 'g', from: null, until: null, reads: 'x', cite: 'x' }
  const law = lawOf(
    { rules: [ruleOf(), ruleOf({ id: 'xx-other' }), ruleOf({ id: 'xx-third' })], jurisdiction: { gaps: [gap] } },
    { jurisdiction: { code: 'YY' } },
    { jurisdiction: { code: 'ZZ' } },
  )
  const draft = (more: Parameters<typeof ruleOf>[0]) => draftEdition(law.edition, { code: 'XX', rule: ruleOf(more) })
  it('has its rule without what lists name, the rules that it leaves out, and no lists or gaps', () => {
    const [xx, ...others] = draft({ title: 'Draft', leaves_out: [listed, classes] }).jurisdictions
    expect(others).toEqual([])
    expect(xx).toMatchObject({ lists: [], jurisdiction: { gaps: [], records_from: null } })
    expect(xx!.rules.map((r) => `${r.id} ${r.title}`)).toEqual(['xx-other A class', 'xx-rule Draft'])
    expect(xx!.rules[1]!.leaves_out).toEqual([classes])
    expect(inWords(ruleOf({ leaves_out: [listed] })).leaves_out).toEqual([])
  })
  it('has the law to which it refers, with its lists', () => {
    const refers = (jurisdiction: string) =>
      draft({ reference: { jurisdiction, verdicts: ['listed'], cite: 'x', reads: 'x' } }).jurisdictions.map(
        (j) => `${j.jurisdiction.code} ${j.lists.length}`,
      )
    expect([refers('YY'), refers('XX')]).toEqual([['XX 0', 'YY 1'], ['XX 1']])
  })
  it('decides by the rule alone, as if it were in force', () => {
    const proposed = [{ ...ruleOf().periods[0]!, status: 'proposed' as const }]
    const asked = { code: 'XX', rule: ruleOf({ periods: proposed }) }
    expect(draftQuery('2015-01-01', asked)).toEqual({
      asOf: '2015-01-01',
      jurisdictions: ['XX'],
      assume: ['xx-rule'],
    })
    const verdict = (smiles: string) =>
      reader.read(smiles, (s) => judge(s, draftLaw(law.edition, asked), draftQuery('2015-01-01', asked)).verdict)
    expect(['Cc1ccc(N)cc1', amphetamine.smiles!].map(verdict)).toEqual(['class', 'uncontrolled'])
  })
})
