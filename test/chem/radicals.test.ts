import { describe, expect, it } from 'vitest'
import { hasCarbocation, hasChargesApart, hasRadical } from '../../src/chem/index.js'
import { judge } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

const components = (smiles: string, ask: typeof hasRadical) =>
  reader.read(smiles, ({ molecule }) => molecule.components.map((component) => ask(molecule, component)))
const reasons = (text: string) =>
  reader.read(text, (s) =>
    judge(s, law, { asOf: '2026-11-01' }).jurisdictions.map(({ verdict, findings }) => [
      verdict === 'uncontrolled',
      findings.flatMap((f) => (f.kind === 'open structure' ? [f.why] : [])),
    ]),
  )

describe('a radical', () => {
  it.each<[string, boolean[]]>([
    ['[CH2]C', [true]],
    ['CC[NH]', [true]],
    ['C[C]C', [true]],
    ['CC1(C)CCCC(C)(C)N1[O]', [true]],
    ['CCO.[CH3]', [false, true]],
    ['CCO', [false]],
    ['[N]=O', [false]],
    ['[O][O]', [false]],
    ['[Fe]CC', [false, false]],
  ])('%s: %o', (smiles, expected) => expect(components(smiles, hasRadical)).toEqual(expected))
})

describe('a carbon cation', () => {
  it.each<[string, boolean[]]>([
    ['C[C+](C)C', [true]],
    ['c1ccc[cH+]cc1', [true]],
    ['CC(C)=[NH2+]', [false]],
    ['C[NH3+].[Cl-]', [false, false]],
  ])('%s: %o', (smiles, expected) => expect(components(smiles, hasCarbocation)).toEqual(expected))
})

describe('charges that stay apart', () => {
  it.each<[string, boolean[]]>([
    ['CCCCC[N+]1=C[C-](C2=[N+]=N[N+](C)=N2)[C-]2C=C[CH-]C=C21', [true]],
    ['[CH2-]CC[N+](C)(C)C', [true]],
    // A proton balances, or the opposite charge is next to it.
    ['[CH2-]CC[NH3+]', [false]],
    ['[O-]CC[N+](C)(C)C', [false]],
    ['C[N+]#[C-]', [false]],
    ['[CH2-][n+]1ccccc1', [false]],
    ['[CH-](C(C)=O)c1ccc([N+](=O)[O-])cc1.[Na+]', [false, false]],
    ['[C-]#N.C[N+](C)(C)C', [false, false]],
  ])('%s: %o', (smiles, expected) => expect(components(smiles, hasChargesApart)).toEqual(expected))
})

describe('is undecided, never uncontrolled, in every law', () => {
  it.each([
    // Aromatic rings hidden by charges.
    ['CCCCC[N+]1=C[C-](C2=[N+]=N[N+](C)=N2)[C-]2C=C[CH-]C=C21', 'odd charge'],
    ['CC1=[N+]2C(=[N+]=N1)C[N-]C(=C1[CH-][CH-]C=CC1=[F+])C1=C2SC(Cl)=C1', 'odd charge'],
    ['CCCCC[N+]1=CC(=C([O-])C2=CC3=[O+]C[O+]=C3C=C2)[C-]2C=CC=C[C-]21', 'odd charge'],
    ['CC1=[N+]=[N+](C)C(F)=C1C([O-])=[NH+]C1=C[C-](C(C)CC(C)C)C=C[CH-]1', 'odd charge'],
    ['[CH2]c1[nH]c2ccccc2c1CCN', 'radical'],
    ['C[C](N)Cc1ccccc1', 'radical'],
    ['C[C+](N)Cc1ccccc1', 'odd charge'],
    ['[CH2+]c1[nH]c2ccccc2c1CCN', 'odd charge'],
  ])('%s: %s', (smiles, why) => {
    for (const [isUncontrolled, found] of reasons(smiles)) {
      expect(isUncontrolled).toBe(false)
      expect(found).toContain(why)
    }
  })
  it('as the symbol of an element that may mean a group', () => {
    const block = (symbol: string) =>
      `\n\n\n  3  2  0  0  0  0            999 V2000\n${['C', 'N', symbol]
        .map((z) => `    0.0000    0.0000    0.0000 ${z.padEnd(3)} 0  0\n`)
        .join('')}  1  2  1  0\n  2  3  1  0\nM  END\n`
    for (const text of [block('Ac'), block('Pr'), 'CN[Ac]'])
      for (const answer of reasons(text)) expect(answer).toEqual([false, ['abbreviation']])
  })
  it.each(['[Ac+3].CC(=O)[O-].CC(=O)[O-].CC(=O)[O-]', 'CO[Pr](OC)OC', 'CCN[Li]'])('but not %s', (smiles) => {
    for (const [, found] of reasons(smiles)) expect(found).not.toContain('abbreviation')
  })
})
