import { expect, test } from 'vitest'
import { Arena, FastGraph, readSmiles, stereoOfSmiles } from '../../src/engine/index.js'
import { skeletonKey } from '../../src/chem/index.js'
import { RecordedDrawings } from '../../src/screen/recorded-drawings.js'
import { RecordedSubstances } from '../../src/screen/recorded-substances.js'
import { edition, law, reader } from '../support/law.js'

const graph = new FastGraph()

// A table that loses one of them clears it.
test('every recorded substance of one component that the engine reads is found by its skeleton', () => {
  const records = new RecordedSubstances(law, new Arena())
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
  const records = new RecordedSubstances(law, new Arena())
  const others = ['CCCCCCCCCCCCCCC', 'C1CCCCCCC1', 'CCOCCOCCOCC', 'c1ccc2ccccc2c1', 'CCSSCC'].filter(
    (smiles) => !law.bySkeleton.has(reader.read(smiles, (s) => skeletonKey(s.molecule, s.molecule.components[0]!))),
  )
  expect(others.length).toBeGreaterThan(2)
  for (const smiles of others) {
    expect(readSmiles(smiles, graph)).toBe(true)
    expect(records.relationOf(graph), smiles).not.toBe('skeleton of a record')
  }
})

/** Lone ions that are ignored next to a base, and other atoms, which are judged or left to RDKit. */
const ions = ['F', '[F-]', 'Cl', '[Cl-]', 'Br', '[Br-]', 'I', '[I-]', '[Na+]', '[K+]']
const others = ['O', '[OH-]', 'N', '[NH4+]', '[Mg+2]', '[Ca+2]', '[Li+]']
const odd = ['[Cl]', '[Cl+]', '[Na]', '[Na-]', '[Br+]']

/** The law, as if it recorded each of these atoms: one that is not ignored then has the skeleton of a record. */
function recordingAll(): RecordedSubstances {
  const [any] = [...law.bySkeleton.values()].flat()
  const atoms = [...ions, ...others].flatMap((text) =>
    reader.read(text, (s) => {
      const identity = s.identity([0])
      return identity ? [[skeletonKey(s.molecule, [0]), [{ ...any!, identity }]] as const] : []
    }),
  )
  const bySkeleton = new Map([...law.bySkeleton, ...atoms])
  return new RecordedSubstances({ ...law, bySkeleton }, new Arena())
}

test('a lone halide or alkali ion next to a base is ignored, and no other atom', () => {
  const records = recordingAll()
  const ignored = [...ions, ...others].filter((text) => {
    // The engine leaves some of these to RDKit.
    return readSmiles(`CCCCCCCCCCCN.${text}`, graph) && records.relationOf(graph) === null
  })
  expect(ignored).toEqual(ions)
  const unread = [...odd, '[F]', '[ClH+]', '[IH-]', '[K]', '[NaH]', '[NaH+]', '[KH]']
  expect(unread.filter((text) => readSmiles(`CCCCCCCCCCCN.${text}`, graph))).toEqual([])
})

test.each([
  ['alone', 'Cl'],
  ['next to what forms no salt', 'CCCCCCCCCCCC.Cl'],
  ['next to that and a counter-ion with nitrogen', 'CCCCCCCCCCCC.Cl.[NH4+]'],
])('the ion is judged %s', (_, text) => {
  expect(readSmiles(text, graph)).toBe(true)
  expect(recordingAll().relationOf(graph)).toBe('skeleton of a record')
})

test('a lone ion is identified as RDKit identifies it', () => {
  const drawings = new RecordedDrawings(law)
  const found = [...ions, ...others, ...odd].filter((text) =>
    reader.read(text, (s) => {
      const identity = drawings.find(s.molecule, [0], stereoOfSmiles(text)!)?.identity
      if (identity) expect(identity, text).toEqual(s.identity([0]))
      return identity
    }),
  )
  expect(found).toEqual(expect.arrayContaining(ions))
  expect(odd.filter((text) => found.includes(text))).toEqual([])
})
