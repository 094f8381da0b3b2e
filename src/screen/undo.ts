import { maxNeighbours, type FastGraph } from './fast-graph.js'

/** Marks the oxygens of bonds that could be undone; false where there are none. */
export function linkOxygens(graph: FastGraph, marks: Uint8Array): boolean {
  let any = false
  for (let a = 0; a < graph.atoms; a++) {
    marks[a] = 0
    if (graph.z[a] !== 8 || graph.degree[a] !== 2) continue
    for (let k = 0; k < 2; k++) if (graph.ringBond[graph.via[a * maxNeighbours + k]!] === 0) marks[a] = 1
    any ||= marks[a] === 1
  }
  return any
}
