import { describe, expect, it } from 'vitest'
import type { Atom, Bond, Molecule } from '../../src/chem/index.js'
import { frameworkOf, mapFrameworks, type Framework } from '../../src/chem/skeleton-maps.js'
import { reader } from '../support/law.js'

const frame = (smiles: string): Framework =>
  reader.read(smiles, ({ molecule }) => frameworkOf(molecule, molecule.components[0]!))
/** Maps in the order in which they are tried, until `wanted` of them are found. */
function maps(
  from: Framework,
  to: Framework,
  alike: (a: number, b: number) => boolean = () => true,
  wanted = Infinity,
) {
  const found: number[][] = []
  const whole = mapFrameworks(from, to, alike, (map) => found.push([...map]) >= wanted)
  return { found, whole }
}
const sorted = (found: number[][]) => found.map((map) => map.join('')).sort()

describe('the skeleton as a graph', () => {
  it('has positions instead of atom indices, and no other component', () =>
    reader.read('O.CN', ({ molecule }) => {
      const { atoms, links } = frameworkOf(molecule, [1, 2])
      expect(atoms).toEqual([1, 2])
      expect(links).toEqual([[{ to: 1, bond: 0 }], [{ to: 0, bond: 0 }]])
    }))
  it.each<[string, string, string]>([
    ['pentane', 'CCCCC', 'abcba'],
    ['isobutane', 'CC(C)C', 'abaa'],
    ['propanol and its mirror image', 'CCCO', 'abcd'],
    ['acetic acid: bond orders and hydrogens do not count', 'CC(=O)O', 'abcc'],
    ['ethylene glycol drawn as an anion: charges do not count', 'OCC[O-]', 'abba'],
    ['cyclobutane', 'C1CCC1', 'aaaa'],
    ['a ring with a branch', 'CC1CCC1', 'abcdc'],
    ['a chain, in which the branch is far away', 'CCCCCCC(C)CCCCCCC', 'abcdefghijklmno'],
  ])('atoms with the same element and environment have equal colours: %s', (_, smiles, expected) => {
    const letters = new Map<number, string>()
    const text = frame(smiles).colours.map((colour) => {
      if (!letters.has(colour)) letters.set(colour, String.fromCharCode(97 + letters.size))
      return letters.get(colour)
    })
    expect(text.join('')).toBe(expected)
  })
  it('colours do not depend on the order of atoms', () => {
    const [one, other] = [frame('CC(=O)NCCO'), frame('C(NC(C)=O)CO')]
    expect([...one.colours].sort()).toEqual([...other.colours].sort())
    expect(one.colours[3]).toBe(other.colours[1])
  })
})

describe('maps between skeletons', () => {
  it('all of them', () => {
    expect(sorted(maps(frame('CCCC'), frame('CCCC')).found)).toEqual(['0123', '3210'])
    expect(sorted(maps(frame('C1CC1'), frame('C1CC1')).found)).toEqual(['012', '021', '102', '120', '201', '210'])
    expect(maps(frame('CCO'), frame('OCC'))).toEqual({ found: [[2, 1, 0]], whole: true })
  })
  it('until one is accepted', () => {
    expect(maps(frame('C1CC1'), frame('C1CC1'), undefined, 1).found).toHaveLength(1)
    expect(maps(frame('C1CC1'), frame('C1CC1'), undefined, 4)).toMatchObject({ whole: true })
    expect(maps(frame('C1CC1'), frame('C1CC1'), undefined, 4).found).toHaveLength(4)
  })
  it('whatever the bonds are', () => expect(maps(frame('CC=O'), frame('C=CO')).found).toEqual([[0, 1, 2]]))
  it.each([
    ['another number of atoms', 'CCC', 'CCCC'],
    ['another element', 'CCO', 'CCN'],
    ['another branch', 'CCCC', 'CC(C)C'],
    ['a ring', 'CCCC', 'C1CCC1'],
    ['another place of the same element', 'CCOC', 'CCCO'],
  ])('none to a skeleton with %s', (_, one, other) => {
    expect(maps(frame(one), frame(other))).toEqual({ found: [], whole: true })
    expect(maps(frame(other), frame(one))).toEqual({ found: [], whole: true })
  })
  it('atoms that look the same first', () => {
    const [from, to] = [frame('OCCO'), frame('OCCO')]
    expect(maps(from, to, (a, b) => a === b, 1).found).toEqual([[0, 1, 2, 3]])
    expect(maps(from, to, (a, b) => a === 3 - b, 1).found).toEqual([[3, 2, 1, 0]])
  })

  it.each<[string, string, number]>([
    ['the fluorines of a trifluoromethyl group in one order only', 'CC(F)(F)F', 1],
    ['and its methyl groups', 'OC(C)(C)C', 1],
    ['a carboxyl group in both: one oxygen is a hydroxy group', 'CC(=O)O', 2],
    ['a carboxylate, drawn with a double bond', 'CC(=O)[O-]', 2],
    ['two oxygens, both charged', 'CC([O-])[O-]', 1],
    ['two oxygens, of which one is charged', 'CC([O-])O', 2],
    ['two oxygens, of which one has no hydrogen', 'CC([O])O', 2],
    ['which differ in charge only', 'CC([O])[O-]', 2],
    ['which differ in the bond only', 'CC(=O)[O]', 2],
    ['two methyl groups on different atoms', 'CCCC', 2],
    ['ends that are more than one atom', 'CCC(O)CC', 2],
    ['rings', 'C1CCC1', 8],
  ])('%s: %s', (_, smiles, count) => expect(maps(frame(smiles), frame(smiles)).found).toHaveLength(count))
})

/** Colours are hashes, which may be equal by chance: here all of them are. */
function blind(
  size: number,
  pairs: readonly (readonly [number, number])[],
  elements: readonly number[] = [],
): Framework {
  const atom = (z: number): Atom => ({ z, charge: 0, hydrogens: 0, isotope: 0, radicals: 0, aromatic: false })
  const bonds = pairs.map(([a, b]): Bond => ({ a, b, order: 1, aromatic: false }))
  const links = Array.from({ length: size }, (_, i) =>
    bonds.flatMap(({ a, b }, bond) => (a === i ? [{ to: b, bond }] : b === i ? [{ to: a, bond }] : [])),
  )
  const atoms = Array.from({ length: size }, (_, i) => i)
  return {
    molecule: { atoms: atoms.map((i) => atom(elements[i] ?? 6)), bonds } as unknown as Molecule,
    atoms,
    links,
    colours: atoms.map(() => 0),
  }
}

describe('if all colours are equal', () => {
  it('bonds decide', () => {
    const star = blind(4, [
      [0, 1],
      [0, 2],
      [0, 3],
    ])
    const chain = blind(4, [
      [0, 1],
      [1, 2],
      [2, 3],
    ])
    expect(sorted(maps(chain, chain).found)).toEqual(['0123', '3210'])
    expect(maps(star, chain).found).toEqual([])
    expect(maps(chain, star).found).toEqual([])
  })
  it('also where they close a ring', () => {
    const three = [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const
    const prism = blind(6, [...three, ...three.map(([a, b]) => [a + 3, b + 3] as const), [0, 3], [1, 4], [2, 5]])
    const bipartite = blind(
      6,
      [0, 1, 2].flatMap((a) => [3, 4, 5].map((b) => [a, b] as const)),
    )
    expect(maps(prism, prism).found).toHaveLength(12)
    expect(maps(bipartite, bipartite).found).toHaveLength(72)
    expect(maps(prism, bipartite).found).toEqual([])
    expect(maps(bipartite, prism).found).toEqual([])
  })
  it('none into a larger one of the same kind', () => {
    const prism = (size: number) =>
      blind(
        2 * size,
        Array.from({ length: size }, (_, i) => i).flatMap((i) => {
          const next = (i + 1) % size
          return [[i, next] as const, [i + size, next + size] as const, [i, i + size] as const]
        }),
      )
    expect(maps(prism(4), prism(5)).found).toEqual([])
    expect(maps(prism(5), prism(4)).found).toEqual([])
  })
  it('each atom is mapped onto a different one', () => {
    const ring = (first: number, size: number) =>
      Array.from({ length: size }, (_, i) => [first + i, first + ((i + 1) % size)] as const)
    const [six, two] = [blind(6, ring(0, 6)), blind(6, [...ring(0, 3), ...ring(3, 3)])]
    expect(maps(six, two)).toEqual({ found: [], whole: true })
    expect(maps(six, six).found).toHaveLength(12)
  })
  it('ends of different elements are no twins', () => {
    const bonds = [
      [0, 1],
      [1, 2],
      [1, 3],
    ] as const
    expect(maps(blind(4, bonds), blind(4, bonds)).found).toHaveLength(1)
    expect(maps(blind(4, bonds), blind(4, bonds, [8])).found).toHaveLength(3)
    expect(maps(blind(4, bonds), blind(4, bonds, [8, 6, 7])).found).toHaveLength(6)
  })
})

it('nothing is tried if the colours differ', () => {
  const square = blind(4, [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 0],
  ])
  let tried = 0
  const alike = () => ++tried > 0
  mapFrameworks({ ...square, colours: [1, 1, 2, 2] }, { ...square, colours: [1, 1, 3, 3] }, alike, () => false)
  expect(tried).toBe(0)
  mapFrameworks({ ...square, colours: [1, 1, 2, 2] }, { ...square, colours: [2, 2, 1, 1] }, alike, () => false)
  expect(tried).toBeGreaterThan(0)
})

describe('the limit of steps', () => {
  /** An atom with seven different neighbours and some equal ones, each of which has an end. Begins with the equal ones. */
  const star = (arms: number) => {
    const centre = 2 * arms + 7
    const pairs = [
      ...Array.from({ length: 7 }, (_, i) => [centre, 2 * arms + i] as const),
      ...Array.from({ length: arms }, (_, i) => [centre, i] as const),
      ...Array.from({ length: arms }, (_, i) => [i, arms + i] as const),
    ]
    const framework = blind(centre + 1, pairs)
    return { ...framework, colours: framework.atoms.map((i) => (i < arms ? 1 : i < 2 * arms ? 2 : i)) }
  }
  it('a search that ends before it', () => {
    const { found, whole } = maps(star(4), star(4))
    expect([found.length, whole]).toEqual([24, true])
  })
  it('a search that reaches it is cut short, and says so', () => {
    // Eight steps to the atoms of which there is one, and for k maps: 8 k to the ends, and to the equal neighbours
    // k + k + k/2 + k/6 + k/24 + k/120 + k/720 + k/5040, rounded up. That is 20,000 for k = 1865.
    const { found, whole } = maps(star(8), star(8))
    expect([found.length, whole]).toEqual([1865, false])
  })
})
