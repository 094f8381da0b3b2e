import { describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

const on = (smiles: string, asOf: string, code = 'EU') =>
  reader.read(smiles, (s) => judge(s, law, { asOf, jurisdictions: [code] }).verdict)

const pmkEthyl = 'CCOC(=O)C1(C)OC1c1ccc2c(c1)OCO2'
const bmkEthyl = 'CCOC(=O)C1(C)OC1c1ccccc1'
const cathine = 'C[C@H](N)[C@@H](O)c1ccccc1'
const mirrorOfCathine = 'C[C@@H](N)[C@H](O)c1ccccc1'

describe('drug precursors of the European Union', () => {
  it.each([
    ['piperonal, before the regulations apply', 'O=Cc1ccc2OCOc2c1', '2005-08-17', 'undecided'],
    ['piperonal, on the first day', 'O=Cc1ccc2OCOc2c1', '2005-08-18', 'listed'],
    ['APAAN, the day before', 'CC(=O)C(C#N)c1ccccc1', '2013-12-29', 'uncontrolled'],
    ['APAAN, the day', 'CC(=O)C(C#N)c1ccccc1', '2013-12-30', 'listed'],
    ['4-piperidone, the day before', 'O=C1CCNCC1', '2025-08-13', 'uncontrolled'],
    ['4-piperidone, the day', 'O=C1CCNCC1', '2025-08-14', 'listed'],
    ['4-piperidone hydrochloride', 'O=C1CCNCC1.Cl', '2025-08-14', 'listed'],
    ['ethyl ester of PMK glycidic acid, before its own entry', pmkEthyl, '2023-02-19', 'uncontrolled'],
    ['the same under its own entry', pmkEthyl, '2023-02-20', 'listed'],
    ['the same under the acid', pmkEthyl, '2024-06-03', 'listed'],
    ['ethyl ester of BMK glycidic acid, the day before the list of esters', bmkEthyl, '2024-06-02', 'uncontrolled'],
    ['the same, the day', bmkEthyl, '2024-06-03', 'listed'],
    ['a pentyl ester, which the closed list lacks', 'CCCCCOC(=O)C1(C)OC1c1ccccc1', '2024-06-03', 'uncontrolled'],
    ['chloroephedrine, stereo left open: all four forms are named', 'CNC(C)C(Cl)c1ccccc1', '2018-01-01', 'listed'],
    ['norephedrine', 'C[C@H](N)[C@H](O)c1ccccc1', '2020-01-01', 'listed'],
    ['cathine is excluded', cathine, '2020-01-01', 'uncontrolled'],
    ['a salt of cathine too', `${cathine}.Cl`, '2020-01-01', 'uncontrolled'],
    ['its mirror image is a stereoisomer of norephedrine', mirrorOfCathine, '2020-01-01', 'listed'],
    ['stereo left open can be cathine', 'CC(N)C(O)c1ccccc1', '2020-01-01', 'undecided'],
    ['hydrochloric acid', 'Cl', '2020-01-01', 'listed'],
    ['a salt of it', '[Na+].[Cl-]', '2020-01-01', 'uncontrolled'],
    ['sodium sulfate', '[Na+].[Na+].[O-]S(=O)(=O)[O-]', '2020-01-01', 'uncontrolled'],
    ['a salt of anthranilic acid', 'Nc1ccccc1C(=O)[O-].[Na+]', '2020-01-01', 'listed'],
    [
      'sodium permanganate is not a salt of the potassium salt',
      '[Na+].[O-][Mn](=O)(=O)=O',
      '2020-01-01',
      'uncontrolled',
    ],
    ['MDMA is not a precursor', 'CNC(C)Cc1ccc2OCOc2c1', '2020-01-01', 'uncontrolled'],
  ])('%s', (_, smiles, asOf, verdict) => expect(on(smiles, asOf)).toBe(verdict))
})

describe('Germany refers to the precursors of the Union', () => {
  it.each([
    ['4-piperidone, the day before', '2025-08-13', 'uncontrolled'],
    ['4-piperidone, the day', '2025-08-14', 'class'],
  ])('%s', (_, asOf, verdict) => expect(on('O=C1CCNCC1', asOf, 'DE')).toBe(verdict))
  it('the kind of control is that of the reference: without precursors nothing is left', () =>
    reader.read('O=C1CCNCC1', (s) => {
      const found = judge(s, law, { asOf: '2025-08-14', jurisdictions: ['DE'], kinds: ['drug', 'chemical weapon'] })
      expect(found.verdict).toBe('uncontrolled')
    }))
})

describe('the draft regulation of 2026-02-09', () => {
  it.each([
    ['2026-02-28', 'uncontrolled'],
    ['2026-03-01', 'undecided'],
  ])("4'-chloropropiophenone on %s: %s, because it may have been adopted since", (day, verdict) => {
    expect(on('CCC(=O)c1ccc(Cl)cc1', day)).toBe(verdict)
    expect(on('CCC(=O)c1ccccc1Cl', day)).toBe('uncontrolled')
  })
})
