import type { AtomTest, BondTest, Pattern, PatternAtom } from './pattern.js'

/** An order in which the atoms of a pattern are laid on a molecule: each after the first is bonded to an earlier one. */
export interface Plan {
  readonly size: number
  /** Pattern atom laid at each step. */
  readonly order: Uint8Array
  readonly ids: Int32Array
  readonly tests: readonly AtomTest[]
  /** Bonds of each step to atoms laid earlier, as indices of the pattern. */
  readonly back: readonly (readonly { readonly to: number; readonly test: BondTest }[])[]
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
  const bonds: { to: number; test: BondTest }[][] = atoms.map(() => [])
  atoms.forEach((atom, i) => atom.back.forEach(({ to, test }) => (bonds[i]!.push({ to, test }), bonds[to]!.push({ to: i, test }))))
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
    ids: Int32Array.from(order, (i) => idOf(atoms[i]!.test)),
    tests: order.map((i) => atoms[i]!.test),
    back: order.map((i, step) => bonds[i]!.filter((b) => order.indexOf(b.to) < step)),
  }
}

const ids = new Map<string, number>()

/** Equal tests share their answers, whichever rule asks. */
function idOf(test: AtomTest): number {
  const key = JSON.stringify(test)
  const found = ids.get(key) ?? ids.size
  ids.set(key, found)
  return found
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
