import { describe, expect, it, test } from 'vitest'
import { FastGraph } from '../../src/engine/fast-graph.js'
import { readSmiles } from '../../src/engine/read/read-smiles.js'
import { NotSure } from '../../src/engine/smarts/match.js'
import { Screen } from '../../src/screen/index.js'
import { SkeletonReader } from '../../src/screen/skeleton-reader.js'
import { SureGraph } from '../../src/screen/sure-graph.js'
import { law } from '../support/law.js'
import { referred } from '../support/referred.js'

function sure(smiles: string): SureGraph | null {
  const graph = new FastGraph()
  expect(readSmiles(smiles, graph)).toBe(true)
  return SureGraph.withTautomerForm(graph, () => true)
}

describe('a molecule is read together with the tautomer that chemists would draw', () => {
  it.each([
    ['an amide, drawn so', 'CC(=O)NC', 'none'],
    ['an imidic acid: its amide', 'CC(O)=NC', 'one on hetero atoms'],
    ['a thioimidic acid: its thioamide', 'CC(S)=NC', 'one on hetero atoms'],
    ['an enol: its ketone', 'CC(O)=CC', 'one'],
    ['both: both, and the amide alone', 'CC(O)=NCC(O)=CC', 'two'],
    ['a hydroxypyridine, drawn so', 'Oc1ccccn1', 'none'],
    ['a proton that leaves', 'CC(O)=[N+](C)C', null],
    ['an aromatic ring that the double bond leads to', 'OC=C1C=CC(=CO)C=C1', null],
    ['an imidic acid next to a hydroxypyridine', 'CC(O)=NCc1ccc(O)nc1', null],
    ['rings whose double bonds are not certain', 'CC(O)=NCc1ccc2c(c1)c1ccccc12', null],
  ])('%s', (_, smiles, forms) => {
    const found = sure(smiles)
    const [all, hetero] = [found?.tautomerForm ?? null, found?.tautomerFormOnHetero ?? null]
    const told = all === null ? 'none' : hetero === null ? 'one' : hetero === all ? 'one on hetero atoms' : 'two'
    expect(found && told).toBe(forms)
  })
})

describe('a molecule with an ester bond cleaved', () => {
  const cleaved = (smiles: string, oxygen: number, other: number) => {
    try {
      return sure(smiles)!
        .cleaved([{ oxygen, other }])
        .molecule.components.map((c) => c.length)
    } catch (error) {
      if (!(error instanceof NotSure)) throw error
      return 'not certain'
    }
  }
  it.each([
    ['an ester leaves an acid', 'CCOC(C)=O', 2, 1, [4, 2]],
    ['an ether leaves an alcohol', 'CCOCCC', 2, 1, [4, 2]],
    ['an imidate leaves an imidic acid, which is also an amide', 'CCOC(C)=NC', 2, 1, 'not certain'],
    ['an enol ether leaves an enol, which is also a ketone', 'CCOC(C)=CC', 2, 1, 'not certain'],
    ['an alkoxypyridine leaves a hydroxypyridine, which is also a pyridone', 'CCOc1ccccn1', 2, 1, 'not certain'],
    ['an anisole leaves a phenol', 'CCOc1ccccc1', 2, 1, [7, 2]],
  ])('%s', (_, smiles, oxygen, other, expected) => {
    const sizes = cleaved(smiles, oxygen, other)
    expect(typeof sizes === 'string' ? sizes : [...sizes].sort((a, b) => b - a)).toEqual(expected)
  })
})

test('a molecule of unusual tautomers with a bonded metal is left to RDKit', () => {
  expect(referred(new Screen(law, { asOf: '2026-11-01' }), 'OC=C1C=CC(=CO)C=C1.C[Hg]C')).toBe('not sure of the input')
})

describe('skeletons of an input', () => {
  const read = (text: string) => new SkeletonReader().read(text)
  it('one for each component, metals that stand alone left out', () => {
    expect(read('CCO')).toMatchObject({ hasMetal: false })
    expect(read('CCO.CCN')!.keys).toEqual([...read('CCO')!.keys, ...read('CCN')!.keys])
    expect(read('[Na+].CC(=O)[O-]')).toEqual({ keys: read('CC(=O)O')!.keys, hasMetal: true })
  })
  it.each([
    ['a metal that is bonded', 'C[Hg]C'],
    ['a text that is no structure', 'C('],
    ['more atoms than RDKit surely names', 'C'.repeat(101)],
  ])('none for %s', (_, text) => expect(read(text)).toBeNull())
  it('the largest that RDKit surely names', () => expect(read('C'.repeat(100))!.keys).toHaveLength(1))
})
