import type { FastGraph } from './fast-graph.js'
import { kernel, memory, memoryBytes, visitor } from './kernel.js'
import { maskWords } from './kernel/layout.js'
import type { Pattern } from './pattern.js'
import { planOf } from './plan.js'

/** Looks at one embedding (atoms of the graph in pattern order); true ends the search. */
type Visit = (embedding: Uint8Array) => boolean

/**
 * Whether a pattern may match: every embedding that RDKit would find in any form of the
 * molecule (neutral or charged, Kekulé or aromatic) is found, and perhaps some more.
 * Where `visit` is given, whether it accepts one of them.
 */
export function mayMatch(graph: FastGraph, pattern: Pattern, visit: Visit | null = null): boolean {
  const at = planOf(pattern)
  return visit ? visiting(visit, () => kernel.mayMatch(graph.at, at, 1)) : kernel.mayMatch(graph.at, at, 0) === 1
}

/** Whether an embedding with its first atom on this one is accepted. */
export function anyMayMatch(graph: FastGraph, pattern: Pattern, atom: number, visit: Visit): boolean {
  const at = planOf(pattern)
  return visiting(visit, () => kernel.anyMayMatch(graph.at, at, atom))
}

/** Whether a pattern certainly matches somewhere in a component. */
export function surelyHas(graph: FastGraph, pattern: Pattern, component: number): boolean {
  return kernel.surelyHas(graph.at, planOf(pattern), component) === 1
}

/** Who looks at the embeddings of the search in hand. */
let visitNow: Visit = () => true

visitor.visit = (embedding, size) => visitNow(embeddingAt(embedding, size))

function visiting(visit: Visit, search: () => number): boolean {
  const before = visitNow
  visitNow = visit
  try {
    return search() === 1
  } finally {
    visitNow = before
  }
}

const embeddings = new Map<number, Uint8Array>()

function embeddingAt(at: number, size: number): Uint8Array {
  const key = at * 256 + size
  let known = embeddings.get(key)
  if (!known) embeddings.set(key, (known = memoryBytes.subarray(at, at + size)))
  return known
}

/** Thrown where a search for all embeddings meets a test that it cannot answer with certainty. */
export class NotSure extends Error {
  override name = 'NotSure'
}

const notSure = new NotSure()

/**
 * All embeddings, each giving an atom for every atom of the pattern, or null where they are more than `most` (2000 at most).
 * @throws {NotSure} where RDKit might find others
 */
export function allMatches(graph: FastGraph, pattern: Pattern, most: number): number[][] | null {
  const count = kernel.findAll(graph.at, planOf(pattern), most)
  if (count === -1) return null
  if (count < 0) throw notSure
  const size = pattern.atoms.length
  const found: number[][] = []
  for (let i = 0, at = kernel.foundFrom(); i < count; i++, at += size) found.push([...memoryBytes.subarray(at, at + size)])
  return found
}

/** The atoms on which the first atom of a pattern may lie; found once for a molecule, and overwritten for the next. */
export function matchMask(graph: FastGraph, pattern: Pattern): Int32Array {
  return maskAt(kernel.matchMask(graph.at, planOf(pattern)))
}

/** The atoms that certainly pass; none for patterns of several atoms, of which that is not asked. */
export function sureMask(graph: FastGraph, pattern: Pattern): Int32Array {
  return maskAt(kernel.sureMask(graph.at, planOf(pattern)))
}

const masks = new Map<number, Int32Array>()

function maskAt(at: number): Int32Array {
  let known = masks.get(at)
  if (!known) masks.set(at, (known = new Int32Array(memory, at, maskWords)))
  return known
}
