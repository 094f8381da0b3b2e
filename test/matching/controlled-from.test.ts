import { describe, expect, it } from 'vitest'
import { compileEdition } from '../../src/law/authoring.js'
import { indexLaw, judge, judgeNamed, type Query } from '../../src/matching/index.js'
import { fold } from '../../src/sets/index.js'
import { reader } from '../support/law.js'
import { always, amphetamine, ethanol, listOf, recordsOf, ruleOf, type Scenario } from '../support/records.js'

const lawOf = (scenario: Scenario) => indexLaw({ ...compileEdition(recordsOf(scenario), reader), sha256: 'test' })
const entry = (...periods: ReturnType<typeof span>[]) => ({ substance: 'amphetamine', name_in_law: 'x', periods })
const span = (from: string | null, until: string | null = null, more = {}) => ({ ...always('x'), from, until, ...more })

/** Per finding that controls: its kind and own day, and since when the substance has been controlled. */
function since(scenario: Scenario, smiles = amphetamine.smiles!, query: Partial<Query> = {}) {
  const law = lawOf(scenario)
  const judgement = reader.read(smiles, (s) => judge(s, law, { asOf: '2020-01-01', ...query }))
  return judgement.jurisdictions[0]!.findings.flatMap((f) =>
    f.kind === 'listed' || f.kind === 'class'
      ? [
          [f.kind, f.from, f.controlledFrom, f.controlledBy, f.controlledNotBefore]
            .filter((v) => v !== undefined)
            .join(' '),
        ]
      : [],
  )
}
const toluidine = 'Nc1ccccc1C'
const rule = (from: string | null, until: string | null = null, more = {}) =>
  ruleOf({ ...more, periods: [{ from, until, cite: 'x', status: 'in force' }] })
const gap = (from: string, until: string | null) => ({
  id: 'g',
  from,
  until,
  reads: 'x',
  cite: 'x',
  reaches: [{ smarts: '[NX3]', reads: 'x' }],
})

describe('a finding says since when the substance has been controlled', () => {
  it('by one entry', () =>
    expect(since({ lists: [listOf([entry(span('2005-01-01'))])] })).toEqual(['listed 2005-01-01 2005-01-01']))
  it('unless the query asks for no such day, of a structure and of a name', () => {
    const scenario = { lists: [listOf([entry(span('2005-01-01'))])] }
    expect(since(scenario, amphetamine.smiles!, { undated: true })).toEqual(['listed 2005-01-01'])
    const query = { asOf: '2020-01-01', undated: true } as const
    const [named] = judgeNamed('amphetamine', lawOf(scenario), query).jurisdictions[0]!.findings
    expect(named).toMatchObject({ kind: 'listed', from: '2005-01-01' })
    expect(named).not.toHaveProperty('controlledFrom')
  })
  it('by one period after another, but not across a break', () => {
    const periods = [span('2003-01-01', '2004-01-01'), span('2005-01-01', '2010-01-01'), span('2010-01-01')]
    expect(since({ lists: [listOf([entry(...periods)])] })).toEqual(['listed 2010-01-01 2005-01-01'])
  })
  it('by another list before', () => {
    const lists = [
      listOf([entry(span('2005-01-01', '2010-01-01'))], { id: 'xx-old' }),
      listOf([entry(span('2010-01-01'))]),
    ]
    expect(since({ lists })).toEqual(['listed 2010-01-01 2005-01-01'])
  })
  it('by a class before it was listed, and by a class of earlier words', () => {
    const lists = [listOf([{ ...entry(span('2015-01-01')), substance: 'toluidine' }])]
    const toluidines = {
      ...amphetamine,
      id: 'toluidine',
      name: 'Toluidine',
      smiles: toluidine,
      formula: 'C7H9N',
      inchikey: 'RNVCVTLRINQCPJ-UHFFFAOYSA-N',
    }
    const out = [{ what: 'listed' as const, control: 'drug' as const, reads: 'x', cite: 'x' }]
    const rules = [
      rule('2006-01-01', '2010-01-01', { id: 'xx-rule-1', leaves_out: out }),
      rule('2010-01-01', null, { id: 'xx-rule-2', leaves_out: out }),
    ]
    expect(since({ substances: [toluidines, ethanol, amphetamine], lists, rules }, toluidine)).toEqual([
      'listed 2015-01-01 2006-01-01',
    ])
    expect(since({ lists: [listOf([])], rules }, toluidine)).toEqual(['class 2010-01-01 2006-01-01'])
  })
  it('but not by an earlier class that does not cover it, not its salts, or only what another class leaves', () => {
    const earlier = (more: object, period: object = {}, also: ReturnType<typeof rule>[] = []) => {
      const periods = [{ ...always('x'), from: '2006-01-01', until: '2010-01-01', status: 'in force', ...period }]
      const before = ruleOf({ id: 'xx-rule-1', ...more, periods } as never)
      return { lists: [listOf([])], rules: [...also, before, rule('2010-01-01', null, { id: 'xx-rule-2' })] }
    }
    const salt = `${toluidine}.Cl`
    expect(since(earlier({}), salt)).toEqual(['class 2010-01-01 2006-01-01'])
    expect(since(earlier({}, { extends_to: ['esters'] }), salt)).toEqual(['class 2010-01-01  2010-01-01 2006-01-01'])
    expect(since(earlier({ mass: { max: 100 } }), toluidine)).toEqual(['class 2010-01-01 2010-01-01'])
    expect(since(earlier({}, { status: 'proposed' }), toluidine)).toEqual(['class 2010-01-01 2010-01-01'])
    const precursors = ruleOf({
      id: 'xx-precursors',
      control: 'precursor',
      periods: [{ ...always('x'), from: '2006-01-01', until: '2010-01-01', status: 'in force' }],
    } as never)
    const out = [{ what: 'class', rules: ['xx-precursors'], reads: 'x', cite: 'x' }]
    expect(since(earlier({ leaves_out: out }, {}, [precursors]), toluidine)).toEqual(['class 2010-01-01 2010-01-01'])
  })
  it('and by when, where a time before is undecided', () => {
    const rules = [rule('2010-01-01')]
    const gaps = [gap('2008-01-01', '2010-01-01')]
    expect(since({ lists: [listOf([])], rules, jurisdiction: { gaps } }, toluidine)).toEqual([
      'class 2010-01-01  2010-01-01 2008-01-01',
    ])
    // A gap that ended before does not matter.
    expect(
      since({ lists: [listOf([])], rules, jurisdiction: { gaps: [gap('2008-01-01', '2009-12-31')] } }, toluidine),
    ).toEqual(['class 2010-01-01 2010-01-01'])
  })
  it('by a class that a reading decides: not before the reading holds, and not after it', () => {
    const reaches = [{ smarts: '[NX3;H2]-c', reads: 'x' }]
    const open_words = { question: 'x', basis: 'x', cite: 'x', reaches }
    const open = rule('2005-01-01', null, { scaffolds: [], sites: [], clauses: [], at_least: 0, open_words })
    const guidance = (days: object) => ({
      id: 'xx-guidance',
      kind: 'guidance' as const,
      authority: 'x',
      day: '2012-03-01',
      answers: [`${open.id}/open-words`],
      covers: true,
      reads: 'x',
      subject: { reaches },
      basis: 'x',
      cite: 'x',
      seen: 'whole' as const,
      ...days,
    })
    const read = (days: object, asOf = '2020-01-01') =>
      since({ lists: [listOf([])], rules: [open], readings: [guidance(days)] }, toluidine, { asOf })
    expect(read({})).toEqual(['class 2005-01-01 2005-01-01'])
    // The words were open before: by the day of the reading at the latest, not before that of the rule.
    expect(read({ from: '2012-03-01' })).toEqual(['class 2005-01-01  2012-03-01 2005-01-01'])
    expect(read({ from: '2012-03-01' }, '2012-03-01')).toEqual(['class 2005-01-01  2012-03-01 2005-01-01'])
    expect(read({ from: '2012-03-01' }, '2012-02-29')).toEqual(['class 2005-01-01'])
    expect(read({ from: '2012-03-01', until: '2015-01-01' })).toEqual(['class 2005-01-01'])
  })
  it('and by when, where the first day is not known or not confirmed', () => {
    expect(since({ lists: [listOf([entry(span(null, null, { in_force_by: '2007-01-01' }))])] })).toEqual([
      'listed   2007-01-01',
    ])
    expect(
      since({ lists: [listOf([entry(span(null, null, { in_force_by: '2007-01-01', not_before: '2006-05-01' }))])] }),
    ).toEqual(['listed   2007-01-01 2006-05-01'])
    expect(since({ lists: [listOf([entry(span('2005-01-01', null, { unconfirmed: ['from'] }))])] })).toEqual([
      'listed 2005-01-01  2005-01-01',
    ])
  })
  it('and by when, where the records begin no earlier', () => {
    expect(since({ lists: [listOf([entry(span('2000-01-01'))])] })).toEqual(['listed 2000-01-01  2000-01-01'])
    expect(since({ lists: [listOf([])], rules: [rule('2000-01-01')] }, toluidine)).toEqual([
      'class 2000-01-01  2000-01-01',
    ])
    // The list is recorded from 1990 on, all other law from 2000 on.
    const old = listOf([entry(span('1995-01-01'))], { records_from: '1990-01-01' })
    expect(since({ lists: [old] })).toEqual(['listed 1995-01-01  1995-01-01'])
  })
  it('under that kind of control', () => {
    const lists = [
      listOf([entry(span('2005-01-01'))], { id: 'xx-precursors', control: 'precursor' }),
      listOf([entry(span('2012-01-01'))]),
    ]
    expect(since({ lists }).sort()).toEqual(['listed 2005-01-01 2005-01-01', 'listed 2012-01-01 2012-01-01'])
  })
  it('and nothing for a rule that is assumed, a proposal and an undecided finding', () => {
    const proposed = ruleOf({ periods: [{ from: '2010-01-01', until: null, cite: 'x', status: 'proposed' }] })
    expect(since({ lists: [listOf([])], rules: [proposed] }, toluidine)).toEqual(['class 2010-01-01'])
    expect(since({ lists: [listOf([])], rules: [proposed] }, toluidine, { assume: ['xx-rule'] })).toEqual([
      'class 2010-01-01',
    ])
    expect(since({ lists: [listOf([entry(span(null))])] })).toEqual(['listed '])
  })
})

it('a substance without a structure is undecided before its first entry', () => {
  const khat = {
    id: 'khat',
    name: 'Khat',
    smiles: null,
    structure: { from: 'none' as const, why: 'A plant.' },
  }
  const lists = [
    listOf([
      { substance: 'khat', name_in_law: 'Khat', periods: [span('2005-01-01', '2009-01-01'), span('2009-01-01')] },
    ]),
  ]
  const law = lawOf({ substances: [khat], lists })
  expect(judgeNamed('khat', law, { asOf: '2012-01-01' }).jurisdictions[0]!.findings).toMatchObject([
    { from: '2009-01-01', controlledFrom: null, controlledBy: '2005-01-01' },
  ])
})

it('members of a set that share a finding have been controlled since the later day', () => {
  const finding = { kind: 'class', ruleId: 'r', clauses: [], counts: 'class', control: 'drug', doubts: [] } as const
  const folded = (...days: { controlledFrom: string | null; controlledBy?: string }[]) =>
    fold(
      days.map((day, i) => ({
        label: `${i}`,
        choices: [],
        judgement: {
          verdict: 'class',
          jurisdictions: [
            {
              code: 'XX',
              verdict: 'class',
              findings: [{ ...finding, ...day } as never],
              caveats: [],
              nearMisses: [],
              setAside: [],
            },
          ],
        },
      })),
    ).jurisdictions[0]!.findings
  const [exact, later] = [{ controlledFrom: '2005-01-01' }, { controlledFrom: '2010-01-01' }]
  const by = { controlledFrom: null, controlledBy: '2007-01-01' }
  expect(folded(exact, later)).toEqual([{ ...finding, ...later }])
  expect(folded(by, later)).toEqual([{ ...finding, ...later }])
  expect(folded(exact, by)).toEqual([{ ...finding, ...by }])
  expect(folded(exact, { controlledFrom: null })).toEqual([{ ...finding, controlledFrom: null }])
})
