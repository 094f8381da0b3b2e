import type { AtomExpression, BondTest, Pattern } from './pattern.js'
import { rarity } from './rarity.js'
import { remembered } from '../../remembered.js'

export interface DrawnNeighbour {
  readonly atom: number
  readonly bond: BondTest
  readonly ring: number
}

export interface DrawnEnvironment {
  readonly pattern: Pattern
  readonly centre: number
  readonly neighbours: readonly DrawnNeighbour[]
  /** Approximate share of atoms that have this environment. */
  readonly rank: number
}

/** The environments of a pattern, and of the recursive patterns of its atoms. */
export function environmentsIn(pattern: Pattern): DrawnEnvironment[] {
  const bonds = patternRings(pattern)
  const own = pattern.atoms.map((atom, centre): DrawnEnvironment => {
    const neighbours = bonds.flatMap(({ a, b, test, ring }) =>
      a === centre ? [{ atom: b, bond: test, ring }] : b === centre ? [{ atom: a, bond: test, ring }] : [],
    )
    return {
      pattern,
      centre,
      neighbours,
      rank: neighbours.reduce(
        (rank, neighbour) => rank * rarity(pattern.atoms[neighbour.atom]!.test),
        rarity(atom.test),
      ),
    }
  })
  return [...own, ...pattern.atoms.flatMap((atom) => recursivePatternsOf(atom.test)).flatMap(environmentsIn)]
}

/** Recursive patterns that match every atom that passes a predicate. */
function recursivePatternsOf(test: AtomExpression): Pattern[] {
  if (test.is === 'recursive') return [test.pattern]
  return test.is === 'and' ? test.of.flatMap(recursivePatternsOf) : []
}

export interface RingedBond {
  readonly a: number
  readonly b: number
  readonly test: BondTest
  /** Atoms in the smallest ring of the pattern through it; 255 outside rings and above eight, as in a graph. */
  readonly ring: number
}

/** Size for a bond that is in no ring of the pattern. */
export const noRing = 255
/** Larger rings of a molecule are not measured, so no bond can require one. */
const largestRing = 8

const known = new WeakMap<Pattern, readonly RingedBond[]>()

/** The bonds of a pattern with the rings that it draws. */
export function patternRings(pattern: Pattern): readonly RingedBond[] {
  return remembered(known, pattern, () => findRings(pattern))
}

function findRings({ atoms }: Pattern): RingedBond[] {
  const bonds = atoms.flatMap((atom, a) => atom.back.map(({ to, test }) => ({ a, b: to, test })))
  if (bonds.length < atoms.length) return bonds.map((bond) => ringed(bond, noRing))
  const neighbours: number[][] = atoms.map(() => [])
  for (const { a, b } of bonds) {
    neighbours[a]!.push(b)
    neighbours[b]!.push(a)
  }
  return bonds.map((bond) => ringed(bond, smallest(neighbours, bond)))
}

/** Written out: V8 gives each object that is spread and extended its own shape, and is slow with many shapes. */
function ringed({ a, b, test }: Omit<RingedBond, 'ring'>, ring: number): RingedBond {
  return { a, b, test, ring }
}

/** Atoms in the smallest ring through a bond: those on the shortest path between its ends that does not use it. */
function smallest(neighbours: readonly (readonly number[])[], { a, b }: Pick<RingedBond, 'a' | 'b'>): number {
  const depth = new Map([[a, 1]])
  for (const [atom, at] of depth) {
    for (const next of neighbours[atom]!) {
      if (next === b) {
        if (atom !== a) return at < largestRing ? at + 1 : noRing
      } else if (!depth.has(next)) depth.set(next, at + 1)
    }
  }
  return noRing
}
