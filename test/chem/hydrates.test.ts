import { describe, expect, it } from 'vitest'
import { hydratesOf } from '../../src/chem/hydrates.js'
import { reader } from '../support/law.js'

describe('hydrates of carbonyl compounds', () => {
  const hydrates = (smiles: string) => reader.read(smiles, (s) => hydratesOf(s.molecule))
  it.each([
    ['chloral hydrate', 'OC(O)C(Cl)(Cl)Cl', [{ kept: 0, lost: 1 }]],
    ['the charged oxygen stays', 'OC([O-])C(Cl)(Cl)Cl', [{ kept: 1, lost: 0 }]],
    [
      'several',
      'OC(O)CC(O)O',
      [
        { kept: 0, lost: 1 },
        { kept: 4, lost: 5 },
      ],
    ],
    ['three hydroxy groups: an acid', 'CC(O)(O)O', [{ kept: 1, lost: 2 }]],
    ['one hydroxy group', 'OCC(Cl)(Cl)Cl', []],
    ['an acid', 'OC(=O)C', []],
    ['the enol of an acid', 'OC(O)=C', []],
    ['a hemiacetal', 'OC(OC)C', []],
    ['a thiol', 'OC(S)C', []],
    ['a boronic acid', 'OB(O)C', []],
    ['a silanediol', 'C[Si](O)(O)C', []],
    ['two hydroxy groups on two carbons', 'OCCO', []],
  ])('%s', (_, smiles, expected) => expect(hydrates(smiles)).toEqual(expected))
})

describe('without their water', () => {
  const anhydrous = (text: string) => reader.read(text, (s) => s.anhydrous?.smiles)
  it.each([
    ['a ketone', 'CC(O)(O)C', 'CC(C)=O.O'],
    ['every one of several', 'OC(O)CC(O)O', 'O.O.O=CCC=O'],
    ['an anion', 'CC(O)([O-])C.[Na+]', 'CC(C)=O.O.[Na+]'],
    ['protonated', 'CC(O)([OH2+])C', 'CC(C)=O.O'],
    ['other centres keep their stereo', 'C[C@H](N)C(O)(O)C', 'CC(=O)[C@H](C)N.O'],
    ['an alcohol has none', 'CC(O)C', undefined],
  ])('%s', (_, smiles, expected) => expect(anhydrous(smiles)).toBe(expected))
  it('with hydrogens drawn as atoms', () => expect(anhydrous('[H]OC(O[H])(C)C')).toBe('CC(C)=O.O'))
})
