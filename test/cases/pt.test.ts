import { describe, expect, it } from 'vitest'
import { ask, askSmiles, grounds } from '../support/ask.js'

const on = '2026-11-30'

describe('Portugal: the tables', () => {
  it.each([
    ['fentanyl', 'listed drug pt-table-1a'],
    ['moramide-intermediate', 'listed drug pt-table-1a'],
    ['tapentadol', 'listed drug pt-table-1a'],
    ['cocaine', 'listed drug pt-table-1b'],
    ['jwh-018', 'listed drug pt-table-2a'],
    ['2c-t-2', 'listed drug pt-table-2a'],
    ['am-2201', 'listed drug pt-table-2a'],
    ['5-it', 'listed drug pt-table-2a'],
    ['amphetamine', 'listed drug pt-table-2b'],
    ['delta-9-thc', 'listed drug pt-table-2b'],
    ['flunitrazepam', 'listed drug pt-table-2c'],
    ['diazepam', 'listed drug pt-table-4'],
    ['ephedrine', 'listed precursor pt-table-5'],
    ['acetone', 'listed precursor pt-table-6'],
  ])('%s: %s', (id, ground) => {
    expect(grounds(ask(id, 'PT', on))).toContain(ground)
  })

  it.each([
    ['an ester, table I-A', 'CN1CC[C@]23c4c5ccc(OC(C)=O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5', 'listed'],
    ['an isomer, table I-A', 'CN1CC[C@@]23c4c5ccc(O)c4O[C@@H]2[C@H](O)C=C[C@@H]3[C@@H]1C5', 'listed'],
    ['dextrorphan, left out by name', 'Oc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3', 'uncontrolled'],
    ['a salt, table IV', 'CN1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc21.Cl', 'listed'],
    ['an ester of oxazepam, table IV', 'CC(=O)OC1N=C(c2ccccc2)c2cc(Cl)ccc2NC1=O', 'uncontrolled'],
    ['selegiline, perhaps a derivative of table II-B', 'C#CCN(C)C(C)Cc1ccccc1', 'undecided'],
    ['lisdexamfetamine, perhaps a derivative of table II-B', 'NCCCCC(N)C(=O)NC(C)Cc1ccccc1', 'undecided'],
    ['sodium chloride', '[Na+].[Cl-]', 'uncontrolled'],
    ['metformin hydrochloride', 'CN(C)C(=N)NC(N)=N.Cl', 'uncontrolled'],
    ['sodium sulfate', '[Na+].[Na+].[O-]S(=O)(=O)[O-]', 'uncontrolled'],
    ['ibuprofen', 'CC(C)Cc1ccc(cc1)C(C)C(=O)O', 'uncontrolled'],
    ['fenfluramine', 'CCNC(C)Cc1cccc(C(F)(F)F)c1', 'uncontrolled'],
  ])('%s: %s', (_, smiles, verdict) => {
    expect(askSmiles(smiles, 'PT', on).verdict).toBe(verdict)
  })
})

describe('Portugal: what came between the two texts', () => {
  const newer = ['2-methyl-ap-237', 'etodesnitazene', 'etonitazepyne', 'protonitazene', 'adb-butinaca', 'alpha-pihp']
  it.each(newer)('%s is in the second text only', (id) => {
    const tables = (day: string) => grounds(ask(id, 'PT', day)).filter((g) => g.includes('pt-table'))
    expect(tables('2023-10-01')).toEqual([])
    expect(tables('2026-05-08')).toEqual([expect.stringContaining('listed drug pt-table')])
  })

  it('brorphine is in both', () => {
    expect(ask('brorphine', 'PT', '2023-10-01').verdict).toBe('listed')
    expect(ask('brorphine', 'PT', '2023-09-30').verdict).not.toBe('uncontrolled')
  })
})

describe('Portugal: by reference', () => {
  it.each([
    ['butonitazene', 'class drug pt-conventions'],
    ['hexahydrocannabinol', 'class drug pt-conventions'],
    ['4-piperidone', 'class precursor pt-precursors'],
    ['imdpam', 'class precursor pt-precursors'],
  ])('%s: %s', (id, ground) => {
    expect(grounds(ask(id, 'PT', on))).toContain(ground)
  })
})

describe('Portugal: new psychoactive substances', () => {
  it.each([
    ['2-mmc', 'listed drug pt-new-psychoactive'],
    ['jwh-073', 'listed drug pt-new-psychoactive'],
    ['ketamine', 'listed drug pt-new-psychoactive'],
    ['nitrous-oxide', 'listed drug pt-new-psychoactive'],
    ['arecoline', 'listed drug pt-new-psychoactive'],
    ['salvinorin-b', 'listed drug pt-new-psychoactive'],
    ['nimetazepam', 'listed drug pt-table-4'],
  ])('%s: %s', (id, ground) => {
    expect(grounds(ask(id, 'PT', on))).toContain(ground)
  })

  it.each([
    ['a salt', 'CNC(C)C(=O)c1ccccc1C.Cl', 'listed'],
    ['a stereoisomer (esketamine)', 'CN[C@]1(CCCCC1=O)c1ccccc1Cl', 'listed'],
    ['D2PM, the form that is not printed', 'OC(c1ccccc1)(c1ccccc1)[C@H]1CCCN1', 'listed'],
    ['4-HO-MIPT', 'CC(C)N(C)CCc1c[nH]c2cccc(O)c12', 'undecided'],
    ['1P-LSD', 'CCN(CC)C(=O)C1CN(C)C2Cc3cn(C(=O)CC)c4cccc(C2=C1)c34', 'undecided'],
    ['LSM-775', 'O=C(N1CCOCC1)C1CN(C)C2Cc3c[nH]c4cccc(C2=C1)c34', 'undecided'],
    ['2C-D', 'COc1cc(C)c(OC)cc1CCN', 'undecided'],
    ['N-ethyl-2-MMC', 'CCNC(C)C(=O)c1ccccc1C', 'undecided'],
    ['FUB-JWH-018', 'O=C(c1cccc2ccccc12)c1cn(Cc2ccc(F)cc2)c2ccccc12', 'undecided'],
    ['harmaline', 'COc1ccc2c(c1)[nH]c1c2CCN=C1C', 'undecided'],
    ['kavain', 'COC1=CC(=O)OC(C1)C=Cc1ccccc1', 'undecided'],
    ['meta-fluorofentanyl', 'CCC(=O)N(c1cccc(F)c1)C1CCN(CCc2ccccc2)CC1', 'uncontrolled'],
    ['metodesnitazene', 'CCN(CC)CCn1c(Cc2ccc(OC)cc2)nc2ccccc12', 'uncontrolled'],
  ])('%s: %s', (_, smiles, verdict) => {
    expect(askSmiles(smiles, 'PT', on).verdict).toBe(verdict)
  })

  it.each([
    ['bupropion', 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1'],
    ['tramadol', 'COc1cccc(c1)C1(O)CCCCC1CN(C)C'],
    ['trimetazidine', 'COc1ccc(CN2CCNCC2)c(OC)c1OC'],
    ['rasagiline', 'C#CCN[C@@H]1CCc2ccccc12'],
    ['rivastigmine', 'CN(C)C(C)c1cccc(OC(=O)N(C)CC)c1'],
    ['verapamil', 'COc1ccc(CCN(C)CCCC(C#N)(C(C)C)c2ccc(OC)c(OC)c2)cc1OC'],
    ['trazodone', 'O=c1n(CCCN2CCN(CC2)c2cccc(Cl)c2)nc2ccccn12'],
    ['imatinib', 'Cc1ccc(NC(=O)c2ccc(CN3CCN(C)CC3)cc2)cc1Nc1nccc(n1)-c1cccnc1'],
    ['sumatriptan', 'CNS(=O)(=O)Cc1ccc2[nH]cc(CCN(C)C)c2c1'],
    ['methylergometrine', 'CCC(CO)NC(=O)C1CN(C)C2Cc3c[nH]c4cccc(C2=C1)c34'],
    ['indometacin', 'COc1ccc2n(C(=O)c3ccc(Cl)cc3)c(C)c(CC(=O)O)c2c1'],
    ['elacestrant', 'CCNCCc1ccc(CN(CC)c2cc(OC)ccc2C2CCc3cc(O)ccc3C2)cc1'],
    ['dopamine', 'NCCc1ccc(O)c(O)c1'],
    ['serotonin', 'NCCc1c[nH]c2ccc(O)cc12'],
    ['melatonin', 'COc1ccc2[nH]cc(CCNC(C)=O)c2c1'],
  ])('%s keeps part of a listed skeleton and is no derivative', (_, smiles) => {
    expect(askSmiles(smiles, 'PT', on).verdict).toBe('uncontrolled')
  })
})
