import { describe, expect, it } from 'vitest'
import type { Molecule } from '../../src/chem/index.js'
import { fitRule } from '../../src/matching/index.js'
import { edition, fit, law, reader, ruleOf } from '../support/law.js'
import { china, unitedStates, type Answer } from './fentanyls.js'

const substances = edition.substances.filter((s): s is typeof s & { smiles: string } => s.smiles !== null)
const ask = (oracle: (m: Molecule, c: readonly number[]) => Answer, smiles: string) =>
  reader.read(smiles, ({ molecule }) => oracle(molecule, molecule.components[0]!))

const readings = [
  ['us-fentanyl-related-substances', unitedStates, 63],
  ['cn-proposed-fentanyl-class', unitedStates, 63],
  ['cn-fentanyl-class', china, 68],
] as const

/** For each recorded structure the answers of every rule and its second reading. */
const recorded = substances.map(({ id, smiles }) =>
  reader.read(smiles, (s) => {
    const component = s.molecule.components[0]!
    return readings.map(
      ([rule, oracle]) =>
        [id, fitRule(s, component, ruleOf(rule), law.terms).fit, oracle(s.molecule, component)] as const,
    )
  }),
)

describe.each(readings)('%s agrees with a second reading of its text', (id, oracle, atLeast) => {
  const rule = ruleOf(id)
  it('on every recorded structure', () => {
    const answers = recorded.map((own) => own[readings.findIndex(([rule]) => rule === id)]!)
    expect(answers.filter(([, engine, second]) => engine !== second)).toEqual([])
    // Agreement that nothing fits would be worthless.
    expect(answers.filter(([, engine]) => engine === 'fits').length).toBeGreaterThanOrEqual(atLeast)
  })

  // Boundaries that no recorded substance shows, drawn on fentanyl itself.
  it.each([
    ['thioacyl', 'CCC(=S)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
    ['sulfonyl', 'CCS(=O)(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
    ['urea', 'CNC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
    ['amidine', 'CCC(=N)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
    ['free carbamic acid', 'OC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
    ['naphthyl on the amide', 'CCC(=O)N(c1cccc2ccccc12)C1CCN(CCc2ccccc2)CC1'],
    ['cyclohexyl on the amide', 'CCC(=O)N(C1CCCCC1)C1CCN(CCc2ccccc2)CC1'],
    ['biphenyl on the amide', 'CCC(=O)N(c1ccc(-c2ccccc2)cc1)C1CCN(CCc2ccccc2)CC1'],
    ['cyclohexyl in phenethyl', 'CCC(=O)N(c1ccccc1)C1CCN(CCC2CCCCC2)CC1'],
    ['norbornyl in phenethyl', 'CCC(=O)N(c1ccccc1)C1CCN(CCC2CC3CCC2C3)CC1'],
    ['pyridyl in phenethyl', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccncc2)CC1'],
    ['cyano on the phenethyl ring', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccc(C#N)cc2)CC1'],
    ['dimethylamino on the phenethyl ring', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccc(N(C)C)cc2)CC1'],
    ['amino on the phenethyl ring', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccc(N)cc2)CC1'],
    ['nitro on the phenethyl ring', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccc([N+](=O)[O-])cc2)CC1'],
    ['oxo in the chain', 'CCC(=O)N(c1ccccc1)C1CCN(C(=O)Cc2ccccc2)CC1'],
    ['cyclopropyl in the chain', 'CCC(=O)N(c1ccccc1)C1CCN(CC(C2CC2)c2ccccc2)CC1'],
    ['two rings at the end of the chain', 'CCC(=O)N(c1ccccc1)C1CCN(CC(c2ccccc2)c2ccccc2)CC1'],
    ['spiro in the chain', 'CCC(=O)N(c1ccccc1)C1CCN(CC2(CC2)c2ccccc2)CC1'],
    ['indane in place of phenethyl', 'CCC(=O)N(c1ccccc1)C1CCN(C2Cc3ccccc3C2)CC1'],
    ['cyano on the piperidine', 'CCC(=O)N(c1ccccc1)C1(C#N)CCN(CCc2ccccc2)CC1'],
    ['carboxyl on the piperidine', 'CCC(=O)N(c1ccccc1)C1(C(=O)O)CCN(CCc2ccccc2)CC1'],
    ['acetyl on the piperidine', 'CCC(=O)N(c1ccccc1)C1(C(C)=O)CCN(CCc2ccccc2)CC1'],
    ['cyclopropyl on the piperidine', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1C1CC1'],
    ['oxo on the piperidine', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)C(=O)C1'],
    ['methylene on the piperidine', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1=C'],
    ['a double bond in the ring', 'CCC(=O)N(c1ccccc1)C1=CCN(CCc2ccccc2)CC1'],
    ['a ring fused to the piperidine', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)C2CCCCC12'],
    ['a ring between acyl and aryl', 'O=C1CCc2ccccc2N1C1CCN(CCc2ccccc2)CC1'],
    ['a ring between acyl and piperidine', 'O=C1CCC2CN(CCc3ccccc3)CCC2N1c1ccccc1'],
    ['hydroxyl on the amide nitrogen', 'CCC(=O)N(O)C1CCN(CCc2ccccc2)CC1'],
    ['N-oxide', 'CCC(=O)N(c1ccccc1)C1CC[N+]([O-])(CCc2ccccc2)CC1'],
    ['pyrrolidine', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)C1'],
    ['amide at carbon 3', 'CCC(=O)N(c1ccccc1)C1CCCN(CCc2ccccc2)C1'],
    ['reversed amide', 'O=C(Nc1ccccc1)C1CCN(CCc2ccccc2)CC1'],
    ['methyl on the piperidine nitrogen', 'CCC(=O)N(c1ccccc1)C1CCN(C)CC1'],
    ['acyl on the piperidine nitrogen', 'CCC(=O)N(c1ccccc1)C1CCN(C(=O)OC(C)(C)C)CC1'],
  ])('on %s', (_, smiles) => {
    expect(ask(oracle, smiles)).toBe(fit(smiles, rule).fit)
  })
})
