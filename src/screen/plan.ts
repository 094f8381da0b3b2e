import { numbered, type NumberedTest } from './masks.js'
import type { AtomTest, BondTest, Pattern } from './pattern.js'
import { patternRings } from './pattern-rings.js'

/** An order in which the atoms of a pattern are laid on a molecule: each after the first is bonded to an earlier one. */
export interface Plan {
  readonly size: number
  /** Pattern atom laid at each step. */
  readonly order: Uint8Array
  readonly tests: readonly NumberedTest[]
  /** Pattern atom beside which each step looks; meaningless at the first. */
  readonly anchor: Uint8Array
  /** Bonds of step `s` to atoms laid earlier, the one to its anchor first: places `backFrom[s]` to `backFrom[s + 1]` of what follows. */
  readonly backFrom: Uint16Array
  /** Pattern atom at the other end. */
  readonly backTo: Uint8Array
  readonly backTest: readonly BondTest[]
  readonly backId: Uint16Array
  /** Atoms in the smallest ring of the pattern through the bond, which a molecule can only make smaller; 255 outside of rings. */
  readonly backRing: Uint8Array
}

export interface Plans {
  readonly fromFirst: Plan
  /** Starts at the atom that fewest atoms of a molecule pass. */
  readonly fromRarest: Plan
}

const known = new WeakMap<Pattern, Plans>()

export function planOf(pattern: Pattern): Plans {
  const found = known.get(pattern)
  if (found) return found
  const ranks = pattern.atoms.map((atom) => rarity(atom.test))
  const made = { fromFirst: plan(pattern, 0, ranks), fromRarest: plan(pattern, ranks.indexOf(Math.min(...ranks)), ranks) }
  known.set(pattern, made)
  return made
}

function plan(pattern: Pattern, first: number, ranks: readonly number[]): Plan {
  const { atoms } = pattern
  const bonds: PlanBond[][] = atoms.map(() => [])
  for (const { a, b, test, ring } of patternRings(pattern)) {
    const id = bondTestId(test)
    bonds[a]!.push({ to: b, test, id, ring })
    bonds[b]!.push({ to: a, test, id, ring })
  }
  const order = [first]
  while (order.length < atoms.length) {
    const open = atoms.map((_, i) => i).filter((i) => !order.includes(i) && bonds[i]!.some((b) => order.includes(b.to)))
    // A ring that closes, then the rarer atom: both end a hopeless search early.
    const closes = (i: number) => bonds[i]!.filter((b) => order.includes(b.to)).length
    order.push(open.reduce((best, i) => (closes(i) > closes(best) || (closes(i) === closes(best) && ranks[i]! < ranks[best]!) ? i : best)))
  }
  const back = order.map((i, step) => bonds[i]!.filter((b) => order.indexOf(b.to) < step))
  const all = back.flat()
  return {
    size: atoms.length,
    order: Uint8Array.from(order),
    tests: order.map((i) => numbered(atoms[i]!.test)),
    anchor: Uint8Array.from(back, (own) => own[0]?.to ?? 0),
    backFrom: Uint16Array.from([0, ...back], (_, step) => back.slice(0, step).flat().length),
    backTo: Uint8Array.from(all, (b) => b.to),
    backTest: all.map((b) => b.test),
    backId: Uint16Array.from(all, (b) => b.id),
    backRing: Uint8Array.from(all, (b) => b.ring),
  }
}

interface PlanBond {
  readonly to: number
  readonly test: BondTest
  readonly id: number
  readonly ring: number
}

const bondIds = new Map<string, number>()

/** Equal tests share their answers, whichever rule asks. */
export function bondTestId(test: BondTest): number {
  const key = JSON.stringify(test)
  const found = bondIds.get(key) ?? bondIds.size
  bondIds.set(key, found)
  return found
}

/** Roughly the share of atoms in molecules that pass a test; only the order matters. */
export function rarity(test: AtomTest): number {
  switch (test.is) {
    case 'element':
      return ({ 6: 0.7, 7: 0.12, 8: 0.12 }[test.z] ?? 0.02) * (test.aromatic === null ? 1 : 0.6)
    case 'and':
      return test.of.map(rarity).reduce((a, b) => a * b, 1)
    case 'or':
      return Math.min(1, test.of.map(rarity).reduce((a, b) => a + b, 0))
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
