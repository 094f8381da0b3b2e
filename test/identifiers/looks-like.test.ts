import { expect, test } from 'vitest'
import { looksLikeName } from '../../src/identifiers/looks-like.js'

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
