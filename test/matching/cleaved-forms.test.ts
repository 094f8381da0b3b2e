import { expect, it } from 'vitest'
import { manyCleavableBonds, mostCleavedAtOnce } from '../../src/limits.js'
import { cleavedForms, type CleaveOptions } from '../../src/matching/identity/cleaved-forms.js'
import { formulaOf } from '../../src/chem/index.js'
import { reader } from '../support/law.js'

/** The forms of the first component as formulas, with the bonds cleaved; and whether some were not built. */
const forms = (smiles: string, options: Partial<CleaveOptions> = {}) =>
  reader.read(smiles, (s) => {
    const found = cleavedForms(s, s.molecule.components[0]!, { most: 100, ...options })
    const told = found.forms.map((form) =>
      [
        formulaOf(form.structure.molecule, form.component),
        ...form.cleavedBonds,
        ...(form.unusual ? ['unusual'] : []),
      ].join(' '),
    )
    return [...told, ...(found.cut ? ['cut'] : [])]
  })

it.each([
  ['none without such a bond', 'CCCCO', []],
  ['an ester is one of its alcohol and of its acid', 'CCCOC(C)=O', ['C3H8O ester', 'C2H4O2 ester']],
  ['an ether gives both alcohols', 'CCCOCC', ['C2H6O ether', 'C3H8O ether']],
  [
    'two esters, singly and together',
    'CC(=O)OCCCOC(C)=O',
    ['C5H10O3 ester', 'C5H10O3 ester', 'C2H4O2 ester', 'C2H4O2 ester', 'C3H8O2 ester'],
  ],
  ['another component is left as it is', 'CCCOC(C)=O.CCOCC', ['C3H8O ester', 'C2H4O2 ester']],
  // Acetic acid and hexanol, the acid and the ester that each leaves, and what is left between them.
  [
    'an ester of an acid that is itself an ester',
    'CCCCCCOC(=O)CCOC(C)=O',
    ['C2H4O2 ester', 'C6H14O ester', 'C5H8O4 ester', 'C9H18O3 ester', 'C3H6O3 ester'],
  ],
])('%s', (_, smiles, expected) => expect(forms(smiles).toSorted()).toEqual(expected.toSorted()))

it('an ester and an ether together are named in one order', () => {
  expect(forms('CC(=O)Oc1ccccc1OC')).toContain('C6H6O2 ester ether')
  expect(forms('COc1ccccc1OC(C)=O')).toContain('C6H6O2 ester ether')
})

it.each([
  [
    'a carbamate gives its amine, its alcohol and the carbamic acid',
    'CCNC(=O)OC',
    ['C2H7N carbamate', 'CH4O ester', 'C3H7NO2 ester'],
  ],
  ['two carbamates of one nitrogen', 'CN(C(=O)OC)C(=O)OC', ['CH5N carbamate unusual', 'C3H7NO2 carbamate unusual']],
  ['a carbamate of an amide', 'CC(=O)NC(=O)OC', ['C2H5NO carbamate unusual']],
  ['a carbamic acid', 'CCNC(=O)O', ['C2H7N carbamate']],
])('%s', (_, smiles, expected) => expect(forms(smiles)).toEqual(expect.arrayContaining(expected)))

it.each(['O=C1NCCO1', 'CNC(=O)NC', 'CNC(=O)SC', 'CNC(C)=O'])('%s has no carbamate bond', (smiles) =>
  expect(forms(smiles).filter((form) => form.includes('carbamate'))).toEqual([]),
)

it('a carbamate on the nitrogen of a double bond whose stereo is drawn', () =>
  expect(forms('COC(=O)/N=C(/C)CC')).toEqual(['CH4O ester', 'C5H9NO2 ester', 'C4H9N carbamate unusual']))

it('an acetal is unusual', () => expect(forms('CCOCOCC')).toEqual(expect.arrayContaining(['C2H6O ether unusual'])))

it('only of the sizes, and of the remains, that are wanted', () => {
  const diester = 'CC(=O)OCCCOC(C)=O'
  expect(forms(diester, { sizes: new Set([5]) })).toEqual(['C3H8O2 ester'])
  expect(forms(diester, { sizes: new Set([8]) })).toEqual(['C5H10O3 ester', 'C5H10O3 ester'])
  expect(forms(diester, { accept: (left) => left.length === 5 })).toEqual(['C3H8O2 ester'])
  expect(forms(diester, { accept: (_, chosen) => chosen.length === 1 })).not.toContain('C3H8O2 ester')
})

it('some are cut if there are more than the maximum', () => {
  const diester = 'CC(=O)OCCCOC(C)=O'
  expect(forms(diester, { most: 5 })).not.toContain('cut')
  expect([forms(diester, { most: 4 }).length, forms(diester, { most: 4 }).at(-1)]).toEqual([5, 'cut'])
  // Not by those that are not wanted.
  expect(forms(diester, { most: 1, sizes: new Set([5]) })).toEqual(['C3H8O2 ester'])
})

it('at most three bonds are cleaved at once, two if there are many', () => {
  const acetates = (n: number) => `CC(=O)O${Array.from({ length: n - 1 }, () => 'CC(OC(C)=O)').join('')}C`
  const counted = (n: number) => {
    let most = 0
    reader.read(acetates(n), (s) => {
      const accept: CleaveOptions['accept'] = (_, chosen) => {
        most = Math.max(most, chosen.length)
        return false
      }
      expect(cleavedForms(s, s.molecule.components[0]!, { most: 1, accept })).toEqual({ forms: [], cut: false })
    })
    return most
  }
  expect([1, 2, 3, 4].map(counted)).toEqual([1, 2, 3, mostCleavedAtOnce])
  // Each acetate has two such bonds, of which one is cleaved at most.
  expect([manyCleavableBonds / 2, manyCleavableBonds / 2 + 1].map(counted)).toEqual([3, 2])
})
