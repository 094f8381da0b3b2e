import { describe, expect, it, test } from 'vitest'
import { FastGraph, readSmiles, NotSure } from '../../src/engine/index.js'
import { Screen, SkeletonReader } from '../../src/screen/index.js'
import { SureGraph } from '../../src/screen/sure-graph.js'
import type { Subject } from '../../src/matching/index.js'
import { isIn } from '../../src/matching/classes/substituent.js'
import { law, reader } from '../support/law.js'
import { referred } from '../support/referred.js'

function sure(smiles: string): SureGraph | null {
  const graph = new FastGraph()
  expect(readSmiles(smiles, graph)).toBe(true)
  return SureGraph.withTautomerForm(graph, () => true)
}

/** Which tautomer forms a molecule has. */
function formsOf({ tautomerForm: all, tautomerFormOnHetero: hetero }: Subject): string {
  return all === null ? 'none' : hetero === null ? 'one' : hetero === all ? 'one on hetero atoms' : 'two'
}

describe('a molecule is read together with the tautomer that chemists would draw', () => {
  it.each([
    ['an amide, drawn so', 'CC(=O)NC', 'none'],
    ['an imidic acid: its amide', 'CC(O)=NC', 'one on hetero atoms'],
    ['a thioimidic acid: its thioamide', 'CC(S)=NC', 'one on hetero atoms'],
    ['an enol: its ketone', 'CC(O)=CC', 'one'],
    ['both: both, and the amide alone', 'CC(O)=NCC(O)=CC', 'two'],
    ['a hydroxypyridine, drawn so', 'Oc1ccccn1', 'none'],
    ['an aromatic ring that the double bond leads to', 'OC=C1C=CC(=CO)C=C1', null],
    ['an imidic acid next to a hydroxypyridine: its amide', 'CC(O)=NCc1ccc(O)nc1', 'one on hetero atoms'],
    ['a hydroxybenzimidazole', 'Oc1nc2ccccc2n1C', null],
    ['rings whose double bonds are not certain', 'CC(O)=NCc1ccc2c(c1)c1ccccc12', null],
  ])('%s', (_, smiles, forms) => {
    const found = sure(smiles)
    expect(found && formsOf(found)).toBe(forms)
  })
})

describe('a molecule with an ester bond cleaved', () => {
  const cleaved = (smiles: string, oxygen: number, other: number) => {
    try {
      return sure(smiles)!.cleaved([{ freed: oxygen, other }])
    } catch (error) {
      if (!(error instanceof NotSure)) throw error
      return null
    }
  }
  it.each([
    ['an ester leaves an acid', 'CCOC(C)=O', [4, 2], 'none'],
    ['an ether leaves an alcohol', 'CCOCCC', [4, 2], 'none'],
    ['an imidate leaves an imidic acid, which is also an amide', 'CCOC(C)=NC', [5, 2], 'one on hetero atoms'],
    ['an enol ether leaves an enol, which is also a ketone', 'CCOC(C)=CC', [5, 2], 'one'],
    ['an alkoxypyridine leaves a hydroxypyridine', 'CCOc1ccccn1', [7, 2], 'none'],
    ['an anisole leaves a phenol', 'CCOc1ccccc1', [7, 2], 'none'],
  ])('%s', (_, smiles, sizes, forms) => {
    const found = cleaved(smiles, 2, 1)!
    expect(found.molecule.components.map((c) => c.length).sort((a, b) => b - a)).toEqual(sizes)
    expect(formsOf(found)).toBe(forms)
    reader.read(smiles, (structure) => {
      const expected = structure.cleaved([{ freed: 2, other: 1 }])!
      expect(formsOf(expected)).toBe(forms)
      expect(found.tautomerForm?.molecule.atoms).toEqual(expected.tautomerForm?.molecule.atoms)
      for (const smarts of ['[#6]=[#8]', '[#6][#8;H1]', '[#7;H1]', '[#6]=[#6]'])
        expect(found.tautomerForm?.match(smarts)).toEqual(expected.tautomerForm?.match(smarts))
    })
  })
  it('which hydrogen an aromatic ring takes is left to RDKit', () => {
    expect(cleaved('CCOc1nc2ccccc2n1C', 2, 1)).toBeNull()
  })
})

describe('a molecule that is certain has everything that RDKit reads of it', () => {
  it.each([
    'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cl',
    'C[N+](C)(C)CC(=O)[O-]',
    'C1CC2CCC1C2',
    'N#CC=CC(=O)O.[Na+].[Cl-]',
    'O=c1[nH]c2ccccc2s1',
    'c1ccc2[nH]ccc2c1',
    'CC(O)=NC',
    'C=CC#CBr',
  ])('%s', (smiles) => {
    const own = sure(smiles)!.molecule
    reader.read(smiles, ({ molecule }) => {
      expect(own.atoms).toEqual(molecule.atoms)
      expect(own.components).toEqual(molecule.components)
      const rings = (of: typeof own) => of.rings.map((ring) => ring.toSorted((a, b) => a - b).join()).toSorted()
      expect(rings(own)).toEqual(rings(molecule))
      const bonds = (of: typeof own) =>
        of.bonds
          .map(({ a, b, order, aromatic }) =>
            // Which bonds of an aromatic ring are drawn double has no meaning.
            [Math.min(a, b), Math.max(a, b), aromatic, aromatic ? 'aromatic' : order].join(),
          )
          .toSorted()
      expect(bonds(own)).toEqual(bonds(molecule))
      const around = (of: typeof own) => of.neighbours.map((n) => n.map(({ atom }) => atom).toSorted((a, b) => a - b))
      expect(around(own)).toEqual(around(molecule))
      for (const [a, neighbours] of own.neighbours.entries())
        for (const { atom, bond } of neighbours)
          expect(new Set([own.bonds[bond]!.a, own.bonds[bond]!.b])).toEqual(new Set([a, atom]))
      expect([own.open, own.folded, own.deuterated]).toEqual([molecule.open, molecule.folded, molecule.deuterated])
    })
  })

  it.each([
    'c1ccc(-c2ccccc2)cc1',
    'CCO.CCN',
    'CC(=O)OC',
    '[#6]',
    'C.N',
    'CCC',
    '[OX2H]',
    'c1ccccc1.N',
    'S',
    '[CX4].[CX4]',
  ])('the matches of %s', (smarts) => {
    const smiles = 'CC(=O)OCC(N)c1ccc(-c2ccccc2)cc1.OCC'
    const found = sure(smiles)!.match(smarts)
    expect(found).toEqual(reader.read(smiles, (s) => s.match(smarts)))
    const first = smarts.match(/^\[?[#\w]+\]?$/) ? sure(smiles)!.firstAtoms(smarts) : null
    if (first) {
      const atoms = found.embeddings.map(([atom]) => atom!)
      expect(Array.from({ length: 22 }, (_, a) => a).filter((a) => isIn(first, a))).toEqual(atoms)
    }
  })

  it('no match is searched for where one is certainly not there', () => {
    const graph = new FastGraph()
    readSmiles('CCO', graph)
    const without = SureGraph.of(graph, (smarts) => smarts !== 'CO')!
    expect([without.match('CO').embeddings, without.match('CCO').embeddings]).toEqual([[], [[0, 1, 2]]])
  })

  it('what is found is kept, also when the graph has another molecule', () => {
    const graph = new FastGraph()
    readSmiles('CCO', graph)
    const own = SureGraph.of(graph)!
    const found = own.match('CO')
    expect(own.match('CO')).toBe(found)
  })

  it('first atoms of patterns of several atoms are not known, those of some are not certain', () => {
    expect(sure('CCO')!.firstAtoms('CO')).toBeNull()
    expect(() => sure('CCO')!.firstAtoms('[13C]')).toThrow(NotSure)
    expect(() => sure('CCO')!.match('[13C]')).toThrow(NotSure)
  })

  it('the rest is left to RDKit', () => {
    const own = sure('CCO')!
    for (const asked of [
      () => own.identity([0, 1, 2]),
      () => own.neutralIdentity(),
      () => own.mobileIdentity(),
      () => own.tautomerOf(),
      () => own.redrawnAs(),
    ])
      expect(asked).toThrow(NotSure)
    const graph = new FastGraph()
    readSmiles('CCO', graph)
    const ethanol = reader.read('CCO', (s) => s.identity([0, 1, 2]))
    const known = SureGraph.of(graph, undefined, (_, component) => (component.length === 3 ? ethanol : null))!
    expect(known.identity([0, 1, 2])).toBe(ethanol)
    expect(() => known.identity([0])).toThrow(NotSure)
    expect(known.usual).toEqual([])
  })
})

describe('nothing is certain of', () => {
  it.each([
    ['rings whose aromaticity is not certain', 'CC(O)=NCc1ccc2c(c1)c1ccccc12'],
    ['a ring of more than 32 atoms', `C1${'C'.repeat(31)}C1`],
  ])('%s', (_, smiles) => {
    const graph = new FastGraph()
    expect(readSmiles(smiles, graph)).toBe(true)
    expect(SureGraph.of(graph)).toBeNull()
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
