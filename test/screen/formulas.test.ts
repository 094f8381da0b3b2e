import { expect, test } from 'vitest'
import { Arena, compositionOfFormula } from '../../src/engine/index.js'
import { formulasOf, placesFor } from '../../src/screen/skeleton-reader.js'
import { screenKernel } from '../../src/screen/screen-kernel.js'

const arena = new Arena()

/** Whether a set has an uncharged molecule of this formula. */
function has(formulas: number, formula: string): boolean {
  const hydrogens = Number(/H(\d+)/.exec(formula)?.[1] ?? (/H(?![a-z])/.test(formula) ? 1 : 0))
  return screenKernel.mayBe(formulas, compositionOfFormula(formula), hydrogens, 0) !== 0
}

const formulas = [
  'C9H13N',
  'C9H13NO',
  'C10H15N',
  'C6H12',
  'C6H6',
  'C6HCl5O',
  'CHCl3',
  'CCl4',
  'C2HF5',
  'ClH',
  'HgO',
  'CHNO',
]

test.each(formulas)('a set has exactly the formulas that it is made of: all but %s', (left) => {
  const set = formulasOf(
    formulas.filter((formula) => formula !== left),
    arena,
  )
  expect(formulas.filter((formula) => has(set, formula))).toEqual(
    formulas.filter((formula) => formula !== left && formula !== 'HgO'),
  )
})

test('formulas of the same heavy atoms differ in hydrogens', () => {
  const set = formulasOf(['C6H12', 'C6H6', 'C6H14O'], arena)
  const asked = ['C6H6', 'C6H8', 'C6H12', 'C6H14', 'C6H6O', 'C6H14O', 'C6']
  expect(asked.filter((formula) => has(set, formula))).toEqual(['C6H6', 'C6H12', 'C6H14O'])
})

test('hydrogen alone, which the engine does not read, is no formula of a set', () => {
  const set = formulasOf(['H2'], arena)
  const asked = ['C2H2', 'CH2O', 'H2O', 'H2S', 'C3H2', 'C4H2', 'CH2N2', 'C5H2', 'C6H2', 'C2H2O2', 'C2H2Cl2', 'CH2Cl2']
  expect(asked.filter((formula) => has(set, formula))).toEqual([])
})

test.each([
  [0, 1],
  [1, 4],
  [3, 8],
  [4, 16],
])('a table for %i entries has %i places, of which half are free', (entries, places) => {
  expect(placesFor(entries)).toBe(places)
})
