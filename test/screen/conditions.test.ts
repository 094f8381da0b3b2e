import { describe, expect, test } from 'vitest'
import { FastGraph, readSmiles, patternOf, mayMatch } from '../../src/engine/index.js'
import * as counted from '../../src/engine/smarts/count-places.js'
import { testAtom } from '../support/answers.js'
import type { Rule } from '../../src/law/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import { indexLaw } from '../../src/matching/index.js'
import { cleavedConditionsOf, conditionOf, conditionsOf, type Condition } from '../../src/screen/conditions.js'
import { reader } from '../support/law.js'
import { listOf, recordsOf, ruleOf } from '../support/records.js'

// What a molecule must have before the groups at the sites of a rule are looked at: the patterns with the atoms that
// have room. They only save work, so no verdict shows it if they are looser.
const lawOf = (rule: Partial<Rule>) =>
  indexLaw({ ...compileEdition(recordsOf({ lists: [listOf([])], rules: [ruleOf(rule)] }), reader), sha256: 'x' })
const queries = [{ asOf: '2020-06-01' }]
const drawn = (rule: Partial<Rule>) => conditionsOf(lawOf(rule), queries)
const period = ruleOf().periods[0]!
const cleaved = (rule: Partial<Rule>) =>
  cleavedConditionsOf(lawOf({ periods: [{ ...period, extends_to: ['esters', 'ethers'] }], ...rule }), queries)

function isMet({ pattern }: Condition, smiles: string): boolean {
  const graph = new FastGraph()
  expect(readSmiles(smiles, graph)).toBe(true)
  return mayMatch(graph, pattern!)
}

const aniline = [{ id: 'ring', smarts: 'N-[c:1]1[c:2][c:3][c:4][c:5][c:6]1', reads: 'x' }]
const amine = [{ id: 'amine', smarts: 'N-[C:1]', reads: 'x' }]
const site = (holds: 'one' | 'many', ...on: number[]) => ({ id: 'ring', reads: 'x', on, holds })
const clauses = ruleOf().clauses
const both = { clauses: [{ ...clauses[0]!, sites: ['ring', 'other'] }] }

describe('the atoms of a scaffold', () => {
  test.each<[string, Partial<Rule>, string[], string[]]>([
    [
      'have no further neighbour where the rule has no site',
      { scaffolds: aniline, sites: [site('many', 4)] },
      ['Nc1ccccc1', 'Nc1ccc(C)cc1'],
      ['Nc1cccc(C)c1', 'Nc1ccccc1C', 'CNc1ccccc1', 'Oc1ccccc1'],
    ],
    [
      'have the group that a site must hold',
      { scaffolds: aniline, sites: [site('one', 4)] },
      ['Nc1ccc(C)cc1'],
      ['Nc1ccccc1', 'Nc1cccc(C)c1'],
    ],
    [
      'may have none where a site can hold it on another atom',
      { scaffolds: aniline, sites: [site('one', 2, 4)] },
      ['Nc1ccccc1', 'Nc1ccc(C)cc1', 'Nc1ccccc1C'],
      ['Nc1cccc(C)c1'],
    ],
    [
      'have the groups of all sites there',
      { scaffolds: amine, sites: [site('one', 1), { ...site('one', 1), id: 'other' }], ...both },
      ['NC(C)C', 'NC1CCCC1', 'NC(C)(C)C'],
      ['NC', 'NCC', 'CNC(C)C'],
    ],
    [
      'have the groups that must be there, and perhaps more',
      { scaffolds: amine, sites: [site('one', 1), { ...site('many', 1), id: 'other' }], ...both },
      ['NCC', 'NC(C)C'],
      ['NC'],
    ],
  ])('%s', (_, rule, met, unmet) => {
    const [condition, another] = drawn(rule)
    expect(another).toBeUndefined()
    expect([...met, ...unmet].filter((smiles) => isMet(condition!, smiles))).toEqual(met)
  })

  test.each<[string, Partial<Rule>, string[], string[]]>([
    [
      'may have any neighbour, which could be cleaved',
      { scaffolds: aniline, sites: [site('many', 4)] },
      ['Nc1ccccc1', 'Nc1cccc(OC)c1', 'CONc1ccccc1'],
      ['Oc1ccccc1'],
    ],
    [
      'still have the group that a site must hold',
      { scaffolds: aniline, sites: [site('one', 4)] },
      ['Nc1ccc(OC)cc1'],
      ['Nc1ccccc1', 'Nc1cccc(OC)c1'],
    ],
  ])('of which esters and ethers are covered %s', (_, rule, met, unmet) => {
    const [condition, another] = cleaved(rule)
    expect(another).toBeUndefined()
    expect([...met, ...unmet].filter((smiles) => isMet(condition!, smiles))).toEqual(met)
  })
})

test('atoms that the pattern draws in a ring are in one, with as many ring bonds', () => {
  // Two fused rings: the first atom has three ring bonds, the second two.
  const scaffolds = [{ id: 's', smarts: 'C12CCC1CC2', reads: 'x' }]
  const [condition] = drawn({ scaffolds, sites: [], clauses: [] })
  const graph = new FastGraph()
  const passes = (smiles: string, patternAtom: number, atom: number) => {
    expect(readSmiles(smiles, graph)).toBe(true)
    return testAtom(graph, atom, condition!.pattern!.atoms[patternAtom]!.test) !== 0
  }
  const [fused, ring, chain] = ['C12CCC1CC2', 'CC1CCC1', 'CC(C)CC']
  expect([passes(fused, 0, 0), passes(ring, 0, 1), passes(chain, 0, 1)]).toEqual([true, false, false])
  expect([passes(fused, 1, 1), passes(ring, 1, 2), passes(chain, 1, 3)]).toEqual([true, true, false])
})

test('a rule that covers no esters or ethers has no condition for them', () => {
  expect(cleaved({ periods: [period] })).toEqual([])
  expect(cleaved({ periods: [{ ...period, extends_to: ['salts'] }] })).toEqual([])
  expect(cleaved({ periods: [{ ...period, from: '2021-01-01', extends_to: ['esters'] }] })).toEqual([])
  expect(cleaved({ periods: [period, { ...period, extends_to: ['ethers'] }] })).toHaveLength(1)
})

test('what the whole substance must contain counts as drawn only: cleaving a bond may make it', () => {
  const conditions = [
    { id: 'c', reads: 'x', smarts: '[OH]', present: true },
    { id: 'd', reads: 'x', smarts: '[Cl]', present: false },
  ]
  expect(drawn({ conditions }).map(({ patterns }) => patterns.length)).toEqual([2])
  expect(cleaved({ conditions }).map(({ patterns }) => patterns.length)).toEqual([1])
})

test('a molecule needs the most of each count that any of the patterns needs, which may share atoms', () => {
  const conditions = [
    { id: 'c', reads: 'x', smarts: 'O-C-C-O', present: true },
    { id: 'd', reads: 'x', smarts: 'O-[#6]', present: true },
  ]
  const [{ counts }] = drawn({ scaffolds: aniline, sites: [site('many', 4)], conditions }) as [Condition]
  const { C, O, N, ring, halogen } = counted
  expect([C, O, N, ring, halogen].map((place) => counts.required[place])).toEqual([6, 2, 1, 6, 0])
})

test('an atom for which nothing but the pattern is required keeps the predicate of the pattern', () => {
  const [end, middle] = patternOf('C-C-N')!.atoms
  const [first, second] = conditionOf('C-C-N').pattern!.atoms
  expect(first!.test).toBe(end!.test)
  expect(second!.test).toEqual({ is: 'and', of: [middle!.test, { is: 'degree at least', n: 2 }] })
  expect(conditionOf('C-C-O').pattern!.atoms[1]!.test).toBe(second!.test)
})

test('a hydroxy group of the scaffold need not be free in an ester or ether', () => {
  const phenol = { scaffolds: [{ id: 's', smarts: '[OH]-[c:1]1[c:2][c:3][c:4][c:5][c:6]1', reads: 'x' }] }
  expect(isMet(drawn(phenol)[0]!, 'COc1ccccc1')).toBe(false)
  expect(isMet(drawn(phenol)[0]!, 'Oc1ccccc1')).toBe(true)
  expect(isMet(cleaved(phenol)[0]!, 'COc1ccccc1')).toBe(true)
})

test.each([
  ['C', 0],
  ['CC', 1],
  ['N-c1ccccc1', 7],
  ['C1CCC2CCCCC2C1', 11],
])('%s has %i bonds', (smarts, bonds) => {
  const scaffolds = [{ id: 's', smarts, reads: 'x' }]
  expect(drawn({ scaffolds, sites: [], clauses: [] }).map((c) => c.bonds)).toEqual([bonds])
})

test('a pattern that cannot be parsed may match anything', () => {
  const scaffolds = [{ id: 's', smarts: '[13C]', reads: 'x' }]
  const [condition] = drawn({ scaffolds, sites: [], clauses: [] })
  expect(condition).toMatchObject({
    of: 'xx-rule',
    by: { id: 'xx-rule' },
    pattern: null,
    patterns: [],
    bonds: 0,
  })
  expect(condition!.counts.required.every((n) => n === 0)).toBe(true)
})
