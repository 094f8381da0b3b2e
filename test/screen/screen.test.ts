import { beforeAll, describe, expect, test } from 'vitest'
import { skeletonKey, type Reader } from '../../src/chem/index.js'
import { assess, type Judgement, type LawIndex, type Query } from '../../src/matching/index.js'
import { Screen } from '../../src/screen/index.js'
import { FastGraph } from '../../src/engine/fast-graph.js'
import { patternOf } from '../../src/engine/smarts/pattern.js'
import { patternRings } from '../../src/engine/smarts/pattern-rings.js'
import { readSmiles } from '../../src/engine/read/read-smiles.js'
import { fastSkeleton } from '../../src/screen/skeletons.js'
import { sharedReader, shippedLaw } from '../support/law.js'
import { mutated } from '../support/mutate.js'

let law: LawIndex
let reader: Reader
let recorded: string[]

beforeAll(async () => {
  law = shippedLaw()
  reader = await sharedReader()
  recorded = law.edition.substances.flatMap((s) => (s.smiles === null ? [] : [s.smiles]))
})

/** Plain molecules that no law of the edition knows, so that something is cleared. */
const ordinary = [
  'CCOC(=O)c1ccc(O)cc1',
  'COc1ccc2[nH]c(S(=O)Cc3ncc(C)c(OC)c3C)nc2c1',
  'CC(C)Cc1ccc(cc1)C(C)C(=O)O',
  'O=C(O)c1ccccc1OC(C)=O',
  'Cc1ccc(cc1)S(=O)(=O)NC(=O)NN1CC2CCCC2C1',
  'O=[N+]([O-])c1ccc(Oc2ccc(Cl)cc2)cc1',
  'CC1(C)SC2C(NC(=O)Cc3ccccc3)C(=O)N2C1C(=O)O',
  'c1ccc2c(c1)ccc1ccccc12',
  'O=C1CCCCCCCCCCO1',
  'FC(F)(F)c1cc(Cl)nc(N2CCN(CC2)c2ncccn2)n1',
]

/** All that is told of a judgement but how near a rule came. */
function found({ jurisdictions }: Judgement): object[] {
  return jurisdictions.map(({ code, verdict, findings, setAside }) => ({ code, verdict, findings, setAside }))
}

async function verdictOf(smiles: string, query: Query): Promise<string> {
  await reader.ready()
  const result = assess(reader, law, smiles, query, { identify: 'found' })
  return result.kind === 'judged' ? result.judgement.verdict : 'unreadable'
}

describe.each(['2018-11-26', '2026-11-01'])('on %s', (asOf) => {
  test('what is cleared is readable and uncontrolled: 20,000 damaged and recombined SMILES', async () => {
    const screen = new Screen(law, { asOf })
    let cleared = 0
    let byConditions = 0
    const texts = [...recorded, ...Array.from({ length: 12 }, () => ordinary).flat()]
    for (const smiles of mutated(texts, 10_000, asOf === '2018-11-26' ? 1 : 2)) {
      const byThese = screen.clears(smiles)
      if (screen.refer(smiles) !== null) {
        expect(byThese, smiles).toBe(false)
        continue
      }
      cleared++
      byConditions += byThese ? 1 : 0
      expect(await verdictOf(smiles, { asOf }), smiles).toBe('uncontrolled')
    }
    expect(cleared).toBeGreaterThan(300)
    expect(byConditions / cleared).toBeGreaterThan(0.5)
  })

  test('no record is cleared unless it is uncontrolled', async () => {
    const screen = new Screen(law, { asOf })
    for (const smiles of recorded)
      expect(screen.refer(smiles) === null && (await verdictOf(smiles, { asOf })) !== 'uncontrolled', smiles).toBe(
        false,
      )
  })
})

test.each(['2010-06-01', '2019-06-01'])(
  'no acetate or ethyl ether of a record is cleared unless it is uncontrolled, %s',
  async (asOf) => {
    const screen = new Screen(law, { asOf })
    const made = recorded.flatMap((smiles) =>
      smiles.includes('(O)') ? ['OC(C)=O', 'OCC'].map((group) => smiles.replace('(O)', `(${group})`)) : [],
    )
    expect(made.length).toBeGreaterThan(200)
    let cleared = 0
    for (const smiles of made) {
      if (screen.refer(smiles) !== null) continue
      cleared++
      expect(await verdictOf(smiles, { asOf }), smiles).toBe('uncontrolled')
    }
    expect(cleared).toBeGreaterThan(20)
  },
)

test.each([
  'COC1=C(NCCc2ccc(OC)c(OC)c2)C(=O)C(OC)=C(NCCc2ccc(OC)c(OC)c2)C1=O',
  'CC(=O)OC[C@H]1O[C@@H](NC(=S)NCCc2ccc(cc2)S(=O)(=O)N)[C@H](OC(=O)C)[C@@H](OC(=O)C)[C@@H]1O[C@@H]3O[C@H](COC(=O)C)[C@H](OC(=O)C)[C@H](OC(=O)C)[C@H]3OC(=O)C',
])('more links than can be tried leave it undecided, with the screen as without: %s', async (smiles) => {
  const screen = new Screen(law, { asOf: '2026-11-01' })
  expect(await verdictOf(smiles, { asOf: '2026-11-01' })).toBe('undecided')
  expect(screen.refer(smiles)).not.toBeNull()
})

test('what is read with doubt is judged with the hints of the screen as without them', async () => {
  const query: Query = { asOf: '2026-11-01' }
  const screen = new Screen(law, query)
  // A radical beside or in it, a ring written as an anion, a hydrate: RDKit reads them all.
  const doubtful = recorded.flatMap((smiles, i) => [
    ...(i % 4 === 0 ? [`${smiles}.CC(C)(C)N([O])C`] : []),
    ...(/^CC[^l]/.test(smiles) ? [`[CH2]${smiles.slice(1)}`] : []),
    ...(smiles.includes('[nH]') ? [smiles.replace('[nH]', '[n-]')] : []),
    ...(i % 3 === 0 && !smiles.includes('[') ? [smiles.replace('CC', 'C(O)(O)C')] : []),
  ])
  const told = new Map<string, number>()
  for (const smiles of doubtful) {
    if (screen.refer(smiles) !== 'not sure of the input') continue
    await reader.ready()
    const hinted = assess(reader, law, smiles, query, { identify: 'listed', hints: screen })
    const plain = assess(reader, law, smiles, query, { identify: 'listed' })
    if (hinted.kind !== 'judged' || plain.kind !== 'judged') continue
    expect(found(hinted.judgement), smiles).toEqual(found(plain.judgement))
    told.set(plain.judgement.verdict, (told.get(plain.judgement.verdict) ?? 0) + 1)
  }
  for (const verdict of ['listed', 'class', 'undecided', 'uncontrolled'])
    expect(told.get(verdict), verdict).toBeGreaterThan(20)
})

test('a recorded cation that is drawn as its own zwitterion is met as the record', () => {
  const screen = new Screen(law, { asOf: '2026-11-01' })
  const zwitterions = recorded
    .filter((smiles) => /\[N[@H\d]*\+\]/.test(smiles) && !smiles.includes('.') && /C\(O\)/.test(smiles))
    .map((smiles) => smiles.replace('C(O)', 'C([O-])'))
  expect(zwitterions.length).toBeGreaterThanOrEqual(3)
  expect(zwitterions.filter((smiles) => screen.refer(smiles) !== 'skeleton of a record')).toEqual([])
})

test('ordinary molecules are cleared', () => {
  const screen = new Screen(law, { asOf: '2026-11-01' })
  expect(ordinary.filter((smiles) => screen.refer(smiles) !== null)).toEqual([])
})

test('reads every record that it is sure of as RDKit does', () => {
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
])('is not sure of %s', (_, smiles) => {
  expect(readSmiles(smiles, new FastGraph())).toBe(false)
})

test.each([
  [8, 8],
  [9, 255],
  [12, 255],
])(
  'a ring of %i atoms in a pattern asks for bonds in rings of at most %i: molecules measure none above eight',
  (size, ring) => {
    const pattern = patternOf(`[#6]1${'[#6]'.repeat(size - 1)}1`)!
    expect(new Set(patternRings(pattern).map((bond) => bond.ring))).toEqual(new Set([ring]))
  },
)

test('what a pattern with a ring of ten atoms reaches is not cleared', () => {
  expect(
    new Screen(law, { asOf: '2026-06-01', jurisdictions: ['CA'] }).refer('CN1CCc2cc3OCOc3cc2C(=O)Cc2ccc3OCOc3c2C1'),
  ).not.toBeNull()
})

test('a hydroxylamine drawn as its N-oxide form is neutral with its hydrogen on oxygen', () => {
  expect(
    new Screen(law, { asOf: '2026-06-01', jurisdictions: ['CN'] }).refer('CCC(=O)N(c1ccccc1)C1CC[NH+]([O-])CC1'),
  ).not.toBeNull()
})

test('an acid beside what makes no salt is not cleared', () => {
  const screen = new Screen(law, { asOf: '2026-06-01', jurisdictions: ['UN'] })
  expect(['Cl.CCCCCCCCCCCC', 'I.CCCCCCCCCCCC'].map((smiles) => screen.refer(smiles) !== null)).toEqual([true, true])
  expect(screen.refer('Cl.CCCCCCCCCCCCNCC')).toBeNull()
})
