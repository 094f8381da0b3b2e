import { describe, expect, it } from 'vitest'
import type { Entry, Extension, Period } from '../../src/law/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import {
  checkQuery,
  indexLaw,
  judge,
  strongestOf,
  UnknownName,
  type JurisdictionResult,
  type LawIndex,
  type Query,
} from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { always, amphetamine, ethanol, listOf, recordsOf, ruleOf, type Scenario } from '../support/records.js'

const lawOf = (scenario: Scenario): LawIndex =>
  indexLaw({ ...compileEdition(recordsOf(scenario), reader), sha256: 'test' })
function ask(law: LawIndex, smiles: string, query: Partial<Query> = {}): JurisdictionResult {
  return reader.read(smiles, (s) => judge(s, law, { asOf: '2015-01-01', ...query })).jurisdictions[0]!
}
const doubts = (result: JurisdictionResult) =>
  result.findings.flatMap((f) => ('doubts' in f ? f.doubts.map((d) => d.kind) : []))
const via = (result: JurisdictionResult) => result.findings.flatMap((f) => ('via' in f ? f.via : []))

const left = { ...amphetamine, id: 'left', smiles: 'C[C@H](N)Cc1ccccc1', inchikey: 'KWTSXDURSIMDCE-QMMMGPOBSA-N' }
const right = { ...amphetamine, id: 'right', smiles: 'C[C@@H](N)Cc1ccccc1', inchikey: 'KWTSXDURSIMDCE-MRVPVSSYSA-N' }
const entry = (substance: string, more: Partial<Entry> = {}): Entry => ({
  substance,
  name_in_law: substance,
  periods: [always()],
  ...more,
})
const scoped = (words: Extension[], unconfirmed?: string[]) => ({
  scope: [
    { from: null, until: null, extends_to: words, cite: 'x', reads: 'x', ...(unconfirmed ? { unconfirmed } : {}) },
  ],
})
const listing = (record: typeof amphetamine, words: Extension[], more: Partial<Entry> = {}) =>
  lawOf({ substances: [ethanol, record], lists: [listOf([entry(record.id, more)], scoped(words))] })

describe('stereo', () => {
  it.each<[string, typeof amphetamine, Extension[], string, string, string[], string[]]>([
    ['a flat entry covers every form', amphetamine, [], left.smiles!, 'listed', [], []],
    ['the listed form', left, [], left.smiles!, 'listed', [], []],
    ['a flat drawing of a listed form', left, [], amphetamine.smiles!, 'listed', ['stereo open'], []],
    [
      'the mirror image, if optical isomers are covered',
      left,
      ['optical isomers'],
      right.smiles!,
      'listed',
      [],
      ['optical isomer'],
    ],
    [
      'the mirror image, if stereoisomers are covered',
      left,
      ['stereoisomers'],
      right.smiles!,
      'listed',
      [],
      ['optical isomer'],
    ],
    ['the mirror image, if isomers are covered', left, ['isomers'], right.smiles!, 'listed', [], ['optical isomer']],
    [
      'the mirror image, if only geometric isomers are covered',
      left,
      ['geometric isomers'],
      right.smiles!,
      'uncontrolled',
      [],
      [],
    ],
    ['the mirror image, if no isomer is covered', left, [], right.smiles!, 'uncontrolled', [], []],
  ])('%s', (_, record, words, smiles, verdict, why, how) => {
    const result = ask(listing(record, words), smiles)
    expect([result.verdict, doubts(result), via(result)]).toEqual([verdict, why, how])
  })

  const crotyl = {
    ...ethanol,
    id: 'crotyl',
    smiles: 'C/C=C/C(N)=O',
    formula: 'C4H7NO',
    inchikey: reader.read('C/C=C/C(N)=O', (s) => s.inchikey)!,
  }
  const threo = {
    ...ethanol,
    id: 'threo',
    smiles: 'C[C@H](O)[C@@H](N)c1ccccc1',
    formula: 'C9H13NO',
    inchikey: reader.read('C[C@H](O)[C@@H](N)c1ccccc1', (s) => s.inchikey)!,
  }
  it.each<[string, typeof amphetamine, Extension[], string, string, string[]]>([
    ['Z of a listed E, geometric isomers covered', crotyl, ['geometric isomers'], 'C/C=C\\C(N)=O', 'listed', []],
    ['Z of a listed E, optical isomers covered', crotyl, ['optical isomers'], 'C/C=C\\C(N)=O', 'uncontrolled', []],
    [
      'another diastereomer, stereoisomers reached',
      threo,
      ['stereoisomers'],
      'C[C@H](O)[C@H](N)c1ccccc1',
      'listed',
      [],
    ],
    [
      'another diastereomer, optical isomers covered: not defined',
      threo,
      ['optical isomers'],
      'C[C@H](O)[C@H](N)c1ccccc1',
      'undecided',
      ['diastereomer'],
    ],
    ['another diastereomer, none reached', threo, [], 'C[C@H](O)[C@H](N)c1ccccc1', 'uncontrolled', []],
  ])('%s', (_, record, words, smiles, verdict, why) => {
    const law = lawOf({ substances: [record, amphetamine], lists: [listOf([entry(record.id)], scoped(words))] })
    const result = ask(law, smiles)
    expect([result.verdict, doubts(result)]).toEqual([verdict, why])
  })
})

describe('a form that the law excepts', () => {
  const exception = { substance: 'right', from: null, until: null, reads: 'outside', cite: 'x' }
  const law = lawOf({
    substances: [left, right, ethanol],
    lists: [listOf([entry('left')], scoped(['isomers']))],
    jurisdiction: { exceptions: [exception] },
  })
  it('is outside although isomer words cover it', () => expect(ask(law, right.smiles!).verdict).toBe('uncontrolled'))
  it('does not exclude the listed form', () => expect(ask(law, left.smiles!).verdict).toBe('listed'))
  it('leaves a drawing undecided that represents both', () => {
    const result = ask(law, amphetamine.smiles!)
    expect([result.verdict, doubts(result)]).toEqual([
      'undecided',
      expect.arrayContaining(['stereo open', 'stereo parted']),
    ])
  })
  it('counts only on its days', () => {
    const ended = lawOf({
      substances: [left, right, ethanol],
      lists: [listOf([entry('left')], scoped(['isomers']))],
      jurisdiction: { exceptions: [{ ...exception, until: '2014-01-01' }] },
    })
    expect(ask(ended, right.smiles!, { asOf: '2013-12-31' }).verdict).toBe('uncontrolled')
    expect(ask(ended, right.smiles!, { asOf: '2014-01-01' }).verdict).toBe('listed')
  })
})

describe('salts, charges, isotopes, mixtures', () => {
  it.each<[string, Extension[], string[] | undefined, string, string, string[], string[]]>([
    ['a salt, reached', ['salts'], undefined, 'CC(N)Cc1ccccc1.Cl', 'listed', ['salt'], []],
    ['a salt drawn as ions', ['salts'], undefined, 'CC([NH3+])Cc1ccccc1.[Cl-]', 'listed', ['salt'], []],
    ['the cation alone', ['salts'], undefined, 'CC([NH3+])Cc1ccccc1', 'listed', ['salt'], []],
    ['a salt, not reached', [], undefined, 'CC(N)Cc1ccccc1.Cl', 'uncontrolled', [], []],
    [
      'a salt, the scope unconfirmed',
      [],
      ['salts'],
      'CC(N)Cc1ccccc1.Cl',
      'undecided',
      ['salt'],
      ['extension unconfirmed'],
    ],
    ['a hydrate is not a salt', [], undefined, 'CC(N)Cc1ccccc1.O', 'listed', [], []],
    ['deuterium', [], undefined, 'CC(N)C([2H])([2H])c1ccccc1', 'listed', ['isotopologue'], []],
    ['next to another substance', [], undefined, 'CC(N)Cc1ccccc1.CCO', 'listed', ['mixture'], []],
  ])('%s', (_, words, unconfirmed, smiles, verdict, how, why) => {
    const law = lawOf({ lists: [listOf([entry('amphetamine')], scoped(words, unconfirmed))] })
    const result = ask(law, smiles)
    expect([result.verdict, via(result), doubts(result)]).toEqual([verdict, how, why])
  })
  it('a counter-ion by itself is a substance', () => {
    const chloride = {
      ...ethanol,
      id: 'hydrogen-chloride',
      smiles: 'Cl',
      formula: 'HCl',
      inchikey: 'VEXZGXHMUGYJMC-UHFFFAOYSA-N',
    }
    const law = lawOf({
      substances: [chloride, amphetamine],
      lists: [listOf([entry('hydrogen-chloride')], { control: 'precursor' })],
    })
    expect(ask(law, 'Cl').verdict).toBe('listed')
    expect(ask(law, 'CCN.Cl').verdict).toBe('uncontrolled')
  })
  it('the words of a period precede those of the list', () => {
    const law = lawOf({
      lists: [listOf([entry('amphetamine', { periods: [{ ...always(), extends_to: [] }] })], scoped(['salts']))],
    })
    expect(ask(law, 'CC(N)Cc1ccccc1.Cl').verdict).toBe('uncontrolled')
  })
  it('scope words are those of the day', () => {
    const scope = [
      { from: null, until: '2010-01-01', extends_to: [], cite: 'x', reads: 'x' },
      { from: '2010-01-01', until: null, extends_to: ['salts' as const], cite: 'x', reads: 'x' },
    ]
    const law = lawOf({ lists: [listOf([entry('amphetamine')], { scope })] })
    expect(ask(law, 'CC(N)Cc1ccccc1.Cl', { asOf: '2009-12-31' }).verdict).toBe('uncontrolled')
    expect(ask(law, 'CC(N)Cc1ccccc1.Cl', { asOf: '2010-01-01' }).verdict).toBe('listed')
  })
})

describe('days', () => {
  const on = (periods: Period[], asOf: string, more: Partial<Entry> = {}, list = {}, jurisdiction = {}) =>
    ask(
      lawOf({ lists: [listOf([entry('amphetamine', { periods, ...more })], list)], jurisdiction }),
      amphetamine.smiles!,
      { asOf },
    )
  it.each<[string, Period[], string, string, string[]]>([
    ['the day before', [{ ...always(), from: '2015-10-01' }], '2015-09-30', 'uncontrolled', []],
    ['the first day', [{ ...always(), from: '2015-10-01' }], '2015-10-01', 'listed', []],
    ['the last day', [{ ...always(), until: '2015-10-01' }], '2015-09-30', 'listed', []],
    ['the first day no longer in force', [{ ...always(), until: '2015-10-01' }], '2015-10-01', 'uncontrolled', []],
    [
      'between two periods',
      [
        { ...always(), until: '2010-01-01' },
        { ...always(), from: '2012-01-01' },
      ],
      '2011-01-01',
      'uncontrolled',
      [],
    ],
    [
      'an unknown start, before a source shows it',
      [{ ...always(), from: null, in_force_by: '2014-01-01' }],
      '2013-01-01',
      'undecided',
      ['start unknown'],
    ],
    [
      'an unknown start, after that',
      [{ ...always(), from: null, in_force_by: '2014-01-01' }],
      '2014-01-01',
      'listed',
      [],
    ],
    [
      'less than a year before an unconfirmed start',
      [{ ...always(), from: '2015-10-01', unconfirmed: ['from'] }],
      '2014-10-01',
      'undecided',
      ['start unconfirmed'],
    ],
    [
      'more than a year before it',
      [{ ...always(), from: '2015-10-01', unconfirmed: ['from'] }],
      '2014-09-30',
      'uncontrolled',
      [],
    ],
    ['before the records begin', [always()], '1999-12-31', 'undecided', ['before records']],
    [
      'a term that expired after the law was last reviewed',
      [{ ...always(), until: '2021-06-01' }],
      '2021-06-01',
      'undecided',
      ['lapse unverified'],
    ],
    [
      'a term that expired on the day the law was last reviewed',
      [{ ...always(), until: '2020-12-31' }],
      '2020-12-31',
      'uncontrolled',
      [],
    ],
  ])('%s', (_, periods, asOf, verdict, why) => {
    const result = on(periods, asOf)
    expect([result.verdict, doubts(result)]).toEqual([verdict, why])
  })
  it('an entry whose legal act is not recorded leaves the substance undecided', () => {
    const { act: _, ...noAct } = always()
    const result = on([noAct], '2015-01-01')
    expect([result.verdict, doubts(result)]).toEqual(['undecided', ['instrument unknown']])
    expect(on([{ ...noAct, instrument: 'act-1' }], '2015-01-01').verdict).toBe('listed')
  })
  it('an entry for preparations only leaves the substance undecided', () => {
    const result = on([always()], '2015-01-01', { limited_to: 'oral liquids' })
    expect([result.verdict, doubts(result)]).toEqual(['undecided', ['preparations only']])
  })
  it('the finding cites the period of the day', () => {
    const result = on(
      [
        { ...always('Act 1'), until: '2010-01-01' },
        { ...always('Act 2'), from: '2010-01-01' },
      ],
      '2012-01-01',
    )
    expect(result.findings).toMatchObject([{ cite: 'Act 2', from: '2010-01-01', until: null }])
  })
  it('caveats: after the last review, before the records', () => {
    expect(on([always()], '2021-01-01').caveats).toEqual([{ kind: 'after verified', verifiedThrough: '2020-12-31' }])
    expect(on([always()], '1999-01-01').caveats).toEqual([{ kind: 'before records', recordsFrom: '2000-01-01' }])
    expect(on([always()], '2015-01-01').caveats).toEqual([])
  })
})

describe('gaps', () => {
  const gap = (reaches?: string[]) =>
    lawOf({
      jurisdiction: {
        gaps: [
          {
            id: 'g',
            from: '2010-01-01',
            until: '2016-01-01',
            reads: 'unread',
            cite: 'Act 9',
            ...(reaches ? { reaches: reaches.map((smarts) => ({ smarts, reads: 'could be' })) } : {}),
          },
        ],
      },
    })
  it('make structures that they could cover undecided, on their days', () => {
    expect(ask(gap(['c1ccncc1']), 'Cc1ccncc1').verdict).toBe('undecided')
    expect(ask(gap(['c1ccncc1']), 'Cc1ccncc1', { asOf: '2016-01-01' }).verdict).toBe('uncontrolled')
    expect(ask(gap(['c1ccncc1']), 'Cc1ccccc1').verdict).toBe('uncontrolled')
  })
  it.each([
    ['[OX2;H1]-[CX3]=[NX2]', 'uncontrolled'],
    ['O=[CX3]-[NX3]', 'undecided'],
  ])('that reach %s give a lactam and its imidic acid one verdict', (smarts, verdict) => {
    const drawings = ['O=C1CCCN1', 'OC1=NCCC1']
    expect(drawings.map((smiles) => ask(gap([smarts]), smiles).verdict)).toEqual([verdict, verdict])
  })
  it('add nothing if the same law already controls the structure as a drug', () => {
    const listed = lawOf({
      jurisdiction: {
        gaps: [
          {
            id: 'g',
            from: null,
            until: null,
            reads: 'unread',
            cite: 'Act 9',
            reaches: [{ smarts: 'NC(C)Cc1ccccc1', reads: 'amphetamines' }],
          },
        ],
      },
    })
    const [own, other] = ['CC(N)Cc1ccccc1', 'CC(N)Cc1ccc(C)cc1'].map((smiles) => ask(listed, smiles))
    expect([own!.verdict, own!.findings.map((f) => f.kind)]).toEqual(['listed', ['listed']])
    expect([other!.verdict, other!.findings.map((f) => f.kind)]).toEqual(['undecided', ['gap']])
  })
  it('take patterns with descriptions', () => {
    expect(
      ask(
        lawOf({
          jurisdiction: {
            gaps: [
              {
                id: 'g',
                from: null,
                until: null,
                reads: 'unread',
                cite: 'Act 9',
                reaches: [{ smarts: 'c1ccncc1', reads: 'pyridines' }],
                unless: [{ smarts: '[OH]', reads: 'with hydroxy' }],
              },
            ],
          },
        }),
        'Cc1ccncc1',
      ).verdict,
    ).toBe('undecided')
  })
  it('without a reach are reported and change no verdict', () => {
    const result = ask(gap(), 'Cc1ccncc1')
    expect([result.verdict, result.caveats]).toEqual([
      'uncontrolled',
      [{ kind: 'gap', gap: 'g', reads: 'unread', cite: 'Act 9' }],
    ])
  })
})

describe('class rules', () => {
  const toluidine = 'Nc1ccccc1C'
  const period = ruleOf().periods[0]!
  it.each<[string, Scenario, string, Partial<Query>, string]>([
    ['in force', { rules: [ruleOf()] }, toluidine, {}, 'class'],
    ['not yet in force', { rules: [ruleOf()] }, toluidine, { asOf: '2009-12-31' }, 'uncontrolled'],
    ['its first day', { rules: [ruleOf()] }, toluidine, { asOf: '2010-01-01' }, 'class'],
    ['proposed', { rules: [ruleOf({ periods: [{ ...period, status: 'proposed' }] })] }, toluidine, {}, 'uncontrolled'],
    [
      'proposed and assumed',
      { rules: [ruleOf({ periods: [{ ...period, status: 'proposed' }] })] },
      toluidine,
      { assume: ['xx-rule'] },
      'class',
    ],
    [
      'ended and assumed',
      { rules: [ruleOf({ periods: [{ ...period, until: '2012-01-01' }] })] },
      toluidine,
      { assume: ['xx-rule'] },
      'class',
    ],
    [
      'an unknown start',
      { rules: [ruleOf({ periods: [{ ...period, from: null, in_force_by: '2016-01-01' }] })] },
      toluidine,
      {},
      'undecided',
    ],
    [
      'a salt',
      { rules: [ruleOf({ periods: [{ ...period, extends_to: ['salts'] }] })] },
      `${toluidine}.Cl`,
      {},
      'class',
    ],
    [
      'a salt that the words do not name',
      { rules: [ruleOf({ periods: [{ ...period, extends_to: [] }] })] },
      `${toluidine}.Cl`,
      {},
      'undecided',
    ],
    ['deuterium', { rules: [ruleOf()] }, 'Nc1ccccc1C([2H])([2H])[2H]', {}, 'class'],
  ])('%s', (_, scenario, smiles, query, verdict) => {
    expect(ask(lawOf(scenario), smiles, query).verdict).toBe(verdict)
  })
  it('a proposed rule is shown but does not affect the verdict', () => {
    const result = ask(lawOf({ rules: [ruleOf({ periods: [{ ...period, status: 'proposed' }] })] }), toluidine)
    expect(result.findings).toMatchObject([
      { kind: 'class', status: 'proposed', counts: null, clauses: [{ id: 'a', atoms: [7], cite: '(a)' }] },
    ])
  })
  const named = {
    ...ethanol,
    id: 'toluidine',
    smiles: toluidine,
    formula: 'C7H9N',
    inchikey: 'RNVCVTLRINQCPJ-UHFFFAOYSA-N',
  }
  const both = (more: object) =>
    lawOf({ substances: [named, ethanol], lists: [listOf([entry('toluidine')])], rules: [ruleOf(more)] })
  it('named and in the class: both are findings', () => {
    expect(ask(both({}), toluidine).findings.map((f) => f.kind)).toEqual(['listed', 'class'])
  })
  it('a rule that excludes listed substances is set aside', () => {
    const result = ask(both({ leaves_out: [{ what: 'listed', control: 'drug', reads: 'x', cite: 'y' }] }), toluidine)
    expect([result.findings.map((f) => f.kind), result.setAside.map((s) => s.ruleId)]).toEqual([
      ['listed'],
      ['xx-rule'],
    ])
  })
  it('but only for that kind of control', () => {
    const result = ask(
      both({ leaves_out: [{ what: 'listed', control: 'precursor', reads: 'x', cite: 'y' }] }),
      toluidine,
    )
    expect(result.findings.map((f) => f.kind)).toEqual(['listed', 'class'])
  })
  it('and only while the listing is in force', () => {
    const law = lawOf({
      substances: [named, ethanol],
      lists: [listOf([entry('toluidine', { periods: [{ ...always(), from: '2018-01-01' }] })])],
      rules: [ruleOf({ leaves_out: [{ what: 'listed', control: 'drug', reads: 'x', cite: 'y' }] })],
    })
    expect(ask(law, toluidine, { asOf: '2017-12-31' }).verdict).toBe('class')
    expect(ask(law, toluidine, { asOf: '2018-01-01' }).verdict).toBe('listed')
  })
  it('a rule that excludes a named substance', () => {
    const law = lawOf({
      substances: [named, ethanol],
      lists: [],
      rules: [ruleOf({ leaves_out: [{ what: 'substances', substances: ['toluidine'], reads: 'x', cite: 'y' }] })],
    })
    expect(ask(law, toluidine)).toMatchObject({ verdict: 'uncontrolled', setAside: [{ ruleId: 'xx-rule' }] })
    expect(ask(law, 'Nc1cccc(C)c1').verdict).toBe('class')
  })
  it.each([
    ['open', 'undecided'],
    ['does not cover', 'uncontrolled'],
    ['covers', 'class'],
  ] as const)('a reading about a named substance that is "%s"', (choice, verdict) => {
    const law = lawOf({
      substances: [named, ethanol],
      lists: [],
      rules: [ruleOf({ readings: [{ id: 'r', question: 'q', choice, basis: 'b', substances: ['toluidine'] }] })],
    })
    expect(ask(law, toluidine).verdict).toBe(verdict)
    expect(ask(law, 'Nc1cccc(C)c1').verdict).toBe('class')
  })
  it('near misses are reported, the closest first', () => {
    const result = ask(lawOf({ rules: [ruleOf()] }), 'Nc1ccccc1O')
    expect(result.nearMisses).toMatchObject([{ ruleId: 'xx-rule', failure: { why: 'group not allowed', atoms: [7] } }])
  })
  it('every component is read', () => {
    expect(ask(lawOf({ rules: [ruleOf()] }), 'CCO.Nc1ccccc1C')).toMatchObject({
      verdict: 'class',
      findings: [{ via: ['mixture'], clauses: [{ atoms: [10] }] }],
    })
  })
})

describe('precursors', () => {
  const law = lawOf({ lists: [listOf([entry('amphetamine')], { control: 'precursor' })] })
  it('are findings of their own kind', () => {
    expect(ask(law, amphetamine.smiles!).findings).toMatchObject([{ control: 'precursor' }])
  })
  it('are omitted if not wanted', () => {
    expect(ask(law, amphetamine.smiles!, { kinds: ['drug', 'chemical weapon'] })).toMatchObject({
      verdict: 'uncontrolled',
      findings: [],
    })
  })
})

describe('open drawings', () => {
  it.each(['*CC(N)Cc1ccccc1', 'CC(N)C~c1ccccc1', 'C1N(CCc2ccccc2)CCC(N(C(CC)=O)c2ccccc2)C~1'])(
    '%s is undecided, never uncontrolled',
    (smiles) => {
      expect(ask(lawOf({}), smiles)).toMatchObject({
        verdict: 'undecided',
        findings: [{ kind: 'open structure', why: 'drawn open' }],
      })
    },
  )
})

describe('strength', () => {
  it.each([
    [['uncontrolled', 'undecided', 'class', 'listed'], 'listed'],
    [['uncontrolled', 'undecided', 'class'], 'class'],
    [['uncontrolled', 'undecided'], 'undecided'],
    [['uncontrolled'], 'uncontrolled'],
    [[], 'uncontrolled'],
  ] as const)('%s: %s', (verdicts, strongest) => {
    expect(strongestOf(verdicts)).toBe(strongest)
  })
})

describe('a query with names that do not exist', () => {
  const law = lawOf({ rules: [ruleOf()] })
  it.each<[string, Query]>([
    ['jurisdiction', { asOf: '2015-01-01', jurisdictions: ['YY'] }],
    ['jurisdiction', { asOf: '2015-01-01', jurisdictions: [] }],
    ['rule', { asOf: '2015-01-01', assume: ['yy-rule'] }],
    ['day', { asOf: '2015-02-30' }],
    ['day', { asOf: '2015-03' }],
    ['record of the kind', { asOf: '2015-01-01', jurisdictions: ['XX'], kinds: ['precursor'] }],
  ])('%s', (what, query) => {
    expect(() => checkQuery(law, query)).toThrow(UnknownName)
    expect(() => checkQuery(law, query)).toThrow(what)
  })
  it('is accepted if all exist', () => {
    expect(() => checkQuery(law, { asOf: '2015-01-01', jurisdictions: ['XX'], assume: ['xx-rule'] })).not.toThrow()
  })
  it('is accepted of a law that has no records yet, whatever their kind', () => {
    const query: Query = { asOf: '2015-01-01', jurisdictions: ['XX'], kinds: ['precursor'] }
    expect(() => checkQuery(lawOf({ lists: [], rules: [] }), query)).not.toThrow()
  })
})
