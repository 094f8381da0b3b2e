import type { AtomTest, BondTest, Pattern, PatternAtom } from './pattern.js'
import { patternRings } from './pattern-rings.js'

/** An order in which the atoms of a pattern are laid on a molecule: each after the first is bonded to an earlier one. */
export interface Plan {
  readonly size: number
  /** Pattern atom laid at each step. */
  readonly order: Uint8Array
  readonly ids: Int32Array
  readonly tests: readonly AtomTest[]
  /** 1 where the test looks at nothing but the atom itself. */
  readonly local: Uint8Array
  /** Bonds of each step to atoms laid earlier, as indices of the pattern. */
  readonly back: readonly (readonly PlanBond[])[]
}

export interface PlanBond {
  readonly to: number
  readonly test: BondTest
  readonly id: number
  /** Atoms in the smallest ring of the pattern through it, which a molecule can only make smaller; 255 outside of rings. */
  readonly ring: number
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
  const made = { fromFirst: plan(pattern.atoms, 0, ranks), fromRarest: plan(pattern.atoms, ranks.indexOf(Math.min(...ranks)), ranks) }
  known.set(pattern, made)
  return made
}

function plan(atoms: readonly PatternAtom[], first: number, ranks: readonly number[]): Plan {
  const bonds: PlanBond[][] = atoms.map(() => [])
  const sizes = patternRings({ atoms })
  for (const { a, b, test, ring } of sizes) {
    const id = idOf(bondIds, test)
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
  return {
    size: atoms.length,
    order: Uint8Array.from(order),
    ids: Int32Array.from(order, (i) => idOf(atomIds, atoms[i]!.test)),
    tests: order.map((i) => atoms[i]!.test),
    local: Uint8Array.from(order, (i) => (isLocal(atoms[i]!.test) ? 1 : 0)),
    back: order.map((i, step) => bonds[i]!.filter((b) => order.indexOf(b.to) < step)),
  }
}

const atomIds = new Map<string, number>()
const bondIds = new Map<string, number>()

/** Equal tests share their answers, whichever rule asks. */
function idOf(ids: Map<string, number>, test: AtomTest | BondTest): number {
  const key = JSON.stringify(test)
  const found = ids.get(key) ?? ids.size
  ids.set(key, found)
  return found
}

function isLocal(test: AtomTest): boolean {
  switch (test.is) {
    case 'environment':
      return false
    case 'and':
    case 'or':
      return test.of.every(isLocal)
    case 'not':
      return isLocal(test.of)
    default:
      return true
  }
}

/** Roughly the share of atoms in molecules that pass a test; only the order matters. */
function rarity(test: AtomTest): number {
  switch (test.is) {
    case 'element':
      return ({ 6: 0.7, 7: 0.12, 8: 0.12 }[test.z] ?? 0.02) * (test.aromatic === null ? 1 : 0.6)
    case 'and':
      return test.of.map(rarity).reduce((a, b) => a * b, 1)
    case 'or':
      return Math.min(1, test.of.map(rarity).reduce((a, b) => a + b, 0))
    case 'ring':
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
