import { expect, it } from 'vitest'
import { reader } from '../support/law.js'

// Whether two drawings of one skeleton are the same substance with its hydrogens or charges elsewhere. Each pair is read both ways.

const relationOf = (one: string, other: string) =>
  reader.read(one, (s) => s.tautomerOf(s.molecule.components[0]!, other)?.sure ?? null)

it.each([
  ['a ketone and its enol', 'CC(=O)C', 'CC(O)=C', true],
  ['and its enolate', 'CC(=O)C', 'CC([O-])=C', true],
  ['a carbanion, which InChI tells apart', 'CC(=O)C', 'CC(=O)[CH2-]', false],
  ['an allyl cation and its other resonance form', '[CH2+]C=CC', 'C=C[CH+]C', true],
  ['a double bond elsewhere', 'C=CCC', 'CC=CC', null],
  ['a phosphine and a phosphorane with two more hydrogens', 'CP', 'C[PH4]', null],
  ['a bond of unknown order', 'CC(=O)CC~CC', 'CC(O)=CC~CC', null],
  ['a phosphinous acid and the phosphine oxide', 'CP(C)O', 'C[PH](C)=O', true],
  ['sulfur instead of its oxygen', 'CP(C)S', 'C[PH](C)=S', true],
  ['nitrogen instead', 'CP(C)NC', 'C[PH](C)=NC', null],
  ['a phosphine oxide drawn with charges', 'CP(C)(C)=O', 'C[P+](C)(C)[O-]', true],
  ['a sulfenic acid, which is no phosphinous acid', 'CSO', 'C[SH]=O', null],
  ['a hydrogen that moves from phosphorus to nitrogen, both hetero atoms', 'C[PH](C)(C)N=NC', 'CP(C)(C)=NNC', true],
  ['one that moves from carbon to phosphorus with five bonds in both', 'C=C[PH2](C)C', 'CC=[PH](C)C', false],
  ['to sulfur with more than two', 'C=C[SH2]C', 'CC=[SH]C', false],
  ['to sulfur with two: a thioketone', 'CC(S)=C', 'CC(=S)C', true],
  ['two hydrogens on one sulfur atom', 'CNS(=O)(=O)NC', 'CN=S(O)(O)=NC', true],
  ['a carbonyl group and its neighbouring hydroxy group', 'CC(=O)C(O)CC', 'CC(O)C(=O)CC', false],
  ['a remote one', 'CC(=O)CCC(O)CC', 'CC(O)CCC(=O)CC', null],
  ['two such pairs, far apart', 'CC(=O)C(O)CCCCC(=O)C(O)CC', 'CC(O)C(=O)CCCCC(O)C(=O)CC', false],
  [
    'two carbonyl groups, one hydroxy group between them, another remote',
    'CC(=O)C(O)C(=O)CCCC(O)C',
    'CC(O)C(=O)C(O)CCCC(=O)C',
    null,
  ],
])('%s: %s and %s', (_, one, other, sure) => {
  expect(relationOf(one, other)).toBe(sure)
  expect(relationOf(other, one)).toBe(sure)
})

it('twelve enols are still compared, thirteen are not', () => {
  const ketones = (n: number) => 'CC(=O)C'.repeat(n)
  const enols = (n: number) => 'C=C(O)C'.repeat(n)
  expect(relationOf(ketones(12), enols(12))).toBe(true)
  expect(relationOf(ketones(13), enols(13))).toBeNull()
})

/** Cyclohexene rings in a row, each of which a map may turn over; the last double bond may be elsewhere. */
const rings = (end: string, unit: (next: string) => string, count: number) => {
  let all = end
  for (let i = 0; i < count; i++) all = unit(all)
  return all
}
const clockwise = (next: string) => `C1=CCC(CC1)${next}`
const anticlockwise = (next: string) => `C=1CCC(CC=1)${next}`

it('atoms that look alike are tried first, so that equal rings do not exhaust the search', () => {
  const ketone = `CC(=O)C${rings('CO', clockwise, 12)}`
  expect(relationOf(ketone, `CC(O)=C${rings('CO', anticlockwise, 12)}`)).toBe(true)
  expect(relationOf(ketone, `CC(=O)C${rings('CO', anticlockwise, 12)}`)).toBe(true)
})

it('a search that is cut short leaves it open', () => {
  const found = reader.read(`C${rings('C=CCO', clockwise, 12)}`, (s) =>
    s.tautomerOf(s.molecule.components[0]!, `C${rings('CC=CO', anticlockwise, 12)}`),
  )
  expect(found).toMatchObject({ sure: false })
  expect(found?.identity ?? null).toBeNull()
})
