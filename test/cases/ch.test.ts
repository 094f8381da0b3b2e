import { describe, expect, it } from 'vitest'
import { NameIndex } from '../../src/identifiers/index.js'
import { ask, askSmiles } from '../support/ask.js'
import { edition } from '../support/law.js'

const dayAfter = (day: string, shift: number) =>
  new Date(Date.parse(day) + shift * 86_400_000).toISOString().slice(0, 10)
/** The last day for which the texts were read. */
const on = '2026-03-13'

describe('Switzerland: the day before an amendment, its day and the day after', () => {
  it.each([
    ['muscimol', '2025-05-15', 'uncontrolled', 'listed'],
    ['tramadol', '2023-03-01', 'uncontrolled', 'listed'],
    ['remimazolam', '2023-03-01', 'uncontrolled', 'listed'],
    ['bromazolam', '2025-05-15', 'listed', 'listed'],
    ['brorphine', '2023-03-01', 'uncontrolled', 'listed'],
    ['eutylone', '2023-03-01', 'class', 'listed'],
    ['isotonitazene', '2023-03-01', 'class', 'listed'],
    ['2-methyl-ap-237', '2025-05-15', 'uncontrolled', 'listed'],
    ['4-ap', '2023-03-01', 'uncontrolled', 'listed'],
    ['4-piperidone', '2025-05-15', 'uncontrolled', 'listed'],
    ['3-me-pcp', '2021-12-06', 'uncontrolled', 'listed'],
    ['o-desmethyltramadol', '2023-03-31', 'uncontrolled', 'listed'],
    ['hexahydrocannabinol', '2023-03-31', 'uncontrolled', 'listed'],
    ['tetrahydrocannabidiol', '2023-10-09', 'uncontrolled', 'listed'],
    ['3-2-methoxy-4-nitrophenyl-2-methylquinazolin-4-one', '2024-11-05', 'uncontrolled', 'listed'],
    ['clonazafone', '2026-03-13', 'uncontrolled', 'listed'],
    ['morphine', '2020-12-15', 'undecided', 'listed'],
  ] as const)('%s on %s: %s, then %s', (id, day, before, after) => {
    expect([-1, 0, 1].map((shift) => ask(id, 'CH', dayAfter(day, shift)).verdict)).toEqual([before, after, after])
  })

  it.each([
    ['clonazolam', '2023-02-28', 'ch-list-e'],
    ['clonazolam', '2023-03-01', 'ch-list-b'],
    ['3-meo-pcp', '2023-02-28', 'ch-list-e'],
    ['3-meo-pcp', '2023-03-01', 'ch-list-d'],
    ['mdmb-4en-pinaca', '2023-02-28', 'ch-list-e'],
    ['mdmb-4en-pinaca', '2023-03-01', 'ch-list-d'],
    ['bromazolam', '2025-05-14', 'ch-list-e'],
    ['bromazolam', '2025-05-15', 'ch-list-b'],
  ])('%s on %s: %s', (id, day, list) => {
    expect(ask(id, 'CH', day).findings.filter((f) => f.kind === 'listed')).toMatchObject([{ counts: 'listed', list }])
  })
})

const PMK = 'CC1(C(=O)O)OC1c1ccc2OCOc2c1'

describe('Switzerland: groups of the annexes, by the day', () => {
  it.each([
    ['JWH-175, no. 3 until 2021', 'CCCCCn1cc(Cc2cccc3ccccc23)c2ccccc12', '2021-12-05', 'class'],
    ['JWH-175, no. 3 until 2021', 'CCCCCn1cc(Cc2cccc3ccccc23)c2ccccc12', '2021-12-06', 'uncontrolled'],
    ['JWH-167, no. 6, then no. 265', 'CCCCCn1cc(C(=O)Cc2ccccc2)c2ccccc12', '2021-12-06', 'class'],
    ['4-bromomethcathinone, no. 1', 'CNC(C)C(=O)c1ccc(Br)cc1', '2020-12-15', 'class'],
    ['hydroxy alone, no. 1', 'CNC(C)C(=O)c1ccc(O)cc1', on, 'uncontrolled'],
    ['bupropion, left out of no. 1', 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1', on, 'uncontrolled'],
    ['hexanoylfentanyl, no. 236', 'CCCCCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', '2020-12-15', 'class'],
    ['fluonitazene, no. 264', 'CCN(CC)CCn1c(Cc2ccc(F)cc2)nc2cc([N+](=O)[O-])ccc12', '2020-12-15', 'class'],
    ['metodesnitazene, no. 316', 'CCN(CC)CCn1c(Cc2ccc(OC)cc2)nc2ccccc12', '2026-03-12', 'uncontrolled'],
    ['metodesnitazene, no. 316', 'CCN(CC)CCn1c(Cc2ccc(OC)cc2)nc2ccccc12', on, 'class'],
    ['chlorphine, no. 317', 'CC(c1ccc(Cl)cc1)N1CCC(n2c(=O)[nH]c3ccccc23)CC1', '2026-03-12', 'uncontrolled'],
    ['chlorphine, no. 317', 'CC(c1ccc(Cl)cc1)N1CCC(n2c(=O)[nH]c3ccccc23)CC1', on, 'class'],
    ['N-methyltryptamine, no. 266', 'CNCCc1c[nH]c2ccccc12', on, 'class'],
    ['4-methyl-PCP, no. 291', 'CC1CCC(c2ccccc2)(N2CCCCC2)CC1', '2021-12-05', 'uncontrolled'],
    ['4-methyl-PCP, no. 291', 'CC1CCC(c2ccccc2)(N2CCCCC2)CC1', '2021-12-06', 'class'],
    ['cannabinol, no. 303', 'CCCCCc1cc(O)c2c(c1)OC(C)(C)c1ccc(C)cc1-2', '2023-10-08', 'uncontrolled'],
    ['cannabinol, no. 303', 'CCCCCc1cc(O)c2c(c1)OC(C)(C)c1ccc(C)cc1-2', '2023-10-09', 'class'],
    ['9-hydroxy-HHC, no. 303', 'CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(C)(O)CC12', '2024-11-04', 'uncontrolled'],
    ['9-hydroxy-HHC, no. 303', 'CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(C)(O)CC12', '2024-11-05', 'class'],
    ['4-chloroamphetamine, no. 130, then 315', 'CC(N)Cc1ccc(Cl)cc1', '2026-03-12', 'class'],
    ['4-chloroamphetamine, no. 130, then 315', 'CC(N)Cc1ccc(Cl)cc1', on, 'class'],
    ['N-methylphenethylamine, no. 315', 'CNCCc1ccccc1', '2026-03-12', 'uncontrolled'],
    ['N-methylphenethylamine, no. 315', 'CNCCc1ccccc1', on, 'class'],
    ['PMK glycidic acid, nos. 25 and 33', PMK, '2025-05-14', 'listed'],
    ['PMK glycidic acid, nos. 25 and 33', PMK, '2025-05-15', 'listed'],
    ['its hexyl ester, nos. 109 and 33', `CCCCCCO${'C(=O)C1(C)OC1c1ccc2OCOc2c1'}`, '2025-05-15', 'class'],
    ['N-Boc-MDMA, no. 110', 'CN(C(=O)OC(C)(C)C)C(C)Cc1ccc2OCOc2c1', '2025-05-14', 'class'],
    ['N-Boc-MDMA, then also a carbamate of list d', 'CN(C(=O)OC(C)(C)C)C(C)Cc1ccc2OCOc2c1', '2025-05-15', 'listed'],
    ['methyl phenylacetate, no. 106', 'COC(=O)Cc1ccccc1', on, 'class'],
  ])('%s: %s on %s is %s', (_, smiles, day, verdict) => {
    expect(askSmiles(smiles, 'CH', day).verdict).toBe(verdict)
  })
})

describe('Switzerland: forms of the listed substances', () => {
  it.each([
    ['6-monoacetylmorphine, an ester', 'CN1CCC23C4Oc5c(O)ccc(CC1C2C=CC4OC(C)=O)c35', 'listed'],
    ['HHC acetate, an ester', 'CCCCCc1cc(OC(C)=O)c2c(c1)OC(C)(C)C1CCC(C)CC12', 'listed'],
    ['levomethorphan', 'COc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3', 'listed'],
    ['dextromethorphan, excepted', 'COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3', 'uncontrolled'],
    ['dextrorphan, excepted', 'CN1CC[C@@]23CCCC[C@@H]2[C@@H]1Cc1ccc(O)cc13', 'uncontrolled'],
    ['methorphan without stereo', 'COc1ccc2c(c1)C13CCCCC1C(C2)N(C)CC3', 'undecided'],
    ['esketamine', 'CN[C@]1(c2ccccc2Cl)CCCCC1=O', 'listed'],
    ['cannabidiol', 'CCCCCc1cc(O)c(C2C=C(C)CCC2C(C)=C)c(O)c1', 'uncontrolled'],
    ['gamma-butyrolactone, the ester of GHB', 'O=C1CCCO1', 'listed'],
    ['busulfan, an ester of 1,4-butanediol, whose use is exempt in part', 'CS(=O)(=O)OCCCCOS(C)(=O)=O', 'undecided'],
    ['olivetol dimethyl ether: precursors reach salts and stereoisomers only', 'CCCCCc1cc(OC)cc(OC)c1', 'uncontrolled'],
    ['sumatriptan', 'CNS(=O)(=O)Cc1ccc2[nH]cc(CCN(C)C)c2c1', 'uncontrolled'],
    ['selegiline', 'C#CCN(C)[C@H](C)Cc1ccccc1', 'uncontrolled'],
    [
      'methylergometrine, left out of no. 263',
      'CC[C@@H](CO)NC(=O)[C@@H]1C=C2c3cccc4[nH]cc(c34)C[C@H]2N(C)C1',
      'uncontrolled',
    ],
  ])('%s: %s is %s', (_, smiles, verdict) => {
    expect(askSmiles(smiles, 'CH', on).verdict).toBe(verdict)
  })

  it.each([
    ['of amphetamine', 'CC(Cc1ccccc1)NC(=O)OC(C)(C)C', 'listed'],
    ['of amphetamine, a carbamic acid', 'CC(Cc1ccccc1)NC(=O)O', 'listed'],
    ['of one enantiomer', 'C[C@H](Cc1ccccc1)NC(=O)OCc1ccccc1', 'listed'],
    ['of ketamine', 'O=C1CCCCC1(N(C)C(=O)OC(C)(C)C)c1ccccc1Cl', 'listed'],
    ['of methcathinone', 'CC(C(=O)c1ccccc1)N(C)C(=O)OC', 'listed'],
    ['of methylphenidate', 'COC(=O)N1CCCCC1C(c1ccccc1)C(=O)OC', 'listed'],
    ['of normorphine', 'COC(=O)N1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5', 'listed'],
    ['of a member of no. 1', 'CC(C(=O)c1ccc(CCC)cc1)N(CC)C(=O)OCC', 'class'],
    ['of a member of no. 264', 'CCN(C(=O)OC)CCn1c(Cc2ccc(CC)cc2)nc2cc([N+](=O)[O-])ccc12', 'class'],
    ['of a member of no. 266', 'CN(CCc1c[nH]c2c(Cl)cccc12)C(=O)OC', 'class'],
    ['of a member of no. 291', 'O=C1CCCCC1(NC(=O)OC(C)(C)C)c1ccccc1Cl', 'class'],
    ['of both hydrogens of amphetamine', 'CC(Cc1ccccc1)N(C(=O)OC)C(=O)OC', 'undecided'],
    ['of the indole nitrogen of DMT', 'CN(C)CCc1cn(C(=O)OC)c2ccccc12', 'undecided'],
    ['of the amide of nordazepam', 'COC(=O)N1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc12', 'undecided'],
    ['of 1-phenylcyclohexylamine, which no. 291 does not cover', 'COC(=O)NC1(c2ccccc2)CCCCC1', 'uncontrolled'],
    ['of desloratadine (loratadine)', 'CCOC(=O)N1CCC(=C2c3ccc(Cl)cc3CCc3cccnc32)CC1', 'uncontrolled'],
    ['no carbamate but an amide of amphetamine', 'CC(Cc1ccccc1)NC(C)=O', 'uncontrolled'],
    ['no carbamate but a urea of amphetamine', 'CC(Cc1ccccc1)NC(N)=O', 'uncontrolled'],
    ['no carbamate but a thiocarbamate of amphetamine', 'CC(Cc1ccccc1)NC(=O)SC', 'uncontrolled'],
    ['of the alcohol that corresponds to amphetamine', 'CC(Cc1ccccc1)OC(=O)NC', 'uncontrolled'],
  ])('a carbamate %s: not before 2025-05-15, since then %s is %s', (_, smiles, verdict) => {
    expect(askSmiles(smiles, 'CH', '2025-05-14').verdict).toBe('uncontrolled')
    expect(askSmiles(smiles, 'CH', on).verdict).toBe(verdict)
  })
})

describe('Switzerland: names as list f prints them', () => {
  const names = new NameIndex(edition)
  it.each([
    ['Norephedrin', 'norephedrine'],
    ['Phenylpropanolamin (dl-Norephedrin)', 'norephedrine'],
    ['N-Phenyl-4-piperidinamin (4-AP, 4-anilinopiperidin)', '4-ap'],
    ['Piperidin-4-on', '4-piperidone'],
    ['BMK glycidsäure', 'bmk-glycidic-acid'],
    ['3-(1,3-benzodioxol-5-yl)-2-methyl-2-oxirancarbonsäure', 'pmk-glycidic-acid'],
    ['Chlorephedrin', 'chloroephedrine'],
  ])('%s is %s', (name, id) => expect(names.find(name)).toMatchObject({ kind: 'one', lookup: { substance: id } }))
})
