import type { FastGraph } from '../fast-graph.js'
import { kernel } from '../kernel.js'
import type { AtomExpression, Pattern } from './pattern.js'
import { patternRings } from './pattern-environments.js'

/**
 * Numbers each atom by its kind and by the kinds of its bonds and neighbours: a predicate that depends on nothing else
 * has one answer for all atoms with the same number, in every molecule. -1 for the rare atom that has none.
 */
export function findSurroundings(graph: FastGraph): void {
  kernel.findSurroundings(graph.at)
}

/** Whether a predicate requires nothing beyond an atom's own kind, its bonds and its neighbours. */
export function looksNoFurther(test: AtomExpression): boolean {
  return reach(test) <= 1
}

/** Bonds between an atom and the furthest that its predicate concerns; `Infinity` for rings: kinds record none. */
function reach(test: AtomExpression): number {
  switch (test.is) {
    case 'ring count':
      return Infinity
    case 'recursive':
      return reachOfPattern(test.pattern)
    case 'and':
    case 'or':
      return Math.max(0, ...test.of.map(reach))
    case 'not':
      return reach(test.of)
    default:
      return 0
  }
}

function reachOfPattern(pattern: Pattern): number {
  if (patternRings(pattern).some(({ ring }) => ring < 255)) return Infinity
  // Without rings, each atom after the first is bonded to an earlier one.
  const distances: number[] = []
  for (const [i, atom] of pattern.atoms.entries()) distances[i] = i === 0 ? 0 : distances[atom.back[0]!.to]! + 1
  return Math.max(...pattern.atoms.map((atom, i) => distances[i]! + reach(atom.test)))
}
