import { expect, test } from 'vitest'
import { stereoOfSmiles } from '../../src/engine/index.js'
import { hasSameStereo, stereoOfComponent } from '../../src/chem/index.js'
import { reader } from '../support/law.js'
import { recognised } from './drawn-stereo.js'

/** Whether two drawings whose atoms are written in the same order have the same stereo. */
function alike(one: string, other: string): boolean {
  const size = reader.read(one, ({ molecule }) => molecule.atoms.length)
  return hasSameStereo(
    stereoOfSmiles(one)!,
    stereoOfSmiles(other)!,
    Array.from({ length: size }, (_, i) => i),
  )
}

test.each<[string, string, string, boolean]>([
  ['the mark turned', 'C[C@H](N)O', 'C[C@@H](N)O', false],
  ['the hydrogen first', '[C@H](N)(O)C', '[C@@H](N)(O)C', false],
  ['no mark', 'C[C@H](N)O', 'CC(N)O', false],
  ['a mark at another centre', 'C[C@H](N)CC(F)O', 'CC(N)C[C@H](F)O', false],
  ['a ring closed before a branch', 'C[C@]1(N)CCCO1', 'C[C@@]1(N)CCCO1', false],
  ['trans and cis', 'C/C=C/C', 'C/C=C\\C', false],
  ['both marks turned', 'C/C=C/C', 'C\\C=C\\C', true],
  ['a mark in a branch', 'C(/F)=C/F', 'C(\\F)=C\\F', true],
  ['one mark of two at an end', 'C(/F)(\\Cl)=C/F', 'C(/F)(Cl)=C/F', true],
  ['the other neighbour marked', 'C(/F)(Cl)=C/F', 'C(F)(\\Cl)=C/F', true],
  ['a diene with the middle mark shared', 'C/C=C/C=C/C', 'C\\C=C\\C=C\\C', true],
  ['one bond of a diene turned', 'C/C=C/C=C/C', 'C/C=C/C=C\\C', false],
])('%s: %s and %s', (_, one, other, same) => {
  const inchikeys = [one, other].map((text) => reader.read(text, (structure) => structure.inchikey))
  expect(inchikeys[0] === inchikeys[1], 'RDKit').toBe(same)
  expect(alike(one, other)).toBe(same)
  expect(alike(other, one)).toBe(same)
})

test.each([
  ['sulfur', 'C[S@](=O)CC'],
  ['nitrogen', 'C[N@@+](CC)(CCC)c1ccccc1'],
  ['an isotope', 'N[13C@@H](C)O'],
  ['a hydrogen written as an atom', 'N[C@@]([H])(C)O'],
  ['a mark at a ring closure', 'C/C=C/1CCCC(C)C1'],
  ['a mark that fixes nothing', 'C/CC'],
  ['marks that contradict each other', 'C/C(\\C)=C/C'],
  ['an allene centre', 'CC=[C@]=CC'],
  ['atoms that the reader does not know', 'N[C@@H](C)[Se@TH1]'],
])('stereo at %s is left to RDKit', (_, text) => expect(stereoOfSmiles(text)).toBeNull())

test.each([
  ['an enantiomer of a record without stereo', 'CCN[C@@H](C)Cc1ccccc1'],
  ['the other enantiomer of a record', 'C#CCN(C)[C@@H](C)Cc1ccccc1'],
])('%s is left to RDKit', (_, text) => expect(recognised(text).record).toBeUndefined())

test.each<[string, string, readonly [number, number] | null, boolean]>([
  ['a double bond', 'C/C=C/OC', null, true],
  ['a double bond that has lost its first reference', 'C/C=C/OC', [0, 1], false],
  ['a double bond that has lost its other reference', 'C/C=C/OC', [2, 3], false],
  ['a double bond that is cut', 'C/C=C/OC', [1, 2], false],
  ['a double bond with a bond cut elsewhere', 'C/C=C/OC', [3, 4], true],
  ['a centre', 'C[C@H](N)OC', null, true],
  ['a centre that has lost a neighbour', 'C[C@H](N)OC', [1, 3], false],
  ['a centre with a bond cut elsewhere', 'C[C@H](N)OC', [3, 4], true],
])('the stereo of a component is certain, or lost: %s', (_, smiles, cut, isKept) => {
  const molecule = reader.read(smiles, (s) => s.molecule)
  const neighbours = molecule.neighbours.map((own, a) =>
    own.filter(({ atom }) => cut === null || !(cut.includes(a) && cut.includes(atom))),
  )
  const component = molecule.atoms.map((_, a) => a)
  expect(stereoOfComponent(stereoOfSmiles(smiles)!, { ...molecule, neighbours }, component) !== null).toBe(isKept)
})

test('the stereo of a component has its own numbers, and none of the others', () => {
  const smiles = 'C[C@H](N)O.F/C=C/Cl'
  const molecule = reader.read(smiles, (s) => s.molecule)
  const [first, second] = molecule.components.map((own) => stereoOfComponent(stereoOfSmiles(smiles)!, molecule, own)!)
  expect(first).toEqual(stereoOfSmiles('C[C@H](N)O'))
  expect(second).toEqual(stereoOfSmiles('F/C=C/Cl'))
})
