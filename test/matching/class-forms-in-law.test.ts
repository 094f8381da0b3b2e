import { describe, expect, it } from 'vitest'
import type { Rule, Substance, Term } from '../../src/law/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import { indexLaw, judge, noHints, type Hints, type Query } from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import {
  always,
  amphetamine,
  ethanol,
  halogen,
  listOf,
  methyl,
  recordsOf,
  ruleOf,
  type Scenario,
} from '../support/records.js'

const asked = (scenario: Scenario) => {
  const law = indexLaw({ ...compileEdition(recordsOf({ lists: [listOf([])], ...scenario }), reader), sha256: 'test' })
  return (smiles: string, hints: Hints = noHints, query: Partial<Query> = {}) => {
    const [j] = reader.read(smiles, (s) => judge(s, law, { asOf: '2015-01-01', ...query }, hints)).jurisdictions
    const doubts = j!.findings.flatMap((f) => ('doubts' in f ? f.doubts.map((d) => d.kind) : []))
    return [j!.verdict, ...doubts].join(', ')
  }
}
const record = (id: string, smiles: string): Substance =>
  reader.read(smiles, (s) => ({ ...ethanol, id, name: id, smiles, formula: s.formula, inchikey: s.inchikey! }))
const inForce = (more: object = {}) => [{ ...always(), status: 'in force' as const, ...more }]
const reads = { reads: 'x', cite: 'x' }

describe('a class of phenols that covers esters and ethers', () => {
  const phenols = (more: Partial<Rule> = {}) =>
    ruleOf({
      periods: inForce({ extends_to: ['esters', 'ethers'] }),
      scaffolds: [{ id: 'ring', smarts: '[OH]-[c:1]1[c:2][c:3][c:4][c:5][c:6]1', reads: 'phenol' }],
      ...more,
    })
  it.each([
    ['a phenol', 'Oc1ccc(C)cc1', 'class'],
    ['its ester', 'CC(=O)Oc1ccc(C)cc1', 'class'],
    ['its ether', 'COc1ccc(C)cc1', 'class'],
    ['its methoxymethyl ether, an acetal', 'COCOc1ccc(C)cc1', 'undecided, link unusual'],
    ['its carbonate', 'CCOC(=O)Oc1ccc(C)cc1', 'class'],
    ['its silyl ether, which only some call an ether', 'C[Si](C)(C)Oc1ccc(C)cc1', 'undecided, link unusual'],
    ['a phenol that the words do not cover', 'Oc1ccc(N)cc1', 'uncontrolled'],
    ['the ester of that', 'CC(=O)Oc1ccc(N)cc1', 'uncontrolled'],
  ])('%s', (_, smiles, verdict) => expect(asked({ rules: [phenols()] })(smiles)).toBe(verdict))
  it.each(['[OX2H]', '[OX2;H1]', '[OX2H1]', '[O;D1]', '[O;!H0]', '[OX2;H1,H0]', '[O&H]', '[OX1,OX2H1]', '[#8;H1]'])(
    'whichever way its oxygen is written: %s',
    (oxygen) => {
      const smarts = `${oxygen}-[c:1]1[c:2][c:3][c:4][c:5][c:6]1`
      const law = asked({ rules: [phenols({ scaffolds: [{ id: 'ring', smarts, reads: 'phenol' }] })] })
      expect(['Oc1ccccc1', 'CC(=O)Oc1ccccc1'].map((s) => law(s))).toEqual(['class', 'class'])
    },
  )
  it('with a ring closed on it, if the words allow that', () => {
    const alkyl = { ...ruleOf().clauses[0]!, change: 'bridge' as const, between: 'neighbours' as const }
    const bridge = { ...methyl, is: [{ ends: 2, every: ['[CX4]'] }] }
    const law = asked({ rules: [phenols({ clauses: [alkyl] })], terms: [bridge, halogen] })
    const fused = ['Oc1ccc2CCCc2c1', 'CC(=O)Oc1ccc2CCCc2c1', 'CC(=O)Oc1ccc2COCc2c1', 'CC(=O)Oc1ccc2CC(OC(C)=O)Cc2c1']
    expect(fused.map((s) => law(s))).toEqual(['class', 'class', 'uncontrolled', 'uncontrolled'])
  })
  it('only by the word that the law has', () => {
    const only = (word: 'esters' | 'ethers') =>
      asked({ rules: [phenols({ periods: inForce({ extends_to: [word] }) })] })
    expect([only('esters')('CC(=O)Oc1ccccc1'), only('esters')('COc1ccccc1')]).toEqual(['class', 'uncontrolled'])
    expect([only('ethers')('CC(=O)Oc1ccccc1'), only('ethers')('COc1ccccc1')]).toEqual(['uncontrolled', 'class'])
    expect(asked({ rules: [phenols({ periods: inForce() })] })('COc1ccccc1')).toBe('uncontrolled')
  })
  it('does not cover an ether that it excludes by name', () => {
    const substances = [record('anisole', 'COc1ccccc1')]
    const law = asked({
      substances,
      rules: [phenols({ leaves_out: [{ what: 'substances', substances: ['anisole'], ...reads }] })],
    })
    expect(['COc1ccccc1', 'CCOc1ccccc1', 'Oc1ccccc1'].map((s) => law(s))).toEqual(['uncontrolled', 'class', 'class'])
  })
  it('does not cover the ether of a phenol that it excludes, by name or as listed', () => {
    const substances = [record('phenol', 'Oc1ccccc1'), record('cresol', 'Cc1ccc(O)cc1')]
    const named = asked({
      substances,
      rules: [phenols({ leaves_out: [{ what: 'substances', substances: ['phenol'], ...reads }] })],
    })
    const lists = [listOf([{ substance: 'phenol', name_in_law: 'phenol', periods: [always()] }])]
    const listed = asked({
      substances,
      lists,
      rules: [phenols({ leaves_out: [{ what: 'listed', control: 'drug', ...reads }] })],
    })
    for (const law of [named, listed])
      expect(['COc1ccccc1', 'COc1ccc(C)cc1'].map((s) => law(s))).toEqual(['uncontrolled', 'class'])
    expect([named('Oc1ccccc1'), listed('Oc1ccccc1')]).toEqual(['uncontrolled', 'listed'])
  })
})

describe('what a screen is certain of', () => {
  const nothingFits: Hints = { ...noHints, couldFit: () => false, couldFitCleaved: () => false }
  it('does not keep a rule from covering what it names', () => {
    const bare = { scaffolds: [], sites: [], clauses: [] }
    const law = asked({
      rules: [ruleOf({ ...bare, periods: inForce(), names: [{ substance: 'ethanol', name_in_law: 'x' }] })],
    })
    expect([law('CCO', nothingFits), law('CO', nothingFits)]).toEqual(['class', 'uncontrolled'])
  })
  it('does not keep a rule of open words alone from being asked if it knows nothing of that rule', () => {
    const open_words = { question: 'x', basis: 'x', cite: 'x', reaches: [{ smarts: 'C#N', reads: 'x' }] }
    const law = asked({ rules: [ruleOf({ scaffolds: [], sites: [], clauses: [], periods: inForce(), open_words })] })
    const knowsNone: Hints = { ...noHints, fitting: { of: new Set(), fitting: new Set() } }
    expect(['CC#N', 'CCO'].map((s) => law(s, knowsNone))).toEqual(['undecided, open words', 'uncontrolled'])
  })
})

it('a rule that refers to a law that is not in the edition leaves everything undecided', () => {
  const reference = { jurisdiction: 'YY', verdicts: ['class' as const], ...reads }
  const law = asked({ rules: [ruleOf({ scaffolds: [], sites: [], clauses: [], periods: inForce(), reference })] })
  expect(law('CCO')).toBe('undecided, undecided elsewhere')
})

it('a group fits if one of the ways to find its skeleton in it does, whichever is tried first', () => {
  const ethyl: Term = { ...methyl, id: 'x', is: [{ core: 'CC', further: ['alkyl', 'halogen'] }] }
  const clauses = [{ ...ruleOf().clauses[0]!, with: ['x'] }]
  const law = asked({ terms: [methyl, halogen, ethyl], rules: [ruleOf({ clauses })] })
  const groups = ['C(C)CF', 'C(CF)C', 'C(CF)CO', 'CC', 'C']
  expect(groups.map((group) => law(`Nc1ccc(${group})cc1`))).toEqual([
    'class',
    'class',
    'uncontrolled',
    'class',
    'uncontrolled',
  ])
})

describe('stereo of what a rule excludes', () => {
  const threo = record('threo', 'C[C@H](O)[C@@H](N)c1ccccc1')
  const scaffolds = [{ id: 's', smarts: '[CH3]-[CH](-[OH])-[CH](-[NH2])-c1ccccc1', reads: 'x' }]
  const leaves_out = [{ what: 'substances' as const, substances: ['threo'], ...reads }]
  const law = asked({ substances: [threo], rules: [ruleOf({ scaffolds, sites: [], clauses: [], leaves_out })] })
  it.each([
    ['the form itself', 'C[C@H](O)[C@@H](N)c1ccccc1', 'uncontrolled'],
    ['a drawing without stereo means it', 'CC(O)C(N)c1ccccc1', 'uncontrolled'],
    ['a drawing with some stereo may mean it', 'C[C@H](O)C(N)c1ccccc1', 'undecided, stereo parted'],
    ['another form', 'C[C@H](O)[C@H](N)c1ccccc1', 'class'],
  ])('%s', (_, smiles, verdict) => expect(law(smiles)).toBe(verdict))
})

describe('a question about an entry', () => {
  const left = record('left', 'C[C@H](N)Cc1ccccc1')
  const questions = [{ substances: ['left'], question: 'q', basis: 'b' }]
  const entries = [{ substance: 'amphetamine', name_in_law: 'x', periods: [always()], questions }]
  const law = asked({ substances: [amphetamine, left], lists: [listOf(entries)] })
  it('leaves the substance undecided that it asks about', () => expect(law(left.smiles!)).toBe('undecided, open words'))
  it('does not concern others', () => expect(law('C[C@@H](N)Cc1ccccc1')).toBe('listed'))
})

describe('positional isomers, where a list defines them', () => {
  const substances = [record('x', 'COc1ccc(C)cc1CC(C)N')]
  const cores = [{ id: 'pea', smarts: 'NCCc1ccccc1', reads: 'x' }]
  const scope = [{ from: null, until: null, extends_to: ['positional isomers' as const], ...reads }]
  const entries = [{ substance: 'x', name_in_law: 'x', periods: [always()] }]
  const law = asked({ substances, lists: [listOf(entries, { cores: cores as never, scope })] })
  it.each([
    ['itself', 'COc1ccc(C)cc1CC(C)N', 'listed'],
    ['its groups elsewhere on the ring', 'COc1cc(C)ccc1CC(C)N', 'listed'],
    [
      'its methyl on the oxygen instead: not among the examples',
      'CCOc1ccccc1CC(C)N',
      'undecided, positional isomer unsettled',
    ],
    ['a phenol with its methyl groups on carbon is another group', 'Oc1c(C)cc(C)cc1CC(C)N', 'uncontrolled'],
    ['another core', 'COc1ccc(C)cc1C(C)CN', 'listed'],
    ['no core', 'COc1ccc(C)cc1C(N)CC', 'uncontrolled'],
  ])('%s', (_, smiles, verdict) => expect(law(smiles)).toBe(verdict))
})

describe('ester bonds in groups on the ring of an aniline', () => {
  const hydroxyalkyl: Term = { ...methyl, id: 'hydroxyalkyl', is: [{ root: '[CX4]', every: ['[CX4]', '[OX2H]'] }] }
  const allowing = (...items: string[]) =>
    asked({
      rules: [
        ruleOf({
          periods: inForce({ extends_to: ['esters', 'ethers'] }),
          clauses: [{ ...ruleOf().clauses[0]!, with: items }],
        }),
      ],
      terms: [methyl, hydroxyalkyl],
    })
  const manyBonds = `C${'C(OC(C)=O)'.repeat(6)}C`
  it.each([
    ['leave what the rule allows', ['hydroxyalkyl'], 'CC(=O)OCCc1ccc(N)cc1', 'class'],
    ['leave what it does not allow', ['alkyl'], 'CC(=O)OCCc1ccc(N)cc1', 'uncontrolled'],
    ['are more than can be tried', ['hydroxyalkyl'], `${manyBonds}c1ccc(N)cc1`, 'undecided, search bound'],
    ['leave a hydroxy group however many are cleaved', ['alkyl'], `${manyBonds}c1ccc(N)cc1`, 'uncontrolled'],
  ])('%s', (_, items, smiles, verdict) => expect(allowing(...items)(smiles)).toBe(verdict))
})
