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
    ['2-MMC', 'CNC(C)C(=O)c1ccccc1C', 'undecided'],
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
