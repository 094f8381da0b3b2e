import { describe, expect, it } from 'vitest'
import {
  drawnGraph,
  areDrawnAlike,
  inOrder,
  neutralCharges,
  shiftsOf,
  withShifts,
  type Molecule,
  skeletonKey,
} from '../../src/chem/index.js'
import { barbituricForm } from '../../src/chem/barbituric-form.js'
import { lactamForm } from '../../src/chem/lactam-form.js'
import { movedForm } from '../../src/chem/moved-form.js'
import type { Form } from '../../src/chem/form.js'
import { hasUnusualRing } from '../../src/chem/unusual-rings.js'
import { reader } from '../support/law.js'

const molecule = (smiles: string): Molecule => reader.read(smiles, (s) => s.molecule)
const of = <T>(smiles: string, ask: (molecule: Molecule, charges: readonly number[]) => T): T => {
  const read = molecule(smiles)
  return ask(read, neutralCharges(read))
}

describe('a ring that would be aromatic with its hydrogens elsewhere', () => {
  it.each([
    ['the cyclohexadienone of phenol', 'O=C1C=CCC=C1', true],
    ['the other cyclohexadienone', 'O=C1C=CC=CC1', true],
    ['phenol', 'Oc1ccccc1', false],
    ['a quinone', 'O=C1C=CC(=O)C=C1', false],
    ['a quinone methide', 'C=C1C=CC(=O)C=C1', true],
    ['a quinone imine', 'N=C1C=CC(=O)C=C1', true],
    ['cyclohexenone', 'O=C1C=CCCC1', false],
    ['3H-indole', 'C1C=Nc2ccccc12', true],
    ['indole', 'c1ccc2[nH]ccc2c1', false],
    ['3,3-dimethyl-3H-indole, which has no hydrogen to move', 'CC1(C)C=Nc2ccccc12', false],
    ['anthrone, whose phenol is not the usual form', 'O=C1c2ccccc2Cc2ccccc12', false],
    ['a pyridone, which is the usual form', 'O=c1cccc[nH]1', false],
    ['a ring of seven', 'C=C1C=CC=CC(=O)C1', false],
    ['a methylidene dihydropyridine', 'C=C1C=CNC=C1', true],
    ['3-methylidene-3H-indole', 'C=C1C=Nc2ccccc12', true],
    ['3-methylidene-3H-indazole', 'C=C1N=Nc2ccccc12', true],
    ['3H-indol-3-one, whose ketone takes no hydrogen', 'O=C1C=Nc2ccccc12', false],
    ['a fulvene', 'C=C1C=CC=C1', false],
    [
      'a quinoid benzodiazepinedione, whose ring of seven RDKit calls aromatic',
      'O=c1nc2ccccc2c(-c2ccccc2)[nH]c1=O',
      true,
    ],
    ['a benzenoid one', 'O=c1nc(-c2ccccc2)c2ccccc2[nH]c1=O', false],
  ])('%s: %s', (_, smiles, is) => expect(of(smiles, hasUnusualRing)).toBe(is))
})

describe('a hydroxy group on an aromatic ring that is a carbonyl group in the usual form', () => {
  /** Hydrogens that each atom gains or loses, and the bonds drawn double in the form and not in the drawing. */
  const moved = (smiles: string) =>
    of(smiles, (read, charges) => {
      const form = lactamForm(read, charges, drawnForm(read))
      if (!form) return null
      const gains = read.atoms.flatMap(({ hydrogens }, a) =>
        form.hydrogens[a] === hydrogens ? [] : [`${read.atoms[a]!.z}${form.hydrogens[a]! > hydrogens ? '+' : '-'}`],
      )
      const carbonyls = read.bonds.filter(({ a, b }, i) => {
        const elements = [read.atoms[a]!.z, read.atoms[b]!.z]
        return form.orders[i] === 2 && elements.includes(6) && (elements.includes(8) || elements.includes(16))
      })
      return `${gains.sort().join(' ')}, ${carbonyls.length}`
    })
  it.each([
    ['2-hydroxyindole: its lactam', 'Oc1cc2ccccc2[nH]1', '6+ 8-, 1'],
    ['a mercapto group, too', 'Sc1cc2ccccc2[nH]1', '16- 6+, 1'],
    ['2-hydroxyfuran: its lactone', 'Oc1ccco1', '6+ 8-, 1'],
    ['with an azo group: its hydrazone', 'Oc1c(N=Nc2ccccc2)c2ccccc2[nH]1', '7+ 8-, 1'],
    ['a hydrazino group is no azo group', 'Oc1c(NN)c2ccccc2[nH]1', '6+ 8-, 1'],
    ['an imino group neither', 'Oc1c(N=C)c2ccccc2[nH]1', '6+ 8-, 1'],
    ['phenol has no lone pair in its ring', 'Oc1ccccc1', null],
    ['3-hydroxyindole has it elsewhere', 'Oc1c[nH]c2ccccc12', null],
    ['a methoxy group has no hydrogen', 'COc1cc2ccccc2[nH]1', null],
    ['an alcohol is not on the ring', 'OCc1cc2ccccc2[nH]1', null],
  ])('%s', (_, smiles, form) => expect(moved(smiles)).toBe(form))
})

const drawnForm = (read: Molecule): Form => ({
  orders: read.bonds.map(({ order }) => (order === 'other' ? 0 : order)),
  hydrogens: read.atoms.map(({ hydrogens }) => hydrogens),
})

describe('hydrogens moved outside aromatic rings', () => {
  /** Elements that lose and gain a hydrogen. */
  const moved = (smiles: string) =>
    of(smiles, (read, charges) => {
      const drawn = drawnForm(read)
      const form = movedForm(read, charges, drawn, true)
      const change = (a: number) => form!.hydrogens[a]! - drawn.hydrogens[a]!
      return (
        form &&
        read.atoms
          .flatMap(({ z }, a) => (change(a) === 0 ? [] : [`${z}${change(a) > 0 ? '+' : '-'}`]))
          .sort()
          .join(' ')
      )
    })
  it.each([
    ['an azo group next to a ketone: the hydrazone', 'CC(=O)C(C)N=NC', '6- 7+'],
    ['an azo group on an alkyl chain stays', 'CCC(C)N=NC', null],
    ['without hydrogen on its carbon, too', 'CC(=O)C(C)(C)N=NC', null],
    ['a cyclic one, too', 'CC(=O)C1CCN=N1', null],
    ['a nitroso group: the oxime', 'CC(C)N=O', '6- 8+'],
    ['on a tertiary carbon it stays', 'CC(C)(C)N=O', null],
    ['a nitrosamine stays', 'CN(C)N=O', null],
    ['a nitro group stays', 'CC(C)[N+](=O)[O-]', null],
    ['an enamine in a diazepine: the imine', 'CC1=CCNc2ccccc2N1', '6+ 7-'],
    ['its exocyclic enamine, too', 'C=C1CCNc2ccccc2N1', '6+ 7-'],
    ['with a substituent on nitrogen it stays', 'CN1CCNc2ccccc2C1=C', null],
    ['an aniline is no enamine', 'C1CCNc2ccccc2N1', null],
    ['an enamine in an azepine stays', 'CC1=CCCCCN1', null],
    ['in a ring of six, too', 'CC1=CCNCN1', null],
    ['a dienol: the conjugated enone', 'OC1=CC=CCC1', '6+ 8-'],
    ['an enol is not one', 'OC1=CCCCC1', null],
    ['a phenol is not one', 'Oc1ccccc1', null],
    ['an enol ether stays', 'COC1=CC=CCC1', null],
  ])('%s', (_, smiles, expected) => expect(moved(smiles)).toBe(expected))

  it('the dienol moves its hydrogen to the far end', () => {
    const [drawn, form] = of('OC1=CC=CCC1', (read, charges) => {
      const start = drawnForm(read)
      return [start, movedForm(read, charges, start, true)!] as const
    })
    expect(form.hydrogens.map((h, a) => h - drawn.hydrogens[a]!)).toEqual([-1, 0, 0, 0, 1, 0, 0])
    expect(form.orders).toEqual([2, 1, 2, 1, 1, 1, 1])
  })
})

describe('barbituric acids drawn with hydroxy groups on an aromatic ring', () => {
  const acid = (smiles: string) =>
    of(smiles, (read, charges) => {
      const form = barbituricForm(read, charges, drawnForm(read))
      return form && [form.orders.filter((order) => order === 2).length, form.hydrogens.join('')]
    })
  it.each([
    ['all three hydroxy groups', 'Oc1nc(O)cc(O)n1', [3, '001002001']],
    ['two of them', 'Oc1cc(O)[nH]c(=O)n1', [3, '002001001']],
    ['a thiobarbituric acid', 'Oc1cc(O)nc(S)n1', [3, '002001001']],
    ['with a group on nitrogen', 'Cn1c(O)nc(O)cc1=O', [3, '3000100200']],
    ['drawn as the acid, nothing moves', 'O=C1CC(=O)NC(=O)N1', null],
    ['uracil has two', 'O=c1cc[nH]c(=O)[nH]1', null],
    ['cyanuric acid has three nitrogens', 'Oc1nc(O)nc(O)n1', null],
    ['2,4,6-trihydroxypyridine has one', 'Oc1cc(O)nc(O)c1', null],
    ['a benzylidene barbituric acid has no hydrogen to give', 'O=C1NC(=O)C(=Cc2ccccc2)C(=O)N1', null],
    ['phloroglucinol has none', 'Oc1cc(O)cc(O)c1', null],
  ])('%s', (_, smiles, expected) => expect(acid(smiles)).toEqual(expected))
})

describe('imidic acids and enols', () => {
  const shifts = (smiles: string) =>
    of(smiles, (read, charges) =>
      shiftsOf(read, charges).map(({ from, to }) => `${read.atoms[from]!.z}>${read.atoms[to]!.z}`),
    )
  it.each([
    ['an imidic acid', 'CC(O)=NC', ['8>7']],
    ['a thioimidic acid', 'CC(S)=NC', ['16>7']],
    ['an enol', 'CC(O)=CC', ['8>6']],
    ['an enethiol stays as it is', 'CC(S)=CC', []],
    ['nitrogen precedes carbon', 'CC(O)=NC(O)=CC', ['8>7', '8>6']],
    ['an acid', 'CC(O)=O', []],
    ['an amide', 'CC(=O)NC', []],
    ['a phenol', 'Oc1ccccc1', []],
    ['a hydroxypyridine', 'Oc1ccccn1', []],
    ['a hydroxybenzimidazole', 'Oc1nc2ccccc2[nH]1', ['8>7']],
    ['an ether has no hydrogen to give', 'CC(OC)=NC', []],
    ['an amide protonated on oxygen', 'CC(O)=[NH+]C', ['8>7']],
    ['an amide protonated on oxygen is one already', 'CC(O)=[N+](C)C', []],
    ['a double bond serves one of two hydroxy groups', 'OC(O)=NC', ['8>7']],
  ])('%s', (_, smiles, expected) => expect(shifts(smiles)).toEqual(expected))
  it('without shifts the molecule is itself', () => {
    const read = molecule('CC(=O)NC')
    expect(withShifts(read, [])).toBe(read)
  })
  it('with them it has the amide', () => {
    const shifted = (smiles: string) =>
      of(smiles, (read, charges) => {
        const made = withShifts(read, shiftsOf(read, charges))
        expect(made.bonds.map((b) => b.order)).not.toEqual(read.bonds.map((b) => b.order))
        return made.atoms.map((a) => `${a.z}H${a.hydrogens}${a.charge === 0 ? '' : a.charge}`).join(' ')
      })
    expect(shifted('CC(O)=NC')).toBe('6H3 6H0 8H0 7H1 6H3')
  })
})

describe('two drawings', () => {
  const alike = (one: string, other: string) => {
    const [a, b] = [molecule(one), molecule(other)].map((read) => drawnGraph(read, read.components[0]!))
    return areDrawnAlike(a!, b!)
  }
  const cubane = 'C12C3C4C1C5C2C3C45'
  it.each([
    ['in another order', 'CC(N)Cc1ccccc1', 'c1ccccc1CC(C)N', true],
    ['in another Kekulé form', 'CC1=CC=CC=C1C', 'CC1=C(C)C=CC=C1', true],
    ['symmetric', cubane, 'C12C3C4C1C1C4C3C21', true],
    ['an isomer', 'CC(N)Cc1ccccc1', 'CNCCc1ccccc1', false],
    ['a chain of the same length', 'CCCO', 'CCOC', false],
    ['another charge', 'CC(=O)O', 'CC(=O)[O-]', false],
    ['an isotope', 'CCO', '[13CH3]CO', false],
    ['other hydrogens', 'CCO', 'C=CO', false],
    ['one atom more', 'CCO', 'CCCO', false],
    ['another tautomer', 'CC(O)=NC', 'CC(=O)NC', false],
  ])('%s', (_, one, other, is) => {
    expect(alike(one, other)).toBe(is)
    expect(alike(other, one)).toBe(is)
  })
  it.each([
    ['two rings of three against one of six', 'C1CC1.C1CC1', 'C1CCCCC1'],
    ['prismane against another graph of six atoms with three bonds each', 'C12C3C1C4C2C34', 'C12C3C4C2C3C14'],
  ])('with the same environments everywhere: %s', (_, one, other) => {
    const graphs = [one, other].map((smiles) => {
      const read = molecule(smiles)
      return drawnGraph(read, [...read.atoms.keys()])
    })
    expect(graphs[0]!.colours).toEqual(graphs[1]!.colours)
    expect(areDrawnAlike(graphs[0]!, graphs[1]!)).toBe(false)
    expect(areDrawnAlike(graphs[1]!, graphs[0]!)).toBe(false)
    expect(areDrawnAlike(graphs[1]!, graphs[1]!)).toBe(true)
  })
  it('with many equal groups are found alike within the limit', () => {
    const many = `C${'C(C)(C)'.repeat(12)}C`
    expect(alike(many, many)).toBe(true)
  })
})

describe('the key of a skeleton', () => {
  const key = (smiles: string, component = 0) => {
    const read = molecule(smiles)
    return skeletonKey(read, read.components[component]!)
  }
  it.each([
    ['another order', 'CC(N)Cc1ccccc1', 'c1ccccc1CC(C)N', true],
    ['another bond order, charge, isotope or stereo', 'CC(=O)O', '[13CH3]C([OH2+])=O', true],
    ['the same in a mixture', 'CCO', 'CCO.Cl', true],
    ['a position', 'Cc1ccc(O)cc1', 'Cc1cccc(O)c1', false],
    ['an element', 'CCO', 'CCS', false],
    ['a size', 'CCCCCC', 'CCCCCCC', false],
    ['a ring', 'C1CCCCC1', 'CCCCCC', false],
  ])('%s', (_, one, other, same) => expect(key(one) === key(other)).toBe(same))
  it('begins with the number of atoms', () => expect(key('CCO.Cl')).toMatch(/^3-/))
})

it('embeddings in order: by their first atom, then by the next', () => {
  expect(
    inOrder([
      [2, 1],
      [1, 3],
      [1, 2],
      [0, 9],
    ]),
  ).toEqual([
    [0, 9],
    [1, 2],
    [1, 3],
    [2, 1],
  ])
  expect(inOrder([])).toEqual([])
})
