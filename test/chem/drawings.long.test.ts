import { expect, it } from 'vitest'
import { edition, reader } from '../support/law.js'

it('every recorded structure can be drawn', () => {
  const smiles = edition.substances.flatMap((s) => s.smiles ?? [])
  expect(smiles.length).toBeGreaterThan(500)
  expect(smiles.filter((text) => reader.read(text, (s) => s.drawing) === null)).toEqual([])
})
