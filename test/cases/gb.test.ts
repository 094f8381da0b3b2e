import { describe, expect, it } from 'vitest'
import { askSmiles } from '../support/ask.js'
import { substanceOf } from '../support/law.js'

/** Days around which a verdict of the Misuse of Drugs Act turns: substance (record, or name and SMILES), last day before, verdict on it, first day, verdict on it, act. */
type Turn = readonly [substance: string, before: string, verdictBefore: string, day: string, verdict: string, act: string]

const smiles: Readonly<Record<string, string>> = {
  DALT: 'C=CCN(CC=C)CCc1c[nH]c2ccccc12',
  '5-MeO-DALT': 'C=CCN(CC=C)CCc1c[nH]c2ccc(OC)cc12',
  '5-MeO-AMT': 'COc1ccc2[nH]cc(CC(C)N)c2c1',
  '5-MeO-pyr-T': 'COc1ccc2[nH]cc(CCN3CCCC3)c2c1',
  '4-HO-MET': 'CCN(C)CCc1c[nH]c2cccc(O)c12',
  'bk-IMP': 'CNC(C)C(=O)c1ccc2c(c1)CCC2',
  'AB-001': 'CCCCCn1cc(C(=O)C23CC4CC(CC(C4)C2)C3)c2ccccc21',
  'alpha-PVT': 'CCCC(C(=O)c1cccs1)N1CCCC1',
  benzodioxanylnitazene: 'CCN(CC)CCn1c(Cc2ccc3OCCOc3c2)nc2cc([N+](=O)[O-])ccc21',
  'benzofuran-3-yl-nitazene': 'CCN(CC)CCn1c(Cc2coc3ccccc23)nc2cc([N+](=O)[O-])ccc21',
  naphthylnitazene: 'CCN(CC)CCn1c(Cc2ccc3ccccc3c2)nc2cc([N+](=O)[O-])ccc21',
}

const turns: readonly Turn[] = [
  ['acetylfentanyl', '1987-03-31', 'uncontrolled', '1987-04-01', 'class', 'SI 1986/2230'],
  ['mppp', '1987-03-31', 'uncontrolled', '1987-04-01', 'class', 'SI 1986/2230'],
  ['zolpidem', '2002-06-30', 'uncontrolled', '2003-07-01', 'listed', 'SI 2003/1243'],
  ['delta-9-thc', '2009-01-25', 'class', '2009-01-26', 'class', 'SI 2008/3130'],
  ['jwh-018', '2009-12-22', 'uncontrolled', '2009-12-23', 'class', 'SI 2009/3209'],
  ['benzylpiperazine', '2009-12-22', 'uncontrolled', '2009-12-23', 'listed', 'SI 2009/3209'],
  ['1-testosterone', '2009-12-22', 'class', '2009-12-23', 'listed', 'SI 2009/3209'],
  ['gamma-butyrolactone', '2009-12-22', 'uncontrolled', '2009-12-23', 'listed', 'SI 2009/3209'],
  ['mephedrone', '2010-04-15', 'uncontrolled', '2010-04-16', 'class', 'SI 2010/1207'],
  ['alpha-pvp', '2010-04-15', 'uncontrolled', '2010-04-16', 'class', 'SI 2010/1207'],
  ['naphyrone', '2010-07-22', 'uncontrolled', '2010-07-23', 'class', 'SI 2010/1833'],
  ['bk-IMP', '2010-07-22', 'uncontrolled', '2010-07-23', 'class', 'SI 2010/1833'],
  ['alpha-PVT', '2010-07-22', 'uncontrolled', '2010-07-23', 'class', 'SI 2010/1833'],
  ['2-dpmp', '2012-06-12', 'uncontrolled', '2012-06-13', 'class', 'SI 2012/1390'],
  ['am-2201', '2013-02-25', 'uncontrolled', '2013-02-26', 'class', 'SI 2013/239'],
  ['rcs-4', '2013-02-25', 'uncontrolled', '2013-02-26', 'class', 'SI 2013/239'],
  ['ur-144', '2013-02-25', 'uncontrolled', '2013-02-26', 'class', 'SI 2013/239'],
  ['AB-001', '2013-02-25', 'uncontrolled', '2013-02-26', 'class', 'SI 2013/239'],
  ['3-meo-pcp', '2013-02-25', 'uncontrolled', '2013-02-26', 'class', 'SI 2013/239'],
  ['methoxetamine', '2012-04-04', 'uncontrolled', '2012-04-05', 'listed', 'temporary order SI 2012/980'],
  ['methoxetamine', '2013-02-25', 'listed', '2013-02-26', 'class', 'SI 2013/239, after that order'],
  ['5-apb', '2013-06-09', 'uncontrolled', '2013-06-10', 'undecided', 'temporary order SI 2013/1294, whose names were not read'],
  ['5-apb', '2014-06-09', 'undecided', '2014-06-10', 'class', 'SI 2014/1106, after a temporary order'],
  ['25i-nbome', '2014-06-09', 'undecided', '2014-06-10', 'class', 'SI 2014/1106, after a temporary order'],
  ['DALT', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['5-MeO-DALT', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['5-MeO-AMT', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['5-MeO-pyr-T', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['alpha-methyltryptamine', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['4-HO-MET', '2015-01-06', 'class', '2015-01-07', 'class', 'SI 1977/1243, then SI 2014/3271'],
  ['ethylphenidate', '2015-04-09', 'uncontrolled', '2015-04-10', 'listed', 'temporary order SI 2015/1027'],
  ['4-methylmethylphenidate', '2015-06-26', 'uncontrolled', '2015-06-27', 'listed', 'temporary order SI 2015/1396'],
  ['ethylphenidate', '2017-05-30', 'listed', '2017-05-31', 'listed', 'temporary order SI 2016/650, then SI 2017/634'],
  ['4-fluoromethylphenidate', '2017-05-30', 'uncontrolled', '2017-05-31', 'listed', 'SI 2017/634, in no temporary order'],
  ['methiopropamine', '2015-11-26', 'uncontrolled', '2015-11-27', 'listed', 'temporary order SI 2015/1929'],
  ['methiopropamine', '2017-11-26', 'listed', '2017-11-27', 'listed', 'SI 2016/1126, then SI 2017/1114'],
  ['mt-45', '2015-03-10', 'uncontrolled', '2015-03-11', 'listed', 'SI 2015/215'],
  ['5f-pb-22', '2016-12-13', 'uncontrolled', '2016-12-14', 'class', 'SI 2016/1109'],
  ['ab-fubinaca', '2016-12-13', 'uncontrolled', '2016-12-14', 'class', 'SI 2016/1109'],
  ['4-cn-cumyl-butinaca', '2019-11-14', 'class', '2019-11-15', 'class', 'SI 2019/1323'],
  ['u-47700', '2017-05-30', 'uncontrolled', '2017-05-31', 'listed', 'SI 2017/634'],
  ['flualprazolam', '2021-08-17', 'uncontrolled', '2021-08-18', 'listed', 'SI 2021/868'],
  ['isotonitazene', '2024-03-19', 'uncontrolled', '2024-03-20', 'listed', 'SI 2024/190'],
  ['diphenidine', '2024-03-19', 'uncontrolled', '2024-03-20', 'listed', 'SI 2024/190'],
  ['methylenedioxynitazene', '2025-01-14', 'uncontrolled', '2025-01-15', 'class', 'SI 2024/1361'],
  ['benzodioxanylnitazene', '2025-01-14', 'uncontrolled', '2025-01-15', 'undecided', 'SI 2024/1361; the words on the oxygen ring system were not read'],
  ['benzofuran-3-yl-nitazene', '2025-01-14', 'uncontrolled', '2025-01-15', 'undecided', 'the same'],
  ['naphthylnitazene', '2025-01-14', 'uncontrolled', '2025-01-15', 'uncontrolled', 'no oxygen in the ring system'],
  ['carisoprodol', '2025-01-15', 'uncontrolled', '2025-03-12', 'undecided', 'under the convention of 1971 since then; later orders were not found'],
]

const ask = (substance: string, day: string) => askSmiles(smiles[substance] ?? substanceOf(substance).smiles, 'GB', day).verdict

describe('Great Britain by day', () => {
  it.each(turns)('%s: %s %s, %s %s (%s)', (substance, before, verdictBefore, day, verdict) => {
    expect([ask(substance, before), ask(substance, day)]).toEqual([verdictBefore, verdict])
  })
})

describe('what the regulations of 2001 name was a controlled drug by then', () => {
  it.each(['diazepam', 'alprazolam', 'temazepam', 'flunitrazepam', 'cathinone', 'methaqualone'])('%s', (id) => {
    expect([ask(id, '2002-01-31'), ask(id, '2002-02-01'), ask(id, '2018-11-26')]).toEqual(['undecided', 'listed', 'listed'])
  })
})

describe('on the other side of a generic definition', () => {
  it.each([
    ['tryptamine', 'NCCc1c[nH]c2ccccc12', 'the parent, not derived from itself'],
    ['serotonin', 'NCCc1c[nH]c2ccc(O)cc12', 'a ring-hydroxy tryptamine is the parent'],
    ['melatonin', 'COc1ccc2[nH]cc(CCNC(C)=O)c2c1', 'acyl on nitrogen'],
    ['methoxyphenamine', 'CNC(C)Cc1ccccc1OC', 'left out by name'],
    ['dopamine', 'NCCc1ccc(O)c(O)c1', 'hydroxy only'],
    ['benzylfentanyl', 'CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1', 'benzyl, not phenethyl'],
    ['4-ANPP', 'c1ccc(CCN2CCC(Nc3ccccc3)CC2)cc1', 'no acyl group'],
    ['N-benzylphenethylamine', 'c1ccc(CCNCc2ccccc2)cc1', 'its ring is not substituted'],
    ['bupropion', 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1', 'left out by name'],
    ['tolperisone', 'Cc1ccc(C(=O)C(C)CN2CCCCC2)cc1', 'nitrogen on position 3'],
    ['bisacodyl', 'CC(=O)Oc1ccc(C(c2ccc(OC(C)=O)cc2)c2ccccn2)cc1', 'acetoxy is not in the list'],
    ['diphenylpyraline', 'CN1CCC(OC(c2ccccc2)c2ccccc2)CC1', 'oxygen between'],
    ['barbituric acid', 'O=C1CC(=O)NC(=O)N1', 'position 5 is free'],
    ['thiopental', 'CCCC(C)C1(CC)C(=O)NC(=S)NC1=O', 'a thiobarbiturate'],
    ['primidone', 'CCC1(c2ccccc2)C(=O)NCNC1=O', 'no barbituric acid'],
    ['cannabidiol', 'C=C(C)C1CCC(C)=CC1c1c(O)cc(CCCCC)cc1O', 'no tetrahydrocannabinol skeleton'],
    ['tiletamine', 'CCNC1(c2cccs2)CCCCC1=O', 'left out by name'],
    ['PCMo', 'c1ccc(C2(N3CCOCC3)CCCCC2)cc1', 'morpholine is not in the list'],
    ['5-APBT', 'CC(N)Cc1ccc2sccc2c1', 'benzothiophene is not in the list'],
    ['5-IAI', 'NC1Cc2ccc(I)cc2C1', 'no ethylamine side chain'],
    ['bromo-dragonFLY', 'CC(N)Cc1c2ccoc2c(Br)c2ccoc12', 'three rings'],
    ['1-phenylpiperazine', 'c1ccc(N2CCNCC2)cc1', 'only a parent'],
    ['trazodone', 'O=c1n(CCCN2CCN(c3cccc(Cl)c3)CC2)nc2ccccn12', 'a chain that is not alkyl'],
    ['levodropropizine', 'OCC(O)CN1CCN(c2ccccc2)CC1', 'a chain that is not alkyl'],
    ['prednisolone', 'C[C@]12C=CC(=O)C=C1CC[C@@H]1[C@@H]2C(O)C[C@@]2(C)[C@H]1CC[C@]2(O)C(=O)CO', 'acyl at position 17'],
    ['levonorgestrel', 'C#CC1(O)CC[C@H]2[C@@H]3CCC4=CC(=O)CC[C@@H]4[C@H]3CC[C@@]21CC', 'ethynyl at position 17'],
  ])('%s is uncontrolled: %s', (_, drawn) => {
    expect(askSmiles(drawn, 'GB', '2025-01-15').verdict).toBe('uncontrolled')
  })
})
