import { expect, it } from 'vitest'
import { balanceOf, compareForms, compareStereo, type Identity, type StereoRelation } from '../../src/chem/index.js'
import { reader } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'

const stereo = (smiles: string) => reader.read(smiles, (s) => s.identity(s.molecule.components[0]!)!.stereo)

const left = 'C[C@H](N)Cc1ccccc1'
const right = 'C[C@@H](N)Cc1ccccc1'
const flat = 'CC(N)Cc1ccccc1'

it.each([
  ['equal', left, left, 'same'],
  ['both flat', flat, flat, 'same'],
  ['the record leaves open what the candidate fixes', left, flat, 'covered'],
  ['the candidate leaves open what the record fixes', flat, left, 'open'],
  ['mirror images', left, right, 'enantiomer'],
  ['mirror images, two centres', 'C[C@H](O)[C@@H](N)C', 'C[C@@H](O)[C@H](N)C', 'enantiomer'],
  ['one of two centres inverted', 'C[C@H](O)[C@@H](N)C', 'C[C@H](O)[C@H](N)C', 'diastereomer'],
  ['one of two centres open, the other agrees', 'C[C@H](O)C(N)C', 'C[C@H](O)[C@@H](N)C', 'open'],
  ['E against Z', 'C/C=C/C(N)=O', 'C/C=C\\C(N)=O', 'geometric'],
  ['double bond left open', 'CC=CC(N)=O', 'C/C=C/C(N)=O', 'open'],
  ['double bond fixed beyond the record', 'C/C=C/C(N)=O', 'CC=CC(N)=O', 'covered'],
  ['centre and double bond differ', 'C/C=C/C[C@H](N)O', 'C/C=C\\C[C@@H](N)O', 'diastereomer'],
] as const)('%s', (_, candidate, record, relation) => {
  expect(compareStereo(stereo(candidate), stereo(record))).toBe(relation)
})

const forms = (smiles: string) => reader.read(smiles, (s) => s.identity(s.molecule.components[0]!)!.forms)
const tilidine = 'CCOC(=O)[C@@]1(c2ccccc2)CCC=C[C@@H]1N(C)C'

it.each([
  ['the enantiomer as drawn', tilidine, 'covered'],
  ['the other enantiomer', 'CCOC(=O)[C@]1(c2ccccc2)CCC=C[C@H]1N(C)C', 'covered'],
  ['the racemate', `${tilidine} |&1:5,16|`, 'same'],
  ['one of the two, by an "or" group', `${tilidine} |o1:5,16|`, 'covered'],
  ['one of the two, by the flag of relative stereo', `${tilidine} |r|`, 'covered'],
  ['a drawing without stereo, which could be the cis form', 'CCOC(=O)C1(c2ccccc2)CCC=CC1N(C)C', 'open'],
  ['the cis form', 'CCOC(=O)[C@@]1(c2ccccc2)CCC=C[C@H]1N(C)C', 'diastereomer'],
] as const)('a racemate drawn as one enantiomer: %s', (_, candidate, relation) => {
  expect(compareForms(forms(candidate), stereo(tilidine), true)).toBe(relation)
})

// All drawings of two centres and a double bond that are one or two forms, against all records.
const parities = ['+', '-', '?', ''] as const
const stereos = parities.flatMap((one) =>
  parities.flatMap((two) =>
    (['+', '-', ''] as const).map((bond) => ({
      name: `${one || '.'}${two || '.'}${bond || '.'}`,
      centres: new Map([['1', one] as const, ['2', two] as const].flatMap(([at, p]) => (p === '' ? [] : [[at, p]]))),
      bonds: new Map(bond === '' ? [] : [['3-4', bond] as const]),
    })),
  ),
)
const stored = new StoredSections(new URL('stereo.txt', import.meta.url))

it('each form against each record', () => {
  const rows = stereos.map((form) => `${form.name} ${stereos.map((r) => letter(compareStereo(form, r))).join('')}`)
  stored.expectRows(`each form against ${stereos.map(({ name }) => name).join(' ')}`, rows)
})

it.each([true, false])('two forms, together: %s', (together) => {
  const some = stereos.filter((_, i) => i % 4 === 0)
  const rows = some.flatMap((one, i) =>
    some.slice(i + 1).map((other) => {
      const each = [one, other]
      const relations = some.flatMap((record) =>
        [false, true].map((racemic) => letter(compareForms({ each, together }, record, racemic))),
      )
      return `${one.name} and ${other.name}: ${relations.join('')}`
    }),
  )
  stored.expectRows(`two forms, together ${together}, against ${some.map(({ name }) => name).join(' ')}`, rows)
})

/** The first letter of a relation, which no two share but those of "covered" and "contained". */
function letter(relation: StereoRelation): string {
  return relation === 'contained' ? 'C' : relation[0]!
}

it.each([
  ['C2H6O/c1-2-3', 'C2O 6'],
  ['C2H7N/q+1', 'C2N 6'],
  ['CHe/q-2', 'CHe 2'],
  ['CH', 'C 1'],
  ['C40H20/q+12', 'C40 8'],
])('the atoms and hydrogens of %s without its charge', (flat, balance) =>
  expect(balanceOf({ flat } as Identity)).toBe(balance),
)
