import { expect, test } from 'vitest'
import { FastGraph } from '../../src/engine/fast-graph.js'
import { readSmiles } from '../../src/engine/read/read-smiles.js'
import { skeletonKey } from '../../src/chem/index.js'
import { RecordedSubstances } from '../../src/screen/recorded-substances.js'
import { edition, law, reader } from '../support/law.js'

const graph = new FastGraph()

// A table that loses one of them clears it.
test('every recorded substance of one component that the engine reads is found by its skeleton', () => {
  const records = new RecordedSubstances(law)
  const lost: string[] = []
  let found = 0
  for (const { id, smiles } of edition.substances) {
    if (smiles === null || smiles.includes('.') || !readSmiles(smiles, graph)) continue
    if (records.relationOf(graph) === 'skeleton of a record') found++
    else lost.push(id)
  }
  expect(lost).toEqual([])
  expect(found).toBeGreaterThan(1500)
})

test('what has the skeleton of none is not found by it', () => {
  const records = new RecordedSubstances(law)
  const others = ['CCCCCCCCCCCCCCC', 'C1CCCCCCC1', 'CCOCCOCCOCC', 'c1ccc2ccccc2c1', 'CCSSCC'].filter(
    (smiles) => !law.bySkeleton.has(reader.read(smiles, (s) => skeletonKey(s.molecule, s.molecule.components[0]!))),
  )
  expect(others.length).toBeGreaterThan(2)
  for (const smiles of others) {
    expect(readSmiles(smiles, graph)).toBe(true)
    expect(records.relationOf(graph), smiles).not.toBe('skeleton of a record')
  }
})
