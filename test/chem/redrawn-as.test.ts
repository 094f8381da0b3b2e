import { expect, it } from 'vitest'
import { reader } from '../support/law.js'

/** Canonical SMILES of the first component redrawn as a recorded substance; null if it cannot be. */
const redrawnAs = (drawing: string, record: string) =>
  reader.read(drawing, (s) => s.redrawnAs(s.molecule.components[0]!, record)?.smiles ?? null)
const canonical = (smiles: string) => reader.read(smiles, (s) => s.smiles)

it.each([
  ['an enol', 'CC(=O)C=C(C)O', 'CC(=O)CC(C)=O', 'CC(=O)CC(C)=O'],
  ['in another order of atoms', 'OC(C)=CC(C)=O', 'C(C(=O)C)C(C)=O', 'CC(=O)CC(C)=O'],
  ['hydrogens drawn as atoms move', 'CC(=O)C=C(C)O[H]', 'CC(=O)CC(C)=O', 'CC(=O)CC(C)=O'],
  ['in the other direction, too', 'CC(=O)C([H])([H])C(C)=O', 'CC(=O)C=C(C)O', 'CC(=O)C=C(C)O'],
  ['if some of them are implied', 'CC(=O)C([H])C(C)=O', 'CC(=O)C=C(C)O', 'CC(=O)C=C(C)O'],
  ['an anion drawn as the acid', 'CC(=O)C=C(C)[O-]', 'CC(=O)CC(C)=O', 'CC(=O)CC(C)=O'],
  ['separated charges', 'CC([O-])=[NH+]C', 'CC(=O)NC', 'CC(=O)NC'],
  ['a drawn hydrogen that has nowhere to go', 'CC(=O)[N+]([H])(C)C', 'CC(=O)N(C)C', null],
  ['an ester of the same atoms', 'CC(=O)OC', 'CCC(=O)O', null],
  ['another component is as drawn', 'CC(=O)C=C(C)O.[Cl-]', 'CC(=O)CC(C)=O', 'CC(=O)CC(C)=O.[Cl-]'],
  ['stereo elsewhere is kept', 'C[C@H](F)C(=O)C=C(C)O', 'CC(F)C(=O)CC(C)=O', 'C[C@H](F)C(=O)CC(C)=O'],
  ['that of a centre that becomes flat is dropped', 'CC(=O)[C@H](F)C', 'CC(O)=C(F)C', 'CC(O)=C(C)F'],
  ['that of a double bond that becomes single is dropped', 'C/C(O)=C(/F)CC', 'CC(=O)C(F)CC', 'CCC(F)C(C)=O'],
  ['that of a neighbouring double bond is kept', 'C/C=C/C=C(C)O', 'CC=CCC(C)=O', 'C/C=C/CC(C)=O'],
  ['a group of centres is kept', 'C[C@H](F)C(=O)C=C(C)O |o1:1|', 'CC(F)C(=O)CC(C)=O', 'C[C@H](F)C(=O)CC(C)=O'],
])('%s', (_, drawing, record, expected) => expect(redrawnAs(drawing, record)).toBe(expected && canonical(expected)))

it('a group of centres keeps the centres that stay, and its meaning', () => {
  const forms = (drawing: string, record: string) =>
    reader.read(drawing, (s) => {
      const as = s.redrawnAs(s.molecule.components[0]!, record)!
      const { each, together } = as.identity(as.molecule.components[0]!)!.forms
      return [each.length, each[0]!.centres.size, together]
    })
  expect(forms('C[C@H](F)C(=O)C=C(C)O |o1:1|', 'CC(F)C(=O)CC(C)=O')).toEqual([2, 1, false])
  expect(forms('C[C@H](F)C(=O)C=C(C)O |&1:1|', 'CC(F)C(=O)CC(C)=O')).toEqual([2, 1, true])
  expect(forms('C[C@H](F)CC(=O)[C@H](F)C |&1:1,6|', 'CC(F)CC(O)=C(F)C')).toEqual([2, 1, true])
  expect(forms('CC(=O)[C@H](F)C |&1:3|', 'CC(O)=C(F)C')).toEqual([1, 0, false])
})
