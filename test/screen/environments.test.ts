import { expect, test } from 'vitest'
import type { Query } from '../../src/matching/index.js'
import { conditionsOf, type Condition } from '../../src/screen/conditions.js'
import { Description } from '../../src/screen/description.js'
import { FastGraph } from '../../src/engine/fast-graph.js'
import * as codes from '../../src/screen/screen-layout.js'
import { memoryWords } from '../../src/engine/kernel.js'
import { readSmiles } from '../../src/engine/read/read-smiles.js'
import { shippedLaw } from '../support/law.js'

const query: Query = { asOf: '2026-11-01' }

/** Which of the conditions the molecule in the graph may meet. */
function metBy(graph: FastGraph, description: Description): string[] {
  const met: string[] = []
  description.of(graph)
  description.sieve.first(graph, ({ of, smarts }) => {
    met.push(`${of} ${smarts}`)
    return false
  })
  return met
}

test('a scaffold matched by its environments has the same embeddings as without them', () => {
  const law = shippedLaw()
  const made = (): [readonly Condition[], Description] => {
    const conditions = conditionsOf(law, [query])
    return [conditions, new Description(conditions, [])]
  }
  const [marked, withEnvironments] = made()
  const [plain, without] = made()
  for (const { at } of marked)
    if (at !== 0) expect(memoryWords[(at + codes.conditionEnvironmentsAt) >> 2]).toBeGreaterThan(0)
  for (const { at } of plain) if (at !== 0) memoryWords[(at + codes.conditionEnvironmentsAt) >> 2] = 0
  const graph = new FastGraph()
  const told = new Set<string>()
  for (const { smiles } of law.edition.substances) {
    if (smiles === null || !readSmiles(smiles, graph)) continue
    const met = metBy(graph, withEnvironments)
    expect(met, smiles).toEqual(metBy(graph, without))
    for (const condition of met) told.add(condition)
  }
  // Of the conditions of all rules and gaps, those that some record meets.
  expect(told.size).toBeGreaterThan(150)
})
