import { describe, expect, test } from 'vitest'
import { assess } from '../../src/matching/index.js'
import { Screen } from '../../src/screen/index.js'
import { law, reader } from '../support/law.js'
import { referred } from '../support/referred.js'

function findingsOf(smiles: string, asOf: string, rule: string) {
  const result = assess(reader, law, smiles, { asOf })
  if (result.kind !== 'judged') throw new Error(`not read: ${smiles}`)
  return result.judgement.jurisdictions.flatMap((j) =>
    j.findings.flatMap((f) => (f.kind === 'class' && f.ruleId === rule ? [f] : [])),
  )
}

const us = 'us-fentanyl-related-substances'
/** A sugar with its oxygens acetylated, from the bond to its carbon 1. */
const sugar = 'OC(COC(C)=O)C(OC(C)=O)C(OC(C)=O)C2OC2OC(COC(C)=O)C(OC(C)=O)C(OC(C)=O)C2OC(C)=O'
const acetate = 'CCCC(=O)N(c1ccccc1)C1CCN(CC(OC(C)=O)c2ccccc2)CC1'

describe('a class that covers esters and ethers', () => {
  test.each([
    ['an acetate of a covered alcohol', acetate, '2019-09-01', us, ['B', 'E'], ['ester']],
    [
      'an ether of a covered alcohol',
      'CCCC(=O)N(c1ccccc1)C1CCN(CC(OCc3ccccc3)c2ccccc2)CC1',
      '2019-09-01',
      us,
      ['B', 'E'],
      ['ether'],
    ],
    ['a salt of an ester', `${acetate}.Cl`, '2019-09-01', us, ['B', 'E'], ['salt', 'ester']],
    [
      'an ether of a ring-hydroxy tryptamine',
      'COc1ccc2[nH]cc(CCN(C(C)C)C(C)C)c2c1',
      '2010-01-01',
      'gb-tryptamines-1977',
      ['n-alkyl', 'hydroxy'],
      ['ether'],
    ],
    [
      'a sulfate of a ring-hydroxy tryptamine',
      'OS(=O)(=O)Oc1ccc2[nH]cc(CCN(C(C)C)C(C)C)c2c1',
      '2010-01-01',
      'gb-tryptamines-1977',
      ['n-alkyl', 'hydroxy'],
      ['ester'],
    ],
    [
      'an ester of the enol of a covered ketone',
      'O=C(OC(=Cc1nc2ccccc2n1Cc1ccc(Br)cc1)c1ccccc1)c1ccccc1',
      '2020-01-01',
      'gb-cannabinoids-1ca-2019',
      ['tail', 'head'],
      ['ester'],
    ],
    [
      'two different bonds',
      'CCCCCCC(C)(C)c1ccc(C2CCCC(OC)C2)c(OC(C)=O)c1',
      '2020-01-01',
      'gb-cannabinoids-1c-2013',
      ['cyclohexylphenol'],
      ['ester', 'ether'],
    ],
  ])('%s', (_, smiles, asOf, rule, clauses, via) => {
    const [finding] = findingsOf(smiles, asOf, rule)
    expect(finding).toMatchObject({ counts: 'class', via })
    expect(finding!.clauses.map((c) => c.id)).toEqual(clauses)
  })

  test('reports the atoms of the input: the hydroxy group is the oxygen of the ester', () => {
    const [finding] = findingsOf(acetate, '2019-09-01', us)
    expect(finding!.clauses).toMatchObject([
      { id: 'B', atoms: [18] },
      { id: 'E', atoms: [0, 1, 2, 3, 4] },
    ])
    const backwards = 'c1ccccc1C(OC(=O)C)CN1CCC(CC1)N(C(=O)CCC)c1ccccc1'
    expect(findingsOf(backwards, '2019-09-01', us)[0]!.clauses).toMatchObject([
      { id: 'B', atoms: [7] },
      { id: 'E', atoms: [19, 20, 21, 22, 23] },
    ])
  })

  test.each([
    ['the law of the day lacks these words', acetate, '2026-09-01', us],
    ['the cleaved compound is the parent', 'COc1ccc2[nH]cc(CCN)c2c1', '2010-01-01', 'gb-tryptamines-1977'],
    ['the cleaved compound is excluded by name', 'CNC(C)Cc1ccccc1OC', '2020-01-01', 'gb-phenethylamines'],
    ['another group is not allowed either', 'CCCC(=O)N(c1ccccc1)C1CCN(CC(OC(C)=O)c2ccccc2)CC1C#N', '2019-09-01', us],
    [
      'many bonds are cleavable, and none of them helps',
      'COc1ccc(CCNC(=O)c2ccccc2NC(=O)c2cc(OC)c(OC)c(OC)c2)cc1OC',
      '2020-01-01',
      'gb-phenethylamines',
    ],
    [
      'many bonds are cleavable, in a group that cannot bear a hydroxy group',
      `NS(=O)(=O)c1ccc(CCNSC2${sugar})cc1`,
      '2020-01-01',
      'gb-phenethylamines',
    ],
    [
      'a carbamate is not an ester of a carbamic acid',
      'CCOC(=O)NC(C)Cc1ccc2OCOc2c1',
      '2020-01-01',
      'gb-phenethylamines',
    ],
  ])('not if %s', (_, smiles, asOf, rule) => {
    expect(findingsOf(smiles, asOf, rule)).toEqual([])
  })

  test('more forms than the limit: undecided, and the finding says so', () => {
    const chain = 'C(OC(C)=O)'.repeat(6)
    const [finding] = findingsOf(
      `C${chain}Cn1cc(C(=O)c2cccc3ccccc23)c2ccccc12`,
      '2020-01-01',
      'gb-cannabinoids-1c-2013',
    )
    expect(finding).toMatchObject({ counts: 'undecided', doubts: [{ kind: 'search bound' }] })
  })
})

test('the screen clears none of them', () => {
  const screen = new Screen(law, { asOf: '2019-09-01', jurisdictions: ['US'] })
  expect(referred(screen, acetate)).toBe('ester or ether of what a rule covers')
  const british = new Screen(law, { asOf: '2010-01-01', jurisdictions: ['GB'] })
  for (const smiles of ['COc1ccc2[nH]cc(CCN(C(C)C)C(C)C)c2c1', 'CCCCCCC(C)(C)c1ccc(C2CCCC(OC)C2)c(OC(C)=O)c1'])
    expect(referred(british, smiles), smiles).not.toBeNull()
})
