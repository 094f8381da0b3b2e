import type { Condition } from './conditions.js'
import type { FastGraph } from './fast-graph.js'
import { mayMatch } from './relaxed-match.js'

/**
 * Whether a rule could fit what is left of the drawn molecule when ester and ether bonds are undone.
 * Wider than the full path: whatever hangs on the scaffold with such a bond in it could become anything.
 * @param links 1 for oxygens of such bonds
 */
export function couldFitUndone(graph: FastGraph, { pattern, rule }: Condition, links: Uint8Array): boolean {
  if (!pattern || !rule) return true
  return mayMatch(graph, pattern, (embedding) => rule.couldFitUndone(graph, embedding, links))
}
