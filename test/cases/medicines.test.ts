import { describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

/**
 * Medicines that none of these laws names; several share a ring system with a controlled class. A finding here is
 * over-coverage.
 */
const medicines: readonly (readonly [string, string])[] = [
  ['aspirin', 'CC(=O)Oc1ccccc1C(=O)O'],
  ['paracetamol', 'CC(=O)Nc1ccc(O)cc1'],
  ['ibuprofen', 'CC(C)Cc1ccc(cc1)C(C)C(=O)O'],
  ['naproxen', 'COc1ccc2cc(ccc2c1)C(C)C(=O)O'],
  ['diclofenac', 'OC(=O)Cc1ccccc1Nc1c(Cl)cccc1Cl'],
  ['theophylline', 'Cn1c(=O)c2[nH]cnc2n(C)c1=O'],
  ['metformin', 'CN(C)C(=N)NC(=N)N'],
  ['omeprazole', 'COc1ccc2[nH]c(nc2c1)S(=O)Cc1ncc(C)c(OC)c1C'],
  ['albendazole', 'CCCSc1ccc2[nH]c(NC(=O)OC)nc2c1'],
  ['ondansetron', 'Cc1nccn1CC1CCc2c(C1=O)c1ccccc1n2C'],
  ['loratadine', 'CCOC(=O)N1CCC(=C2c3ccc(Cl)cc3CCc3cccnc32)CC1'],
  ['fexofenadine', 'CC(C)(C(=O)O)c1ccc(cc1)C(O)CCCN1CCC(CC1)C(O)(c1ccccc1)c1ccccc1'],
  ['cetirizine', 'OC(=O)COCCN1CCN(CC1)C(c1ccccc1)c1ccc(Cl)cc1'],
  ['diphenhydramine', 'CN(C)CCOC(c1ccccc1)c1ccccc1'],
  ['fluoxetine', 'CNCCC(Oc1ccc(cc1)C(F)(F)F)c1ccccc1'],
  ['sertraline', 'CNC1CCC(c2ccc(Cl)c(Cl)c2)c2ccccc12'],
  ['paroxetine', 'Fc1ccc(cc1)C1CCNCC1COc1ccc2OCOc2c1'],
  ['citalopram', 'CN(C)CCCC1(OCc2cc(C#N)ccc12)c1ccc(F)cc1'],
  ['venlafaxine', 'COc1ccc(cc1)C(CN(C)C)C1(O)CCCCC1'],
  ['amitriptyline', 'CN(C)CCC=C1c2ccccc2CCc2ccccc12'],
  ['haloperidol', 'OC1(CCN(CCCC(=O)c2ccc(F)cc2)CC1)c1ccc(Cl)cc1'],
  ['levocabastine', 'C[C@@H]1CN(CC[C@@]1(C(=O)O)c1ccccc1)C1CCC(CC1)(C#N)c1ccc(F)cc1'],
  ['edoxaban', 'CN(C)C(=O)C1CCC(NC(=O)C(=O)Nc2ccc(Cl)cn2)C(NC(=O)c2nc3CCN(C)Cc3s2)C1'],
  ['loperamide', 'CN(C)C(=O)C(CCN1CCC(O)(CC1)c1ccc(Cl)cc1)(c1ccccc1)c1ccccc1'],
  ['domperidone', 'O=c1[nH]c2ccccc2n1CCCN1CCC(CC1)n1c(=O)[nH]c2cc(Cl)ccc12'],
  ['risperidone', 'Cc1nc2CCCCn2c(=O)c1CCN1CCC(CC1)c1noc2cc(F)ccc12'],
  ['donepezil', 'COc1cc2CC(CC3CCN(Cc4ccccc4)CC3)C(=O)c2cc1OC'],
  ['cisapride', 'COC1CN(CCCOc2ccc(F)cc2)CCC1NC(=O)c1cc(Cl)c(N)cc1OC'],
  ['clebopride', 'COc1cc(N)c(Cl)cc1C(=O)NC1CCN(Cc2ccccc2)CC1'],
  ['astemizole', 'COc1ccc(CCN2CCC(CC2)Nc2nc3ccccc3n2Cc2ccc(F)cc2)cc1'],
  ['bamipine', 'CN1CCC(CC1)N(Cc1ccccc1)c1ccccc1'],
  ['lidocaine', 'CCN(CC)CC(=O)Nc1c(C)cccc1C'],
  ['bupivacaine', 'CCCCN1CCCCC1C(=O)Nc1c(C)cccc1C'],
  ['propranolol', 'CC(C)NCC(O)COc1cccc2ccccc12'],
  ['atenolol', 'CC(C)NCC(O)COc1ccc(CC(N)=O)cc1'],
  ['amlodipine', 'CCOC(=O)C1=C(COCCN)NC(C)=C(C1c1ccccc1Cl)C(=O)OC'],
  ['losartan', 'CCCCc1nc(Cl)c(CO)n1Cc1ccc(cc1)-c1ccccc1-c1nnn[nH]1'],
  ['warfarin', 'CC(=O)CC(c1ccccc1)c1c(O)c2ccccc2oc1=O'],
  ['simvastatin, flat', 'CCC(C)(C)C(=O)OC1CC(C)C=C2C=CC(C)C(CCC3CC(O)CC(=O)O3)C12'],
  ['sildenafil', 'CCCc1nn(C)c2c1nc([nH]c2=O)-c1cc(ccc1OCC)S(=O)(=O)N1CCN(C)CC1'],
  ['ciprofloxacin', 'OC(=O)c1cn(C2CC2)c2cc(N3CCNCC3)c(F)cc2c1=O'],
  ['trimethoprim', 'COc1cc(Cc2cnc(N)nc2N)cc(OC)c1OC'],
  ['metronidazole', 'Cc1ncc([N+](=O)[O-])n1CCO'],
  ['chloroquine', 'CCN(CC)CCCC(C)Nc1ccnc2cc(Cl)ccc12'],
  ['imatinib', 'Cc1ccc(NC(=O)c2ccc(CN3CCN(C)CC3)cc2)cc1Nc1nccc(n1)-c1cccnc1'],
  ['melatonin', 'COc1ccc2[nH]cc(CCNC(C)=O)c2c1'],
  ['sumatriptan', 'CNS(=O)(=O)Cc1ccc2[nH]cc(CCN(C)C)c2c1'],
  ['indometacin', 'COc1ccc2n(C(=O)c3ccc(Cl)cc3)c(C)c(CC(=O)O)c2c1'],
  ['estradiol, flat', 'CC12CCC3c4ccc(O)cc4CCC3C1CCC2O'],
  ['cortisol, flat', 'CC12CC(O)C3C(CCC4=CC(=O)CCC34C)C1CCC2(O)C(=O)CO'],
]

describe.each(['2018-11-26', '2019-06-01', '2026-09-01'])('medicines on %s', (asOf) => {
  it.each(medicines)('%s is uncontrolled as a drug', (_, smiles) => {
    const found = reader
      .read(smiles, (s) =>
        judge(s, law, { asOf, jurisdictions: ['CN', 'GB', 'UN', 'US'], kinds: ['drug', 'chemical weapon'] }),
      )
      .jurisdictions.filter((j) => j.verdict !== 'uncontrolled')
      .map((j) => [j.code, j.verdict, j.findings])
    expect(found).toEqual([])
  })
})
