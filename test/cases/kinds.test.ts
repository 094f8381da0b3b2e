import { describe, expect, it, test } from 'vitest'
import { allKinds, furtherKinds, type Control } from '../../src/law/index.js'
import { checkQuery, judge, selectedJurisdictions, type Query } from '../../src/matching/index.js'
import { limitShort } from '../../src/report/words/finding-words.js'
import { law, reader } from '../support/law.js'

const asOf = '2026-11-30'
const found = (smiles: string, code: string, more: Partial<Query> = { kinds: furtherKinds }) =>
  reader.read(smiles, (s) => judge(s, law, { asOf, jurisdictions: [code], ...more }).jurisdictions[0]!)
const verdict = (smiles: string, code: string, more?: Partial<Query>) => found(smiles, code, more).verdict

const perfluoro = (carbons: number) => `${'C(F)(F)'.repeat(carbons - 1)}C(F)(F)F`

describe('chemical law beyond drugs', () => {
  // Written from the texts: Regulations (EU) 2021/821, 2019/1148 and 2019/1021, and the annexes of the Montreal Protocol.
  it.each<readonly [what: string, smiles: string, code: string, verdict: string, by: Control | null]>([
    ['thiodiglycol, 1C350.1', 'OCCSCCO', 'EU', 'listed', 'dual use'],
    ['dimethylamine hydrochloride, 1C350.20', 'CNC.Cl', 'EU', 'listed', 'dual use'],
    ['the same with the charges drawn', 'C[NH2+]C.[Cl-]', 'EU', 'listed', 'dual use'],
    ['another salt of dimethylamine, which no entry names', 'CNC.CS(=O)(=O)O', 'EU', 'uncontrolled', null],
    ['potassium fluoride, 1C350.14', '[K+].[F-]', 'EU', 'listed', 'dual use'],
    ['lithium fluoride, which no entry names', '[Li+].[F-]', 'EU', 'uncontrolled', null],
    ['sodium bifluoride, 1C350.44', '[Na+].[F-].F', 'EU', 'listed', 'dual use'],
    ['sodium chloride', '[Na+].[Cl-]', 'EU', 'uncontrolled', null],
    ['N,N-diisopropylbutanamidine, 1C350.316', 'CCCC(=N)N(C(C)C)C(C)C', 'EU', 'listed', 'dual use'],
    ['a phosphonate of another alcohol, 1C450.b.1', 'CCOP(C)(=O)OCCCC', 'EU', 'class', 'dual use'],
    ['fonofos, left out by name', 'CCOP(=S)(CC)Sc1ccccc1', 'EU', 'uncontrolled', null],
    ['glyphosate: a substituted methyl', 'OC(=O)CNCP(=O)(O)O', 'EU', 'uncontrolled', null],
    ['sarin is for the military goods controls, a known gap', 'CP(=O)(F)OC(C)C', 'EU', 'undecided', null],
    ['lewisite: the same gap', 'ClC=C[As](Cl)Cl', 'EU', 'undecided', null],
    ['a chloroarsine that no list names: the same gap', 'CCC[As](Cl)CC', 'EU', 'undecided', null],
    ['arsenic trichloride, 1C350.31', 'Cl[As](Cl)Cl', 'EU', 'listed', 'dual use'],
    ['triphenylarsine', 'c1ccccc1[As](c1ccccc1)c1ccccc1', 'EU', 'uncontrolled', null],
    ['N,N-dimethylaminoethanol, left out', 'CN(C)CCO', 'EU', 'uncontrolled', null],
    ['its protonated salt too', 'C[NH+](C)CCO.[Cl-]', 'EU', 'uncontrolled', null],
    ['N,N-diethylaminoethanol, 1C350.49', 'CCN(CC)CCO', 'EU', 'listed', 'dual use'],
    ['its protonated salt, left out', 'CCN(CC)CCO.Cl', 'EU', 'uncontrolled', null],
    ['N-methyl-N-isopropylaminoethanol, 1C450.b.5', 'CC(C)N(C)CCO', 'EU', 'class', 'dual use'],
    ['nitric acid', 'O=[N+]([O-])O', 'EU', 'listed', 'explosives precursor'],
    ['ammonium nitrate', '[NH4+].[O-][N+](=O)[O-]', 'EU', 'listed', 'explosives precursor'],
    ['silver nitrate', '[Ag+].[O-][N+](=O)[O-]', 'EU', 'uncontrolled', null],
    ['calcium nitrate', '[Ca+2].[O-][N+](=O)[O-].[O-][N+](=O)[O-]', 'EU', 'listed', 'explosives precursor'],
    ['magnesium, listed as powders only', '[Mg]', 'EU', 'undecided', 'explosives precursor'],
    ['DDT', 'Clc1ccc(cc1)C(c1ccc(Cl)cc1)C(Cl)(Cl)Cl', 'EU', 'listed', 'persistent pollutant'],
    ['lindane', 'Cl[C@H]1[C@H](Cl)[C@@H](Cl)[C@@H](Cl)[C@H](Cl)[C@H]1Cl', 'EU', 'listed', 'persistent pollutant'],
    ['sodium pentachlorophenolate', '[Na+].[O-]c1c(Cl)c(Cl)c(Cl)c(Cl)c1Cl', 'EU', 'listed', 'persistent pollutant'],
    [
      'pentachlorophenyl laurate',
      'CCCCCCCCCCCC(=O)Oc1c(Cl)c(Cl)c(Cl)c(Cl)c1Cl',
      'EU',
      'listed',
      'persistent pollutant',
    ],
    ['pentachloroanisole, an ether', 'COc1c(Cl)c(Cl)c(Cl)c(Cl)c1Cl', 'EU', 'uncontrolled', null],
    ['PCB 77', 'Clc1ccc(cc1Cl)-c1ccc(Cl)c(Cl)c1', 'EU', 'class', 'persistent pollutant'],
    ['PFOA', `OC(=O)${perfluoro(7)}`, 'EU', 'listed', 'persistent pollutant'],
    ['ammonium salt of PFOA', `[NH4+].[O-]C(=O)${perfluoro(7)}`, 'EU', 'listed', 'persistent pollutant'],
    ['8:2 fluorotelomer alcohol', `OCC${perfluoro(8)}`, 'EU', 'class', 'persistent pollutant'],
    ['6:2 fluorotelomer alcohol', `OCC${perfluoro(6)}`, 'EU', 'uncontrolled', null],
    ['perfluorononanoic acid, left out', `OC(=O)${perfluoro(8)}`, 'EU', 'uncontrolled', null],
    ['its methyl ester, left out', `COC(=O)${perfluoro(8)}`, 'EU', 'uncontrolled', null],
    ['perfluorooctyl bromide, left out', `Br${perfluoro(8)}`, 'EU', 'uncontrolled', null],
    ['perfluorooctyl iodide is not left out', `I${perfluoro(8)}`, 'EU', 'class', 'persistent pollutant'],
    ['PFOS amide', `NS(=O)(=O)${perfluoro(8)}`, 'EU', 'class', 'persistent pollutant'],
    ['PFHxS, added after the text that was read', `OS(=O)(=O)${perfluoro(6)}`, 'EU', 'undecided', null],
    ['perfluorotetradecanoic acid, left out', `OC(=O)${perfluoro(13)}`, 'EU', 'uncontrolled', null],
    [
      'a branched isomer of PFOA',
      'OC(=O)C(F)(F)C(F)(F)C(F)(F)C(F)(F)C(F)(C(F)(F)F)C(F)(F)F',
      'EU',
      'class',
      'persistent pollutant',
    ],
    [
      'a branched isomer of PFOS: PFOS, or else related to PFOA',
      'OS(=O)(=O)C(F)(F)C(F)(F)C(F)(F)C(F)(F)C(F)(F)C(F)(C(F)(F)F)C(F)(F)F',
      'EU',
      'class',
      'persistent pollutant',
    ],
    ['another hexachlorocyclohexane', 'ClC1(Cl)CC(Cl)C(Cl)C(Cl)C1Cl', 'EU', 'class', 'persistent pollutant'],
    ['a branched chloroalkane of ten carbons', 'CCC(C)(C)CC(C)CCCl', 'EU', 'undecided', 'persistent pollutant'],
    ['a chlorododecane', 'CCCCCCCCCCCCCl', 'EU', 'class', 'persistent pollutant'],
    ['one form of 3-quinuclidinol, 1C350.13', 'O[C@H]1CN2CCC1CC2', 'EU', 'listed', 'dual use'],
    [
      'an isomer of HFC-365mfc, which Annex F does not name',
      'CCC(F)(F)C(F)(F)F',
      'MPS',
      'undecided',
      'ozone or climate',
    ],
    ['CFC-12', 'FC(F)(Cl)Cl', 'MPS', 'listed', 'ozone or climate'],
    ['HCFC-123a, an isomer of HCFC-123', 'FC(F)(Cl)C(F)Cl', 'MPS', 'class', 'ozone or climate'],
    ['1,1,2-trichloroethane, which the annex leaves out', 'ClCC(Cl)Cl', 'MPS', 'uncontrolled', null],
    ['halothane: chlorine and bromine', 'FC(F)(F)C(Cl)Br', 'MPS', 'uncontrolled', null],
    ['sevoflurane, an ether', 'FCOC(C(F)(F)F)C(F)(F)F', 'MPS', 'uncontrolled', null],
    ['perfluorobutanesulfonic acid', `OS(=O)(=O)${perfluoro(4)}`, 'US', 'class', 'persistent pollutant'],
    ['fluoxetine: one fluorinated carbon', 'CNCCC(Oc1ccc(cc1)C(F)(F)F)c1ccccc1', 'US', 'uncontrolled', null],
  ])('%s', (_, smiles, code, expected, by) => {
    const { verdict: own, findings } = found(smiles, code)
    const deciding = findings.find((f) => f.counts === own)
    expect([own, deciding && 'control' in deciding ? deciding.control : null]).toEqual([expected, by])
  })

  it.each([
    ['thiodiglycol', 'OCCSCCO', 'undecided listed listed listed listed'],
    ['a phosphonate, 1C450.b.1', 'CCP(=O)(OC)OCC', 'undecided class class class class'],
    ['dipropylamine, 1C350.90', 'CCCNCCC', 'uncontrolled uncontrolled uncontrolled undecided listed'],
  ])('dual-use chemicals by day: %s', (_, smiles, expected) => {
    const days = ['2020-12-14', '2020-12-15', '2022-06-01', '2023-06-01', '2026-06-01']
    const on = days.map((day) => verdict(smiles, 'EU', { kinds: ['dual use'], asOf: day }))
    expect(on.join(' ')).toBe(expected)
  })

  it.each([
    ['CC(=O)Nc1ccc(OC(F)(F)F)cc1', 'OECD', 'oecd-pfas-2021', 'class'],
    ['CC(=O)Nc1ccc(OC(F)(F)F)cc1', 'EU', 'eu-pfas-restriction-2023', 'uncontrolled'],
    ['CC(=O)Nc1ccc(C(F)(F)F)cc1', 'EU', 'eu-pfas-restriction-2023', 'class'],
    ['CC(=O)Nc1ccc(C(F)(F)F)cc1', 'US', 'us-tsca-pfas-2023', 'uncontrolled'],
    ['FC(F)Cl', 'OECD', 'oecd-pfas-2021', 'uncontrolled'],
  ])('three wordings of PFAS differ: %s in %s', (smiles, code, rule, expected) =>
    expect(verdict(smiles, code, { kinds: furtherKinds, assume: [rule] })).toBe(expected),
  )
})

describe('kinds that count only when they are asked for', () => {
  test('without --kinds their laws are not there, and other laws are as before', () => {
    const codes = selectedJurisdictions(law, { asOf } as Query).map((j) => j.jurisdiction.code)
    expect(codes).not.toContain('MPS')
    expect(codes).toContain('EU')
    expect(found('OCCSCCO', 'EU', {})).toMatchObject({ verdict: 'uncontrolled', findings: [] })
    // Acetone is listed as a drug precursor too, which counts as before.
    expect(found('CC(C)=O', 'EU', {}).findings.map((f) => 'control' in f && f.control)).toEqual(['precursor'])
    expect(found('CC(C)=O', 'EU', { kinds: allKinds }).findings.map((f) => 'control' in f && f.control)).toEqual([
      'precursor',
      'explosives precursor',
    ])
  })

  test('a law that holds only such kinds answers for them when it is named', () =>
    expect(verdict('FC(F)(Cl)Cl', 'MPS', {})).toBe('listed'))

  test('a gap of such a kind concerns nobody else', () => {
    expect(verdict('CP(=O)(F)OC(C)C', 'EU', {})).toBe('uncontrolled')
    expect(found('CP(=O)(F)OC(C)C', 'EU', {}).caveats.map((c) => c.kind === 'gap' && c.gap)).not.toContain(
      'eu-military-goods',
    )
  })

  test('isomers of Annex A begin with that annex, those of Annex B with theirs', () => {
    const on = (asOf: string, smiles: string) => verdict(smiles, 'MPS', { asOf })
    const [cfc113a, cfc112] = ['FC(F)(F)C(Cl)(Cl)Cl', 'FC(Cl)(Cl)C(F)(Cl)Cl']
    expect([on('1988-12-31', cfc113a), on('1990-01-01', cfc113a)]).toEqual(['uncontrolled', 'class'])
    expect([on('1990-01-01', cfc112), on('1993-01-01', cfc112)]).toEqual(['uncontrolled', 'class'])
  })

  test('a kind that a law does not have is refused for it, not found uncontrolled', () => {
    const ask =
      (kinds: Query['kinds'], ...jurisdictions: string[]) =>
      () =>
        checkQuery(law, { asOf, jurisdictions, ...(kinds ? { kinds } : {}) })
    expect(ask(['dual use'], 'US')).toThrow('no record of the kind dual use in US')
    expect(ask(['drug'], 'CN', 'EU')).toThrow('no record of the kind drug in EU')
    expect(ask(['drug', 'dual use'], 'EU', 'US')).not.toThrow()
    expect(ask(undefined, 'EU', 'MPS')).not.toThrow()
  })

  test('the kinds of a query are exact', () => {
    expect(verdict('OCCSCCO', 'CWC', { kinds: ['dual use'] })).toBe('uncontrolled')
    expect(verdict('OCCSCCO', 'CWC', { kinds: ['chemical weapon'] })).toBe('listed')
  })

  // Regulation (EU) 2019/1148, Annex I; Verification Annex, Parts VII and VIII, paragraph 3; BetmVV-EDI, article 5(2) and annexes 6 to 8.
  it.each([
    ['nitric acid', 'O=[N+]([O-])O', 'EU', ['3 % by weight', '10 % by weight']],
    ['PFOS', 'OS(=O)(=O)C(F)(F)C(F)(F)C(F)(F)C(F)(F)C(F)(F)C(F)(F)C(F)(F)C(F)(F)F', 'EU', ['10 mg/kg']],
    ['BZ, Schedule 2 A', 'O=C(OC1CN2CCC1CC2)C(O)(c1ccccc1)c1ccccc1', 'CWC', ['1 kg per calendar year']],
    ['PFIB, Schedule 2 A', 'FC(F)=C(C(F)(F)F)C(F)(F)F', 'CWC', ['100 kg per calendar year']],
    ['thiodiglycol, Schedule 2 B', 'OCCSCCO', 'CWC', ['1 tonne per calendar year']],
    ['a phosphonate, Schedule 2 B.4', 'CCOP(C)(=O)OCCCC', 'CWC', ['1 tonne per calendar year']],
    ['chloropicrin, Schedule 3', 'O=[N+]([O-])C(Cl)(Cl)Cl', 'CWC', ['30 tonnes per calendar year']],
    ['acetic anhydride', 'CC(=O)OC(C)=O', 'CH', ['100 kg', '10 g per calendar year']],
    ['acetone', 'CC(C)=O', 'CH', ['50 kg']],
    ['pentedrone, a cathinone of list e', 'CCCC(NC)C(=O)c1ccccc1', 'CH', null],
    ['lysergic acid', 'CN1CC(C=C2C1Cc1c[nH]c3cccc2c13)C(=O)O', 'CH', null],
  ] as const)('amounts that the law frees stand with the finding and decide nothing: %s', (_, smiles, code, limits) => {
    const [finding] = found(smiles, code, { kinds: allKinds }).findings
    const shown = finding && 'limits' in finding ? finding.limits?.map(limitShort) : null
    expect(shown ?? null).toEqual(limits)
  })
})
