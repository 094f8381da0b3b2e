import type { FastGraph } from './fast-graph.js'
import { kernel } from './kernel.js'

const strange = 2047

export function isStrange(kind: number): boolean {
  return kind === strange
}

/** Gives atoms and bonds the numbers by which answers are kept from one molecule to the next. */
export function findKinds(graph: FastGraph): void {
  kernel.findKinds(graph.at)
}
