import type { BondTest, Pattern } from './pattern.js'
import { patternRings } from './pattern-environments.js'

export interface StepBond {
  readonly to: number
  readonly test: BondTest
  /**
   * Atoms in the smallest ring of the pattern through the bond; a molecule can only make it smaller. 255 outside rings.
   */
  readonly ring: number
}

/** A step of a plan: the pattern atom to place, and its bonds to earlier atoms; the search starts at the first. */
export interface Step {
  readonly atom: number
  readonly backs: readonly StepBond[]
}

/** Returns an order in which each atom after the first is bonded to an earlier one. */
export function stepsFrom(pattern: Pattern, first: number, ranks: readonly number[]): Step[] {
  const { atoms } = pattern
  const bonds: StepBond[][] = atoms.map(() => [])
  for (const { a, b, test, ring } of patternRings(pattern)) {
    bonds[a]!.push({ to: b, test, ring })
    bonds[b]!.push({ to: a, test, ring })
  }
  const steps: Step[] = []
  /** For each atom, its bonds to atoms already placed; -1 if it is placed itself. */
  const closes = atoms.map(() => 0)
  for (let next = first; next >= 0; next = nextOf(closes, ranks)) {
    steps.push({ atom: next, backs: bonds[next]!.filter((b) => closes[b.to] === -1) })
    closes[next] = -1
    for (const { to } of bonds[next]!) if (closes[to] !== -1) closes[to]!++
  }
  return steps
}

/** The atom that closes the most rings, then the rarer: a hopeless search ends early. -1 if all are placed. */
function nextOf(closes: readonly number[], ranks: readonly number[]): number {
  let best = -1
  for (let i = 0; i < closes.length; i++) {
    if (closes[i]! < 1) continue
    if (best < 0 || closes[i]! > closes[best]! || (closes[i] === closes[best] && ranks[i]! < ranks[best]!)) best = i
  }
  return best
}
