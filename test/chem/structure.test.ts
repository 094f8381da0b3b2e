import { describe, expect, it } from 'vitest'
import { massOf, skeletonKey } from '../../src/chem/index.js'
import { reader } from '../support/law.js'

const key = (text: string) => reader.read(text, (s) => s.inchikey)
const flats = (text: string) => reader.read(text, (s) => s.molecule.components.map((c) => s.identity(c)?.flat))
const skeleton = (text: string) => reader.read(text, (s) => skeletonKey(s.molecule, s.molecule.components[0]!))

describe('components', () => {
  it.each([
    ['one', 'CCO', [[0, 1, 2]]],
    ['a salt', 'CCN.Cl', [[0, 1, 2], [3]]],
    ['closed by a ring number across the dot', 'C1.C1', [[0, 1]]],
    ['an explicit hydrogen belongs to none', 'C[N](C)[H].Cl', [[0, 1, 2], [4]]],
  ])('%s', (_, text, parts) => {
    expect(reader.read(text, (s) => s.molecule.components)).toEqual(parts)
  })
  it('the identity of each is independent of other components', () => {
    expect(flats('CCN.Cl')).toEqual([...flats('CCN'), ...flats('Cl')])
    expect(flats('Cl.CCN')).toEqual([...flats('Cl'), ...flats('CCN')])
  })
})

describe('metals are disconnected from O, N, S and halogens', () => {
  it.each([
    ['sodium acetate', 'CC(=O)O[Na]', 'CC(=O)[O-].[Na+]'],
    ['calcium acetate', 'CC(=O)O[Ca]OC(C)=O', 'CC(=O)[O-].CC(=O)[O-].[Ca+2]'],
    ['potassium thiolate', 'CS[K]', 'C[S-].[K+]'],
    ['zinc chloride', 'Cl[Zn]Cl', '[Cl-].[Cl-].[Zn+2]'],
  ])('%s', (_, drawn, apart) => {
    expect(reader.read(drawn, (s) => s.smiles)).toBe(reader.read(apart, (s) => s.smiles))
    expect(key(drawn)).toBe(key(apart))
  })
  it('a metal keeps its hydrogen, though it was drawn as a stereo centre', () => {
    expect(reader.read('C[Li@H-](N)CC', (s) => s.formula)).toBe(reader.read('C[LiH-](N)CC', (s) => s.formula))
  })
  it.each([
    ['sodium on carbon is an ion', 'CC(C#N)[Na]', 2],
    ['zinc', 'C[Zn]C', 3],
    ['mercury keeps its bond', 'C[Hg]C', 1],
    ['unless a group stabilises the charge', 'CC(=O)C[Hg]CC(C)=O', 3],
    ['a double bond on a metal stays', 'C1C[Pt]1(Cl)Cl', 3],
    ['a cyanide of a complex', 'N#C[Fe-4](C#N)(C#N)(C#N)(C#N)C#N', 1],
  ])('%s', (_, smiles, components) => {
    expect(reader.read(smiles, (s) => s.molecule.components.length)).toBe(components)
  })
})

describe('patterns are matched on the neutral, flat form, and give input indices', () => {
  it.each([
    ['a protonated amine', 'C[NH2+]C', '[NX3;H1]', [[1]]],
    ['its free base', 'CNC', '[NX3;H1]', [[1]]],
    ['a carboxylate', 'CC(=O)[O-]', '[OX2;H1]', [[3]]],
    ['quaternary nitrogen keeps its charge', 'C[N+](C)(C)C', '[NX3]', []],
    ['nitro keeps its charges', 'C[N+](=O)[O-]', '[N+](=O)[O-]', [[1, 2, 3]]],
    ['an N-oxide keeps its charges', 'C[N+](C)(C)[O-]', '[N+][O-]', [[1, 4]]],
    ['deuterium is hydrogen', '[2H]C([2H])O', '[CX4;H3]', [[1]]],
    ['explicit hydrogens keep their index', '[H]OC', '[OX2;H1]C', [[1, 2]]],
    ['a heavy isotope is its element', '[13CH3]O', '[CH3]', [[0]]],
    ['stereo is ignored', 'C[C@H](F)Cl', 'C(F)Cl', [[1, 2, 3]]],
  ])('%s', (_, text, smarts, embeddings) => {
    expect(reader.read(text, (s) => s.match(smarts).embeddings)).toEqual(embeddings)
  })
  it('every embedding of a symmetric pattern counts', () => {
    expect(reader.read('CCC', (s) => s.match('C-C-C').embeddings.length)).toBe(2)
    expect(reader.read('c1ccccc1', (s) => s.match('c1ccccc1').embeddings.length)).toBe(12)
  })
  it('more embeddings than the limit are reported, not cut silently', () => {
    const found = reader.read(`${'C'.repeat(60)}.${'C(C)(C)(C)C'.repeat(1)}`, (s) => s.match('[#6].[#6]'))
    expect(found.cut).toBe(true)
  })
  it('an invalid pattern is a programming error', () => {
    expect(() => reader.read('C', (s) => s.match('[#6'))).toThrow(SyntaxError)
  })
})

describe('identity', () => {
  it.each([
    ['free base and protonated form', 'CCN(CC)CC', 'CC[NH+](CC)CC'],
    ['aromatic and Kekulé form', 'c1ccccc1C', 'C1=CC=CC=C1C'],
    ['isotopologues', 'CC(C)N', '[2H]C([2H])([2H])C(C)N'],
    ['stereoisomers', 'C[C@H](N)Cc1ccccc1', 'C[C@@H](N)Cc1ccccc1'],
    ['tautomers that InChI merges', 'Cc1c[nH]cn1', 'Cc1cnc[nH]1'],
    ['two notations of nitro', 'CN(=O)=O', 'C[N+](=O)[O-]'],
  ])('the flat form is equal for %s', (_, a, b) => {
    expect(flats(a)).toEqual(flats(b))
    expect(skeleton(a)).toBe(skeleton(b))
  })
  it.each([
    ['positional isomers', 'Cc1ccc(F)cc1', 'Cc1cccc(F)c1'],
    ['an amine and its N-oxide', 'CN(C)C', 'C[N+](C)(C)[O-]'],
    ['propyl and isopropyl', 'CCCN', 'CC(C)N'],
    ['single and double bond', 'CCCN', 'C=CCN'],
  ])('it distinguishes %s', (_, a, b) => {
    expect(flats(a)).not.toEqual(flats(b))
  })
  it('the skeleton ignores bond orders, and so collides in cases that InChI decides', () => {
    expect(skeleton('CCCN')).toBe(skeleton('C=CCN'))
    expect(skeleton('CCCN')).not.toBe(skeleton('CC(C)N'))
    expect(skeleton('CCCN')).not.toBe(skeleton('CCCO'))
  })
  it('reports where isotopes and protons differ', () => {
    const facts = (text: string) => reader.read(text, (s) => s.identity(s.molecule.components[0]!))
    expect(facts('[2H]C([2H])([2H])O')).toMatchObject({ isotopic: true, protons: 0 })
    expect(facts('C[NH3+]')).toMatchObject({ isotopic: false, protons: 1 })
    expect(facts('CC(=O)[O-]')).toMatchObject({ protons: -1 })
    expect(facts('*C')).toBeNull()
  })
  it('stereo drawn as racemic or unknown is open', () => {
    const centres = (text: string) =>
      reader.read(text, (s) => [...s.identity(s.molecule.components[0]!)!.stereo.centres.values()])
    expect(centres('C[C@H](N)Cc1ccccc1')).toHaveLength(1)
    expect(centres('C[C@H](N)Cc1ccccc1 |&1:1|').filter((p) => p !== '?')).toEqual([])
    expect(centres('C[C@H](N)Cc1ccccc1 |o1:1|').filter((p) => p !== '?')).toEqual([])
    expect(centres('C[C@H](N)Cc1ccccc1 |a:1|')).toHaveLength(1)
  })
})

describe('open structures', () => {
  it.each([
    ['an attachment point', '*CC', true],
    ['an any-bond', 'C~C', true],
    ['an R-group by label', 'CC* |$;;_R1$|', true],
    ['a plain structure', 'CC', false],
    ['a structure with deuterium', '[2H]CC', false],
  ])('%s', (_, text, open) => {
    expect(reader.read(text, (s) => s.molecule.open)).toBe(open)
  })
})

describe('formula and mass', () => {
  it.each([
    ['CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'C22H28N2O', 336.479],
    ['O', 'H2O', 18.015],
    ['[2H]O[2H]', 'H2O', 18.015],
    ['CC(=O)[O-].[Na+]', 'C2H3NaO2', 59.044],
    ['C[N+](C)(C)C', 'C4H12N+', 74.147],
  ])('%s', (text, formula, mass) => {
    reader.read(text, (s) => {
      expect(s.formula).toBe(formula)
      expect(massOf(s.molecule, s.molecule.components[0]!)).toBeCloseTo(mass, 2)
    })
  })
  it('an element without an atomic weight is never light enough', () => {
    expect(reader.read('[Og]', (s) => massOf(s.molecule, [0]))).toBe(Infinity)
  })
})

describe('mol blocks', () => {
  const v2000 =
    '\n\n\n  3  2  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n    1.5000    0.0000    0.0000 C   0  0\n    3.0000    0.0000    0.0000 O   0  0\n  1  2  1  0\n  2  3  1  0\nM  END\n'
  it('V2000 is read with its own atom order', () => {
    expect(reader.read(v2000, (s) => [s.smiles, s.match('O').embeddings])).toEqual(['CCO', [[2]]])
  })
  it('Windows line ends do not matter', () => {
    expect(reader.read(v2000.replaceAll('\n', '\r\n'), (s) => s.smiles)).toBe('CCO')
  })
})
