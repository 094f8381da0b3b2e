import { describe, expect, it } from 'vitest'
import { neutralCharges, shiftsOf, type Molecule } from '../../src/chem/index.js'
import { barbituricForm } from '../../src/chem/barbituric-form.js'
import { lactamForm } from '../../src/chem/lactam-form.js'
import { movedForm } from '../../src/chem/moved-form.js'
import type { Form } from '../../src/chem/form.js'
import { hasUnusualRing } from '../../src/chem/unusual-rings.js'
import { reader } from '../support/law.js'

// Drawings that differ in one condition from one whose hydrogens move. What moves, as the elements that lose and gain a hydrogen, and
// the number of double bonds to oxygen or sulfur afterwards; null if nothing does.

type Way = (molecule: Molecule, charges: readonly number[], drawn: Form) => Form | null
const of = <T>(smiles: string, ask: (molecule: Molecule, charges: readonly number[]) => T): T => {
  const read = reader.read(smiles, (s) => s.molecule)
  return ask(read, neutralCharges(read))
}

function moved(way: Way, smiles: string): string | null {
  return of(smiles, (molecule, charges) => {
    const { atoms, bonds } = molecule
    const drawn: Form = {
      orders: bonds.map(({ order }) => (order === 'other' ? 0 : order)),
      hydrogens: atoms.map(({ hydrogens, charge }, a) => hydrogens + charges[a]! - charge),
    }
    const form = way(molecule, charges, drawn)
    if (!form) return null
    const changes = atoms.flatMap(({ z }, a) => {
      const change = form.hydrogens[a]! - drawn.hydrogens[a]!
      return change === 0 ? [] : [`${z}${change > 0 ? '+' : '-'}${Math.abs(change) > 1 ? Math.abs(change) : ''}`]
    })
    const isChalcogen = (a: number) => [8, 16].includes(atoms[a]!.z)
    const carbonyls = bonds.filter(({ a, b }, i) => form.orders[i] === 2 && (isChalcogen(a) || isChalcogen(b)))
    return `${changes.sort().join(' ')}, ${carbonyls.length}`
  })
}

describe('azo and nitroso groups on a carbon with hydrogen', () => {
  it.each([
    ['an azo group next to a ketone: the hydrazone', 'CC(=O)C(C)N=NC', '6- 7+, 1'],
    ['next to a thioketone it stays', 'CC(=S)C(C)N=NC', null],
    ['next to an imine', 'CC(=NC)C(C)N=NC', null],
    ['next to an alkene', 'C=CC(C)N=NC', null],
    ['next to a sulfoxide', 'CS(=O)C(C)N=NC', null],
    ['next to a nitro group', 'C[C@H](N=NC)[N+](=O)[O-]', null],
    ['on the nitrogen of an amide: a triazene', 'CC(=O)NN=NC', null],
    ['an azide', 'CC(=O)C(C)N=[N+]=[N-]', null],
    ['an azoxy compound, with the oxygen far from the carbon', 'CC(=O)C(C)N=[N+]([O-])C', null],
    ['near it', 'CC(=O)C(C)[N+]([O-])=NC', null],
    ['an imine instead of the azo group', 'CC(=O)C(C)N=CC', null],
    ['on a radical', 'CC(=O)[CH]N=NC', null],
    ['on a carbon that already has a double bond', 'CC(=O)C=CN=NC', null],
    ['a nitroso group: the oxime', 'CCN=O', '6- 8+, 0'],
    ['on a nitrogen with hydrogen it stays', 'CNN=O', null],
    ['on a radical', 'C[CH]N=O', null],
    ['a nitrite', 'CCON=O', null],
  ])('%s', (_, smiles, expected) => expect(moved((m, c, d) => movedForm(m, c, d, true), smiles)).toBe(expected))
})

describe('enamines of diazepines', () => {
  it.each([
    ['an enamine: the imine', 'C1=CNCCCN1', '6+ 7-, 0'],
    ['the oxygen of an oxazepine is no second nitrogen', 'C1=CNCCCO1', null],
    ['a hydrazone whose nitrogen has hydrogen', 'CC1=NNCCCC1', null],
    ['a sulfinylamine', 'C=S1CCCNCN1', null],
    ['a double bond that is also in a ring of six', 'C1CNC2=C(CN1)CCCC2', null],
    ['one that is in another ring of seven', 'C1CNC2=C(CN1)CCCCC2', '6+ 7-, 0'],
    ['an amidine', 'CN=C1CNCCCN1', null],
    ['a ketene aminal', 'C=C1NCCCCN1', '6+ 7-, 0'],
    ['a radical', '[CH]=C1NCCCCN1', null],
    ['a protonated amine counts as the amine', 'C1=C[NH2+]CCCN1', '6+ 7-, 0'],
    ['with a group on one nitrogen, the other gives its hydrogen', 'C1=CN(C)CCCN1', '6+ 7-, 0'],
    ['with a group on both it stays', 'C1=CN(C)CCCN1C', null],
    ['an acyclic enamine', 'C=CNCCCN', null],
  ])('%s', (_, smiles, expected) => expect(moved((m, c, d) => movedForm(m, c, d, true), smiles)).toBe(expected))
})

describe('dienols', () => {
  it.each([
    ['a dienol: the enone', 'OC1=CC=CCC1', '6+ 8-, 1'],
    ['an enolate counts as the enol', '[O-]C1=CC=CCC1', '6+ 8-, 1'],
    ['its ether, written from the ring, stays', 'C1(OC)=CC=CCC1', null],
    ['a dienethiol', 'SC1=CC=CCC1', null],
    ['a dienamine', 'NC1=CC=CCC1', null],
    ['an imine instead of the far double bond', 'OC1=CC=NCC1', null],
    ['one instead of the near', 'OC1=NC=CCC1', null],
    ['a hetero atom between the double bonds', 'C=C(O)OC=C', null],
    ['a carbon between them', 'C=C(O)CC=C', null],
    ['double bonds that cross', 'OC(C=C)=C', null],
    ['double bonds that follow each other', 'OC=C=CC', null],
    ['a radical at the far end', 'OC=CC=[CH]', null],
    ['an alkoxyl radical', '[O]C=CC=C', null],
    ['an aromatic ring instead of the far double bond', 'OC=Cc1ccccc1', null],
    ['instead of the near one', 'Oc1ccccc1C=C', null],
    ['an alcohol', 'OCC=CC=C', null],
    ['an enol next to boron', 'OB(C)C=CC=C', null],
  ])('%s', (_, smiles, expected) => expect(moved((m, c, d) => movedForm(m, c, d, true), smiles)).toBe(expected))
  it('it stays if this is not the form as drawn', () =>
    expect(moved((m, c, d) => movedForm(m, c, d, false), 'OC1=CC=CCC1')).toBeNull())
})

describe('hydroxy compounds of aromatic rings', () => {
  it.each([
    ['2-hydroxyindole: its lactam', 'Oc1cc2ccccc2[nH]1', '6+ 8-, 1'],
    ['its anion counts as it', '[O-]c1cc2ccccc2[nH]1', '6+ 8-, 1'],
    ['its radical has no hydrogen to give', '[O]c1cc2ccccc2[nH]1', null],
    ['a sulfinyl group has none either', 'c1([SH]=O)cc2ccccc2[nH]1', null],
    ['1-hydroxyisoindole, whose next carbon is in two rings', 'Oc1[nH]cc2ccccc12', null],
    ['a hydroxypyrazole whose double bond is to nitrogen', 'Oc1cc[nH]n1', null],
    ['one whose double bond is to carbon', 'Oc1ccn[nH]1', '6+ 8-, 1'],
    ['hydroxythiophene', 'Oc1cccs1', '6+ 8-, 1'],
    ['hydroxyselenophene', 'Oc1ccc[se]1', null],
    ['6-hydroxypyridone', 'Oc1cccc(=O)[nH]1', '6+ 8-, 2'],
    ['with a group on nitrogen, too', 'CN1C(O)=CC=CC1=O', '6+ 8-, 2'],
    ['2-hydroxypyridine', 'Oc1ccccn1', null],
    ['protonated, too', 'Oc1cccc[nH+]1', null],
    ['with a group on its cation, too', 'Oc1cccc[n+]1C', null],
    ['its N-oxide, too', 'Oc1cccc[n+]1[O-]', null],
    ['5-hydroxyoxazole', 'Oc1cnco1', '6+ 8-, 1'],
    ['4-hydroxyoxazole', 'Oc1cocn1', '6+ 8-, 1'],
    ['4-hydroxypyrimidine has no such place', 'Oc1ccncn1', null],
    ['on nitrogen', 'CN1C=CC=[N+]1O', null],
    ['next to a carbanion of an ylide', 'CN1C=[N+](C)[C-]=C1O', null],
    ['an azo group on the carbon: the hydrazone', 'Oc1c(N=NC)c2ccccc2[nH]1', '7+ 8-, 1'],
    ['an azoxy group is none, with the oxygen far', 'Oc1c(N=[N+]([O-])C)c2ccccc2[nH]1', '6+ 8-, 1'],
    ['nor near', 'Oc1c([N+]([O-])=NC)c2ccccc2[nH]1', '6+ 8-, 1'],
    ['nor an imine on carbon', 'Oc1c(C=NC)c2ccccc2[nH]1', '6+ 8-, 1'],
    ['nor a nitroso group', 'Oc1c(N=O)c2ccccc2[nH]1', '6+ 8-, 2'],
    ['nor a ring nitrogen of a substituent', 'Oc1c(-n2cccn2)c2ccccc2[nH]1', '6+ 8-, 1'],
    ['nor a triazene: its double bond is farther', 'Oc1c(NN=NC)c2ccccc2[nH]1', '6+ 8-, 1'],
  ])('%s', (_, smiles, expected) => expect(moved(lactamForm, smiles)).toBe(expected))
})

describe('barbituric acids drawn with hydroxy groups', () => {
  it.each([
    ['barbituric acid', 'Oc1cc(O)nc(O)n1', '6+ 7+ 7+ 8- 8- 8-, 3'],
    ['its anion', '[O-]c1cc(O)nc(O)n1', '6+ 7+ 7+ 8- 8- 8-, 3'],
    ['a dithio one', 'Sc1cc(O)nc(S)n1', '16- 16- 6+ 7+ 7+ 8-, 3'],
    ['a radical has a hydrogen too few', '[O]c1cc(O)nc(O)n1', null],
    ['an ether, too', 'COc1cc(O)nc(O)n1', null],
    ['isobarbituric acid', 'O=c1c(O)c[nH]c(=O)[nH]1', null],
    ['malonylguanidine', 'Nc1nc(O)cc(O)n1', null],
    ['chlorine instead of the third oxygen', 'ClC1NC(O)=CC(=O)N1', null],
    ['a sulfine instead of the thiocarbonyl group', 'O=S=c1[nH]c(O)cc(=O)[nH]1', null],
    ['one sulfur alone', 'S=C1N=CNCC1', null],
    ['drawn with charges', '[O-][C+]1NC(O)=CC(=O)N1', '6+ 8-, 3'],
    ['a nitroxide', '[O]N1C=C(O)NC(=O)N1', null],
    ['the trione of a triazepine', 'O=C1NC(=O)C=C(O)NN1', null],
    ['written from another atom', 'N1C(=O)NC(=O)C=C(O)N1', null],
    ['from a third', 'C1=C(O)NNC(=O)NC1=O', null],
    ['5-chlorobarbituric acid', 'Oc1c(Cl)c(O)nc(O)n1', '6+ 7+ 7+ 8- 8- 8-, 3'],
    ['with two groups on carbon nothing moves', 'CC1(C)C(=O)NC(=O)N=C1O', null],
  ])('%s', (_, smiles, expected) => expect(moved(barbituricForm, smiles)).toBe(expected))
})

describe('a ring that would be aromatic with its hydrogens elsewhere', () => {
  it.each([
    ['3H-indole', 'C1C=Nc2ccccc12', true],
    ['with a bond of unknown order on its nitrogen', 'C1C=N(~C)c2ccccc12', false],
    ['a nitrogen cation with two double bonds has no lone pair', 'C=C1C=[N+]=CC1', false],
    ['an aminimide has no hydrogen', 'C=C1C=C[N+](C)(C)[N-]1', false],
    ['2-methylidene-3H-pyrrole', 'C=C1NC=CC1', true],
    ['with two groups on its carbon it has no hydrogen there', 'C=C1NC=CC1(C)C', false],
    ['the imine of a thiazole', 'CN=C1NC=CS1', true],
    ['of a selenazole', 'CN=C1NC=C[Se]1', true],
    ['of an oxazole', 'CN=C1NC=CO1', true],
    ['a phosphole completes no ring', 'CN=C1NC=CP1', false],
    ['a sulfoxide neither', 'CN=C1NC=CS1=O', false],
    ['a sulfonium ion neither', 'CN=C1NC=C[S+]1C', false],
    ['sulfur with a double bond in the ring neither', 'C=C1[SH]=CC=C1', false],
    ['two methylidene groups on a saturated ring', 'C=C1CSCC1=C', false],
    ['one', 'C=C1CCCN1', false],
    ['2,5-dihydrothiophene has no double bond that leaves the ring', 'C1C=CCS1', false],
    ['3-pyrroline neither', 'C1C=CCN1', false],
    ['1,4-cyclohexadiene neither', 'C1C=CCC=C1', false],
    ['two lone pairs', 'C=C1OC=CS1', false],
    ['dioxole', 'N=C1OC=CO1', false],
    ['a lactam of five', 'O=C1NC=CC1', false],
    ['a lactam of six with a methylidene group', 'C=C1C=CC(=O)N1', false],
    ['4-methylidene-4H-pyran has a lone pair', 'C=C1C=COC=C1', false],
    ['a cyclohexadienone', 'O=C1C=CCC=C1', true],
    ['a cyclohexenedione', 'O=C1C=CC(=O)CC1', true],
    ['cyclohexanetrione', 'O=C1CC(=O)CC(=O)C1', true],
    ['cyclohexanone', 'O=C1CCCCC1', false],
    ['cyclohexenone', 'O=C1C=CCCC1', false],
    ['a tetralone has too many hydrogens', 'O=C1CCCc2ccccc12', false],
    ['a cation that nothing balances', 'O=C1C=C[N+](C)(C)C=C1', false],
  ])('%s: %s', (_, smiles, is) => expect(of(smiles, hasUnusualRing)).toBe(is))
})

describe('imidic acids and enols', () => {
  const shifts = (smiles: string) =>
    of(smiles, (molecule, charges) =>
      shiftsOf(molecule, charges)
        .map(({ from, to }) => `${molecule.atoms[from]!.z}>${molecule.atoms[to]!.z}`)
        .join(', '),
    )
  it.each([
    ['an imidic acid', 'CC(O)=NC', '8>7'],
    ['its anion', 'CC([O-])=NC', '8>7'],
    ['its radical has no hydrogen to give', 'CC([O])=NC', ''],
    ['an isocyanate drawn with charges neither', '[O-][C+]=NC', ''],
    ['a sulfinyl group is no mercapto group', 'CC([SH]=O)=NC', ''],
    ['a selenol stays', 'CC([SeH])=NC', ''],
    ['on phosphorus', 'CP(O)(C)=NC', ''],
    ['an amidinium ion', 'CC(N)=[N+](C)C', ''],
    ['an amide protonated on oxygen is one already', 'CC(O)=[N+](C)C', ''],
    ['an acylimine', 'CC(O)=[N+]=C(C)C', ''],
    ['a thioamide', 'CC(S)=[N+](C)C', ''],
    ['an ester on oxygen', 'CC(O)=[O+]C', ''],
    ['a phosphonium ylide', 'CC(O)=P(C)(C)C', ''],
    ['a nitronic compound: an N-oxide', 'CC(O)=[N+](C)[O-]', ''],
    ['2-hydroxybenzimidazole', 'Oc1nc2ccccc2[nH]1', '8>7'],
    ['its anion on nitrogen', 'Oc1nc2ccccc2[n-]1', '8>7'],
    ['its cation: without its proton, a nitrogen is bare', 'Oc1[nH]c2ccccc2[nH+]1', '8>7'],
    ['its N-oxide neither', 'Oc1n(C)c2ccccc2[n+]1[O-]', ''],
    ['hydroxytriazole with two bare nitrogens', 'Oc1nc[nH]n1', ''],
    ['the hydroxy group next to a carbon', 'Oc1c[nH]cn1', ''],
    ['in a ring of six', 'Oc1ncccn1', ''],
    ['in a ring of six fused to one of five', 'Oc1nc2nccn2cn1', ''],
    ['a nitrogen takes one hydrogen', 'Oc1nc(O)n(C)[n+]1C', '8>7'],
    ['two nitrogens take two', 'Oc1nnc(O)n1C', '8>7, 8>7'],
    ['2-mercaptothiazole', 'Sc1nccs1', '16>7'],
    ['2-hydroxyoxazole', 'Oc1ncco1', '8>7'],
  ])('%s', (_, smiles, expected) => expect(shifts(smiles)).toBe(expected))
})
