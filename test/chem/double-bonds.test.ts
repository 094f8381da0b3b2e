import { expect, it } from 'vitest'
import type { Structure } from '../../src/chem/index.js'
import { reader } from '../support/law.js'

const named = (smiles: string) => reader.read(smiles, ({ names }) => names)

it.each([
  ['a carboxylate', 'C/C=C\\C(=O)O[Na]', 'C/C=C\\C(=O)[O-].[Na+]'],
  ['two double bonds', 'CC/C=C/C=C\\O[K]', 'CC/C=C/C=C\\[O-].[K+]'],
  ['an oxime', 'C/C(=N\\O[Na])c1ccccc1', 'C/C(=N\\[O-])c1ccccc1.[Na+]'],
  ['hydrogens drawn as atoms', '[H]/C(C)=C(/[H])C(=O)O[Na]', 'C/C=C/C(=O)[O-].[Na+]'],
  ['a centre next to it', 'C/C=C/[C@H](N)C(=O)O[Na]', 'C/C=C/[C@H](N)C(=O)[O-].[Na+]'],
  ['a double bond whose sides are alike', 'CC(C)=CC(=O)O[Na]', 'CC(C)=CC(=O)[O-].[Na+]'],
])('the names of a salt drawn with a covalent metal keep its double bonds: %s', (_, covalent, ions) => {
  const expected = named(ions)
  expect(expected.inchikey).not.toBeNull()
  expect(named(covalent)).toEqual(expected)
})

/** InChI of the first component of one structure, and of another by some other way. */
const ways: [string, string, string, (structure: Structure) => string | undefined][] = [
  [
    'an ester that is cleaved',
    'C/C=C\\C(=O)OCC',
    'C/C=C\\C(=O)O',
    (s) => {
      const acid = s.cleaved([{ freed: 5, other: 6 }])!
      return acid.identity(acid.molecule.components[0]!)?.inchi
    },
  ],
  [
    'an anion with a proton',
    'C/C=C\\CC(C)=N[O-]',
    'C/C=C\\CC(C)=NO',
    (s) => s.neutralIdentity(s.molecule.components[0]!)?.inchi,
  ],
  [
    'a hydrate without its water',
    'C/C=C\\CC(O)(O)C',
    'C/C=C\\CC(=O)C',
    (s) => {
      const ketone = s.anhydrous!
      return ketone.identity(ketone.molecule.components[0]!)?.inchi
    },
  ],
  [
    'an enol as the ketone',
    'C/C=C\\CCC(O)=C',
    'C/C=C\\CCC(=O)C',
    (s) => s.tautomerOf(s.molecule.components[0]!, 'CC=CCCC(=O)C')?.identity?.inchi,
  ],
]

it.each(ways)('%s keeps its double bonds', (_, smiles, expected, found) => {
  const own = reader.read(expected, (s) => s.identity(s.molecule.components[0]!)?.inchi)
  expect(own).toContain('/b')
  expect(reader.read(smiles, found)).toBe(own)
})
