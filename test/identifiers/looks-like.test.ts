import { expect, test } from 'vitest'
import { isOnlySmiles, looksLikeName } from '../../src/identifiers/looks-like.js'

test.each([
  'phosgene oxime',
  'O,O-Diethyl S-[2-(diethylamino)ethyl] phosphorothiolate',
  '1-[1-(2-Thienyl)cyclohexyl]piperidine',
  '乙酰芬太尼',
])('%s is meant as a name', (text) => expect(looksLikeName(text)).toBe(true))

test.each(['CC[NH]CCXc1ccc', 'C[R1]', 'c1ccccc1[Xx]', 'C[nH]cccccsn', 'CC=O ethanal', 'F/C=C\\F'])(
  '%s is meant as SMILES',
  (text) => expect(looksLikeName(text)).toBe(false),
)

// A text that may be a number is looked up among all names, which takes as long as judging hundreds of structures.
test.each([
  ['[S-]c1ccccc1', true],
  ['[Na+].[Cl-]', true],
  ['[13CH3]O', true],
  ['[50-36-2]', false],
  ['"[50-36-2]"', false],
  ['[CAS', false],
  ['[50-36-2', false],
])('%s can only be a SMILES: %s', (text, isOnly) => expect(isOnlySmiles(text)).toBe(isOnly))
