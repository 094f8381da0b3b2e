import type { Condition } from './conditions.js'
import type { FastGraph } from './fast-graph.js'
import { kernel } from './kernel.js'

/** Whether a molecule may meet a condition whose counts and stars it has. */
export function couldFit(graph: FastGraph, { at }: Condition): boolean {
  return at === 0 || kernel.couldFit(graph.at, at) === 1
}

/**
 * Whether a rule could fit what is left of the drawn molecule when ester and ether bonds are undone.
 * Wider than the full path: whatever hangs on the scaffold with such a bond in it could become anything.
 * @param links where the marks lie in the memory of the kernel: 1 for oxygens of such bonds
 */
export function couldFitUndone(graph: FastGraph, { at, rule }: Condition, links: number): boolean {
  return at === 0 || rule === null || kernel.couldFitUndone(graph.at, at, links) === 1
}
