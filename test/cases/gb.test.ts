import { describe, expect, it } from 'vitest'
import { askSmiles } from '../support/ask.js'
import { substanceOf } from '../support/law.js'

/**
 * Days around which a verdict of the Misuse of Drugs Act changes: substance (record, or name and SMILES), last day
 * before, its verdict, first day, its verdict, act.
 */
type Turn = readonly [
  substance: string,
  before: string,
  verdictBefore: string,
  day: string,
  verdict: string,
  act: string,
]

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
  'sulphur-bridged etonitazene': 'CCOc1ccc(Sc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1',
  'oxygen-bridged etonitazene': 'CCOc1ccc(Oc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1',
  'nitrogen-bridged etonitazene': 'CCOc1ccc(Nc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1',
  'alpha-methyletonitazene': 'CCOc1ccc(C(C)c2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1',
  '5-fluoropentyl cyclohexylphenol': 'FCCCCCc1ccc(C2CCCC(O)C2)c(O)c1',
  'pentyl cyclohexylphenol': 'CCCCCc1ccc(C2CCCC(O)C2)c(O)c1',
  'acetate of diphenylprolinol': 'CC(=O)OC(c1ccccc1)(c1ccccc1)C1CCCN1',
  '3-acetoxy-PCE': 'CCNC1(c2cccc(OC(C)=O)c2)CCCCC1',
  'methyl ester of gabapentin': 'COC(=O)CC1(CN)CCCCC1',
  '1,4-diacetoxybutane': 'CC(=O)OCCCCOC(C)=O',
  'N,N-dimethyl-5-APB': 'CC(N(C)C)Cc1ccc2occc2c1',
  naphthylnitazene: 'CCN(CC)CCn1c(Cc2ccc3ccccc3c2)nc2cc([N+](=O)[O-])ccc21',
}

const turns: readonly Turn[] = [
  ['acetylfentanyl', '1987-03-31', 'uncontrolled', '1987-04-01', 'class', 'SI 1986/2230'],
  ['mppp', '1987-03-31', 'uncontrolled', '1987-04-01', 'class', 'SI 1986/2230'],
  ['zolpidem', '2002-06-30', 'uncontrolled', '2003-07-01', 'listed', 'SI 2003/1243'],
  ['delta-9-thc', '2009-01-25', 'class', '2009-01-26', 'class', 'SI 2008/3130'],
  ['jwh-018', '2009-12-22', 'uncontrolled', '2009-12-23', 'class', 'SI 2009/3209'],
  ['benzylpiperazine', '2009-12-22', 'uncontrolled', '2009-12-23', 'listed', 'SI 2009/3209'],
  ['1-testosterone', '2009-12-22', 'class', '2009-12-23', 'class', 'not among the names of SI 2009/3209'],
  ['19-norandrosterone', '2009-12-22', 'uncontrolled', '2009-12-23', 'listed', 'SI 2009/3209'],
  ['oripavine', '2009-12-22', 'uncontrolled', '2009-12-23', 'listed', 'SI 2009/3209'],
  ['mepitiostane', '1996-08-31', 'uncontrolled', '1996-09-01', 'listed', 'SI 1996/1300'],
  ['boh', '2002-01-31', 'uncontrolled', '2002-02-01', 'listed', 'SI 2001/3932'],
  ['dob', '1975-04-30', 'uncontrolled', '1975-05-01', 'listed', 'SI 1975/421'],
  ['mdma', '1977-09-19', 'uncontrolled', '1977-09-20', 'class', 'SI 1977/1243'],
  ['phencyclidine', '1979-05-13', 'uncontrolled', '1979-05-14', 'listed', 'SI 1979/299'],
  ['dextropropoxyphene', '1983-07-17', 'uncontrolled', '1983-07-18', 'listed', 'SI 1983/765'],
  ['methaqualone', '1984-12-31', 'listed', '1985-01-01', 'listed', 'Class C, then Class B by SI 1984/859'],
  ['diazepam', '1986-03-31', 'uncontrolled', '1986-04-01', 'listed', 'SI 1985/1995'],
  ['cathinone', '1987-03-31', 'uncontrolled', '1987-04-01', 'listed', 'SI 1986/2230'],
  ['midazolam', '1991-01-31', 'uncontrolled', '1991-02-01', 'listed', 'SI 1990/2589'],
  ['propylhexedrine', '1987-03-31', 'uncontrolled', '1987-04-01', 'listed', 'SI 1986/2230'],
  ['propylhexedrine', '1995-08-31', 'listed', '1995-09-01', 'uncontrolled', 'SI 1995/1966'],
  ['brotizolam', '1998-04-30', 'uncontrolled', '1998-05-01', 'listed', 'SI 1998/750'],
  [
    '1,4-diacetoxybutane',
    '2009-12-22',
    'uncontrolled',
    '2009-12-23',
    'listed',
    'an ester of paragraph 1(b), SI 2009/3209',
  ],
  [
    '1,4-diacetoxybutane',
    '2022-04-12',
    'listed',
    '2022-04-13',
    'uncontrolled',
    'Class B, which has no such paragraph, SI 2022/322',
  ],
  ['acetate of diphenylprolinol', '2012-06-12', 'uncontrolled', '2012-06-13', 'class', 'paragraph 2A, SI 2012/1390'],
  ['3-acetoxy-PCE', '2013-02-25', 'uncontrolled', '2013-02-26', 'class', 'paragraph 2A, SI 2013/239'],
  [
    'methyl ester of gabapentin',
    '2019-03-31',
    'uncontrolled',
    '2019-04-01',
    'listed',
    'an ester of paragraph 1(b), SI 2018/1356',
  ],
  ['pentyl cyclohexylphenol', '2009-12-22', 'uncontrolled', '2009-12-23', 'class', 'SI 2009/3209'],
  [
    '5-fluoropentyl cyclohexylphenol',
    '2013-02-25',
    'uncontrolled',
    '2013-02-26',
    'uncontrolled',
    'haloalkyl was not added to this head',
  ],
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
  ['5-apb', '2013-06-09', 'uncontrolled', '2013-06-10', 'listed', 'temporary order SI 2013/1294'],
  ['5-apb', '2014-06-09', 'listed', '2014-06-10', 'class', 'SI 2014/1106, after a temporary order'],
  ['25i-nbome', '2014-06-09', 'listed', '2014-06-10', 'class', 'SI 2014/1106, after a temporary order'],
  [
    'N,N-dimethyl-5-APB',
    '2013-06-09',
    'uncontrolled',
    '2013-06-10',
    'undecided',
    'the order says N-methyl derivatives',
  ],
  ['DALT', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['5-MeO-DALT', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['5-MeO-AMT', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['5-MeO-pyr-T', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['alpha-methyltryptamine', '2015-01-06', 'uncontrolled', '2015-01-07', 'class', 'SI 2014/3271'],
  ['4-HO-MET', '2015-01-06', 'class', '2015-01-07', 'class', 'SI 1977/1243, then SI 2014/3271'],
  ['ethylphenidate', '2015-04-09', 'uncontrolled', '2015-04-10', 'listed', 'temporary order SI 2015/1027'],
  ['4-methylmethylphenidate', '2015-06-26', 'uncontrolled', '2015-06-27', 'listed', 'temporary order SI 2015/1396'],
  ['ethylphenidate', '2017-05-30', 'listed', '2017-05-31', 'listed', 'temporary order SI 2016/650, then SI 2017/634'],
  [
    '4-fluoromethylphenidate',
    '2017-05-30',
    'uncontrolled',
    '2017-05-31',
    'listed',
    'SI 2017/634, in no temporary order',
  ],
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
  ['sulphur-bridged etonitazene', '2025-01-14', 'uncontrolled', '2025-01-15', 'class', 'SI 2024/1361, way (v)'],
  ['oxygen-bridged etonitazene', '2025-01-14', 'uncontrolled', '2025-01-15', 'class', 'SI 2024/1361, way (v)'],
  ['nitrogen-bridged etonitazene', '2025-01-14', 'uncontrolled', '2025-01-15', 'class', 'SI 2024/1361, way (v)'],
  ['alpha-methyletonitazene', '2025-01-14', 'uncontrolled', '2025-01-15', 'class', 'SI 2024/1361, way (iv)'],
  [
    'benzodioxanylnitazene',
    '2025-01-14',
    'uncontrolled',
    '2025-01-15',
    'uncontrolled',
    'way (vii) names methylenedioxyphenyl only',
  ],
  [
    'benzofuran-3-yl-nitazene',
    '2025-01-14',
    'uncontrolled',
    '2025-01-15',
    'uncontrolled',
    'way (vi) names dihydrobenzofuran, by its phenyl ring',
  ],
  ['naphthylnitazene', '2025-01-14', 'uncontrolled', '2025-01-15', 'uncontrolled', 'no oxygen in the ring system'],
  [
    'carisoprodol',
    '2025-01-15',
    'uncontrolled',
    '2025-03-12',
    'undecided',
    'under the convention of 1971 since then; later orders were not found',
  ],
]

const ask = (substance: string, day: string) =>
  askSmiles(smiles[substance] ?? substanceOf(substance).smiles, 'GB', day).verdict

describe('Great Britain by day', () => {
  it.each(turns)('%s: %s %s, %s %s (%s)', (substance, before, verdictBefore, day, verdict) => {
    expect([ask(substance, before), ask(substance, day)]).toEqual([verdictBefore, verdict])
  })
})

describe('just outside a generic definition', () => {
  it.each([
    ['tryptamine', 'NCCc1c[nH]c2ccccc12', 'the parent, not derived from itself'],
    ['serotonin', 'NCCc1c[nH]c2ccc(O)cc12', 'a ring-hydroxy tryptamine is the parent'],
    ['melatonin', 'COc1ccc2[nH]cc(CCNC(C)=O)c2c1', 'acyl on nitrogen'],
    ['methoxyphenamine', 'CNC(C)Cc1ccccc1OC', 'left out by name'],
    ['dopamine', 'NCCc1ccc(O)c(O)c1', 'hydroxy only'],
    ['benzylfentanyl', 'CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1', 'benzyl, not phenethyl'],
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
  it.each(['C[C@H](N)[C@H](O)c1ccccc1', 'C[C@@H](N)[C@@H](O)c1ccccc1', 'C[C@H](N)[C@H](O)c1ccccc1 |&1:1,3|'])(
    'norephedrine %s is a stereoisomer of cathine that Class C excludes as phenylpropanolamine',
    (drawn) =>
      expect(askSmiles(drawn, 'GB', '2025-01-15', { kinds: ['drug', 'chemical weapon'] }).verdict).toBe('uncontrolled'),
  )
  it('4-ANPP is not a drug: no acyl group; it may have been a precursor before the form that names it', () => {
    const anpp = 'c1ccc(CCN2CCC(Nc3ccccc3)CC2)cc1'
    expect(askSmiles(anpp, 'GB', '2025-01-15', { kinds: ['drug', 'chemical weapon'] }).verdict).toBe('uncontrolled')
    expect(askSmiles(anpp, 'GB', '2025-01-15').verdict).toBe('undecided')
  })
})

describe('one open question has one answer for every structure', () => {
  it.each([
    [
      'clemizole and its 5-methyl analogue',
      '2020-01-01',
      ['Clc1ccc(Cn2c(CN3CCCC3)nc3ccccc32)cc1', 'Clc1ccc(Cn2c(CN3CCCC3)nc3cc(C)ccc32)cc1'],
    ],
    [
      'penflufen and its relative without the side chain',
      '2020-01-01',
      ['Cc1nn(C)c(F)c1C(=O)Nc1ccccc1C(C)CC(C)C', 'Cc1nn(C)c(F)c1C(=O)Nc1ccccc1'],
    ],
    [
      'sulindac and its relative without sulphur',
      '2018-01-01',
      ['CC1=C(CC(=O)O)c2cc(F)ccc2C1=Cc1ccc(S(C)=O)cc1', 'CC1=C(CC(=O)O)c2cc(F)ccc2C1=Cc1ccccc1'],
    ],
    [
      'decanoate and acetate of haloperidol',
      '2020-01-01',
      [
        'CCCCCCCCCC(=O)OC1(c2ccc(Cl)cc2)CCN(CCCC(=O)c2ccc(F)cc2)CC1',
        'CC(=O)OC1(c2ccc(Cl)cc2)CCN(CCCC(=O)c2ccc(F)cc2)CC1',
      ],
    ],
    [
      'indoramin and its acetamido relative',
      '2020-01-01',
      ['O=C(NC1CCN(CCc2c[nH]c3ccccc23)CC1)c1ccccc1', 'CC(=O)NC1CCN(CCc2c[nH]c3ccccc23)CC1'],
    ],
  ] as const)('%s on %s: undecided', (_, day, drawn) => {
    expect(drawn.map((s) => askSmiles(s, 'GB', day).verdict)).toEqual(['undecided', 'undecided'])
  })

  it('methoxy groups on a benzylpiperazine are a class, one or three of them', () => {
    const verdicts = ['COc1ccc(CN2CCNCC2)cc1', 'COc1ccc(CN2CCNCC2)c(OC)c1OC'].map(
      (s) => askSmiles(s, 'GB', '2020-01-01').verdict,
    )
    expect(verdicts).toEqual(['class', 'class'])
  })
})
