import { describe, expect, it } from 'vitest'
import type { Structure } from '../../src/chem/index.js'
import { FastGraph, readText } from '../../src/engine/index.js'
import { judge } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

const graph = new FastGraph()
const chargesOf = ({ molecule }: Structure) => molecule.atoms.map((a) => a.charge).filter((c) => c !== 0)
const identityOf = (s: Structure) => s.molecule.components.map((c) => s.identity(c))
/** Bonds and hydrogens without the places of double bonds in aromatic rings. */
const drawn = (s: Structure) => ({
  charges: chargesOf(s),
  formula: s.formula,
  identity: identityOf(s),
  bonds: s.molecule.bonds.map(({ order, aromatic }) => (aromatic ? 0 : order)).toSorted(),
  hydrogens: s.molecule.atoms.map(({ z, hydrogens }) => `${z} ${hydrogens}`).toSorted(),
})
/** Those that the engine reads too, as RDKit does; it leaves the others to RDKit. */
const readByEngine = new Set([
  'a phosphine oxide',
  'a phosphorothioate',
  'a sulfoxide',
  'a sulfoxide with its stereo',
  'a sulfilimine',
  'an ester',
  'a thioester',
  'a carbamate',
  'an amide',
  'an amidine',
  'a pyridone',
  'an imidazole',
])
function expectReadAlike(text: string, isRead: boolean): void {
  expect(readText(text, graph)).toBe(isRead)
  if (!isRead) return
  const own = Array.from({ length: graph.atoms }, (_, a) => [graph.charge[a], graph.hydrogens[a]])
  expect(own).toEqual(reader.read(text, ({ molecule }) => molecule.atoms.map((a) => [a.charge, a.hydrogens])))
}
const verdictsOf = (text: string) =>
  reader.read(text, (s) =>
    Object.fromEntries(judge(s, law, { asOf: '2026-01-01' }).jurisdictions.map((j) => [j.code, j.verdict])),
  )

describe('opposite charges that a shift of double bonds removes are removed', () => {
  it.each([
    ['a phosphine oxide', 'C[P+](C)(C)[O-]', 'CP(C)(C)=O'],
    ['a phosphorothioate', 'C[P+]([S-])(OC)OC', 'CP(=S)(OC)OC'],
    ['a phosphorus ylide', 'C[P+](C)(C)[CH2-]', 'CP(C)(C)=C'],
    ['a sulfoxide', 'C[S+](CC)[O-]', 'CS(=O)CC'],
    ['a sulfoxide with its stereo', 'C[S@+](CC)[O-]', 'C[S@](CC)=O'],
    ['a sulfone', 'C[S+2]([O-])([O-])C', 'CS(=O)(=O)C'],
    ['a sulfonamide with one charge', 'C[S+]([O-])(=O)N(C)C', 'CS(=O)(=O)N(C)C'],
    ['a sulfonate', 'C[S+2]([O-])([O-])[O-].[Na+]', 'CS(=O)(=O)[O-].[Na+]'],
    ['a sulfilimine', 'C[S+](C)[N-]C', 'CS(C)=NC'],
    ['a selenoxide', 'C[Se+](C)[O-]', 'C[Se](C)=O'],
    ['an iodosyl compound', '[O-][I+]c1ccccc1', 'O=Ic1ccccc1'],
    ['a ketone', 'C[C+]([O-])CC', 'CC(=O)CC'],
    ['an aldehyde', 'C[CH+][O-]', 'CC=O'],
    ['a carboxylate', 'C[C+]([O-])[O-].[Na+]', 'CC(=O)[O-].[Na+]'],
    ['an imine', 'C[CH+][N-]C', 'CC=NC'],
    ['a nitrile', 'C[C+]=[N-]', 'CC#N'],
    ['an isocyanate', 'C[N+]#C[O-]', 'CN=C=O'],
    ['an alkene', '[CH2+][CH2-]', 'C=C'],
    ['a diene', '[CH2+]C=C[CH2-]', 'C=CC=C'],
    ['an ester', 'CC([O-])=[O+]C', 'CC(=O)OC'],
    ['an acid', 'CC([O-])=[OH+]', 'CC(=O)O'],
    ['an acid chloride', 'CC([O-])=[Cl+]', 'CC(=O)Cl'],
    ['a thioester', 'CC([O-])=[S+]C', 'CC(=O)SC'],
    ['a carbamate', 'COC([O-])=[N+](C)C', 'COC(=O)N(C)C'],
    ['an amide', 'CC([O-])=[N+](C)C', 'CC(=O)N(C)C'],
    ['an amide with a hydrogen', 'CC([O-])=[NH+]C', 'CC(=O)NC'],
    ['an amide with its hydrogen drawn', 'CC([O-])=[N+]([H])C', 'CC(=O)N([H])C'],
    ['a thioamide', 'CC([S-])=[NH2+]', 'CC(=S)N'],
    ['an amidine', 'CC([N-]C)=[N+](C)C', 'CC(=NC)N(C)C'],
    ['a nitrosamine', 'C[N+](C)=N[O-]', 'CN(C)N=O'],
    ['a nitramine', 'C[N+](C)=[N+]([O-])[O-]', 'CN(C)[N+](=O)[O-]'],
    ['a vinylogous amide', 'CC([O-])=CC=[N+](C)C', 'CC(=O)C=CN(C)C'],
    ['a pyridone', 'C[n+]1ccccc1[O-]', 'Cn1ccccc1=O'],
    ['a pyridone with a hydrogen', '[O-]c1cccc[nH+]1', 'O=c1cccc[nH]1'],
    ['however its double bonds are drawn', '[O-]C1=CC=CC=[NH+]1', 'O=c1cccc[nH]1'],
    ['an imidazole', 'C[n+]1cc[n-]c1', 'Cn1ccnc1'],
    ['an indole', 'C[n+]1[cH-]c(C)c2ccccc21', 'Cn1cc(C)c2ccccc12'],
    ['an indole with a hydrogen', 'CC1=C2C=CC=CC2=[NH+][CH-]1', 'Cc1c[nH]c2ccccc12'],
    ['a thiophene rather than its ylide', 'C[C-]1C=CC(C)=[S+]1', 'Cc1ccc(C)s1'],
    ['an anisole', 'C[O+]=C1C=CC=C[CH-]1', 'COc1ccccc1'],
    [
      'an indole whose proton and oxygen are left when the other charges are joined to each other',
      '[O-]C(=C1C=[NH+][c+]2[cH-]cccc21)c1cccc2ccccc12',
      'O=C(c1c[nH]c2ccccc12)c1cccc2ccccc12',
    ],
    ['a benzodiazepine', '[N-]1C(C)=C2C=CC=CC2=[NH+]C(=O)C1', 'N1=C(C)c2ccccc2NC(=O)C1'],
    ['a merocyanine', '[O-]c1ccc(C=Cc2cc[n+](C)cc2)cc1', 'O=C1C=CC(=CC=C2C=CN(C)C=C2)C=C1'],
    ['an aminoborane', 'C[B-](C)=[N+](C)C', 'CB(C)N(C)C'],
    [
      'rings next to an N-oxide',
      'C[C-]1[N-]C=C2C[N+]([O-])=C(C)C3=CC(=[Cl+])C=CC3=[N+]21',
      'Cc1ncc2n1-c1ccc(Cl)cc1C(C)=[N+]([O-])C2',
    ],
    ['a triazole', 'CC1=[N+]=NC2=[N+]1[C-]1C=C[C-](Cl)C=C1N(C)CC2', 'Cc1nnc2n1-c1ccc(Cl)cc1N(C)CC2'],
    ['a nitrile with two charges', 'C[C+2][N-2]', 'CC#N'],
    ['several at once', 'CC([O-])=[N+](C)C[S+](C)[O-]', 'CC(=O)N(C)CS(C)=O'],
  ])('%s: %s', (name, charged, neutral) => {
    expect(reader.read(charged, drawn)).toEqual(reader.read(neutral, drawn))
    expectReadAlike(charged, readByEngine.has(name))
  })

  it('names and atom order stay those of the input', () =>
    expect(reader.read('[O-][S+](C)CC', (s) => [s.names.smiles, s.molecule.atoms.map((a) => a.z)])).toEqual([
      'CC[S+](C)[O-]',
      [8, 16, 6, 6, 6],
    ]))
  it('stereo of other double bonds is kept', () =>
    expect(reader.read('C/C=C/C([O-])=[N+](C)C', identityOf)).toEqual(reader.read('C/C=C/C(=O)N(C)C', identityOf)))
})

describe('charges without a neutral form stay', () => {
  it.each([
    ['a nitro group', 'C[N+](=O)[O-]', true],
    ['a nitronate', 'CC=[N+]([O-])[O-]', true],
    ['an N-oxide', 'C[N+](C)(C)[O-]', true],
    ['an aromatic N-oxide', '[O-][n+]1ccccc1', true],
    ['a nitrone', 'CC=[N+](C)[O-]', true],
    ['an azoxy compound', 'CN=[N+](C)[O-]', true],
    ['a nitrile oxide', 'CC#[N+][O-]', true],
    ['an azide', 'CN=[N+]=[N-]', true],
    ['an azide drawn with a triple bond', 'C[N-][N+]#N', true],
    ['a diazo compound', 'CC=[N+]=[N-]', true],
    ['an isonitrile', 'C[N+]#[C-]', true],
    ['carbon monoxide', '[C-]#[O+]', true],
    ['an ammonium ylide', 'C[N+](C)(C)[CH2-]', true],
    ['a pyridinium imide', '[NH-][n+]1ccccc1', true],
    ['a sydnone', '[O-]c1c[n+](C)no1', true],
    ['a 3-oxidopyridinium', '[O-]c1ccc[n+](C)c1', true],
    ['an amine with a carboxylate', '[NH3+]CC(=O)[O-]', true],
    ['a pyridine with a carboxylate', '[O-]C(=O)c1ccc[nH+]c1', true],
    [
      'a phenolate with a protonated amine that is not conjugated with it',
      'Cc1cc([O-])c(CN2CCN(CC2)c2cccc[nH+]2)cc1',
      true,
    ],
    ['a 3-hydroxyquinoline', '[O-]c1c[nH+]c2ccccc2c1', true],
    ['a protonated vinylogous amide', '[O-]C(=C1C=[NH+]c2ccccc21)c1ccccc1', true],
    ['a phosphonium salt', 'C[P+](C)(C)C.[Br-]', null],
    ['a borane adduct', 'C[N+](C)(C)[BH3-]', null],
  ])('%s: %s', (_, text, isSure) => {
    expect(reader.read(text, (s) => chargesOf(s).length)).toBeGreaterThanOrEqual(2)
    if (isSure !== null) expectReadAlike(text, isSure)
  })
  it('a proton next to a phenolate goes there, and no quinone methide is made', () =>
    expect(reader.read('[O-]c1ccc(cc1)-c1cc[nH+]cc1', (s) => s.match('c1ccccc1O').embeddings.length)).toBeGreaterThan(
      0,
    ))
})

describe('a drawing with separated charges has the verdicts of its neutral form', () => {
  it.each([
    ['CCO[P+]([O-])(OCC)N(C)C', 'CCOP(=O)(OCC)N(C)C'],
    ['Cc1ccc(C(=O)Oc2cccc3cccnc23)cc1[S+2]([O-])([O-])N1CCCCC1', 'Cc1ccc(C(=O)Oc2cccc3cccnc23)cc1S(=O)(=O)N1CCCCC1'],
    ['CN(C)CCc1c[nH]c2ccc(O[P+]([O-])(O)O)cc12', 'CN(C)CCc1c[nH]c2ccc(OP(=O)(O)O)cc12'],
    ['CCC[N+](C)=C([O-])C1C=C2c3cccc4[nH]cc(c34)CC2N(C)C1', 'CCCN(C)C(=O)C1C=C2c3cccc4[nH]cc(c34)CC2N(C)C1'],
    ['CCC(=O)N(c1ccccc1)C1CCN(CC([O+]=C(C)[O-])c2ccccc2)CC1', 'CCC(=O)N(c1ccccc1)C1CCN(CC(OC(C)=O)c2ccccc2)CC1'],
    ['CCN(CC)CCc1c[nH+][c-]2ccc(OC)cc12', 'CCN(CC)CCc1c[nH]c2ccc(OC)cc12'],
    ['CC(NC1CC1)C([O-])=C1C=CC=[S+]1', 'CC(NC1CC1)C(=O)c1cccs1'],
    ['[O-]C(=C1C=[NH+][c+]2[cH-]cccc21)c1cccc2ccccc12', 'O=C(c1c[nH]c2ccccc12)c1cccc2ccccc12'],
    ['[O-]C(=C1C=[NH+]c2ccccc21)c1cccc2ccccc12', 'OC(=C1C=Nc2ccccc21)c1cccc2ccccc12'],
  ])('%s', (charged, neutral) => {
    const verdicts = verdictsOf(charged)
    expect(verdicts).toEqual(verdictsOf(neutral))
    expect(Object.values(verdicts)).not.toEqual(Object.values(verdicts).map(() => 'uncontrolled'))
  })
})
