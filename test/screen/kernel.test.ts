import { expect, test } from 'vitest'
import { fullerene, smilesOf } from '../budget/graphs.js'
import { bond5, bond6, cycles } from '../../src/engine/smarts/count-places.js'
import { Description } from '../../src/screen/screen-tables.js'
import { FastGraph, single } from '../../src/engine/fast-graph.js'
import { Arena, kernel, readSmiles, cleavedGraph } from '../../src/engine/index.js'

test.each([
  ['a letter that looks like carbon', 'СCO'],
  ['a character whose low byte is that of carbon', `C${String.fromCharCode(0x143)}O`],
  ['a zero character', 'C\u0000O'],
  ['more text than a molecule can have', 'C'.repeat(9000)],
  ['a long text of few atoms', `C${'%'.repeat(9000)}`],
  ['more atoms than it holds', 'C'.repeat(201)],
  ['more neighbours than it holds', 'S(F)(F)(F)(F)(F)(F)(F)(F)F'],
  ['two bonds between two atoms', 'C12CCC12'],
  ['a cage of more rings than it reads', smilesOf(fullerene(3))],
])('is not certain of %s, and reads the next one as usual', (_, text) => {
  const graph = new FastGraph()
  expect(readSmiles(text, graph)).toBe(false)
  expect(readSmiles('CCO', graph)).toBe(true)
  expect([
    graph.atoms,
    graph.bonds,
    graph.components,
    [...graph.z.subarray(0, 3)],
    [...graph.hydrogens.subarray(0, 3)],
  ]).toEqual([3, 2, 1, [6, 6, 8], [3, 2, 1]])
})

test('reads as many atoms as it holds', () => {
  const graph = new FastGraph()
  expect(readSmiles('C'.repeat(200), graph)).toBe(true)
  expect(graph.atoms).toBe(200)
})

test('counts of bonds in small rings saturate at the largest byte, and do not wrap', () => {
  const graph = new FastGraph()
  // A square lattice of 14 by 14 atoms: 364 bonds, each in a four-membered ring. No text with so many rings is read.
  graph.clear()
  for (let atom = 0; atom < 196; atom++) graph.addAtom(6, 0, 0)
  for (let atom = 0; atom < 196; atom++) {
    if (atom % 14 < 13) graph.join(atom, atom + 1, single)
    if (atom < 182) graph.join(atom, atom + 14, single)
  }
  expect(kernel.perceive(graph.at)).toBe(1)
  expect([graph.atoms, graph.bonds, graph.components]).toEqual([196, 364, 1])
  const description = new Description([], [], new Arena())
  description.of(graph)
  expect([description.counts[bond5], description.counts[bond6], description.counts[cycles]]).toEqual([255, 255, 169])
})

test('each cleaved form of a molecule is a separate graph, also when its own bonds are cleaved', () => {
  const graph = new FastGraph()
  // Ethoxyethoxyethane: the oxygens are atoms 2 and 5.
  readSmiles('CCOCCOCC', graph)
  const one = cleavedGraph(graph, [{ freed: 2, other: 1 }])!
  const both = cleavedGraph(one, [{ freed: 5, other: 6 }])!
  const other = cleavedGraph(graph, [{ freed: 5, other: 6 }])!
  expect(new Set([graph, one, both, other]).size).toBe(4)
  expect([graph, one, both, other].map((g) => [g.components, g.bonds, g.hydrogens[2], g.hydrogens[5]])).toEqual([
    [1, 7, 0, 0],
    [2, 6, 1, 0],
    [3, 5, 1, 1],
    [2, 6, 0, 1],
  ])
  // The next molecule takes their places.
  readSmiles('CCOCC', graph)
  expect(cleavedGraph(graph, [{ freed: 2, other: 1 }])).toBe(one)
})
