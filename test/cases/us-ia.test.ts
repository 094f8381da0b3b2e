import { describe, expect, it } from 'vitest'
import { nothingFound, selectedJurisdictions } from '../../src/matching/index.js'
import { ask, askSmiles, byRule } from '../support/ask.js'
import { law } from '../support/law.js'

const on = '2026-03-01'
const fentanyl = (acyl: string, ring = 'c1ccccc1', piperidine = 'C1CCN(CCc2ccccc2)CC1') =>
  `${acyl}N(${ring})${piperidine}`
const propionyl = 'CCC(=O)'

describe('Iowa counts only if it is named', () => {
  const codes = (jurisdictions?: string[]) =>
    selectedJurisdictions(law, jurisdictions ? { jurisdictions } : {}).map((j) => j.jurisdiction.code)
  it('is not among the laws of a plain question', () => expect(codes()).not.toContain('US-IA'))
  it('is asked alone', () => expect(codes(['US-IA'])).toEqual(['US-IA']))
  it('follows the law within which it is', () => expect(codes(['US-IA', 'US'])).toEqual(['US', 'US-IA']))
  it('has no gap in a plain question', () =>
    expect(nothingFound(law, { asOf: on }).jurisdictions.map((j) => j.code)).not.toContain('US-IA'))
})

describe('Iowa: entries and days', () => {
  it.each([
    ['fentanyl', on, 'listed'],
    ['fentanyl', '2025-12-31', 'undecided'],
    ['hu-211', on, 'listed'],
    ['3-methylfentanyl', on, 'listed'],
    ['alpha-pihp', on, 'listed'],
    ['2c-t-4', on, 'listed'],
    ['zuranolone', on, 'listed'],
    ['ephedrine', on, 'listed'],
    ['methyltestosterone', on, 'listed'],
    // Federal, but not in the chapter: the board may have followed.
    ['bromazolam', on, 'undecided'],
    ['dextromethorphan', on, 'uncontrolled'],
    ['naloxone', on, 'uncontrolled'],
    ['naldemedine', on, 'uncontrolled'],
    ['butorphanol', on, 'listed'],
    ['diethylpropion', on, 'listed'],
    ['bupropion', on, 'uncontrolled'],
    // A chemical of the federal lists I and II is no drug of the schedules.
    ['phenylacetic-acid', on, 'uncontrolled'],
  ])('%s on %s: %s', (id, day, verdict) => expect(ask(id, 'US-IA', day).verdict).toBe(verdict))
})

describe('Iowa: scope', () => {
  it.each([
    ['acetate of an opiate of Schedule I', 'CCC(=O)N(c1ccccc1)C1CCN(CC(OC(C)=O)c2ccccc2)CC1', 'listed'],
    [
      'testosterone enantate, an ester',
      'CCCCCCC(=O)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CC[C@]4(C)[C@H]3CC[C@]12C',
      'listed',
    ],
    ['amphetamine sulfate', 'CC(N)Cc1ccccc1.CC(N)Cc1ccccc1.OS(O)(=O)=O', 'listed'],
    ['2-methylmethcathinone, positional isomer: not defined', 'CNC(C)C(=O)c1ccccc1C', 'undecided'],
    ['N-methyl homologue of amphetamine', 'CNC(C)Cc1ccccc1', 'listed'],
    ['4-ethylmethcathinone: a cathinone, not defined', 'CCc1ccc(C(=O)C(C)NC)cc1', 'undecided'],
    ['ibuprofen', 'CC(C)Cc1ccc(cc1)C(C)C(=O)O', 'uncontrolled'],
    ['ethanol', 'CCO', 'uncontrolled'],
  ])('%s: %s', (_, smiles, verdict) => expect(askSmiles(smiles, 'US-IA', on).verdict).toBe(verdict))
})

describe('Iowa: fentanyl-related substances, each change at its limit', () => {
  it.each([
    ['A', fentanyl(propionyl, undefined, 'C1CCN(CCc2cccs2)C(C)C1'), 'A C'],
    ['A, a ring of eight', fentanyl(propionyl, undefined, 'C1CCN(CCC2CCCCCCC2)CC1'), 'A'],
    ['B, chlorine on the chain', fentanyl(propionyl, undefined, 'C1CCN(CC(Cl)c2ccccc2)CC1'), 'B'],
    ['C, an ester on the ring', fentanyl(propionyl, undefined, 'C1CCN(CCc2ccccc2)CC1C(=O)OC'), 'C'],
    ['D, a pyrimidine', fentanyl(propionyl, 'c1cncnc1'), 'D'],
    ['E, octanoyl', fentanyl('CCCCCCCC(=O)'), 'E'],
  ])('%s', (_, smiles, clauses) => {
    const result = askSmiles(smiles, 'US-IA', on)
    expect(result.verdict).toBe('class')
    expect(
      byRule(result, 'us-ia-fentanyl-related-substances')[0]
        ?.clauses.map((c) => c.id)
        .join(' '),
    ).toBe(clauses)
  })
  it.each([
    ['a chain of three carbons', fentanyl(propionyl, undefined, 'C1CCN(CCCc2ccccc2)CC1')],
    ['a cyclohexyl amide', fentanyl(propionyl, 'C1CCCCC1')],
    ['no acyl group', 'c1ccccc1NC1CCN(CCc2ccc(C)cc2)CC1'],
  ])('not with %s', (_, smiles) => expect(askSmiles(smiles, 'US-IA', on).verdict).toBe('uncontrolled'))
})

describe('Iowa: medicines that its classes reach, by which clauses', () => {
  it.each([
    ['butalbital', 'CC(C)CC1(CC=C)C(=O)NC(=O)NC1=O', 'us-ia-barbituric-acid-derivatives', '5,5', 'class'],
    ['hexobarbital', 'CN1C(=O)NC(=O)C(C)(C2=CCCCC2)C1=O', 'us-ia-barbituric-acid-derivatives', '5,5 N', 'class'],
    ['thiamylal', 'C=CCC1(C(C)CCC)C(=O)NC(=S)NC1=O', 'us-ia-barbituric-acid-derivatives', 'thio', 'class'],
    ['levallorphan', 'C=CCN1CCC23CCCCC2C1Cc1ccc(O)cc13', 'us-ia-opium-derivatives', 'open words', 'undecided'],
    [
      'clometacin',
      'COc1ccc(cc1)C(=O)c1c(C)n(CC(=O)O)c2cc(OC)ccc12',
      'us-ia-cannabimimetic-agents',
      'v further',
      'undecided',
    ],
  ])('%s', (_, smiles, rule, clauses, verdict) => {
    const result = askSmiles(smiles, 'US-IA', on)
    expect(result.verdict).toBe(verdict)
    expect(
      byRule(result, rule)[0]
        ?.clauses.map((c) => c.id)
        .join(' '),
    ).toBe(clauses)
  })
})
