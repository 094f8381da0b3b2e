import { expect, test } from 'vitest'
import { FastGraph, asDrawn, readSmiles, NotSure } from '../../src/engine/index.js'
import { mostGraphsMade } from '../../src/limits.js'
import { SureGraph } from '../../src/screen/sure-graph.js'

const graph = new FastGraph()
function sure(smiles: string): SureGraph | null {
  expect(readSmiles(smiles, graph)).toBe(true)
  return SureGraph.withTautomerForm(graph, () => true)
}

// An imidic acid that is also an enol takes three graphs each time: the drawing and two tautomer forms.
test.each([0, 1, 2])(
  'a molecule has all its tautomer forms or is not certain, when no more graphs can be made: %i',
  (made) => {
    readSmiles('CC(O)=NCC(O)=CC', graph)
    for (let i = 0; i < made; i++) expect(asDrawn(graph)).not.toBeNull()
    let times = 0
    for (;;) {
      const found = SureGraph.withTautomerForm(graph, () => true)
      if (!found) break
      times++
      expect([found.tautomerForm, found.tautomerFormOnHetero]).not.toContain(null)
    }
    expect(times).toBe(Math.floor((mostGraphsMade - made) / 3))
  },
)

test('an alkoxy group next to the nitrogen of an aromatic ring has no hydrogen to move', () => {
  const found = sure('CC(O)=NCc1ccc(OC)nc1')!
  expect(found.tautomerForm).not.toBeNull()
  expect(found.tautomerFormOnHetero).toBe(found.tautomerForm)
})

test('rings of more than eight atoms are not told apart, so their size is left to RDKit', () => {
  expect(() => sure('C1CCCCCCCCCCC1')!.firstAtoms('[r12]')).toThrow(NotSure)
  expect([...sure('C1CCCCC1C')!.firstAtoms('[r6]')!]).toEqual([0b111111])
})

test.each([
  ['an enol, unless it is read as drawn', 'CC(O)=CC'],
  ['rings of which it is not certain that they are aromatic', 'c1cc2ccc3cccn4ccc(c1)c2cc34'],
])('nothing is certain of %s', (_, smiles) => {
  expect(readSmiles(smiles, graph)).toBe(true)
  expect(SureGraph.of(graph)).toBeNull()
})

test('nothing is certain of a molecule that is read as any of its tautomers', () => {
  for (const smiles of ['FC(F)(F)F', 'CC(O)=CC', 'CCO', 'c1ccccc1']) {
    expect(readSmiles(smiles, graph)).toBe(true)
    graph.loosen()
    expect([SureGraph.of(graph), SureGraph.withTautomerForm(graph, () => true)]).toEqual([null, null])
  }
})

test('a pattern is found in a molecule and in its tautomer form, each as it is drawn', () => {
  const found = sure('CC(O)=NC')!
  const [imidic, amide] = ['[OX2H]-[#6]=[#7]', 'O=[#6]-[NX3;H1]']
  const matches = (of: Pick<SureGraph, 'match'>) => [imidic, amide].map((smarts) => of.match(smarts).embeddings)
  expect(matches(found)).toEqual([[[2, 1, 3]], []])
  expect(matches(found.tautomerForm as SureGraph)).toEqual([[], [[2, 1, 3]]])
  readSmiles('CC(=O)NC', graph)
  expect(matches(SureGraph.of(graph)!)).toEqual([[], [[2, 1, 3]]])
})
