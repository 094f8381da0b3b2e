import { allocate, memoryBytes, memoryShorts, memoryWords } from '../kernel.js'
import * as codes from './codes.js'
import { numbered } from './numbered-tests.js'
import type { AtomTest, BondTest, Pattern } from './pattern.js'
import { patternRings } from './pattern-rings.js'
import { bondTestAt, bondTestId } from './test-codes.js'

/** A step of a plan: the pattern atom that is laid, and its bonds to atoms laid earlier, of which the first is the one beside which it is looked for. */
interface Step {
  readonly atom: number
  readonly backs: readonly PlanBond[]
}

const known = new WeakMap<Pattern, number>()

/** Where the kernel finds a pattern with two orders in which its atoms are laid on a molecule: from the first one, and from the one that fewest atoms pass. */
export function planOf(pattern: Pattern): number {
  const found = known.get(pattern)
  if (found !== undefined) return found
  const ranks = pattern.atoms.map((atom) => rarity(atom.test))
  const rarest = ranks.indexOf(Math.min(...ranks))
  const first = planAt(pattern, stepsFrom(pattern, 0, ranks))
  const at = allocate(codes.patternSize)
  memoryWords[(at + codes.fromFirstAt) >> 2] = first
  memoryWords[(at + codes.fromRarestAt) >> 2] =
    rarest === 0 ? first : planAt(pattern, stepsFrom(pattern, rarest, ranks))
  memoryWords[(at + codes.patternAtomsAt) >> 2] = pattern.atoms.length
  known.set(pattern, at)
  return at
}

/** Each atom after the first is bonded to an earlier one. */
function stepsFrom(pattern: Pattern, first: number, ranks: readonly number[]): Step[] {
  const { atoms } = pattern
  const bonds: PlanBond[][] = atoms.map(() => [])
  for (const { a, b, test, ring } of patternRings(pattern)) {
    bonds[a]!.push({ to: b, test, ring })
    bonds[b]!.push({ to: a, test, ring })
  }
  const steps: Step[] = []
  /** Of each atom the bonds to atoms that are laid already; -1 for one that is laid. */
  const closes = atoms.map(() => 0)
  for (let next = first; next >= 0; next = nextOf(closes, ranks)) {
    steps.push({ atom: next, backs: bonds[next]!.filter((b) => closes[b.to] === -1) })
    closes[next] = -1
    for (const { to } of bonds[next]!) if (closes[to] !== -1) closes[to]!++
  }
  return steps
}

/** A ring that closes, then the rarer atom: both end a hopeless search early. -1 where no atom is left beside those laid. */
function nextOf(closes: readonly number[], ranks: readonly number[]): number {
  let best = -1
  for (let i = 0; i < closes.length; i++) {
    if (closes[i]! < 1) continue
    if (best < 0 || closes[i]! > closes[best]! || (closes[i] === closes[best] && ranks[i]! < ranks[best]!)) best = i
  }
  return best
}

function planAt(pattern: Pattern, steps: readonly Step[]): number {
  const at = allocate(codes.stepsAt + steps.length * codes.stepSize)
  memoryWords[(at + codes.planSizeAt) >> 2] = steps.length
  steps.forEach(({ atom, backs }, i) => {
    const step = at + codes.stepsAt + i * codes.stepSize
    memoryWords[(step + codes.stepTestAt) >> 2] = numbered(pattern.atoms[atom]!.test).at
    memoryWords[(step + codes.stepBacksAt) >> 2] = backsAt(backs)
    memoryWords[(step + codes.stepBackCountAt) >> 2] = backs.length
    memoryBytes[step + codes.stepOrderAt] = atom
    memoryBytes[step + codes.stepAnchorAt] = backs[0]?.to ?? 0
  })
  return at
}

function backsAt(backs: readonly PlanBond[]): number {
  const at = allocate(backs.length * codes.backSize)
  backs.forEach(({ to, test, ring }, i) => {
    const back = at + i * codes.backSize
    memoryBytes[back + codes.backToAt] = to
    memoryBytes[back + codes.backRingAt] = ring
    memoryShorts[(back + codes.backIdAt) >> 1] = bondTestId(test)
    memoryWords[(back + codes.backTestAt) >> 2] = bondTestAt(test)
  })
  return at
}

interface PlanBond {
  readonly to: number
  readonly test: BondTest
  /** Atoms in the smallest ring of the pattern through the bond, which a molecule can only make smaller; 255 outside of rings. */
  readonly ring: number
}

const rarities = new WeakMap<AtomTest, number>()

/** Roughly the share of atoms in molecules that pass a test; only the order matters. */
export function rarity(test: AtomTest): number {
  const found = rarities.get(test) ?? shareOf(test)
  rarities.set(test, found)
  return found
}

function shareOf(test: AtomTest): number {
  switch (test.is) {
    case 'element':
      return ({ 6: 0.7, 7: 0.12, 8: 0.12 }[test.z] ?? 0.02) * (test.aromatic === null ? 1 : 0.6)
    case 'and':
      return test.of.map(rarity).reduce((a, b) => a * b, 1)
    case 'or':
      return Math.min(
        1,
        test.of.map(rarity).reduce((a, b) => a + b, 0),
      )
    case 'ring':
    case 'ring count':
    case 'ring size':
    case 'hydrogens':
    case 'degree':
    case 'connections':
    case 'ring bonds':
    case 'aromatic':
      return 0.5
    case 'environment':
      return 0.3
    default:
      return 1
  }
}
