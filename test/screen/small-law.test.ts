import { describe, expect, it, test } from 'vitest'
import type { Rule, Substance, Term } from '../../src/law/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import { assess, indexLaw, type LawIndex, type Query } from '../../src/matching/index.js'
import { Screen } from '../../src/screen/index.js'
import { law as shipped, reader } from '../support/law.js'
import { always, halogen, listOf, methyl, recordsOf, ruleOf, type Scenario } from '../support/records.js'
import { referred } from '../support/referred.js'

// One rule, so that nothing else keeps a structure from being cleared.
const lawOf = (...scenarios: Scenario[]): LawIndex => {
  const records = scenarios.map((s) => recordsOf({ lists: [listOf([])], ...s }))
  const jurisdictions = records.flatMap((r) => r.jurisdictions)
  return indexLaw({ ...compileEdition({ ...records[0]!, jurisdictions }, reader), sha256: 'small' })
}
const of = (rule: Partial<Rule>, ...terms: Term[]) =>
  lawOf({ rules: [ruleOf(rule)], terms: [methyl, halogen, ...terms] })
const verdictOf = (law: LawIndex, smiles: string, query: Query) => {
  const result = assess(reader, law, smiles, query, { identify: 'controlled' })
  return result.kind === 'judged' ? result.judgement.verdict : 'unreadable'
}
const on = (asOf: string, more: Partial<Query> = {}): Query => ({ asOf, ...more })
const day = on('2020-06-01')

/** Verdict of the full path, and whether the screen clears it: by its conditions alone, or only on a closer look. */
function answer(law: LawIndex, smiles: string, query = day) {
  const screen = new Screen(law, query)
  if (referred(screen, smiles) !== null) return verdictOf(law, smiles, query)
  const how = screen.read(smiles).clears() ? 'cleared' : 'cleared on a closer look'
  return `${verdictOf(law, smiles, query)}, ${how}`
}
const [covered, cleared, clearedLater] = ['class', 'uncontrolled, cleared', 'uncontrolled, cleared on a closer look']

const clause = ruleOf().clauses[0]!
const only = (...on: number[]) => [{ id: 'ring', reads: 'ring', on, holds: 'many' as const }]
const one = (...on: number[]) => [{ id: 'ring', reads: 'ring', on, holds: 'one' as const }]
const group = (shape: Term['is'][number], id = 'x'): Term => ({
  id,
  reads: 'x',
  is: [shape],
  examples: { in: ['*C'], out: ['*O'] },
})
const put = (id: string | object) => ({ clauses: [{ ...clause, change: 'substitute' as const, with: [id as string] }] })

describe('what is attached decides', () => {
  it.each<[string, Partial<Rule>, string[], string[]]>([
    [
      'an alkyl group on a ring',
      {},
      ['Nc1ccccc1', 'Nc1ccc(C)cc1', 'Nc1c(C)cccc1CC'],
      ['Nc1ccc(F)cc1', 'Nc1ccc(CO)cc1', 'CNc1ccccc1', 'Oc1ccccc1'],
    ],
    ['only in one position', { sites: only(4) }, ['Nc1ccc(C)cc1', 'Nc1ccccc1'], ['Nc1cccc(C)c1']],
    [
      'a site that holds one group',
      { sites: one(4), ...put('halogen') },
      ['Nc1ccc(F)cc1'],
      ['Nc1ccccc1', 'Nc1cccc(F)c1'],
    ],
    [
      'one group in either of two positions',
      { sites: one(2, 4), ...put('halogen') },
      ['Nc1ccc(F)cc1', 'Nc1ccccc1F'],
      ['Nc1cccc(F)c1'],
    ],
    [
      'a site that one scaffold has and another has not',
      {
        scaffolds: [...ruleOf().scaffolds, { id: 'chain', smarts: '[NH2]-[C;!R:2]-[C;!R:7]', reads: 'x' }],
        sites: [...one(7), { ...only(2)[0]!, id: 'other' }],
        clauses: [
          { ...clause, change: 'substitute', with: ['halogen'] },
          { ...clause, id: 'b', sites: ['other'], change: 'substitute', with: ['alkyl'] },
        ],
      },
      ['Nc1ccccc1', 'Nc1ccccc1C', 'NCCF', 'NC(C)CF'],
      ['NCC', 'NC(C)C', 'Nc1ccccc1F', 'NCCO', 'NC(F)CF'],
    ],
    [
      'a group that closes a ring, where the rule allows it',
      {
        sites: only(4, 5),
        clauses: [{ ...clause, change: 'bridge', between: 'neighbours', with: [{ term: 'alkyl' }] }],
        terms: [{ ...methyl, is: [{ ends: 2, every: ['[CX4]'] }] }],
      },
      ['Nc1ccccc1', 'Nc1ccc2CCCc2c1', 'Nc1ccc2CCc2c1'],
      ['Nc1cccc2CCCc12', 'Nc1cccc2c1CCC2', 'Nc1ccc2COCc2c1'],
    ],
    [
      'a limit on carbons',
      put({ term: 'alkyl', carbons: { min: 2, max: 3 } }),
      ['Nc1ccc(CC)cc1', 'Nc1ccc(C(C)C)cc1'],
      ['Nc1ccc(C)cc1', 'Nc1ccc(CCCC)cc1'],
    ],
    [
      'the group of the parent, or another in its place',
      {
        sites: [{ ...one(4)[0]!, parent: { term: 'alkyl', carbons: { max: 1 } } }],
        clauses: [{ ...clause, change: 'replace', with: ['halogen'] }],
      },
      ['Nc1ccc(C)cc1', 'Nc1ccc(F)cc1'],
      ['Nc1ccc(O)cc1', 'Nc1ccccc1', 'Nc1ccc(CC)cc1'],
    ],
    ['a limit on mass', { mass: { max: 100 } }, ['Nc1ccccc1'], ['Nc1ccc(C)cc1']],
    [
      'a pattern that must be present',
      { conditions: [{ id: 'c', reads: 'x', smarts: '[CH3]', present: true }] },
      ['Nc1ccc(C)cc1'],
      ['Nc1ccccc1'],
    ],
    [
      'a pattern that must be absent',
      { conditions: [{ id: 'c', reads: 'x', smarts: '[CH3]', present: false }] },
      ['Nc1ccccc1'],
      ['Nc1ccc(C)cc1'],
    ],
  ])('%s', (_, rule, fits, misses) => {
    const law = of(rule)
    expect(fits.map((smiles) => answer(law, smiles))).toEqual(fits.map(() => covered))
    expect(misses.map((smiles) => answer(law, smiles))).toEqual(misses.map(() => cleared))
  })

  const rings = {
    phenyl: 'c2ccccc2',
    cyclohexyl: 'C2CCCCC2',
    pyridyl: 'c2ccccn2',
    thienyl: 'c2cccs2',
    naphthyl: 'c2ccc3ccccc3c2',
    pyrimidyl: 'c2ncccn2',
    fluoro: 'F',
  }
  // Rings that are fused are left to the rule engine, except whether they are aromatic.
  const closer = (shape: Term['is'][number], name: string) =>
    name === 'naphthyl' && (shape.ring?.sizes || shape.ring?.heteroatoms) ? clearedLater : cleared
  it.each<[string, Term['is'][number], (keyof typeof rings)[]]>([
    ['aromatic', { ring: { aromatic: true } }, ['phenyl', 'pyridyl', 'thienyl', 'naphthyl', 'pyrimidyl']],
    [
      'of five or six atoms',
      { ring: { sizes: [5, 6], rings: { max: 1 } } },
      ['phenyl', 'cyclohexyl', 'pyridyl', 'thienyl', 'pyrimidyl'],
    ],
    ['of five atoms', { ring: { sizes: [5] } }, ['thienyl']],
    ['with hetero atoms', { ring: { heteroatoms: { min: 1 } } }, ['pyridyl', 'thienyl', 'pyrimidyl']],
    [
      'with one hetero atom at most',
      { ring: { aromatic: true, heteroatoms: { max: 1 } } },
      ['phenyl', 'pyridyl', 'thienyl', 'naphthyl'],
    ],
    ['two rings', { ring: { rings: { min: 2 } } }, ['naphthyl']],
    ['a given ring', { ring: { is: ['c1ccccn1', 'c1cccs1'] } }, ['pyridyl', 'thienyl']],
    ['attached by an aromatic carbon', { root: 'c' }, ['phenyl', 'pyridyl', 'thienyl', 'naphthyl', 'pyrimidyl']],
    ['carbon only', { every: ['[#6]'] }, ['phenyl', 'cyclohexyl', 'naphthyl']],
    ['with nitrogen', { some: ['[#7]'] }, ['pyridyl', 'pyrimidyl']],
    ['without nitrogen or fluorine', { none: ['[#7]', 'F'] }, ['phenyl', 'cyclohexyl', 'thienyl', 'naphthyl']],
    ['a skeleton', { core: 'c1ccccc1', further: 'none' }, ['phenyl']],
  ])('a group that is %s', (_, shape, fits) => {
    const law = of(put('x'), group(shape))
    const answers = Object.entries(rings).map(([name, ring]) => [name, answer(law, `Nc1ccc(${ring})cc1`)])
    expect(answers).toEqual(
      Object.keys(rings).map((name) => [name, fits.includes(name as never) ? covered : closer(shape, name)]),
    )
  })

  it('a ring that is not aromatic, and rings of which there is at least one', () => {
    const attached = [rings.cyclohexyl, rings.phenyl, rings.naphthyl, rings.fluoro].map((ring) => `Nc1ccc(${ring})cc1`)
    const answers = (ring: object) => attached.map((smiles) => answer(of(put('x'), group({ ring })), smiles))
    // That a ring is not aromatic is left to the rule engine.
    expect(answers({ aromatic: false })).toEqual([covered, clearedLater, clearedLater, cleared])
    expect(answers({ rings: { min: 1 } })).toEqual([covered, covered, covered, cleared])
  })

  it('rings of more than 31 atoms, which the screen does not tell apart', () => {
    const ringOf = (size: number) => `Nc1ccc(C2${'C'.repeat(size - 1)}2)cc1`
    const answers = (...sizes: number[]) => {
      const law = of(put('x'), group({ ring: { sizes } }))
      return [5, 6, 8, 31, 32, 40].map((size) => answer(law, ringOf(size)).split(',')[0])
    }
    const [yes, no] = ['class', 'uncontrolled']
    expect(answers(6, 31)).toEqual([no, yes, no, yes, no, no])
    expect(answers(6, 32)).toEqual([no, yes, no, no, yes, no])
    expect(answers(40)).toEqual([no, no, no, no, no, yes])
    expect(answer(of(put('x'), group({ ring: { sizes: [6, 31] } })), ringOf(32))).toBe(cleared)
  })

  it('one group with different limits at two sites', () => {
    const alkyl = (id: string, at: string, carbons: object) => ({
      ...clause,
      id,
      sites: [at],
      with: [{ term: 'alkyl', carbons }],
    })
    const law = of({
      sites: [...only(4), { ...only(2)[0]!, id: 'ortho' }],
      clauses: [alkyl('a', 'ring', { max: 1 }), alkyl('b', 'ortho', { min: 3 })],
    })
    const asked = ['Nc1ccc(C)cc1', 'Nc1ccccc1CCC', 'Nc1ccc(CCC)cc1', 'Nc1ccccc1C']
    expect(asked.map((smiles) => answer(law, smiles))).toEqual([covered, covered, cleared, cleared])
  })

  it('what the rule engine cannot read with certainty is not cleared', () => {
    const law = of(put('x'), group({ every: ['*'] }))
    expect(answer(law, 'Nc1ccc(CC(O)=[N+](C)C)cc1')).toBe(covered)
  })

  describe('a pattern that only RDKit can read', () => {
    const labelled = { smarts: '[13C]', reads: 'x' }
    it('in a scaffold or a gap, nothing is cleared', () => {
      const scaffolds = [{ id: 's', ...labelled }]
      const rule = of({ scaffolds, sites: [], clauses: [] })
      const gap = lawOf({
        jurisdiction: { gaps: [{ id: 'g', from: null, until: null, reads: 'x', cite: 'x', reaches: [labelled] }] },
      })
      for (const law of [rule, gap]) expect(answer(law, 'Cc1ccccc1')).toBe('uncontrolled')
    })
    it('in a term or a condition, it is not asked', () => {
      const absent = [{ id: 'c', ...labelled, present: false }]
      for (const law of [
        of(put('x'), group({ none: ['[13C]'], every: ['[F,C]'] })),
        of({ ...put('halogen'), conditions: absent }),
      ])
        expect(['Nc1ccc(F)cc1', 'Nc1ccc(O)cc1'].map((smiles) => answer(law, smiles))).toEqual([covered, cleared])
      // Whether the group fits is left to RDKit.
      const carbon = ['Nc1ccc(C)cc1', 'Nc1ccc(C2CCCCC2)cc1']
      for (const shape of [
        { some: ['[13C]'] },
        { root: '[13C]' },
        { core: '[13C]' },
        { ring: { is: ['[13C]1CCCCC1'] } },
      ]) {
        const law = of(put('x'), group(shape))
        expect(answer(law, carbon['ring' in shape ? 1 : 0]!)).toBe('uncontrolled')
      }
      const either = of(put('x'), group({ every: ['[13C]', 'F'] }))
      expect(answer(either, 'Nc1ccc(F)cc1')).toBe(covered)
    })
  })

  it('a group that closes a ring', () => {
    const bridge = group({ ends: 2, every: ['[CX4]'] })
    const fused = { clauses: [{ ...clause, change: 'bridge' as const, between: 'neighbours' as const, with: ['x'] }] }
    const law = of(fused, bridge)
    expect(['Nc1ccc2CCCc2c1', 'Nc1ccc2COCc2c1', 'Nc1ccc(CC)cc1'].map((smiles) => answer(law, smiles))).toEqual([
      covered,
      cleared,
      cleared,
    ])
  })

  it('a group attached by a double bond', () => {
    const law = of(
      {
        scaffolds: [{ id: 'ring', smarts: '[NH2]-[C:1]1[C:2][C:3][C:4][C:5][C:6]1', reads: 'x' }],
        sites: only(4),
        ...put('x'),
      },
      group({ bond: 'double', root: 'O' }),
    )
    expect(['NC1CCC(=O)CC1', 'NC1CCC(O)CC1', 'NC1CCC(=C)CC1'].map((s) => answer(law, s))).toEqual([
      covered,
      cleared,
      cleared,
    ])
  })
})

describe('days, questions and other laws decide', () => {
  const toluidine = 'Nc1ccc(C)cc1'
  it('the days of a rule, unless it is assumed', () => {
    const law = of({ periods: [{ from: '2010-01-01', until: '2012-01-01', cite: 'x', status: 'in force' }] })
    const days = ['2009-12-31', '2010-01-01', '2011-12-31', '2012-01-01']
    expect(days.map((asOf) => answer(law, toluidine, on(asOf)))).toEqual([cleared, covered, covered, cleared])
    expect(referred(new Screen(law, on('2012-01-01', { assume: ['xx-rule'] })), toluidine)).toBe('a rule could fit')
    expect(referred(new Screen(law, on('2012-01-01', { assume: ['xx-other'] })), toluidine)).toBeNull()
  })
  it('all queries of a screen', () => {
    const law = of({ periods: [{ from: '2010-01-01', until: '2012-01-01', cite: 'x', status: 'in force' }] })
    expect(referred(new Screen(law, on('2015-01-01'), [on('2011-01-01')]), toluidine)).toBe('a rule could fit')
    expect(referred(new Screen(law, on('2015-01-01'), [on('2016-01-01')]), toluidine)).toBeNull()
  })
  it('what a gap reaches, on its days', () => {
    const reaches = [{ smarts: '[N+](=O)[O-]', reads: 'nitro' }]
    const gap = { id: 'g', from: '2015-01-01', until: '2016-01-01', reads: 'x', cite: 'x' }
    const law = lawOf({ jurisdiction: { gaps: [{ ...gap, reaches }] } })
    const asked = (asOf: string) => answer(law, 'O=[N+]([O-])c1ccccc1', on(asOf))
    expect(['2014-12-31', '2015-01-01', '2015-12-31', '2016-01-01'].map(asked)).toEqual([
      cleared,
      'undecided',
      'undecided',
      cleared,
    ])
    expect(answer(law, 'Nc1ccccc1', on('2015-06-01'))).toBe(cleared)
  })
  it('of the patterns of a gap, those that a structure meets', () => {
    const [nitro, chloro] = ['[N+](=O)[O-]', '[#6]-Cl']
    const gap = (id: string, smarts: string, from: string | null) => {
      return { id, from, until: null, reads: 'x', cite: 'x', reaches: [{ smarts, reads: 'x' }] }
    }
    const law = lawOf({ jurisdiction: { gaps: [gap('g', nitro, null), gap('later', chloro, '2021-01-01')] } })
    const reading = (smiles: string) => new Screen(law, day).read(smiles)
    expect(reading('O=[N+]([O-])c1ccccc1').couldReach(nitro)).toBe(true)
    expect(reading('O=Nc1ccccc1').couldReach(nitro)).toBe(false)
    // Patterns of another day are not checked.
    expect(reading('O=Nc1ccccc1').couldReach(chloro)).toBe(true)
  })
  it('what a gap reaches on the day of any query', () => {
    const reaches = [{ smarts: '[N+](=O)[O-]', reads: 'nitro' }]
    const gap = { id: 'g', from: '2015-01-01', until: '2016-01-01', reads: 'x', cite: 'x' }
    const law = lawOf({ jurisdiction: { gaps: [{ ...gap, reaches }] } })
    const reason = (...days: string[]) => {
      const [query, ...others] = days.map((asOf) => on(asOf))
      return referred(new Screen(law, query!, others), 'O=[N+]([O-])c1ccccc1')
    }
    expect([reason('2014-01-01', '2015-06-01'), reason('2015-06-01', '2014-01-01')]).toEqual([
      'a rule could fit',
      'a rule could fit',
    ])
    expect(reason('2014-01-01', '2017-01-01')).toBeNull()
  })
  it('an open question', () => {
    const reaches = [{ smarts: 'c1ccncc1', reads: 'pyridine' }]
    const law = of({
      scaffolds: [],
      sites: [],
      clauses: [],
      open_words: { question: 'q', basis: 'b', cite: 'c', reaches },
    })
    expect(['Cc1ccncc1', 'Cc1ccccc1'].map((smiles) => answer(law, smiles))).toEqual(['undecided', cleared])
  })
  describe('another law', () => {
    const other = {
      jurisdiction: { code: 'YY' },
      rules: [ruleOf({ id: 'yy-rule' })],
      lists: [listOf([], { id: 'yy-list' })],
    }
    const bare = { scaffolds: [], sites: [], clauses: [] }
    const xx = on('2020-06-01', { jurisdictions: ['XX'] })
    it('that a rule refers to', () => {
      const reference = { jurisdiction: 'YY', verdicts: ['class' as const], cite: 'x', reads: 'x' }
      const law = lawOf({ rules: [ruleOf({ ...bare, reference })] }, other)
      expect([toluidine, 'Cc1ccccc1'].map((smiles) => answer(law, smiles, xx))).toEqual([covered, cleared])
    })
    it('that a gap probably covers', () => {
      const gap = { id: 'g', from: null, until: null, reads: 'x', cite: 'x', reaches_controlled_in: ['YY'] }
      const law = lawOf({ jurisdiction: { gaps: [gap] } }, other)
      expect([toluidine, 'Cc1ccccc1'].map((smiles) => answer(law, smiles, xx))).toEqual(['undecided', cleared])
    })
    it('to which only that other law refers is not asked', () => {
      const reference = { jurisdiction: 'YY', verdicts: ['class' as const], cite: 'x', reads: 'x' }
      const onward = { ...reference, jurisdiction: 'ZZ' }
      const there = { jurisdiction: { code: 'YY' }, lists: [listOf([], { id: 'yy-list' })] }
      const law = lawOf(
        { rules: [ruleOf({ ...bare, reference })] },
        { ...there, rules: [ruleOf({ ...bare, id: 'yy-rule', reference: onward })] },
        { jurisdiction: { code: 'ZZ' }, rules: [ruleOf({ id: 'zz-rule' })], lists: [listOf([], { id: 'zz-list' })] },
      )
      expect(answer(law, toluidine, xx)).toBe(cleared)
      expect(answer(law, toluidine, on('2020-06-01', { jurisdictions: ['YY'] }))).toBe(covered)
    })
    it('that nothing refers to is not asked', () => expect(answer(lawOf({}, other), toluidine, xx)).toBe(cleared))
  })
})

test('how close a rule that misses came, of one component', () => {
  const law = of({})
  const [rule] = law.edition.jurisdictions[0]!.rules
  const closest = (smiles: string) => new Screen(law, day).read(smiles).closestOf(rule!)
  expect(closest('Nc1ccc(O)cc1')).toMatchObject({ outcome: { fit: 'misses' }, size: 8 })
  expect(closest('Nc1ccc(C)cc1')).toMatchObject({ outcome: { fit: 'fits' }, size: 8 })
  expect(closest('Nc1ccc(O)cc1.CCO')).toBeNull()
  expect(closest('Nc1ccc(C[C+]([O-])C)cc1')).toBeNull()
})

test('the words of a rule that is not in force are tried when asked for, by all its patterns', () => {
  const law = of({ periods: [{ from: '2010-01-01', until: '2012-01-01', cite: 'x', status: 'in force' }] })
  const [rule] = law.edition.jurisdictions[0]!.rules
  const fits = (smiles: string, asOf: string) => new Screen(law, on(asOf)).read(smiles).outcomeOf(rule!, 0)?.fit
  for (const asOf of ['2011-01-01', '2015-01-01'])
    expect(['Nc1ccc(C)cc1', 'Nc1ccc(O)cc1'].map((smiles) => fits(smiles, asOf))).toEqual(['fits', 'misses'])
})

test('an isomer of what a list with cores names has its formula, its core and its groups', () => {
  const substances = [record('phenylethanol', 'OCCc1ccccc1')]
  const entries = [{ substance: 'phenylethanol', name_in_law: 'x', periods: [always()] }]
  const cores = [{ id: 'ring', smarts: 'c1ccccc1', reads: 'x' }]
  const screen = new Screen(lawOf({ substances, lists: [listOf(entries, { cores: cores as never })] }), day)
  const asked = ['CC(O)c1ccccc1', 'COCc1ccccc1', 'CCCC#CC#CCO', 'O=CCc1ccccc1', 'OCCCc1ccccc1']
  expect(asked.map((smiles) => referred(screen, smiles))).toEqual(['formula of a record', null, null, null, null])
})

/** A recorded substance of this drawing. */
function record(id: string, smiles: string): Substance {
  const [inchikey, formula] = reader.read(smiles, (s) => [s.inchikey!, s.formula])
  return { id, name: id, smiles, inchikey, formula, structure: { from: 'drawing' } }
}

test('an isomer has the core of the record whose formula it has, exactly or in the wide sense', () => {
  const substances = [record('ethanol-x', 'OCCc1ccccc1'), record('propanol-x', 'OCC(C)c1ccccc1')]
  const entries = substances.map(({ id }) => ({ substance: id, name_in_law: id, periods: [always()] }))
  const [branched, ring] = [
    { id: 'branched', smarts: 'c1ccccc1C(C)C', reads: 'x' },
    { id: 'ring', smarts: 'c1ccccc1C', reads: 'x' },
  ]
  const referredBy = (...cores: object[]) => {
    const screen = new Screen(lawOf({ substances, lists: [listOf(entries, { cores: cores as never })] }), day)
    return (smiles: string) => referred(screen, smiles)
  }
  const asked = ['CC(O)c1ccccc1', 'OCCCc1ccccc1', 'CC(C)(O)c1ccccc1', 'OCc1ccc(CC)cc1', 'Oc1ccc(CC)cc1']
  const isomer = 'formula of a record'
  expect(asked.map(referredBy(branched, ring))).toEqual([isomer, null, isomer, null, isomer])
  expect(asked.map(referredBy(ring))).toEqual([isomer, isomer, isomer, isomer, isomer])
  expect(asked.map(referredBy({ ...branched, wide: 'c1ccccc1CC' }, ring))).toEqual([
    isomer,
    isomer,
    isomer,
    isomer,
    isomer,
  ])
  // A core that only RDKit can read may be anywhere.
  expect(asked.map(referredBy({ ...branched, wide: '[13C]' }, ring))).toEqual([isomer, isomer, isomer, isomer, isomer])
})

test('an isomer has the core of a record of its own formula, with its hydrogens', () => {
  const substances = [record('aryl', 'OCCc1ccccc1'), record('alkyne', 'CC(C)CCC#CCO')]
  const entries = substances.map(({ id }) => ({ substance: id, name_in_law: id, periods: [always()] }))
  const cores = [
    { id: 'ring', smarts: 'c1ccccc1', reads: 'x' },
    { id: 'triple', smarts: 'C#C', reads: 'x' },
  ]
  const screen = new Screen(lawOf({ substances, lists: [listOf(entries, { cores: cores as never })] }), day)
  // Both of C8H14O; then two of C8H10O, of which only the first has a ring.
  const asked = ['CCC#CCCCCO', 'CCCC(O)CC#CC', 'CC(O)c1ccccc1', 'CCCC#CC#CCO']
  const isomer = 'formula of a record'
  expect(asked.map((smiles) => referred(screen, smiles))).toEqual([isomer, isomer, isomer, null])
})

test('an isomer whose groups are not certain, or of a record whose groups are not, may be one', () => {
  // With charges, as a nitro group is drawn, groups are not counted.
  const [nitro, nitrite] = ['CC(C)c1ccc([N+](=O)[O-])cc1', 'CC(C)c1ccc(ON=O)cc1']
  const cores = [{ id: 'ring', smarts: 'c1ccccc1', reads: 'x' }]
  const referredBy = (recorded: string) => {
    const entries = [{ substance: 'own', name_in_law: 'x', periods: [always()] }]
    const substances = [record('own', recorded)]
    const screen = new Screen(lawOf({ substances, lists: [listOf(entries, { cores: cores as never })] }), day)
    return (smiles: string) => referred(screen, smiles)
  }
  // Of the same formula: nitro and nitrite, then an acid amide, and without the ring.
  const asked = ['CCCc1ccc([N+](=O)[O-])cc1', 'CCCc1ccc(ON=O)cc1', 'CCOc1ccccc1C(N)=O', 'C#CC=CC=CCCN(O)C=O']
  const isomer = 'formula of a record'
  expect(asked.map(referredBy(nitro))).toEqual([isomer, isomer, isomer, null])
  expect(asked.map(referredBy(nitrite))).toEqual([isomer, isomer, null, null])
})

test('lists may have the same core, each for its own substances', () => {
  const substances = [record('ethanol-x', 'OCCc1ccccc1'), record('propanol-x', 'OCC(C)c1ccccc1')]
  const lists = substances.map(({ id }) =>
    listOf([{ substance: id, name_in_law: id, periods: [always()] }], {
      id: `list-of-${id}`,
      cores: [{ id: 'ring', smarts: 'c1ccccc1', reads: 'x' }] as never,
    }),
  )
  const screen = new Screen(lawOf({ substances, lists }), day)
  const asked = ['CC(O)c1ccccc1', 'OCCCc1ccccc1', 'OCCCCc1ccccc1']
  expect(asked.map((smiles) => referred(screen, smiles))).toEqual(['formula of a record', 'formula of a record', null])
})

test.each(['F', 'Cl', 'Br', 'I', '[F-]', '[Cl-]', '[Br-]', '[I-]', '[Na+]', '[K+]', 'Cl.Cl', 'Br.[Na+]'])(
  'a counter-ion next to a base does not keep it from being cleared: %s',
  (ion) => {
    const screen = new Screen(shipped, day)
    expect(referred(screen, `${ion}.CCCCCCCCCCCCNCC`)).toBeNull()
    expect(referred(screen, `CCCCCCCCCCCCNCC.${ion}`)).toBeNull()
  },
)
