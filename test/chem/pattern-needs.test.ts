import { expect, test } from 'vitest'
import { couldHold } from '../../src/chem/index.js'
import { edition, reader } from '../support/law.js'

const could = (smiles: string, smarts: string) => reader.read(smiles, ({ molecule }) => couldHold(molecule)(smarts))

test.each<[string, string, boolean]>([
  ['CCO', '[CX4]O', true],
  ['CCO', 'CN', false],
  ['CCO', '[#7]', false],
  ['CCO', '[#6,#7][#8]', true],
  ['CCO', 'C[!#7]', true],
  ['CCO', '[$(CN)]', true],
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
  ['[2H]C([2H])([2H])O', 'CO', true],
  ['CC(=O)O[Na]', 'CC(=O)[O-]', true],
  ['*CC', 'CCN', true],
])('%s, %s: %s', (smiles, smarts, expected) => {
  expect(could(smiles, smarts)).toBe(expected)
})

test('no pattern of the edition that RDKit finds in a recorded structure is ruled out; most others are', () => {
  const patterns = patternsIn(edition.terms)
    .concat(patternsIn(edition.jurisdictions))
    .filter((p, i, all) => all.indexOf(p) === i)
  const chosen = edition.substances.filter((s, i) => s.smiles !== null && i % 8 === 0)
  let found = 0
  let ruledOut = 0
  const wrong: string[] = []
  for (const { smiles } of chosen) {
    reader.read(smiles!, (structure) => {
      const holds = couldHold(structure.molecule)
      for (const smarts of patterns) {
        const matches = structure.match(smarts).embeddings.length > 0
        if (matches) found++
        if (!holds(smarts)) {
          ruledOut++
          if (matches) wrong.push(`${smarts} in ${smiles}`)
        }
      }
    })
  }
  expect(wrong).toEqual([])
  expect(patterns.length).toBeGreaterThan(400)
  expect(found).toBeGreaterThan(5000)
  expect(ruledOut).toBeGreaterThan(found)
})

const fields = new Set(['smarts', 'root', 'core', 'wide', 'every', 'some', 'none', 'is', 'over', 'reaches', 'unless'])

/** Every string in a field that holds patterns. */
function patternsIn(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return fields.has(field) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item) => patternsIn(item, field))
  return value && typeof value === 'object' ? Object.entries(value).flatMap(([key, item]) => patternsIn(item, key)) : []
}
