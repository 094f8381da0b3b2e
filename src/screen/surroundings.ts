import { maxNeighbours, type FastGraph } from './fast-graph.js'
import { Interned } from './interned.js'
import { findKinds, isStrange } from './kinds.js'
import type { AtomTest, Pattern } from './pattern.js'
import { patternRings } from './pattern-rings.js'

/** Surroundings that get a number; what comes later has none. */
const most = 200_000
const none = -1
const numbers = new Interned()
const around = new Int32Array(maxNeighbours)

/**
 * Numbers each atom by its kind and by the kinds of its bonds and neighbours: what asks for nothing else has one
 * answer for all atoms of a number, in every molecule. -1 for the rare atom that has none.
 */
export function findSurroundings(graph: FastGraph): void {
  if (graph.kindsOf !== graph.generation) findKinds(graph)
  graph.surroundingsOf = graph.generation
  for (let atom = 0; atom < graph.atoms; atom++) graph.surroundings[atom] = numberOf(graph, atom)
}

function numberOf({ atomKind, bondKind, ringSize, degree, neighbour, via }: FastGraph, atom: number): number {
  const own = atomKind[atom]!
  if (isStrange(own) || numbers.size > most) return none
  let n = 0
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
    const kind = atomKind[neighbour[k]!]!
    if (isStrange(kind)) return none
    const bond = via[k]!
    const side = (bondKind[bond]! * 256 + ringSize[bond]!) * 2048 + kind
    let i = n++
    for (; i > 0 && around[i - 1]! > side; i--) around[i] = around[i - 1]!
    around[i] = side
  }
  let number = numbers.of(none, own)
  for (let i = 0; i < n; i++) number = numbers.of(number, around[i]!)
  return number
}

/** Whether a test asks for nothing beyond an atom's own kind, its bonds and its neighbours. */
export function looksNoFurther(test: AtomTest): boolean {
  return reach(test) <= 1
}

/** Bonds between an atom and the furthest that its test asks about; `Infinity` where rings are asked for that kinds do not tell. */
function reach(test: AtomTest): number {
  switch (test.is) {
    case 'ring count':
      return Infinity
    case 'environment':
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
  // Without rings each atom after the first hangs on one that comes earlier.
  const distances: number[] = []
  for (const [i, atom] of pattern.atoms.entries()) distances[i] = i === 0 ? 0 : distances[atom.back[0]!.to]! + 1
  return Math.max(...pattern.atoms.map((atom, i) => distances[i]! + reach(atom.test)))
}
