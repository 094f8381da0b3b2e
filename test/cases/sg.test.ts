import { describe, expect, it } from 'vitest'
import { ask, askSmiles, byRule } from '../support/ask.js'

const on = '2026-10-01'

describe('Singapore: entries by day', () => {
  it.each([
    ['fentanyl', on, 'listed'],
    ['fentanyl', '2021-12-30', 'undecided'],
    ['mipt', on, 'listed'],
    ['delta-9-thc', on, 'listed'],
    ['delta-9-thc', '2025-06-30', 'undecided'],
    ['etomidate', '2025-08-31', 'uncontrolled'],
    ['etomidate', '2025-09-01', 'listed'],
    ['etomidate', '2026-04-30', 'listed'],
    ['etomidate', '2026-05-01', 'undecided'],
    ['ergotamine', on, 'listed'],
    ['norfentanyl', on, 'listed'],
    ['norfentanyl', '2024-11-30', 'undecided'],
    ['dextromethorphan', on, 'uncontrolled'],
    ['cannabidiol', on, 'uncontrolled'],
    ['alprazolam', on, 'uncontrolled'],
  ])('%s on %s: %s', (id, day, verdict) => expect(ask(id, 'SG', day).verdict).toBe(verdict))
})

describe('Singapore: scope', () => {
  it.each([
    ['ester of an alcohol of paragraph 1', 'CCC(=O)Oc1ccc2c3c1OC1C(O)C=CC4C(C2)N(C)CCC341', 'listed'],
    [
      'ester of a fentanyl with hydroxy: replaced hydrogens',
      'CCC(=O)N(c1ccccc1)C1CCN(CC(OC(C)=O)c2ccccc2)CC1',
      'class',
    ],
    ['cannabinol acetate, an ester of item 23', 'CCCCCc1cc(OC(C)=O)c2c(c1)OC(C)(C)c1ccc(C)cc12', 'listed'],
    ['ether of psilocin', 'COc1cccc2[nH]cc(CCN(C)C)c12', 'listed'],
    ['propionate of psilocin', 'CCC(=O)Oc1cccc2[nH]cc(CCN(C)C)c12', 'uncontrolled'],
    ['hydrochloride of a member of a class', 'CC(N)C(=O)c1ccc(C)cc1.Cl', 'class'],
    ['sodium anthranilate', '[Na+].Nc1ccccc1C(=O)[O-]', 'listed'],
    ['ethanol', 'CCO', 'uncontrolled'],
    ['caffeine', 'Cn1c(=O)c2c(ncn2C)n(C)c1=O', 'uncontrolled'],
  ])('%s: %s', (_, smiles, verdict) => expect(askSmiles(smiles, 'SG', on).verdict).toBe(verdict))
})

describe('Singapore: medicines that its classes catch, by which clauses', () => {
  it.each([
    ['lorcainide', 'CC(C)N1CCC(CC1)N(C(=O)Cc1ccccc1)c1ccc(Cl)cc1', 'sg-fentanyls', 'acyl methyl phenyl'],
    ['methoxyphenamine', 'CNC(C)Cc1ccccc1OC', 'sg-isomers-one-group', 'group'],
    ['umifenovir', 'CCOC(=O)c1c(CSc2ccccc2)n(C)c2cc(Br)c(O)c(CN(C)C)c12', 'sg-indole-carboxylic-esters-2023', 'a b d'],
    ['clometacin', 'COc1ccc(cc1)C(=O)c1c(C)n(CC(=O)O)c2cc(OC)ccc12', 'sg-indole-carboxaldehydes-2023', 'a b d'],
  ])('%s', (_, smiles, rule, clauses) => {
    const found = byRule(askSmiles(smiles, 'SG', on), rule)[0]
    expect(found?.clauses.map((c) => c.id).join(' ')).toBe(clauses)
  })

  it.each([
    ['granisetron', 'CN1C2CCCC1CC(C2)NC(=O)c1nn(C)c2ccccc12'],
    ['bromocriptine', 'CC(C)CC1N2C(=O)C(NC(=O)C3CN(C)C4Cc5c(Br)[nH]c6cccc(C4=C3)c56)(C(C)C)OC2(O)C2CCCN2C1=O'],
  ])('%s is open', (_, smiles) => expect(askSmiles(smiles, 'SG', on).verdict).toBe('undecided'))
})
