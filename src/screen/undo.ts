import { weightOf } from './composition.js'
import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import type { Formulas } from './formulas.js'
import { skeletonOf } from './skeletons.js'

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

/** An oxygen and what may leave it. */
interface Leaving {
  readonly oxygen: number
  readonly sum: Sum
  /** 1 for atoms that leave. */
  readonly gone: Uint8Array
}

/**
 * Whether undoing one to three ester or ether bonds of a component could leave the skeleton of
 * one of the parents. Wider than what the full path does: any oxygen with two neighbours counts.
 */
export function couldUndo(graph: FastGraph, component: number, whole: Sum, formulas: Formulas, parents: ReadonlySet<string>): boolean {
  const links: Leaving[] = []
  for (let a = 0; a < graph.atoms; a++) {
    if (graph.component[a] !== component || graph.z[a] !== 8 || graph.degree[a] !== 2) continue
    for (let k = 0; k < 2; k++) {
      const at = a * maxNeighbours + k
      if (graph.ringBond[graph.via[at]!] === 0) links.push(behind(graph, a, graph.neighbour[at]!))
    }
  }
  const isParent = (chosen: readonly Leaving[]) => {
    for (let a = 0; a < graph.atoms; a++) left[a] = graph.component[a] === component && !chosen.some((l) => l.gone[a] === 1) ? 1 : 0
    return parents.has(skeletonOf(graph, left))
  }
  return couldLeave(links, [], 0, whole, formulas, links.length <= manyLinks ? 3 : 2, isParent)
}

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

const left = new Uint8Array(capacity)

function couldLeave(links: readonly Leaving[], chosen: readonly Leaving[], from: number, rest: Sum, formulas: Formulas, more: number, isParent: (chosen: readonly Leaving[]) => boolean): boolean {
  for (let i = from; i < links.length; i++) {
    const link = links[i]!
    if (chosen.some((other) => other.oxygen === link.oxygen || other.gone[link.oxygen] === 1 || link.gone[other.oxygen] === 1)) continue
    // The oxygen that stays takes up a hydrogen.
    const remains: Sum = { composition: rest.composition - link.sum.composition, hydrogens: rest.hydrogens - link.sum.hydrogens + 1, charge: rest.charge - link.sum.charge }
    const together = [...chosen, link]
    if (formulas.has(remains.composition, remains.hydrogens, remains.charge) && isParent(together)) return true
    if (more > 1 && couldLeave(links, together, i + 1, remains, formulas, more - 1, isParent)) return true
  }
  return false
}

const stack = new Uint8Array(capacity)

/** Everything reached from an atom without going back to `gate`. */
function behind(graph: FastGraph, gate: number, start: number): Leaving {
  const sum: Sum = { composition: 0, hydrogens: 0, charge: 0 }
  const { degree, neighbour } = graph
  const gone = new Uint8Array(graph.atoms)
  gone[start] = 1
  let waiting = 0
  stack[waiting++] = start
  while (waiting > 0) {
    const atom = stack[--waiting]!
    add(sum, graph, atom)
    for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
      const other = neighbour[k]!
      if (other === gate || gone[other] === 1) continue
      gone[other] = 1
      stack[waiting++] = other
    }
  }
  return { oxygen: gate, sum, gone }
}

function add(sum: Sum, graph: FastGraph, atom: number): void {
  sum.composition += weightOf(graph.z[atom]!)
  sum.hydrogens += graph.hydrogens[atom]!
  sum.charge += graph.charge[atom]!
}
