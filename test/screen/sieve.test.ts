import { expect, test } from 'vitest'
import { Arena, FastGraph, countsLength, planOf, memoryWords, readSmiles } from '../../src/engine/index.js'
import { cleavedConditionsOf, conditionsOf, type Condition } from '../../src/screen/conditions.js'
import { Description } from '../../src/screen/screen-tables.js'
import type { Sieve } from '../../src/screen/sieve.js'
import * as layout from '../../src/screen/tables.js'
import { law, substanceOf } from '../support/law.js'

// The sieve only saves work: a condition that it lets through is still checked. So its tables are compared with what
// they are made from.
const queries = [{ asOf: '2026-09-01' }]
const [drawn, cleaved] = [conditionsOf(law, queries), cleavedConditionsOf(law, queries)]
const description = new Description(drawn, cleaved, new Arena())
const { environments } = description
const word = (at: number) => memoryWords[at >> 2]!
const field = (sieve: Sieve, place: number) => word(sieve.at + place)
const needed = ({ patterns }: Condition) => new Set(patterns.flatMap((pattern) => environments.required(pattern)))

/** The sieve has a row for each combination of only so many of the environments. */
const inRows = 64

const structures = [
  'fentanyl',
  'metonitazene',
  'mdma',
  'testosterone',
  'psilocin',
  'jwh-018',
  'diazepam',
  'mephedrone',
  'lsd',
].flatMap((id) => law.edition.substances.find((s) => s.id === id)?.smiles ?? [])

test.each<[string, Sieve, readonly Condition[]]>([
  ['as drawn', description.sieve, drawn],
  ['cleaved', description.cleavedSieve, cleaved],
])('which conditions are left for a molecule: %s', (_, sieve, conditions) => {
  const graph = new FastGraph()
  let left = 0
  for (const smiles of [...structures, 'CCOC', 'CC(=O)OCCc1ccccc1', 'CCOC(=O)C1(c2ccccc2)CCN(C)CC1', 'C1CCOC1OC']) {
    expect(readSmiles(smiles, graph)).toBe(true)
    description.of(graph)
    if (sieve === description.cleavedSieve && !description.hasCleavableBonds) continue
    const isPresent = (i: number) => ((environments.now[i >>> 5]! >>> (i & 31)) & 1) === 1
    const expected = conditions.map(
      (condition) =>
        condition.counts.required.every((n, i) => n <= description.counts[i]!) &&
        [...needed(condition)].every((i) => i >= inRows || isPresent(i)),
    )
    const alive = field(sieve, layout.aliveAt)
    expect(conditions.map((_, i) => ((word(alive + (i >>> 5) * 4) >>> (i & 31)) & 1) === 1)).toEqual(expected)
    left += expected.filter(Boolean).length
  }
  expect(left).toBeGreaterThan(10)
})

test.each<[string, Sieve, readonly Condition[]]>([
  ['as drawn', description.sieve, drawn],
  ['cleaved', description.cleavedSieve, cleaved],
])('the environments that each condition needs, and where it is: %s', (_, sieve, conditions) => {
  const [needs, from] = [field(sieve, layout.needsAt), field(sieve, layout.needsFromAt)]
  expect(field(sieve, layout.conditionsAt)).toBe(conditions.length)
  for (const [i, condition] of conditions.entries()) {
    const own: number[] = []
    for (let pair = word(from + i * 4); pair < word(from + (i + 1) * 4); pair++)
      for (let bit = 0; bit < 32; bit++)
        if ((word(needs + pair * 8 + 4) >>> bit) & 1) own.push(word(needs + pair * 8) * 32 + bit)
    expect(own.sort((a, b) => a - b)).toEqual([...needed(condition)].sort((a, b) => a - b))
    const at = word(field(sieve, layout.conditionsFromAt) + i * 4)
    const { pattern, bonds, allowed } = condition
    expect(at === 0 ? null : [at, at + 4, at + 8].map(word)).toEqual(pattern && [planOf(pattern), bonds, allowed])
  }
})

test.each<[string, Sieve, readonly Condition[]]>([
  ['as drawn', description.sieve, drawn],
  ['cleaved', description.cleavedSieve, cleaved],
])(
  'every count that a condition needs is checked, as many together as have 32 combinations: %s',
  (_, sieve, conditions) => {
    let at = field(sieve, layout.groupsAt)
    const next = () => {
      at += 4
      return word(at - 4)
    }
    const groups = Array.from({ length: field(sieve, layout.groupCountAt) }, () => ({
      begin: next(),
      counts: Array.from({ length: next() }, () => ({ feature: next(), values: next() })),
    }))
    const most = Array.from({ length: countsLength }, (_, i) =>
      Math.max(...conditions.map((c) => c.counts.required[i]!)),
    )
    expect(groups.flatMap(({ counts }) => counts)).toEqual(
      most.flatMap((needed, feature) => (needed === 0 ? [] : [{ feature, values: needed + 1 }])),
    )
    const sizes = groups.map(({ counts }) => counts.reduce((all, { values }) => all * values, 1))
    let rows = 0
    for (const [i, size] of sizes.entries()) {
      expect(groups[i]!.begin).toBe(rows)
      rows += size
      if (groups[i]!.counts.length > 1) expect(size).toBeLessThanOrEqual(32)
      const following = groups[i + 1]?.counts[0]
      if (following) expect(size * following.values).toBeGreaterThan(32)
    }
  },
)

test('a law without conditions has an empty sieve', () => {
  const empty = new Description([], [], new Arena())
  const graph = new FastGraph()
  expect(readSmiles(substanceOf('fentanyl').smiles, graph)).toBe(true)
  empty.of(graph)
  expect(empty.sieve.first(graph, () => true)).toBeNull()
  expect(field(empty.sieve, layout.groupCountAt)).toBe(0)
})
