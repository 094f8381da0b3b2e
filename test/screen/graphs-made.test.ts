import { expect, test } from 'vitest'
import { FastGraph } from '../../src/engine/fast-graph.js'
import { asDrawn } from '../../src/engine/perceive/derived-graph.js'
import { readSmiles } from '../../src/engine/read/read-smiles.js'
import { NotSure } from '../../src/engine/smarts/match.js'
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
