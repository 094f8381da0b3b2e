import { weightOf } from './composition.js'
import { maxNeighbours, type FastGraph } from './fast-graph.js'
import type { Formulas } from './formulas.js'

/** With more links than this the full path undoes at most two at once; see `matching/undone`. */
const manyLinks = 16

/** Heavy atoms, hydrogens and net charge of some atoms. */
export interface Sum {
  composition: number
  hydrogens: number
  charge: number
}

export function sumOf(graph: FastGraph, component: number): Sum {
  const sum: Sum = { composition: 0, hydrogens: 0, charge: 0 }
  for (let a = 0; a < graph.atoms; a++) if (graph.component[a] === component) add(sum, graph, a)
  return sum
}

/**
 * Whether undoing one to three ester or ether bonds of a component could leave one of these
 * formulas. Wider than what the full path does: any oxygen with two neighbours counts, and
 * links need not go together.
 */
export function couldUndo(graph: FastGraph, component: number, whole: Sum, formulas: Formulas): boolean {
  const removed: Sum[] = []
  for (let a = 0; a < graph.atoms; a++) {
    if (graph.component[a] !== component || graph.z[a] !== 8 || graph.degree[a] !== 2) continue
    for (let k = 0; k < 2; k++) {
      const at = a * maxNeighbours + k
      if (graph.ringBond[graph.via[at]!] === 0) removed.push(behind(graph, a, graph.neighbour[at]!))
    }
  }
  return couldLeave(removed, 0, whole, formulas, removed.length <= manyLinks ? 3 : 2)
}

function couldLeave(removed: readonly Sum[], from: number, rest: Sum, formulas: Formulas, more: number): boolean {
  for (let i = from; i < removed.length; i++) {
    const group = removed[i]!
    // The oxygen that stays takes up a hydrogen.
    const left: Sum = { composition: rest.composition - group.composition, hydrogens: rest.hydrogens - group.hydrogens + 1, charge: rest.charge - group.charge }
    if (left.composition <= 0) continue
    if (formulas.has(left.composition, left.hydrogens, left.charge)) return true
    if (more > 1 && couldLeave(removed, i + 1, left, formulas, more - 1)) return true
  }
  return false
}

/** Everything reached from an atom without going back to `gate`. */
function behind(graph: FastGraph, gate: number, start: number): Sum {
  const sum: Sum = { composition: 0, hydrogens: 0, charge: 0 }
  const { degree, neighbour } = graph
  const stack = [start]
  const seen = new Set([gate, start])
  for (let atom = stack.pop(); atom !== undefined; atom = stack.pop()) {
    add(sum, graph, atom)
    for (let k = 0; k < degree[atom]!; k++) {
      const other = neighbour[atom * maxNeighbours + k]!
      if (seen.has(other)) continue
      seen.add(other)
      stack.push(other)
    }
  }
  return sum
}

function add(sum: Sum, graph: FastGraph, atom: number): void {
  sum.composition += weightOf(graph.z[atom]!)
  sum.hydrogens += graph.hydrogens[atom]!
  sum.charge += graph.charge[atom]!
}
