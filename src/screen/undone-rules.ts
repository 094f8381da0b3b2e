import { linkOxygens } from './undo.js'
import type { Condition } from './conditions.js'
import { capacity, type FastGraph } from './fast-graph.js'
import { mayMatch } from './relaxed-match.js'

/**
 * Whether a rule could fit what is left of the drawn molecule when ester and ether bonds are undone.
 * Wider than the full path: whatever hangs on the scaffold with such a bond in it could become anything.
 * @param mayHave false where the molecule certainly does not match the pattern of a condition
 */
export function ruleCouldFitUndone(graph: FastGraph, conditions: readonly Condition[], mayHave: (condition: Condition) => boolean): Condition | null {
  if (conditions.length === 0 || !linkOxygens(graph, links)) return null
  return conditions.find((condition) => mayHave(condition) && fits(graph, condition)) ?? null
}

const links = new Uint8Array(capacity)

function fits(graph: FastGraph, { pattern, rule }: Condition): boolean {
  if (!pattern || !rule) return true
  return mayMatch(graph, pattern, (embedding) => rule.couldFitUndone(graph, embedding, links))
}
