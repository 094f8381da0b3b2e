import { expect, test } from 'vitest'
import { areDrawnAlike, drawnGraph, type Names } from '../../src/chem/index.js'
import { assess, indexLaw, judge, withNames, type Judgement } from '../../src/matching/index.js'
import { Screen } from '../../src/screen/index.js'
import { edition, law, reader, substanceOf } from '../support/law.js'
import { kekule, v2000 } from '../support/rewrite.js'

const graphOf = (smiles: string) => reader.read(smiles, ({ molecule }) => drawnGraph(molecule, molecule.components[0]!))

test.each<[string, string, string, boolean]>([
  ['in another order', 'CCO', 'OCC', true],
  ['in another Kekulé form', 'Cc1ccccc1Cl', 'CC1=C(Cl)C=CC=C1', true],
  ['symmetric', 'C1CCC2(CC1)CCCCC2', 'C1CC2(CCC1)CCCCC2', true],
  ['another element', 'CCO', 'CCS', false],
  ['another place', 'Cc1ccccc1Cl', 'Cc1cccc(Cl)c1', false],
  ['a hydrogen more', 'CC=CC', 'CCCC', false],
  ['a hydrogen elsewhere', 'CC(=O)C', 'CC(O)=C', false],
  ['a double bond elsewhere, with as many hydrogens', 'CC=CC=CC(C)=C', 'C=CC=CC(C)=CC', false],
  ['a charge', 'CC(=O)O', 'CC(=O)[O-]', false],
  ['an isotope', 'CC(=O)O', '[13CH3]C(=O)O', false],
  ['two rings in place of one', 'C1CCCCC1CCCCCC', 'C1CCC1CCCCCCCC', false],
  ['rings that a few bonds do not tell apart', 'C1CCCCCCCCCCC1.C', 'C1CCCCCCCCCC1.C', false],
])('%s: %s and %s', (_, one, other, alike) => {
  expect(areDrawnAlike(graphOf(one), graphOf(other))).toBe(alike)
  expect(areDrawnAlike(graphOf(other), graphOf(one))).toBe(alike)
})

test('rings that look the same as far as atom environments reach are matched atom by atom, not only counted', () => {
  // Prismane-like ladders of the same atoms: two squares joined face to face, and an eight-membered ring with chords.
  const [cube, moebius] = ['C12C3C4C1C5C2C3C45', 'C12C3C4C5C1C6C5C3C2C46']
  expect(areDrawnAlike(graphOf(cube), graphOf(moebius))).toBe(false)
  const [ladder, twisted] = ['C12C3C4C5C6C1C7C2C3C4C5C67', 'C12C3C4C5C6C1C3C5C2C4C6']
  expect(areDrawnAlike(graphOf(ladder), graphOf(ladder))).toBe(true)
  expect(areDrawnAlike(graphOf(ladder), graphOf(twisted))).toBe(false)
})

const query = { asOf: '2026-09-01' }
const screen = new Screen(law, query)
const { smiles } = substanceOf('fentanyl')

test('a recorded substance is judged without RDKit, in any drawing of it', () => {
  for (const drawn of [smiles, kekule(smiles)]) {
    const reading = screen.read(drawn)
    expect(reading.judged()?.verdict).toBe('listed')
    expect(reading.names?.inchikey).toBe(substanceOf('fentanyl').inchikey)
  }
})

/** The screen's answer and its names without RDKit, once that is as with RDKit. */
async function judgedAsByRdkit(text: string): Promise<Names | null> {
  const reading = screen.read(text)
  const judgement = reading.judged()
  expect(judgement, 'judged without RDKit').not.toBeNull()
  const { formula, names } = reading
  const own = await withNames(async () => reader, text, { judgement: judgement!, formula, names }, 'all')
  expect(own).toEqual(assess(reader, law, text, query, { identify: 'all', hints: reading }))
  return names
}

const { smiles: cocaine, inchikey: inchikeyOfCocaine } = substanceOf('cocaine')

test('a record that has stereo is judged and named without RDKit if its drawing has the same', async () =>
  expect((await judgedAsByRdkit(cocaine))?.inchikey).toBe(inchikeyOfCocaine))

test('drawn without stereo it is judged without RDKit, which then names it', async () =>
  expect(await judgedAsByRdkit('COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C')).toBeNull())

test.each(['[I-]', 'I', '[Br-]', 'F', '[Na+]', '[K+]', 'OC(=O)/C=C/C(O)=O'])(
  'a mixture with %s, which the law does not record, is judged without RDKit',
  async (ion) => expect(await judgedAsByRdkit(`CN(C)CCc1c[nH]c2ccccc12.${ion}`)).toBeNull(),
)

test.each([
  ['fentanyl', 'CCC(=O)N(c1ccccc1)C1CC[NH+](CCc2ccccc2)CC1'],
  ['its hydrochloride drawn as ions', 'CCC(=O)N(c1ccccc1)C1CC[NH+](CCc2ccccc2)CC1.[Cl-]'],
  ['amphetamine, whose stereo is left open', 'CC([NH3+])Cc1ccccc1'],
  ['metamfetamine', 'C[NH2+][C@@H](C)Cc1ccccc1'],
  ['cocaine', 'COC(=O)[C@H]1[C@@H](OC(=O)c2ccccc2)C[C@@H]2CC[C@H]1[NH+]2C'],
  ['lysergide', 'CCN(CC)C(=O)[C@@H]1C=C2c3cccc4[nH]cc(c34)C[C@H]2[NH+](C)C1'],
])('%s with a proton is judged without RDKit, which then names it', async (_, text) =>
  expect(await judgedAsByRdkit(text)).toBeNull(),
)

test('a salt of a recorded substance does not have the names of the record', () => {
  const reading = screen.read(`${smiles}.Cl`)
  expect(reading.judged()?.verdict).toBe('listed')
  expect(reading.names).toBeNull()
})

test.each([
  ['an enantiomer of a record without stereo', 'CCN[C@@H](C)Cc1ccccc1'],
  ['the Z isomer of a record drawn as E', 'CCC(=O)N1C(C)CN(C/C=C\\c2ccccc2)CC1C'],
  ['a mol block, which draws stereo by coordinates', v2000(smiles)],
  ['an isotopologue', smiles.replace(/^C/, '[13CH3]')],
  ['a record with a proton on an amide', 'CCC(=O)[NH+](c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
  ['ecgonine drawn with a carboxylate and a proton', 'C[NH+]1C2CCC1C(C(O)C2)C(=O)[O-]'],
])('%s is left to RDKit', (_, text) => {
  expect(screen.read(text).judged()).toBeNull()
})

test('the salts of an edition that does not draw its counter-ions are left to RDKit', () => {
  const counterIons = edition.counterIons.map(({ smiles: _, inchi: _inchi, ...ion }) => ion)
  const earlier = new Screen(indexLaw({ ...edition, counterIons }), query)
  const fumarate = `${smiles}.OC(=O)/C=C/C(O)=O`
  expect(screen.read(fumarate).judged()?.verdict).toBe('listed')
  expect(earlier.read(fumarate).judged()).toBeNull()
  expect(earlier.read(smiles).judged()?.verdict).toBe('listed')
})

test('a record that is read for the first time leaves the input that is being judged as it is', () => {
  // Both are recorded; the quinone is also read as its tautomer.
  const mixture = `${substanceOf('flunitazene').smiles}.${substanceOf('hu-331').smiles}`
  const verdicts = (judgement: Judgement | null) => judgement?.jurisdictions.map((j) => `${j.code} ${j.verdict}`)
  const first = new Screen(indexLaw(edition), query).read(mixture).judged()
  expect(verdicts(first)).toEqual(reader.read(mixture, (s) => verdicts(judge(s, law, query))))
  expect(verdicts(first)).toContain('CN class')
})
