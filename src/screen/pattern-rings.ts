import type { BondTest, Pattern } from './pattern.js'

export interface RingedBond {
  readonly a: number
  readonly b: number
  readonly test: BondTest
  /** Atoms in the smallest ring of the pattern through it; 255 outside of rings. */
  readonly ring: number
}

const noRing = 255

/** The bonds of a pattern with the rings that it draws. */
export function patternRings(pattern: Pattern): RingedBond[] {
  const bonds = pattern.atoms.flatMap((atom, a) => atom.back.map(({ to, test }) => ({ a, b: to, test })))
  return bonds.map((bond) => ({ ...bond, ring: smallest(bonds, bond) }))
}

type Ends = Pick<RingedBond, 'a' | 'b'>

function smallest(bonds: readonly Ends[], bond: Ends): number {
  const depth = new Map([[bond.a, 1]])
  for (const [atom, at] of depth) {
    for (const other of bonds) {
      if (other === bond || (other.a !== atom && other.b !== atom)) continue
      const next = other.a === atom ? other.b : other.a
      if (next === bond.b) return at + 1
      if (!depth.has(next)) depth.set(next, at + 1)
    }
  }
  return noRing
}
