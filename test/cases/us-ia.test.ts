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

describe('North Dakota, a law of the past: days', () => {
  it.each([
    ['mdma', '2021-05-02', 'undecided'],
    ['mdma', '2021-05-03', 'listed'],
    ['mdma', '2022-06-30', 'listed'],
    ['mdma', '2022-07-01', 'undecided'],
    ['gabapentin', '2022-06-30', 'listed'],
    ['propofol', '2022-06-30', 'listed'],
    ['naloxone', '2022-06-30', 'uncontrolled'],
    ['bupropion', '2022-06-30', 'uncontrolled'],
  ])('%s on %s: %s', (id, day, verdict) => expect(ask(id, 'US-ND', day).verdict).toBe(verdict))
})

it('North Dakota says nothing of any structure from 2022-07-01 on', () =>
  expect(askSmiles('CCO', 'US-ND', '2022-07-01').verdict).toBe('undecided'))

describe('North Dakota: classes, each clause at its limit', () => {
  const amide = 'C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
  const naca = (head: string, tail = 'CCCC') => `${tail}n1nc(C(=O)N${head})c2ccccc12`
  it.each([
    ['fentanyl, a carbamate', `COC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1`, 'class'],
    ['fentanyl, thienyl in place of phenethyl', 'CCC(=O)N(c1ccccc1)C1CCN(c2cccs2)CC1', 'class'],
    ['fentanyl, phenyl of the aniline replaced', 'CCC(=O)N(C1CCCCC1)C1CCN(CCc2ccccc2)CC1', 'uncontrolled'],
    ['fentanyl, no acyl: an open question', 'CCc1ccccc1CN1CCC(CC1)Nc1ccccc1', 'undecided'],
    ['benzamide of fentanyl', `c1ccccc1${amide}`, 'class'],
    ['antihistamine of like skeleton', 'CN1CCC(CC1)N(Cc1ccccc1)c1ccccc1', 'undecided'],
    ['carboxamide, ester of tert-leucine', naca('C(C(=O)OC)C(C)(C)C'), 'class'],
    ['carboxamide, glycine amide', naca('CC(N)=O'), 'uncontrolled'],
    ['carboxamide, free acid', naca('C(C(=O)O)C(C)(C)C'), 'undecided'],
    ['carboxamide, hydroxyalkyl tail', naca('c1ccccc1', 'OCCCC'), 'uncontrolled'],
    ['carboxamide, methoxyethyl tail', naca('c1ccccc1', 'COCC'), 'uncontrolled'],
    ['granisetron', 'CN1C2CCCC1CC(C2)NC(=O)c1nn(C)c2ccccc12', 'uncontrolled'],
    ['carboxaldehyde, thienyl', 'CCCCn1cc(C(=O)c2cccs2)c2ccccc12', 'uncontrolled'],
    ['carboxaldehyde, pyrrolidinyl', 'CCCCn1cc(C(=O)N2CCCC2)c2ccccc12', 'class'],
    ['ester, pyridyl', 'CCCCn1cc(C(=O)Oc2cccnc2)c2ccccc12', 'class'],
    ['phenethylamine, homoveratrylamine', 'NCCc1ccc(OC)c(OC)c1', 'class'],
    ['phenethylamine, one methoxy', 'CCCN(CCC)CCc1cccc(OC)c1', 'uncontrolled'],
    ['phenethylamine, beta-keto', 'NCC(=O)c1cc(OC)ccc1OC', 'uncontrolled'],
    ['phenethylamine, mebeverine', 'CCN(CCCCOC(=O)c1ccc(OC)c(OC)c1)C(C)Cc1ccc(OC)cc1', 'uncontrolled'],
    ['tryptamine, N-methyl-N-butyl', 'CCCCN(C)CCc1c[nH]c2ccccc12', 'class'],
    ['tryptamine, nothing on nitrogen', 'NCCc1c[nH]c2ccc(OCC)cc12', 'uncontrolled'],
    ['tryptamine, sumatriptan', 'CNS(=O)(=O)Cc1ccc2[nH]cc(CCN(C)C)c2c1', 'uncontrolled'],
    ['tryptamine, tetrahydroharmine', 'COc1ccc2c(c1)[nH]c1C(C)NCCc12', 'undecided'],
    ['tryptamine, tadalafil', 'CN1CC(=O)N2C(Cc3c([nH]c4ccccc34)C2c2ccc3OCOc3c2)C1=O', 'uncontrolled'],
    ['cathinone, thienyl', 'CCCC(N1CCCC1)C(=O)c1cccs1', 'class'],
    ['cathinone, furyl', 'CCCC(N1CCCC1)C(=O)c1ccco1', 'uncontrolled'],
    ['cathinone, 3-methoxy', 'COCC(NC)C(=O)c1ccc(C)cc1', 'uncontrolled'],
    ['cathinone, nitro alone', 'CC(NC)C(=O)c1ccc([N+](=O)[O-])cc1', 'uncontrolled'],
    ['tetrahydrocannabivarin', 'CCCc1cc(O)c2C3C=C(C)CCC3C(C)(C)Oc2c1', 'undecided'],
    ['pentobarbital-like', 'CCCCCC1(CC)C(=O)NC(=O)NC1=O', 'class'],
    ['ibuprofen', 'CC(C)Cc1ccc(cc1)C(C)C(=O)O', 'uncontrolled'],
  ])('%s: %s', (_, smiles, verdict) => expect(askSmiles(smiles, 'US-ND', '2022-01-15').verdict).toBe(verdict))
})
