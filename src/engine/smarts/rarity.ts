import type { AtomExpression } from './pattern.js'
import { remembered } from '../../remembered.js'

const rarities = new WeakMap<AtomExpression, number>()

/** Approximate share of atoms in molecules that pass a predicate; only the order matters. */
export function rarity(test: AtomExpression): number {
  return remembered(rarities, test, () => shareOf(test))
}

function shareOf(test: AtomExpression): number {
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
    case 'recursive':
      return 0.3
    default:
      return 1
  }
}
