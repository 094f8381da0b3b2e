import { expect, test } from 'vitest'
import { couldHold } from '../../src/chem/index.js'
import { reader } from '../support/law.js'

const could = (smiles: string, smarts: string) => reader.read(smiles, ({ molecule }) => couldHold(molecule)(smarts))

test.each<[string, string, boolean]>([
  ['CCO', '[CX4]O', true],
  ['CCO', 'CN', false],
  ['CCO', '[#7]', false],
  ['CCO', '[#6,#7][#8]', true],
  ['CCO', 'C[!#7]', true],
  ['CCO', '[$(CN)]', false],
  ['CCO', 'CCCC', false],
  ['CCO', '[Na+].CO', true],
  ['CCO', 'C[H]', true],
  ['CCO', '[#1]C', true],
  ['CCl', 'CCl', true],
  ['CCl', '[C][Cl]', true],
  ['CCl', 'CBr', false],
  ['CCCCCC', 'C1CCCCC1', false],
  ['C1CCCCC1', 'C%12CCCCC%12', true],
  ['C1CCCCC1', 'C12CCCC1C2', false],
  ['CCCC', 'C1CC.C1', true],
  ['CCNCC', '[NX3][CX4][CX4]', true],
  ['CCNCC', '[CX4;H3][NX3]', false],
  ['CCOCCN', '[NX3][CX4][OX2]', false],
  ['CCOCCN', '[$(NC),$(OC);!$(O=C)]C', true],
  ['C[NH2+]CC', '[NX3;H1]', true],
  ['C[NH2+]CC', '[NX3]O', false],
  ['[2H]C([2H])([2H])O', 'CO', true],
  ['CC(=O)O[Na]', 'CC(=O)[O-]', true],
  ['*CC', 'CCN', true],
  ['CC[As](C)Cl', '[ClX1]-[AsX3]-[#6]', true],
  ['CC[Hg]Cl', '[Hg]C', true],
  ['CCCl', '[ClX1]-[AsX3]-[#6]', false],
])('%s, %s: %s', (smiles, smarts, expected) => {
  expect(could(smiles, smarts)).toBe(expected)
})
