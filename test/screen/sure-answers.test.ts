import { expect, test } from 'vitest'
import { v2000 } from '../support/rewrite.js'
import { bothAnswers } from './sure-answers.js'

test.each([
  ['a class member without a record', 'CCCC(=O)N(c1ccccc1F)C1CCN(CCc2cccs2)CC1'],
  ['a salt', 'CNC(C)Cc1ccccc1.Cl'],
  ['an enantiomer of a record without stereo', 'CCN[C@@H](C)Cc1ccccc1'],
  ['a tautomer of a record', 'CN=C1CN(C(=C2C=C(C=CC2=N1)Cl)C3=CC=CC=C3)O'],
  ['a labelled drawing', '[13CH3]NC(C)Cc1ccccc1'],
  ['what is not a SMILES', 'fentanyl'],
  ['ethanol', 'CCO'],
  ['a centre that is not carbon', 'NC(=O)C[S@](=O)C(c1ccccc1)c1ccccc1'],
  ['a ring of which it is not certain that it is aromatic', 'CC(O)=NCc1ccc2c(c1)c1ccccc12'],
  ['a mol block', v2000('CC(N)Cc1ccccc1')],
])('%s is left to RDKit', async (_, smiles) => {
  expect((await bothAnswers(smiles, { asOf: '2026-09-01' })).sure).toBeNull()
})
