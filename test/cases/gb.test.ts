import { describe, expect, it } from 'vitest'
import { askSmiles } from '../support/ask.js'

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
