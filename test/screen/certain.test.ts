import { expect, test } from 'vitest'
import { Screen, type Screened } from '../../src/screen/index.js'
import { FastGraph, readSmiles, smallestRings } from '../../src/engine/index.js'
import { SureGraph } from '../../src/screen/sure-graph.js'
import { law, reader } from '../support/law.js'
import { text } from './compared.js'
import { referred } from '../support/referred.js'

test.each([
  ['fused rings that are aromatic only together', 'C1=CC=CC2=CC=CC2=C1'],
  ['fused rings of which one is aromatic', 'O=C1NC(=O)c2ccccc2C1'],
  ['a uracil drawn with double bonds', 'O=C1NC(=O)c2sc3ncccc3c2N1'],
  ['a coumarin drawn with double bonds', 'O=C1Oc2ccccc2C=C1'],
  ['a bond between two aromatic rings that is in a ring of its own', 'C1c2ccccc2-c2ccccc12'],
  ['a quaternary pyridinium', 'C[n+]1ccccc1C'],
  ['a thiophene dioxide', 'O=S1(=O)C=CC=C1'],
  ['a ring that bridges another', 'c1ccc2cc1nc1cc[nH]c(=S)n21'],
  ['three rings on one atom', 'C1=CC2=CC=CC3=CC=CC1=C23'],
  ['an atom within rings that are aromatic only together', 'c1cc2ccn3ccc4ccc(c1)c2Nc34'],
  ['an atom between two rings that share more than one bond', 'c1cc2ccc3cccn4ccc(c1)c2cc34'],
  ['six sp2 carbons around a cage of smaller rings', 'C1=6CC2=CC=6CC2=C1'],
  ['the same, written in lower case', 'c1c2cc3c6c1CC(C62)C3'],
  ['a ring of ten joined to others', 'C/C=C1\\C=CC=C(N(C)C)C2=NN=C3CN=C1C1=CC(Cl)=CC=C1N32'],
  ['a ring of eleven joined to others', 'CCCCCn1cc2c(=O)c3ccc(F)cc3ccccc3ccc1c2c3'],
])('aromaticity is certain, and RDKit agrees: %s', (_, smiles) => {
  const graph = new FastGraph()
  expect(readSmiles(smiles, graph)).toBe(true)
  expect(graph.bondsAreSure).toBe(true)
  const { atoms, bonds } = reader.read(smiles, ({ molecule }) => molecule)
  expect(Array.from({ length: graph.atoms }, (_, a) => graph.aromatic[a] === 1)).toEqual(atoms.map((a) => a.aromatic))
  const ours = Array.from({ length: graph.bonds }, (_, b) => [
    Math.min(graph.from[b]!, graph.to[b]!),
    Math.max(graph.from[b]!, graph.to[b]!),
    graph.sureBond[b] === 1,
  ])
  expect(ours.sort()).toEqual(bonds.map(({ a, b, aromatic }) => [Math.min(a, b), Math.max(a, b), aromatic]).sort())
})

test('a double bond to nitrogen in the next ring leaves its carbon an electron', () => {
  const [graph, smiles] = [new FastGraph(), 'CN1CCN=c2ccn(C)cc2C1']
  expect(readSmiles(smiles, graph)).toBe(true)
  const { atoms } = reader.read(smiles, ({ molecule }) => molecule)
  expect(atoms.some((atom) => atom.aromatic)).toBe(false)
  expect([...graph.aromatic.subarray(0, graph.atoms)]).not.toContain(1)
})

test.each([
  ['adamantane', 'C1C2CC3CC1CC(C2)C3', 4],
  ['quinuclidine', 'C1CN2CCC1CC2', 3],
  ['norbornane', 'C1CC2CCC1C2', 2],
  ['cubane', 'C12C3C4C1C5C2C3C45', 6],
  ['a crown ether', 'C1COCCOCCOCCOCCOCCO1', 1],
  ['erythronolide', 'CCC1OC(=O)C(C)C(O)C(C)C(O)C(C)CC(C)C(=O)C(C)C(O)C1C', 1],
  ['a cyclophane', 'C1Cc2ccc(cc2)CCc2ccc1cc2', 6],
  ['a cryptand', 'C1COCCOCCN2CCOCCOCCN1CCOCCOCC2', 3],
  ['a porphine', 'C1=CC2=CC3=CC=C(N3)C=C4C=CC(=N4)C=C5C=CC(=N5)C=C1N2', 5],
  ['large rings that share two bonds', 'C1CCCCCC2CCCCCCCC(CCCC1)C2', 2],
  ['a ring of 32 atoms', `C1${'C'.repeat(30)}C1`, 1],
])('the rings of %s', (_, smiles, count) => {
  const graph = new FastGraph()
  readSmiles(smiles, graph)
  const rings = reader.read(smiles, ({ molecule }) => molecule.rings)
  expect(rings).toHaveLength(count)
  expect(text(smallestRings(graph)!)).toEqual(text(rings))
})

test('a ring of more than 32 atoms is left to RDKit', () => {
  const graph = new FastGraph()
  readSmiles(`C1${'C'.repeat(31)}C1`, graph)
  expect(smallestRings(graph)).toBeNull()
})

test.each([
  ['fluorene', 'c1ccc2c(c1)Cc1ccccc12', true],
  ['an aporphine', 'CN1CCc2cccc3c2C1Cc1ccccc13', true],
  ['azulene', 'c1ccc2cccc2cc1', true],
  ['biphenylene, of which one drawing has double bonds there', 'c1ccc2c(c1)c1ccccc12', false],
])('a bond that joins two rings in lower case is single if no drawing makes it double: %s', (_, smiles, certain) => {
  const graph = new FastGraph()
  expect(readSmiles(smiles, graph)).toBe(true)
  expect(graph.bondsAreSure).toBe(true)
  expect(
    [...graph.order.subarray(0, graph.bonds)].some(
      (order, b) =>
        order === 1 && graph.ringBond[b] === 1 && graph.lower[graph.from[b]!] === 1 && graph.lower[graph.to[b]!] === 1,
    ),
  ).toBe(certain)
  expect(SureGraph.of(graph) !== null).toBe(certain)
})

test.each([['an aromatic ring that the double bond leads to', 'OC=C1C=CC(=CO)C=C1']])(
  '%s is left to RDKit',
  (_, smiles) => {
    const graph = new FastGraph()
    readSmiles(smiles, graph)
    expect(SureGraph.withTautomerForm(graph, () => true)).toBeNull()
  },
)

test('data left by a larger molecule do not count for the next', () => {
  const rule = law.edition.jurisdictions.flatMap((j) => j.rules).find((r) => r.id === 'us-fentanyl-related-substances')!
  const screen = new Screen(law, { asOf: '2026-09-01', jurisdictions: ['US'] })
  const esterOf = (alkyl: string) => `CCC(=O)N(c1ccccc1)C1(C(=O)O${alkyl})CCN(CCc2ccccc2)CC1`
  for (const smiles of [esterOf('C'), esterOf('C'.repeat(30)), esterOf('C')]) {
    expect(screen.read(smiles).couldFit(rule), smiles).toBe(true)
  }
})

test('two graphs that are filled alternately do not share results', () => {
  const [one, two] = [new Screen(law, { asOf: '2026-11-01' }), new Screen(law, { asOf: '2026-11-01' })]
  const some = law.edition.substances.flatMap((r) => r.smiles ?? []).slice(0, 400)
  const alone = some.map((text) => referred(one, text))
  const shifted = some.map((_, i) => some[(i + 1) % some.length]!)
  const inTurn = some.map((text, i) => {
    referred(two, shifted[i]!)
    return referred(one, text)
  })
  expect(inTurn).toEqual(alone)
})

test('structures that are read before any is queried get the same answers as each one separately', () => {
  const query = { asOf: '2026-11-01' }
  const rules = law.edition.jurisdictions.flatMap((j) => j.rules)
  const answersOf = (reading: Screened) => ({
    clears: reading.clears(),
    referral: reading.referral(),
    judged: reading.judged()?.verdict ?? null,
    formula: reading.formula,
    fits: rules.filter((rule) => reading.couldFit(rule) || reading.couldFitCleaved(rule)).map((rule) => rule.id),
  })
  const [one, two] = [new Screen(law, query), new Screen(law, query)]
  // More than are kept are read at the same time.
  const some = law.edition.substances.flatMap((r) => r.smiles ?? []).slice(0, 120)
  const alone = some.map((text) => answersOf(one.read(text)))
  const readings = some.map((text) => two.read(text))
  expect(readings.map((reading) => reading.referral())).toEqual(alone.map(({ referral }) => referral))
  expect(readings.toReversed().map(answersOf)).toEqual(alone.toReversed())
})
