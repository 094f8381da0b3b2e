import { describe, expect, it, test } from 'vitest'
import { compileEdition } from '../../src/law/authoring.js'
import { gapsNaming, indexLaw, isLongAfter, judge, nothingFound, type Query } from '../../src/matching/index.js'
import { lawInForce } from '../../src/matching/law-in-force.js'
import { reader } from '../support/law.js'
import { always, amphetamine, listOf, recordsOf, ruleOf, type Scenario } from '../support/records.js'

const lawOf = (...scenarios: Scenario[]) => {
  const records = scenarios.map((s) => recordsOf(s))
  const jurisdictions = records.flatMap((r) => r.jurisdictions)
  return indexLaw({ ...compileEdition({ ...records[0]!, jurisdictions }, reader), sha256: 'test' })
}
const gap = (id: string, more: object = {}) => ({
  id,
  from: null,
  until: null,
  reads: `reads ${id}`,
  cite: 'Act 9',
  ...more,
})

describe('caveats', () => {
  const law = lawOf({
    jurisdiction: { gaps: [gap('always'), gap('span', { from: '2012-01-01', until: '2013-01-01' })] },
  })
  const caveats = (asOf: string, more: Partial<Query> = {}) =>
    nothingFound(law, { asOf, ...more }).jurisdictions[0]!.caveats.map((c) => (c.kind === 'gap' ? c.gap : c.kind))
  // The records begin on 2000-01-01, and the law was last reviewed on 2020-12-31.
  it.each([
    ['1999-12-31', ['before records', 'always']],
    ['2000-01-01', ['always']],
    ['2011-12-31', ['always']],
    ['2012-01-01', ['always', 'span']],
    ['2012-12-31', ['always', 'span']],
    ['2013-01-01', ['always']],
    ['2020-12-31', ['always']],
    ['2021-01-01', ['after verified', 'always']],
    ['2021-12-31', ['after verified', 'always']],
    ['2022-01-01', ['after verified', 'long after verified', 'always']],
  ])('on %s: %j', (asOf, expected) => expect(caveats(asOf)).toEqual(expected))
  it('of a day after today come first', () => {
    expect(caveats('2012-06-01', { future: true })).toEqual(['after today', 'always', 'span'])
    expect(caveats('2012-06-01', { future: false })).toEqual(['always', 'span'])
  })
  it('name the days of the records', () => {
    const [early, late] = ['1999-01-01', '2022-06-01'].map(
      (asOf) => nothingFound(law, { asOf }).jurisdictions[0]!.caveats,
    )
    expect(early).toContainEqual({ kind: 'before records', recordsFrom: '2000-01-01' })
    expect(late).toEqual([
      { kind: 'after verified', verifiedThrough: '2020-12-31' },
      { kind: 'long after verified', verifiedThrough: '2020-12-31' },
      { kind: 'gap', gap: 'always', reads: 'reads always', cite: 'Act 9' },
    ])
  })
  it('none before records whose beginning is not known', () => {
    const own = lawOf({ jurisdiction: { records_from: null } })
    expect(nothingFound(own, { asOf: '1900-01-01' }).jurisdictions[0]!.caveats).toEqual([])
  })
})

test.each([
  ['2021-12-30', '2020-12-31', false],
  ['2021-12-31', '2020-12-31', false],
  ['2022-01-01', '2020-12-31', true],
  ['2022-01-01', '2021-06-30', false],
  ['2022-07-01', '2021-06-30', true],
])('%s is more than a year after %s: %s', (asOf, verified, is) => expect(isLongAfter(asOf, verified)).toBe(is))

describe('rules', () => {
  const [first, last] = [
    { from: '2005-01-01', until: '2010-01-01', cite: 'Act 1', status: 'in force' as const },
    { from: '2015-01-01', until: null, cite: 'Act 2', status: 'proposed' as const },
  ]
  const unknown = { ...last, from: null, status: 'in force' as const }
  const out = { what: 'class' as const, rules: ['xx-plain'], reads: 'x', cite: 'x' }
  const { edition } = lawOf({
    rules: [
      ruleOf({ id: 'xx-later', leaves_out: [out] }),
      ruleOf({ id: 'xx-two', periods: [first, last] }),
      ruleOf({ id: 'xx-unknown', periods: [{ ...unknown, until: '2012-01-01' }, first] }),
      ruleOf({ id: 'xx-plain', periods: [{ ...first, from: null, until: null, extends_to: ['ethers', 'esters'] }] }),
    ],
  })
  const on = (asOf: string, ...assume: string[]) =>
    lawInForce(edition.jurisdictions[0]!, asOf, new Set(assume)).rules.map((r) =>
      `${r.rule.id} ${r.period.from} ${r.assumed} ${[...r.cleavableKinds].sort().join()}`.trim(),
    )
  it('of a day, each with its period; what leaves another out comes after it', () => {
    expect(on('2006-01-01')).toEqual([
      'xx-two 2005-01-01 false',
      'xx-unknown 2005-01-01 false',
      'xx-plain null false ester,ether',
    ])
    expect(on('2011-01-01')).toEqual([
      'xx-unknown null false',
      'xx-plain null false ester,ether',
      'xx-later 2010-01-01 false',
    ])
    expect(on('2016-01-01')).toEqual([
      'xx-two 2015-01-01 false',
      'xx-plain null false ester,ether',
      'xx-later 2010-01-01 false',
    ])
  })
  it('that are assumed, by their last period if none is of the day', () => {
    expect(on('2012-06-01', 'xx-two')).toEqual([
      'xx-two 2015-01-01 true',
      'xx-plain null false ester,ether',
      'xx-later 2010-01-01 false',
    ])
    expect(on('2006-01-01', 'xx-two', 'xx-later')).toEqual([
      'xx-two 2005-01-01 true',
      'xx-unknown 2005-01-01 false',
      'xx-plain null false ester,ether',
      'xx-later 2010-01-01 true',
    ])
    // What was worked out for a day without them is not used.
    expect(on('2012-06-01')).toEqual(['xx-plain null false ester,ether', 'xx-later 2010-01-01 false'])
  })
})

describe('known gaps', () => {
  const named = gap('kratom', { names: ['Kratom', 'Mitragyna speciosa'], until: '2013-01-01' })
  const law = lawOf(
    { jurisdiction: { gaps: [gap('other'), gap('none', { names: ['Khat'] }), named] } },
    {
      jurisdiction: { code: 'YY', gaps: [{ ...named, id: 'yy', until: null }] },
      lists: [listOf([], { id: 'yy-list' })],
    },
  )
  const naming = (text: string, asOf: string, more: Partial<Query> = {}) =>
    gapsNaming(text, law, { asOf, ...more }).map(({ code, gap }) => `${code} ${gap.id}`)
  it('that name a text, however it is written, on their days', () => {
    expect(naming('kratom', '2012-12-31')).toEqual(['XX kratom', 'YY yy'])
    expect(naming('MITRAGYNA  speciosa', '2012-12-31')).toEqual(['XX kratom', 'YY yy'])
    expect(naming('kratom', '2013-01-01')).toEqual(['YY yy'])
    expect(naming('khat', '2013-01-01', { jurisdictions: ['XX'] })).toEqual(['XX none'])
    expect(naming('khat', '2013-01-01', { jurisdictions: ['YY'] })).toEqual([])
    expect(naming('kra', '2012-12-31')).toEqual([])
  })

  const toluidine = 'Nc1ccccc1C'
  const verdict = (own: object, smiles = toluidine, asOf = '2015-01-01') => {
    const both = lawOf(
      { jurisdiction: { gaps: [gap('g', own)] }, lists: [listOf([])] },
      { jurisdiction: { code: 'YY' }, lists: [listOf([], { id: 'yy-list' })], rules: [ruleOf()] },
    )
    return reader.read(smiles, (s) => judge(s, both, { asOf, jurisdictions: ['XX'] }).verdict)
  }
  it('may reach what another law controls on the day', () => {
    expect(verdict({ reaches_controlled_in: ['YY'] })).toBe('undecided')
    expect(verdict({ reaches_controlled_in: ['YY'] }, toluidine, '2009-12-31')).toBe('uncontrolled')
    expect(verdict({ reaches_controlled_in: ['YY'] }, 'c1ccccc1C')).toBe('uncontrolled')
    expect(verdict({ reaches_controlled_in: ['ZZ'] })).toBe('uncontrolled')
    expect(verdict({ reaches_controlled_in: ['ZZ', 'YY'] })).toBe('undecided')
  })
  it('may reach what another law lists, also where the drawing leaves open which listed form it is', () => {
    const left = { ...amphetamine, smiles: 'C[C@H](N)Cc1ccccc1', inchikey: 'KWTSXDURSIMDCE-QMMMGPOBSA-N' }
    const lists = [listOf([{ substance: left.id, name_in_law: 'x', periods: [always()] }], { id: 'yy-list' })]
    const both = lawOf(
      {
        substances: [left],
        jurisdiction: { gaps: [gap('g', { reaches_controlled_in: ['YY'] })] },
        lists: [listOf([])],
      },
      { jurisdiction: { code: 'YY' }, lists },
    )
    const ask = (smiles: string) => reader.read(smiles, (s) => judge(s, both, { asOf: '2015-01-01' }).jurisdictions)
    for (const smiles of [left.smiles, amphetamine.smiles!])
      expect(ask(smiles).map((j) => j.verdict)).toEqual(['undecided', 'listed'])
  })
  it('may reach what has a pattern and not another', () => {
    const reaches = [
      { smarts: 'C#N', reads: 'x' },
      { smarts: '[NH2]c', reads: 'x' },
    ]
    expect(verdict({ reaches })).toBe('undecided')
    expect(verdict({ reaches }, 'CCCCCC#N')).toBe('undecided')
    expect(verdict({ reaches }, 'CCCCCCN')).toBe('uncontrolled')
    const unless = [
      { smarts: 'F', reads: 'x' },
      { smarts: '[CH3]', reads: 'x' },
    ]
    expect(verdict({ reaches, unless })).toBe('uncontrolled')
    expect(verdict({ reaches, unless }, 'Nc1ccccc1')).toBe('undecided')
    // A pattern that excludes says nothing of what another law controls.
    expect(verdict({ reaches, unless, reaches_controlled_in: ['YY'] })).toBe('undecided')
  })
})
