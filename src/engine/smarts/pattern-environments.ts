import type { AtomExpression, BondTest, Pattern } from './pattern.js'
import { largestRingSize, noRing } from '../layout.js'
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
  const neighboursOf: DrawnNeighbour[][] = pattern.atoms.map(() => [])
  for (const { a, b, test, ring } of patternRings(pattern)) {
    neighboursOf[a]!.push({ atom: b, bond: test, ring })
    neighboursOf[b]!.push({ atom: a, bond: test, ring })
  }
  const rarityOf = (atom: number) => rarity(pattern.atoms[atom]!.test)
  const own = neighboursOf.map((neighbours, centre): DrawnEnvironment => {
    const rank = neighbours.reduce((rank, { atom }) => rank * rarityOf(atom), rarityOf(centre))
    return { pattern, centre, neighbours, rank }
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
  /** Atoms in the smallest ring of the pattern through it; `noRing` outside rings and above eight, as in a graph. */
  readonly ring: number
}

const known = new WeakMap<Pattern, readonly RingedBond[]>()

/** The bonds of a pattern with the rings that it draws. */
export function patternRings(pattern: Pattern): readonly RingedBond[] {
  return remembered(known, pattern, () => findRings(pattern))
}

/** A pattern with other predicates of its atoms; its rings are the same, and not looked for again. */
export function withTests(pattern: Pattern, testOf: (test: AtomExpression, atom: number) => AtomExpression): Pattern {
  const made = { atoms: pattern.atoms.map(({ test, name, back }, i) => ({ test: testOf(test, i), name, back })) }
  known.set(made, patternRings(pattern))
  return made
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
  const depth = new Uint8Array(neighbours.length)
  depth[a] = 1
  const reached = [a]
  for (const atom of reached) {
    const at = depth[atom]! + 1
    // Larger rings of a molecule are not measured, so no bond can require one.
    if (at > largestRingSize) break
    for (const next of neighbours[atom]!) {
      if (next === b && atom !== a) return at
      if (next === b || depth[next] !== 0) continue
      depth[next] = at
      reached.push(next)
    }
  }
  return noRing
}
