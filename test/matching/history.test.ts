import { describe, expect, it } from 'vitest'
import type { List } from '../../src/law/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import {
  daysOfAllLaw,
  historyOf,
  historyOfNothing,
  indexLaw,
  noHints,
  type JurisdictionHistory,
  type Query,
} from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { always, amphetamine, ethanol, listOf, recordsOf, ruleOf, type Scenario } from '../support/records.js'

const lawOf = (...scenarios: Scenario[]) => {
  const records = scenarios.map((s) => recordsOf(s))
  const jurisdictions = records.flatMap((r) => r.jurisdictions)
  return indexLaw({ ...compileEdition({ ...records[0]!, jurisdictions }, reader), sha256: 'test' })
}
const entry = (periods: List['entries'][number]['periods'], substance = 'amphetamine') => ({
  substance,
  name_in_law: 'x',
  periods,
})
const span = (from: string | null, until: string | null = null, cite = 'Act 1') => ({ ...always(cite), from, until })
const scoped = (...scope: [string | null, string | null, 'salts' | null][]) =>
  scope.map(([from, until, word]) => ({ from, until, extends_to: word ? [word] : [], cite: 'x', reads: 'x' }))
const gap = (from: string | null, until: string | null, more: object = {}) => ({
  id: 'g',
  from,
  until,
  reads: 'x',
  cite: 'x',
  ...more,
})

const rows = (histories: readonly JurisdictionHistory[]) =>
  histories.map((h) => [h.code, ...h.chapters.map((c) => `${c.from} to ${c.until}: ${c.verdict}`)])
const history = (law: ReturnType<typeof lawOf>, smiles = amphetamine.smiles!, query: Omit<Query, 'asOf'> = {}) =>
  reader.read(smiles, (s) => rows(historyOf(s, law, query)))

// No list: the records begin on 2000-01-01.
const none = { lists: [listOf([])] }
const toluidine = 'Nc1ccccc1C'

describe('the history of a structure has a chapter for each answer', () => {
  it('of its entry, and of what its list extends to', () => {
    const list = listOf([entry([span('2005-01-01', '2010-01-01'), span('2012-01-01')])], {
      scope: scoped([null, '2014-01-01', null], ['2014-01-01', null, 'salts']),
    })
    expect(history(lawOf({ lists: [list] }))).toEqual([
      [
        'XX',
        'null to 2000-01-01: undecided',
        '2000-01-01 to 2005-01-01: uncontrolled',
        '2005-01-01 to 2010-01-01: listed',
        '2010-01-01 to 2012-01-01: uncontrolled',
        '2012-01-01 to null: listed',
      ],
    ])
    expect(history(lawOf({ lists: [list] }), `${amphetamine.smiles}.Cl`)[0]!.slice(-2)).toEqual([
      'null to 2014-01-01: uncontrolled',
      '2014-01-01 to null: listed',
    ])
  })
  it('of another act, though the verdict stays', () => {
    const list = listOf([entry([span('2005-01-01', '2010-01-01'), span('2010-01-01', null, 'Act 2')])])
    expect(history(lawOf({ lists: [list] }))[0]!.slice(-2)).toEqual([
      '2005-01-01 to 2010-01-01: listed',
      '2010-01-01 to null: listed',
    ])
  })
  it('of a rule, an exception and a gap, whatever the structure is', () => {
    const rules = [ruleOf({ periods: [{ from: '2010-01-01', until: '2012-01-01', cite: 'x', status: 'in force' }] })]
    expect(history(lawOf({ ...none, rules }), toluidine)).toEqual([
      ['XX', 'null to 2010-01-01: uncontrolled', '2010-01-01 to 2012-01-01: class', '2012-01-01 to null: uncontrolled'],
    ])
    const gaps = [gap('2010-01-01', '2012-01-01', { reaches: [{ smarts: 'Nc', reads: 'x' }] })]
    expect(history(lawOf({ ...none, jurisdiction: { gaps } }), toluidine)).toEqual([
      [
        'XX',
        'null to 2010-01-01: uncontrolled',
        '2010-01-01 to 2012-01-01: undecided',
        '2012-01-01 to null: uncontrolled',
      ],
    ])
    const exceptions = [{ substance: 'amphetamine', from: '2010-01-01', until: '2012-01-01', reads: 'x', cite: 'x' }]
    const out = { what: 'exceptions' as const, reads: 'x', cite: 'x' }
    const scaffolds = [{ id: 's', smarts: '[NH2]-C(-C)-C-c1ccccc1', reads: 'x' }]
    const open = ruleOf({ scaffolds, sites: [], clauses: [], leaves_out: [out] })
    expect(history(lawOf({ ...none, rules: [open], jurisdiction: { exceptions } }))[0]!.slice(1)).toEqual([
      'null to 2012-01-01: uncontrolled',
      '2012-01-01 to null: class',
    ])
  })
  it('of the law that another refers to', () => {
    const there = { jurisdiction: { code: 'YY' }, lists: [listOf([entry([span('2005-01-01')])], { id: 'yy-list' })] }
    const reference = { jurisdiction: 'YY', verdicts: ['listed' as const], cite: 'x', reads: 'x' }
    const own = {
      ...none,
      rules: [
        ruleOf({
          scaffolds: [],
          sites: [],
          clauses: [],
          reference,
          periods: [{ ...span('2001-01-01'), status: 'in force' }],
        }),
      ],
    }
    expect(history(lawOf(own, there), undefined, { jurisdictions: ['XX'] })).toEqual([
      ['XX', 'null to 2005-01-01: uncontrolled', '2005-01-01 to null: class'],
    ])
    const gaps = [gap(null, null, { reaches_controlled_in: ['YY'] })]
    expect(
      history(lawOf({ ...none, jurisdiction: { gaps } }, there), undefined, { jurisdictions: ['XX'] })[0]!.slice(-2),
    ).toEqual(['2000-01-01 to 2005-01-01: uncontrolled', '2005-01-01 to null: undecided'])
  })
  it('of esters and positional isomers of what is listed', () => {
    const words = [{ from: null, until: null, extends_to: ['esters' as const], cite: 'x', reads: 'x' }]
    const pentanol = reader.read('CCCCCO', (s) => ({
      ...ethanol,
      id: 'pentanol',
      smiles: 'CCCCCO',
      formula: s.formula,
      inchikey: s.inchikey!,
    }))
    const law = lawOf({
      substances: [pentanol],
      lists: [listOf([entry([span('2005-01-01')], 'pentanol')], { scope: words })],
    })
    expect(history(law, 'CCCCCOC(C)=O')[0]!.slice(-2)).toEqual([
      '2000-01-01 to 2005-01-01: uncontrolled',
      '2005-01-01 to null: listed',
    ])
  })
  it('with the days of its records', () => {
    const [found] = reader.read('CCCC', (s) => historyOf(s, lawOf(none), {}))
    expect(found).toMatchObject({ code: 'XX', recordsFrom: '2000-01-01', verifiedThrough: '2020-12-31' })
  })
  it('of the substance that is named, and with what is certain of it', () => {
    const left = { ...amphetamine, id: 'left', smiles: 'C[C@H](N)Cc1ccccc1', inchikey: 'KWTSXDURSIMDCE-QMMMGPOBSA-N' }
    const law = lawOf({ substances: [left], lists: [listOf([entry([span('2005-01-01')], 'left')])] })
    const last = (named: string | null) =>
      reader.read(amphetamine.smiles!, (s) => historyOf(s, law, {}, named)[0]!.chapters.at(-1)!.findings)
    expect([last(null), last('left')]).toMatchObject([[{ doubts: [{ kind: 'stereo open' }] }], [{ doubts: [] }]])
    const hints = { ...noHints, couldBeRecorded: () => false }
    expect(reader.read(left.smiles, (s) => rows(historyOf(s, law, {}, null, hints)))).toEqual([
      ['XX', 'null to null: uncontrolled'],
    ])
  })
})

describe('a structure that nothing covers', () => {
  const rules = [
    ruleOf({ periods: [{ from: '2010-01-01', until: '2012-01-01', cite: 'x', status: 'in force' }] }),
    ruleOf({ id: 'xx-late', periods: [{ ...span(null), in_force_by: '2015-01-01', status: 'in force' }] }),
  ]
  const law = lawOf(
    { ...none, rules, jurisdiction: { gaps: [gap('2003-01-01', null)] } },
    { jurisdiction: { code: 'YY', records_from: null }, lists: [listOf([], { id: 'yy-list', records_from: null })] },
  )
  it('has one chapter in each law', () => {
    expect(rows(historyOfNothing(law, {}))).toEqual([
      ['XX', 'null to null: uncontrolled'],
      ['YY', 'null to null: uncontrolled'],
    ])
    expect(rows(historyOfNothing(law, { jurisdictions: ['YY'] }))).toEqual([['YY', 'null to null: uncontrolled']])
  })
  it('is asked on a day before all changes, and on the day of each', () => {
    const xx = ['1999-12-31', '2000-01-01', '2003-01-01', '2010-01-01', '2012-01-01', '2015-01-01']
    expect(daysOfAllLaw(law, { jurisdictions: ['XX'] })).toEqual(xx)
    // A law without any change is asked on the day before its last review.
    expect(daysOfAllLaw(law, { jurisdictions: ['YY'] })).toEqual(['2020-12-30'])
    expect(daysOfAllLaw(law, {})).toEqual([...xx, '2020-12-30'])
  })
})
