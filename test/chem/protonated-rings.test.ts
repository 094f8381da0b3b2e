import { describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

describe('an indole drawn protonated is the aromatic base and a hydron', () => {
  const aromatic = (smiles: string) =>
    reader.read(smiles, ({ molecule }) => [
      molecule.atoms.filter((a) => a.aromatic).length,
      molecule.components.map((component) => component.length).sort((a, b) => b - a),
    ])
  it.each([
    ['on nitrogen', 'C1=C[NH2+]c2ccccc21', [9, [9, 1]]],
    ['with its hydrogens drawn', '[H][N+]1([H])C=Cc2ccccc21', [9, [9, 1]]],
    ['on carbon', 'C1C=[NH+]c2ccccc21', [9, [9, 1]]],
    ['on carbon, with a substituent on nitrogen', 'C1C=[N+](C)c2ccccc21', [9, [10, 1]]],
    ['a pyrrole', 'C1=C[NH+](C)C=C1', [5, [6, 1]]],
    ['two of them', 'C1=C[NH2+]c2cc3c(cc21)C=C[NH2+]3', [12, [12, 1, 1]]],
    ['an indoline has no double bond to spare', 'C1C[NH2+]c2ccccc21', [6, [9]]],
    ['nor has 3,3-dimethyl-3H-indole a hydrogen', 'CC1(C)C=[NH+]c2ccccc21', [6, [11]]],
    ['an imidazolinium has two saturated carbons', 'C1C[NH+]=CN1', [0, [5]]],
  ])('%s: %s', (_, smiles, expected) => expect(aromatic(smiles)).toEqual(expected))
})

describe('the verdict is that of the base', () => {
  const verdict = (smiles: string, code: string) =>
    reader.read(smiles, (s) => judge(s, law, { asOf: '2026-11-01', jurisdictions: [code] }).verdict)
  it.each([
    ['US', 'a positional isomer', 'CCCN(C)CCC1=C[NH2+]c2ccccc21', 'CCCN(C)CCc1c[nH]c2ccccc21', 'listed'],
    ['DE', 'an ester, on carbon', 'CC(=O)Oc1ccc2c(c1)C(CCN)C=[NH+]2', 'CC(=O)Oc1ccc2[nH]cc(CCN)c2c1', 'class'],
    [
      'GB',
      'an acylindole, on carbon',
      'CC1=[N+](CCCCCO)c2ccccc2C1C(=O)c1cccc2ccccc12',
      'Cc1c(C(=O)c2cccc3ccccc23)c2ccccc2n1CCCCCO',
      'class',
    ],
    [
      'US',
      'a positional isomer by its amide, protonated on oxygen',
      'CC(C)[N+](C)=C(O)C1C=C2c3cccc4[nH]cc(c34)CC2N(C)C1',
      'CC(C)N(C)C(=O)C1C=C2c3cccc4[nH]cc(c34)CC2N(C)C1',
      'listed',
    ],
  ])('in %s: %s', (code, _, drawn, base, expected) => {
    expect(verdict(base, code)).toBe(expected)
    expect(verdict(drawn, code)).toBe(expected)
  })
  it('and not more', () => expect(verdict('C1=C[NH2+]c2ccccc21', 'US')).toBe('uncontrolled'))
})
