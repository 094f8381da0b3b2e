import type { AtomExpression, BondTest, Pattern } from './pattern.js'
import { patternRings } from './pattern-rings.js'
import { rarity } from './rarity.js'

/** A neighbour in a pattern, and the bond to it. */
export interface DrawnNeighbour {
  readonly atom: number
  readonly bond: BondTest
  readonly ring: number
}

/** An atom of a pattern with its neighbours. */
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
