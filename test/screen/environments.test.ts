import { expect, test } from 'vitest'
import { Arena, FastGraph, memoryWords, readSmiles } from '../../src/engine/index.js'
import type { Query } from '../../src/matching/index.js'
import { conditionsOf, type Condition } from '../../src/screen/conditions.js'
import { Description } from '../../src/screen/screen-tables.js'
import * as codes from '../../src/screen/screen-layout.js'
import * as layout from '../../src/screen/tables.js'
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

/** Where each condition is in the kernel; 0 for a pattern that could not be parsed. */
function addressesOf(conditions: readonly Condition[], { sieve }: Description): number[] {
  const from = memoryWords[(sieve.at + layout.conditionsFromAt) >> 2]!
  return conditions.map((_, i) => memoryWords[(from >> 2) + i]!)
}

test('a scaffold matched by its environments has the same embeddings as without them', () => {
  const law = shippedLaw()
  const made = (): [readonly Condition[], Description] => {
    const conditions = conditionsOf(law, [query])
    return [conditions, new Description(conditions, [], new Arena())]
  }
  const [marked, withEnvironments] = made()
  const [plain, without] = made()
  for (const at of addressesOf(marked, withEnvironments))
    if (at !== 0) expect(memoryWords[(at + codes.conditionEnvironmentsAt) >> 2]).toBeGreaterThan(0)
  for (const at of addressesOf(plain, without)) if (at !== 0) memoryWords[(at + codes.conditionEnvironmentsAt) >> 2] = 0
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
