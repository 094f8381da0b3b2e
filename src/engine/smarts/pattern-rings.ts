import type { BondTest, Pattern } from './pattern.js'

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
  const found = known.get(pattern) ?? findRings(pattern)
  known.set(pattern, found)
  return found
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
