import { expect, test } from 'vitest'
import { skeletonKey } from '../../src/chem/index.js'
import { Screen } from '../../src/screen/index.js'
import { FastGraph, patternOf, patternRings, readSmiles } from '../../src/engine/index.js'
import { fastSkeleton } from '../../src/screen/skeleton-reader.js'
import { law, reader } from '../support/law.js'
import { ordinary, recorded, verdictOf } from './cleared.js'
import { referred } from '../support/referred.js'

test.each([
  'COC1=C(NCCc2ccc(OC)c(OC)c2)C(=O)C(OC)=C(NCCc2ccc(OC)c(OC)c2)C1=O',
  // Its methoxytriazine is an ether of a hydroxytriazine, whichever way the ring is drawn.
  'COc1nc(NCCc2ccc(OC(F)F)cc2)nc(-c2ccc(F)c(C(C)(C)OC3OC(COC(C)=O)C(OC(C)=O)C(OC(C)=O)C3OC(C)=O)c2)n1',
  `C${'C(OC(C)=O)'.repeat(6)}Cn1cc(C(=O)c2cccc3ccccc23)c2ccccc12`,
])('more cleavable bonds than the limit leave it undecided, with and without the screen: %s', async (smiles) => {
  const query = { asOf: '2026-11-01', jurisdictions: ['GB'] }
  expect(await verdictOf(smiles, query)).toBe('undecided')
  expect(referred(new Screen(law, query), smiles)).not.toBeNull()
})

test('many cleavable bonds that could only leave what no rule allows decide nothing', async () => {
  const smiles =
    'CC(=O)OC[C@H]1O[C@@H](NC(=S)NCCc2ccc(cc2)S(=O)(=O)N)[C@H](OC(=O)C)[C@@H](OC(=O)C)[C@@H]1O[C@@H]3O[C@H](COC(=O)C)[C@H](OC(=O)C)[C@H](OC(=O)C)[C@H]3OC(=O)C'
  // Switzerland's phenylalkylamines allow a substituted benzyl group on nitrogen, so that there the search does not end.
  const query = { asOf: '2026-11-01', jurisdictions: ['CA', 'CN', 'DE', 'EE', 'GB', 'IT', 'JP', 'NO', 'UN', 'US'] }
  expect(await verdictOf(smiles, query)).toBe('uncontrolled')
  expect(referred(new Screen(law, query), smiles)).toBeNull()
})

test('a recorded cation drawn as its zwitterion matches the record', () => {
  const screen = new Screen(law, { asOf: '2026-11-01' })
  const zwitterions = recorded
    .filter((smiles) => /\[N[@H\d]*\+\]/.test(smiles) && !smiles.includes('.') && /C\(O\)/.test(smiles))
    .map((smiles) => smiles.replace('C(O)', 'C([O-])'))
  expect(zwitterions.length).toBeGreaterThanOrEqual(3)
  expect(zwitterions.filter((smiles) => referred(screen, smiles) !== 'skeleton of a record')).toEqual([])
})

test('ordinary molecules are cleared', () => {
  const screen = new Screen(law, { asOf: '2026-11-01' })
  expect(ordinary.filter((smiles) => referred(screen, smiles) !== null)).toEqual([])
})

test('agrees with RDKit on every record that it is certain of', () => {
  const graph = new FastGraph()
  let read = 0
  for (const smiles of recorded) {
    if (!readSmiles(smiles, graph)) continue
    read++
    reader.read(smiles, ({ molecule }) => {
      const atoms = molecule.atoms.map((a) => [a.z, a.hydrogens])
      expect(
        Array.from({ length: graph.atoms }, (_, a) => [graph.z[a], graph.hydrogens[a]]),
        smiles,
      ).toEqual(atoms)
      const inRing = new Set(molecule.rings.flat())
      expect(
        Array.from({ length: graph.atoms }, (_, a) => graph.ringAtom[a] === 1),
        smiles,
      ).toEqual(molecule.atoms.map((_, a) => inRing.has(a)))
      expect(fastSkeleton(graph, 0), smiles).toBe(skeletonKey(molecule, molecule.components[0]!))
    })
  }
  expect(read / recorded.length).toBeGreaterThan(0.97)
})

test.each([
  ['an empty branch', 'CC()C'],
  ['a ring bond drawn twice', 'C12CC12'],
  ['a ring left open', 'C1CC'],
  ['five bonds on carbon', 'CC(C)(C)(C)C'],
  ['an aromatic ring with no Kekulé form', 'c1cccc1'],
  ['an aromatic atom outside a ring', 'cCc'],
  ['a radical', 'C[CH2]'],
  ['an attachment point', 'CC*'],
  ['an isotope of hydrogen', '[2H]C'],
  ['a reaction', 'CC>>CC'],
  ['an extension block', 'CC |$;R1$|'],
  ['nothing', ''],
])('is not certain of %s', (_, smiles) => {
  expect(readSmiles(smiles, new FastGraph())).toBe(false)
})

test.each([
  [8, 8],
  [9, 255],
  [12, 255],
])(
  'a ring of %i atoms in a pattern requires bonds in rings of at most %i: molecules measure none above eight',
  (size, ring) => {
    const pattern = patternOf(`[#6]1${'[#6]'.repeat(size - 1)}1`)!
    expect(new Set(patternRings(pattern).map((bond) => bond.ring))).toEqual(new Set([ring]))
  },
)

test('a structure covered by a pattern with a ten-membered ring is not cleared', () => {
  expect(
    referred(new Screen(law, { asOf: '2026-06-01', jurisdictions: ['CA'] }), 'CN1CCc2cc3OCOc3cc2C(=O)Cc2ccc3OCOc3c2C1'),
  ).not.toBeNull()
})

test('a hydroxylamine drawn as its N-oxide form is neutral with its hydrogen on oxygen', () => {
  expect(
    referred(new Screen(law, { asOf: '2026-06-01', jurisdictions: ['CN'] }), 'CCC(=O)N(c1ccccc1)C1CC[NH+]([O-])CC1'),
  ).not.toBeNull()
})

test('an acid next to a component that forms no salt is not cleared', () => {
  const screen = new Screen(law, { asOf: '2026-06-01', jurisdictions: ['UN'] })
  expect(['Cl.CCCCCCCCCCCC', 'I.CCCCCCCCCCCC'].map((smiles) => referred(screen, smiles) !== null)).toEqual([true, true])
  expect(referred(screen, 'Cl.CCCCCCCCCCCCNCC')).toBeNull()
})
