import { expect, test } from 'vitest'
import { scaffoldPlaceIn } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'
import { ruleOf } from '../support/records.js'

// Atoms in the order of the drawing.
const place = (smiles: string, rule = ruleOf()) => reader.read(smiles, (s) => scaffoldPlaceIn(s, rule, law.terms))

const scaffolds = [
  { id: 'ring', smarts: '[NH2]-[c:1]1[c:2][c:3][c:4][c:5][c:6]1', reads: 'aniline' },
  { id: 'chain', smarts: '[NH2]-[CX4:1]-[CX4:2]', reads: 'ethylamine' },
]
const sites = [
  { id: 'ortho', reads: 'x', on: [2, 6], holds: 'many' as const },
  { id: 'para', reads: 'x', on: [4], holds: 'many' as const },
]
const clauses = [{ ...ruleOf().clauses[0]!, sites: ['ortho', 'para'] }]
const rule = ruleOf({ scaffolds, sites, clauses })

test('the scaffold of a rule in a structure, with the atoms of each site', () => {
  // N0 c1 c2 c3 c4(C5) c6 c7: the ring is symmetric, so that there are two ways.
  expect(place('Nc1ccc(C)cc1', rule)).toEqual({
    scaffold: 'ring',
    ways: 2,
    atoms: [0, 1, 2, 3, 4, 6, 7],
    sites: [
      { id: 'ortho', atoms: [2, 7] },
      { id: 'para', atoms: [4] },
    ],
  })
})

test('of the first that the structure contains; a site that it does not have is left out', () => {
  expect(place('NCCc1ccc(N)cc1', rule)).toMatchObject({ scaffold: 'ring', atoms: [7, 6, 5, 4, 3, 9, 8] })
  expect(place('CCN', rule)).toEqual({
    scaffold: 'chain',
    ways: 1,
    atoms: [2, 1, 0],
    sites: [{ id: 'ortho', atoms: [0] }],
  })
})

test('null if it contains none', () => {
  expect(place('CCO', rule)).toBeNull()
})
