import type { AtomTest, BondTest, Pattern } from './pattern.js'
import { patternRings } from './pattern-rings.js'
import { rarity } from './rarity.js'

/** A neighbour in a pattern, and the bond to it. */
export interface DrawnArm {
  readonly atom: number
  readonly bond: BondTest
  readonly ring: number
}

/** An atom of a pattern with its neighbours. */
export interface DrawnStar {
  readonly pattern: Pattern
  readonly middle: number
  readonly arms: readonly DrawnArm[]
  /** Roughly the share of atoms that are it. */
  readonly rank: number
}

/** The stars of a pattern, and of those in which some atom of it lies. */
export function starsIn(pattern: Pattern): DrawnStar[] {
  const bonds = patternRings(pattern)
  const own = pattern.atoms.map((atom, middle): DrawnStar => {
    const arms = bonds.flatMap(({ a, b, test, ring }) =>
      a === middle ? [{ atom: b, bond: test, ring }] : b === middle ? [{ atom: a, bond: test, ring }] : [],
    )
    return {
      pattern,
      middle,
      arms,
      rank: arms.reduce((rank, arm) => rank * rarity(pattern.atoms[arm.atom]!.test), rarity(atom.test)),
    }
  })
  return [...own, ...pattern.atoms.flatMap((atom) => environmentsOf(atom.test)).flatMap(starsIn)]
}

/** Patterns that every atom which passes a test certainly lies in. */
function environmentsOf(test: AtomTest): Pattern[] {
  if (test.is === 'environment') return [test.pattern]
  return test.is === 'and' ? test.of.flatMap(environmentsOf) : []
}
