import { expect, test } from 'vitest'
import { UnreadableStructure, type Structure } from '../../src/chem/index.js'
import { FastGraph, formulaOf, readText } from '../../src/engine/index.js'
import { damagedBlocks, writings } from '../support/blocks.js'
import { law, reader } from '../support/law.js'

/**
 * Structures with features that records lack: charges, isotopes, salts, elements, a nitro group drawn with five bonds.
 */
const others = [
  '[NH4+].[Cl-]',
  'C[N+](C)(C)C.[I-]',
  '[Na+].[O-]c1ccccc1',
  'CN(=O)=O',
  'C[S+](C)C',
  'C[13CH2]C',
  'CP(C)(C)=O',
  'C[SiH3]',
  'C[Se]C',
  'OB(O)c1ccccc1',
  'F[B-](F)(F)F',
  '[OH3+]',
  '[O-][n+]1ccccc1',
  'C[n+]1ccccc1C',
  'C[N+]#[C-]',
  'CC[NH+](C)C',
  '[Ca+2].[Cl-].[Cl-]',
  'O',
  'Cl',
  'CS(C)=O',
  '[O-]P([O-])([O-])=O',
  'C[NH-]',
  '[S-]C',
  'CN=[N+]=[N-]',
  'C[P+](C)(C)C',
  'c1ccc(-c2ccccc2)cc1',
  'C1c2ccccc2-c2ccccc12',
]

/** RDKit's reading of a block, with explicit hydrogens folded; null if it cannot read it. */
function asRead(block: string, use: (structure: Structure) => void): boolean {
  try {
    reader.read(block, use)
    return true
  } catch (error) {
    if (error instanceof UnreadableStructure) return false
    throw error
  }
}

function compare(graph: FastGraph, { molecule, formula }: Structure, block: string): void {
  const heavy = molecule.atoms.flatMap((_, i) => (molecule.folded.has(i) ? [] : [i]))
  // Each atom has the same index as in RDKit's molecule.
  expect(heavy, block).toEqual(heavy.map((_, i) => i))
  const theirs = heavy.map((i) => [molecule.atoms[i]!.z, molecule.neighbours[i]!.length])
  expect(
    heavy.map((i) => [graph.z[i], graph.degree[i]]),
    block,
  ).toEqual(theirs)
  expect(graph.atoms).toBe(heavy.length)
  if (graph.loose) return
  for (const i of heavy) {
    const { charge, hydrogens, radicals, aromatic } = molecule.atoms[i]!
    expect([graph.charge[i], graph.hydrogens[i], 0], block).toEqual([charge, hydrogens, radicals])
    if (graph.aromatic[i] !== 2) expect(graph.aromatic[i] === 1, block).toBe(aromatic)
  }
  expect(formulaOf(graph), block).toBe(formula)
  expect(graph.labelled, block).toBe(molecule.atoms.some((atom) => atom.isotope > 0))
  expect(molecule.open, block).toBe(false)
  if (!graph.bondsAreSure) return
  for (let b = 0; b < graph.bonds; b++) {
    const ends = [graph.from[b], graph.to[b]]
    const bond = molecule.bonds.find(({ a, b: end }) => ends.includes(a) && ends.includes(end))!
    expect(graph.sureBond[b] === 1, block).toBe(bond.aromatic)
    if (!bond.aromatic && graph.order[b]! < 4) expect(graph.order[b], block).toBe(bond.order)
  }
}

/**
 * Compares the engine's reading of mol blocks with RDKit's.
 * @param every tests every n-th recorded structure, and proportionally fewer damaged blocks
 */
export function comparedBlocks(every: number): void {
  const recorded = law.edition.substances.flatMap((s) => s.smiles ?? []).filter((_, i) => i % every === 0)
  const texts = [...recorded, ...others]
  const graph = new FastGraph()

  test.each(Object.entries(writings))('the graph is that of RDKit: %s', (name, write) => {
    let read = 0
    for (const smiles of texts) {
      const block = write(smiles)
      if (!readText(block, graph)) continue
      read++
      expect(
        asRead(block, (structure) => compare(graph, structure, block)),
        block,
      ).toBe(true)
    }
    // An aromatic block does not say which nitrogen has the hydrogen.
    expect(read / texts.length).toBeGreaterThan(name.includes('aromatic') ? 0.85 : 0.95)
  })

  test(`RDKit agrees on what is read of ${24_000 / every} damaged blocks`, async () => {
    const blocks = texts.flatMap((smiles) => Object.values(writings).map((write) => write(smiles)))
    let read = 0
    let loose = 0
    for (const block of damagedBlocks(blocks, 24_000 / every, 3)) {
      const sure = readText(block, graph)
      if (!sure && !graph.loose) continue
      await reader.ready()
      const readable = asRead(block, (structure) => compare(graph, structure, block))
      if (sure) expect(readable, block).toBe(true)
      read += sure ? 1 : 0
      loose += sure ? 0 : 1
    }
    expect(read).toBeGreaterThan(800 / every)
    expect(loose).toBeGreaterThan(400 / every)
  })
}
