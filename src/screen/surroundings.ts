import { maxNeighbours, type FastGraph } from './fast-graph.js'
import { findKinds, isStrange } from './kinds.js'
import type { AtomTest, Pattern } from './pattern.js'
import { patternRings } from './pattern-rings.js'

/** Neighbours of an atom that gets a number. */
const mostArms = 4
/** Surroundings that get a number; what comes later has none. */
const most = 100_000
const none = -1

/** A hash table of what is known. An entry, of one cache line: the kind of the atom, its bonds and neighbours in order, its number. */
const width = 8
const numberAt = 1 + mostArms
let entries = new Int32Array(4096 * width).fill(none)
let known = 0
const own = new Int32Array(1 + mostArms)

/**
 * Numbers each atom by its kind and by the kinds of its bonds and neighbours: what asks for nothing else has one
 * answer for all atoms of a number, in every molecule. -1 for the rare atom that has none.
 */
export function findSurroundings(graph: FastGraph): void {
  if (graph.kindsOf !== graph.generation) findKinds(graph)
  graph.surroundingsOf = graph.generation
  for (let atom = 0; atom < graph.atoms; atom++) graph.surroundings[atom] = describe(graph, atom) ? numberOf() : none
}

/** Fills `own`; false where an atom has many neighbours, or something strange about it. */
function describe({ atomKind, bondKind, ringSize, degree, neighbour, via }: FastGraph, atom: number): boolean {
  if (isStrange(atomKind[atom]!) || degree[atom]! > mostArms) return false
  // For so few, a call of `fill` costs more than it does.
  own[0] = atomKind[atom]!
  own[1] = own[2] = own[3] = own[4] = none
  let n = 0
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
    const kind = atomKind[neighbour[k]!]!
    if (isStrange(kind)) return false
    const bond = via[k]!
    const arm = (bondKind[bond]! * 256 + ringSize[bond]!) * 2048 + kind
    let i = ++n
    for (; i > 1 && own[i - 1]! > arm; i--) own[i] = own[i - 1]!
    own[i] = arm
  }
  return true
}

function numberOf(): number {
  let at = placeIn(entries, own, 0)
  if (entries[at] !== none) return entries[at + numberAt]!
  if (known === most) return none
  if (known * 2 * width > entries.length) {
    grow()
    at = placeIn(entries, own, 0)
  }
  entries.set(own, at)
  return (entries[at + numberAt] = known++)
}

/** Where the surroundings that begin at `from` stand in a table, or would. */
function placeIn(table: Int32Array, what: Int32Array, from: number): number {
  let hash = 0
  for (let i = from; i <= from + mostArms; i++) hash = Math.imul(hash ^ what[i]!, 0x9e3779b1) ^ (hash >>> 13)
  let at = ((hash ^ (hash >>> 16)) * width) & (table.length - 1)
  while (table[at] !== none && !equal(table, at, what, from)) at = (at + width) & (table.length - 1)
  return at
}

function equal(table: Int32Array, at: number, what: Int32Array, from: number): boolean {
  for (let i = 0; i <= mostArms; i++) if (table[at + i] !== what[from + i]) return false
  return true
}

function grow(): void {
  const larger = new Int32Array(entries.length * 2).fill(none)
  for (let from = 0; from < entries.length; from += width) {
    if (entries[from] === none) continue
    const at = placeIn(larger, entries, from)
    larger.set(entries.subarray(from, from + width), at)
  }
  entries = larger
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
