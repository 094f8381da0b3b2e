import type { FastGraph } from '../fast-graph.js'
import { kernel, memory, memoryBytes } from '../kernel.js'
import { maskWords } from '../layout.js'
import type { Pattern } from './pattern.js'
import { patternArena } from './pattern-arena.js'
import { planFromFirst, planFromRarest } from './encode.js'

/** Whether a pattern may match: every embedding that RDKit finds in any form of the molecule, and perhaps more. */
export function mayMatch(graph: FastGraph, pattern: Pattern): boolean {
  return kernel.mayMatch(graph.at, planFromRarest(pattern)) === 1
}

/** Thrown if a search for all embeddings meets a predicate that it cannot answer with certainty. */
export class NotSure extends Error {
  override name = 'NotSure'
}

const notSure = new NotSure()

/**
 * All embeddings, each giving an atom for every atom of the pattern, or null if there are more than `most`
 * (`mostEmbeddings` at most).
 * @throws {NotSure} if RDKit might find others
 */
export function allMatches(graph: FastGraph, pattern: Pattern, most: number): number[][] | null {
  const count = kernel.findAll(graph.at, planFromRarest(pattern), most)
  if (count === -1) return null
  if (count < 0) throw notSure
  const size = pattern.atoms.length
  const found: number[][] = []
  for (let i = 0, at = kernel.foundFrom(); i < count; i++, at += size) {
    const embedding: number[] = []
    for (let atom = at; atom < at + size; atom++) embedding.push(memoryBytes[atom]!)
    found.push(embedding)
  }
  return found
}

/** Candidates for the first atom of a pattern; computed once per molecule, and overwritten for the next. */
export function matchMask(graph: FastGraph, pattern: Pattern): Int32Array {
  return maskAt(kernel.matchMask(graph.at, planFromFirst(pattern)))
}

/** The atoms that certainly match; empty for patterns of several atoms, for which it is not needed. */
export function sureMask(graph: FastGraph, pattern: Pattern): Int32Array {
  return maskAt(kernel.sureMask(graph.at, planFromFirst(pattern)))
}

const masks = new Map<number, Int32Array>()
patternArena.onFree(() => masks.clear())

function maskAt(at: number): Int32Array {
  let known = masks.get(at)
  if (!known) masks.set(at, (known = new Int32Array(memory, at, maskWords)))
  return known
}
