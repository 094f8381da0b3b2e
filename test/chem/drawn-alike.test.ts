import { describe, expect, it } from 'vitest'
import {
  areDrawnAlike,
  drawnGraph,
  type DrawnGraph,
  hasSameStereo,
  stereoOfComponent,
  type Atom,
  type Bond,
  type Molecule,
} from '../../src/chem/index.js'
import type { SmilesStereo } from '../../src/engine/index.js'

const carbon: Atom = { z: 6, charge: 0, hydrogens: 2, isotope: 0, radicals: 0, aromatic: false }
const single = { order: 1, aromatic: false } as const

/** A molecule of carbons, changed as given; bonds as pairs of atoms. */
function molecule(
  size: number,
  pairs: readonly (readonly [number, number, Partial<Bond>?])[],
  changes: Readonly<Record<number, Partial<Atom>>> = {},
): Molecule {
  const bonds = pairs.map(([a, b, change]) => ({ a, b, ...single, ...change }))
  return {
    atoms: Array.from({ length: size }, (_, i) => ({ ...carbon, ...changes[i] })),
    bonds,
    neighbours: Array.from({ length: size }, (_, i) =>
      bonds.flatMap(({ a, b }, bond) => (a === i ? [{ atom: b, bond }] : b === i ? [{ atom: a, bond }] : [])),
    ),
    folded: new Set(),
    deuterated: new Set(),
    rings: [],
    components: [],
    open: false,
  }
}
const allOf = ({ atoms }: Molecule) => atoms.map((_, i) => i)
const graphOf = (drawn: Molecule, component = allOf(drawn)) => drawnGraph(drawn, component)
const chain = (changes: Readonly<Record<number, Partial<Atom>>> = {}) =>
  molecule(
    4,
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
    changes,
  )
const ring = (size: number, first = 0) =>
  Array.from({ length: size }, (_, i) => [first + i, first + ((i + 1) % size)] as const)

describe('two components are drawn alike', () => {
  it('whatever the order of their atoms', () => {
    const oxygen = { z: 8, hydrogens: 1 }
    const other = molecule(
      4,
      [
        [3, 1],
        [2, 0],
        [0, 3],
      ],
      { 2: oxygen },
    )
    expect(areDrawnAlike(graphOf(chain({ 0: oxygen })), graphOf(other))).toBe(true)
    expect(areDrawnAlike(graphOf(chain({ 1: oxygen })), graphOf(other))).toBe(false)
  })

  it.each<[string, Partial<Atom>]>([
    ['element', { z: 7 }],
    ['charge', { charge: -1 }],
    ['the other charge', { charge: 1 }],
    ['hydrogens', { hydrogens: 1 }],
    ['isotope', { isotope: 13 }],
    ['unpaired electrons', { radicals: 1 }],
    ['aromaticity', { aromatic: true }],
  ])('not with another %s', (_, change) => {
    const plain = graphOf(chain())
    const changed = graphOf(chain({ 1: change }))
    expect(areDrawnAlike(plain, changed)).toBe(false)
    expect(areDrawnAlike(changed, plain)).toBe(false)
    expect(areDrawnAlike(changed, graphOf(chain({ 2: change })))).toBe(true)
  })

  it('no two of these properties can be taken for each other', () => {
    const labels = [1, 6, 7, 8, 53].flatMap((z) =>
      [-1, 0, 1].flatMap((charge) =>
        [0, 1, 2, 4].flatMap((hydrogens) =>
          [0, 1, 2].flatMap((radicals) =>
            [true, false].flatMap((aromatic) =>
              [0, 2, 13, 127].flatMap(
                (isotope) =>
                  drawnGraph(molecule(1, [], { 0: { z, charge, hydrogens, radicals, aromatic, isotope } }), [0]).labels,
              ),
            ),
          ),
        ),
      ),
    )
    expect(new Set(labels).size).toBe(5 * 3 * 4 * 3 * 2 * 4)
  })

  const bonded = (bond: Partial<Bond>) => graphOf(molecule(2, [[0, 1, bond]]))
  it('not with another kind of bond', () => {
    const kinds = [...([1, 2, 3, 4, 'other'] as const).map((order) => ({ order })), { aromatic: true }].map(bonded)
    for (const one of kinds) for (const other of kinds) expect(areDrawnAlike(one, other)).toBe(one === other)
  })
  it('which bond of an aromatic ring is double does not matter', () =>
    expect(areDrawnAlike(bonded({ aromatic: true, order: 1 }), bonded({ aromatic: true, order: 2 }))).toBe(true))

  it('other components do not matter', () => {
    const pair = molecule(5, [
      [0, 1],
      [3, 4],
    ])
    expect(areDrawnAlike(graphOf(pair, [0, 1]), graphOf(pair, [3, 4]))).toBe(true)
    expect(areDrawnAlike(graphOf(pair, [0, 1]), graphOf(pair, [2]))).toBe(false)
    expect(graphOf(pair, [3, 4]).links).toEqual([[{ to: 1, bond: 1 }], [{ to: 0, bond: 1 }]])
    expect(bonded({ order: 'other' }).links[0]).toEqual([{ to: 1, bond: expect.any(Number) }])
  })
  it('bonds to atoms outside do not matter', () => {
    expect(areDrawnAlike(graphOf(chain(), [0, 1]), graphOf(molecule(2, [[0, 1]])))).toBe(true)
  })

  it('and whatever else must be the same, in some mapping', () => {
    const one = graphOf(chain())
    const maps: number[][] = []
    const found = areDrawnAlike(one, one, (map) => maps.push([...map]) === 2)
    expect(found).toBe(true)
    expect(maps.sort()).toEqual([
      [0, 1, 2, 3],
      [3, 2, 1, 0],
    ])
    expect(areDrawnAlike(one, one, () => false)).toBe(false)
  })
})

// Colours are hashes, which may be equal by chance: here all of them are. Only the mapping decides.
describe('if all colours are equal', () => {
  const blind = (drawn: Molecule): DrawnGraph => {
    const zeros = new Int32Array(drawn.atoms.length)
    return { ...graphOf(drawn), colours: zeros, sorted: zeros }
  }
  const alike = (one: Molecule, other: Molecule) => areDrawnAlike(blind(one), blind(other))

  it('the same', () => {
    expect(alike(chain(), chain())).toBe(true)
    expect(alike(molecule(6, ring(6)), molecule(6, ring(6)))).toBe(true)
  })
  it('another label', () => {
    expect(alike(chain(), chain({ 0: { charge: 1 } }))).toBe(false)
    expect(alike(chain({ 0: { charge: 1 } }), chain({ 3: { charge: 1 } }))).toBe(true)
    expect(alike(chain({ 0: { charge: 1 } }), chain({ 1: { charge: 1 } }))).toBe(false)
  })
  it('another bond', () => {
    const double = { order: 2 } as const
    const pairs = (at: number) => [0, 1, 2].map((i) => [i, i + 1, i === at ? double : {}] as const)
    expect(alike(molecule(4, pairs(0)), molecule(4, pairs(2)))).toBe(true)
    expect(alike(molecule(4, pairs(0)), molecule(4, pairs(1)))).toBe(false)
    expect(alike(molecule(4, pairs(1)), molecule(4, pairs(-1)))).toBe(false)
  })
  it('the only bond', () => {
    const [ethane, ethene] = [molecule(2, [[0, 1]]), molecule(2, [[0, 1, { order: 2 }]])]
    expect(alike(ethane, ethene)).toBe(false)
    expect(alike(ethene, ethane)).toBe(false)
    expect(alike(ethene, ethene)).toBe(true)
  })
  it('a branch elsewhere', () => {
    const star = molecule(4, [
      [0, 1],
      [0, 2],
      [0, 3],
    ])
    expect(alike(chain(), star)).toBe(false)
    expect(alike(star, chain())).toBe(false)
  })
  it('a bond more, which closes a ring', () => {
    const square = molecule(4, ring(4))
    expect(alike(chain(), square)).toBe(false)
    expect(alike(square, chain())).toBe(false)
  })
  it('as many bonds on each atom, but other rings', () => {
    const prism = molecule(6, [...ring(3), ...ring(3, 3), [0, 3], [1, 4], [2, 5]])
    const bipartite = molecule(
      6,
      [0, 1, 2].flatMap((a) => [3, 4, 5].map((b) => [a, b] as const)),
    )
    expect(alike(prism, prism)).toBe(true)
    expect(alike(prism, bipartite)).toBe(false)
    expect(alike(bipartite, prism)).toBe(false)
  })
  it('a ring of six and two of three', () => {
    const [six, two] = [molecule(6, ring(6)), molecule(6, [...ring(3), ...ring(3, 3)])]
    expect(alike(six, two)).toBe(false)
    // What is not connected cannot be compared.
    expect(alike(two, two)).toBe(false)
  })
  it('another number of atoms', () => {
    const two = molecule(2, [[0, 1]])
    expect(alike(two, chain())).toBe(false)
    expect(alike(chain(), two)).toBe(false)
  })
})

describe('a symmetric molecule', () => {
  /** An atom with seven equal neighbours, of which each order can be tried, and one that is different. */
  const star = graphOf(
    molecule(
      9,
      Array.from({ length: 8 }, (_, i) => [0, i + 1] as const),
      { 0: { z: 92 }, 1: { z: 8 } },
    ),
  )
  const acceptsOnly = (nth: number) => {
    let tried = 0
    return areDrawnAlike(star, star, () => ++tried === nth)
  }
  it.each([
    [-1, 'the lowest colour'],
    [1, 'one in the middle'],
    [9, 'the highest'],
  ])('wherever the equal ones are among the colours: %i, %s', (equal) => {
    const colours = Int32Array.from([2, 0, ...Array<number>(7).fill(equal)])
    const graph = { ...star, colours, sorted: colours.toSorted() }
    let tried = 0
    expect(areDrawnAlike(graph, graph, () => ++tried === 734)).toBe(true)
  })
  it('a large ring needs no search', () => {
    const large = graphOf(molecule(1500, ring(1500)))
    expect(areDrawnAlike(large, large)).toBe(true)
  })
  it('branches that differ only further away need none', () => {
    const ends = [7, 8, 9, 16, 17, 35, 53]
    const branched = (elements: readonly number[]) =>
      graphOf(
        molecule(
          1 + 4 * 7,
          elements.flatMap((_, i) =>
            [0, 1, 2, 3].map((far) => [far === 0 ? 0 : 4 * i + far, 4 * i + far + 1] as const),
          ),
          Object.fromEntries(elements.map((z, i) => [4 * i + 4, { z }])),
        ),
      )
    expect(areDrawnAlike(branched(ends), branched(ends.toReversed()))).toBe(true)
    expect(areDrawnAlike(branched(ends), branched([...ends.slice(1), 34]))).toBe(false)
  })
  it('is compared as long as 2000 atoms are enough, beginning where there is least choice', () => {
    // The first mapping takes 9 atoms; the 734th of 5040 is complete after 2 + 734 + 734 + 367 + 123 + 31 + 7 + 2.
    expect(acceptsOnly(1)).toBe(true)
    expect(acceptsOnly(734)).toBe(true)
  })
  it('is not alike if that is not enough', () => {
    expect(acceptsOnly(735)).toBe(false)
    expect(acceptsOnly(3000)).toBe(false)
  })
})

describe('stereo of a component', () => {
  const star = (changes = {}) =>
    molecule(
      5,
      [
        [0, 1],
        [1, 2],
        [1, 3],
        [3, 4],
      ],
      changes,
    )
  const cut = (drawn: Molecule, a: number, b: number): Molecule => ({
    ...drawn,
    neighbours: drawn.neighbours.map((own, i) =>
      own.filter(({ atom }) => !((i === a && atom === b) || (i === b && atom === a))),
    ),
  })
  const centre = (around: number[]): SmilesStereo => ({
    centres: new Map([[1, { around, clockwise: true }]]),
    bonds: [],
  })
  const kept = (stereo: SmilesStereo, drawn: Molecule, component = allOf(drawn)) =>
    stereoOfComponent(stereo, drawn, component)

  it('a centre with a hydrogen keeps its neighbours in order', () =>
    expect(kept(centre([0, -1, 2, 3]), star())).toEqual(centre([0, -1, 2, 3])))
  it.each([0, 2, 3])('a centre that has lost atom %i has no certain stereo', (atom) =>
    expect(kept(centre([0, -1, 2, 3]), cut(star(), 1, atom))).toBeNull(),
  )
  it('a bond cut elsewhere does not matter', () =>
    expect(kept(centre([0, -1, 2, 3]), cut(star(), 3, 4))).toEqual(centre([0, -1, 2, 3])))
  it('atoms are numbered within the component', () => {
    const drawn = molecule(6, [
      [1, 2],
      [2, 3],
      [2, 5],
    ])
    const stereo: SmilesStereo = {
      centres: new Map([[2, { around: [-1, 1, 5, 3], clockwise: false }]]),
      bonds: [{ ends: [3, 2], references: [2, 5], together: true }],
    }
    const bonded = { ...stereo, bonds: [] }
    expect(kept(bonded, drawn, [1, 2, 3, 5])).toEqual({
      centres: new Map([[1, { around: [-1, 0, 3, 2], clockwise: false }]]),
      bonds: [],
    })
    expect(kept(stereo, drawn, [0])).toEqual({ centres: new Map(), bonds: [] })
    expect(kept(centre([0, -1, 2, 3]), star(), [4, 3, 2, 1, 0])).toEqual({
      centres: new Map([[3, { around: [4, -1, 2, 1], clockwise: true }]]),
      bonds: [],
    })
  })
  it('a double bond needs both ends and both references', () => {
    const butene = chain()
    const stereo: SmilesStereo = { centres: new Map(), bonds: [{ ends: [1, 2], references: [0, 3], together: true }] }
    expect(kept(stereo, butene)).toEqual(stereo)
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const)
      expect(kept(stereo, cut(butene, a, b))).toBeNull()
    const later = molecule(5, [
      [1, 2],
      [2, 3],
      [3, 4],
    ])
    const shifted: SmilesStereo = { centres: new Map(), bonds: [{ ends: [2, 3], references: [1, 4], together: true }] }
    expect(kept(shifted, later, [1, 2, 3, 4])).toEqual(stereo)
    expect(kept(shifted, later, [0])).toEqual({ centres: new Map(), bonds: [] })
  })
})

describe('two components have the same stereo', () => {
  const same = [0, 1, 2, 3, 4]
  const centre = (around: number[], clockwise = true, at = 4): SmilesStereo => ({
    centres: new Map([[at, { around, clockwise }]]),
    bonds: [],
  })
  const none: SmilesStereo = { centres: new Map(), bonds: [] }
  it.each<[string, SmilesStereo, SmilesStereo, readonly number[], boolean]>([
    ['no stereo', none, none, same, true],
    ['a centre', centre([0, 1, 2, 3]), centre([0, 1, 2, 3]), same, true],
    ['the mark turned', centre([0, 1, 2, 3]), centre([0, 1, 2, 3], false), same, false],
    ['two neighbours exchanged', centre([0, 1, 2, 3]), centre([1, 0, 2, 3]), same, false],
    ['both', centre([0, 1, 2, 3]), centre([1, 0, 2, 3], false), same, true],
    ['the last two exchanged', centre([0, 1, 2, 3]), centre([0, 1, 3, 2]), same, false],
    ['three turned round', centre([0, 1, 2, 3]), centre([0, 2, 3, 1]), same, true],
    ['a hydrogen in another place', centre([0, -1, 2, 3]), centre([-1, 0, 2, 3]), same, false],
    ['a hydrogen moved to the end, past two', centre([0, -1, 2, 3]), centre([0, 2, 3, -1]), same, true],
    ['a hydrogen and one more exchange', centre([0, -1, 2, 3]), centre([-1, 0, 3, 2]), same, true],
    ['mapped onto exchanged atoms', centre([0, 1, 2, 3]), centre([0, 1, 2, 3]), [1, 0, 2, 3, 4], false],
    ['a centre mapped elsewhere', centre([0, 1, 2, 4], true, 3), centre([0, 1, 2, 3]), [0, 1, 2, 4, 3], true],
    ['another centre', centre([0, 1, 2, 4], true, 3), centre([0, 1, 2, 3]), same, false],
    ['a centre only in one', centre([0, 1, 2, 3]), none, same, false],
    ['a centre only in the other', none, centre([0, 1, 2, 3]), same, false],
  ])('%s', (_, one, other, map, isSame) => expect(hasSameStereo(one, other, map)).toBe(isSame))

  const bond = (ends: [number, number], references: [number, number], together = true): SmilesStereo => ({
    centres: new Map(),
    bonds: [{ ends, references, together }],
  })
  const places = [0, 1, 2, 3, 4, 5]
  it.each<[string, SmilesStereo, SmilesStereo, readonly number[], boolean]>([
    ['a double bond', bond([1, 2], [0, 3]), bond([1, 2], [0, 3]), places, true],
    ['trans instead of cis', bond([1, 2], [0, 3]), bond([1, 2], [0, 3], false), places, false],
    ['written from its other end', bond([1, 2], [0, 3]), bond([2, 1], [3, 0]), places, true],
    ['and trans', bond([1, 2], [0, 3]), bond([2, 1], [3, 0], false), places, false],
    ['by the other neighbour of one end', bond([1, 2], [0, 3]), bond([1, 2], [4, 3]), places, false],
    ['and trans', bond([1, 2], [0, 3]), bond([1, 2], [4, 3], false), places, true],
    ['by the other neighbours of both ends', bond([1, 2], [0, 3]), bond([1, 2], [4, 5]), places, true],
    ['from the other end, by one other neighbour', bond([1, 2], [0, 3]), bond([2, 1], [3, 4], false), places, true],
    ['mapped', bond([1, 2], [0, 3]), bond([2, 1], [3, 0]), [3, 2, 1, 0, 4, 5], true],
    ['mapped onto the other neighbour', bond([1, 2], [0, 3]), bond([1, 2], [0, 3]), [4, 1, 2, 3, 0, 5], false],
    ['another bond at one of the ends', bond([1, 2], [0, 3]), bond([1, 3], [0, 2]), places, false],
    ['another bond at the other end', bond([1, 2], [0, 3]), bond([3, 2], [0, 1]), places, false],
    ['only in one', bond([1, 2], [0, 3]), none, places, false],
    ['only in the other', none, bond([1, 2], [0, 3]), places, false],
  ])('%s', (_, one, other, map, isSame) => expect(hasSameStereo(one, other, map)).toBe(isSame))
  it('of two double bonds each has its counterpart', () => {
    const [first, second] = [bond([1, 2], [0, 3]).bonds[0]!, bond([3, 4], [2, 5]).bonds[0]!]
    const both = { centres: new Map(), bonds: [first, second] }
    expect(hasSameStereo(both, { ...both, bonds: [second, first] }, places)).toBe(true)
    expect(hasSameStereo(both, { ...both, bonds: [first, { ...second, together: false }] }, places)).toBe(false)
  })
})
