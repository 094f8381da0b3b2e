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
interface Leaving extends Sum {
  oxygen: number
  /** 1 for atoms that leave. */
  readonly gone: Uint8Array
}

/** What may leave the molecule in hand, and those chosen of them; the objects are used again for each molecule. */
const links: Leaving[] = []
let linkCount = 0
const chosen: Leaving[] = []
const left = new Uint8Array(capacity)

/**
 * Whether undoing one to three ester or ether bonds of a component could leave the skeleton of
 * one of the parents. Wider than what the full path does: any oxygen with two neighbours counts.
 */
export function couldUndo(graph: FastGraph, component: number, whole: Sum, formulas: Formulas, parents: ReadonlySet<string>): boolean {
  linkCount = 0
  for (let a = 0; a < graph.atoms; a++) {
    if (graph.component[a] !== component || graph.z[a] !== 8 || graph.degree[a] !== 2) continue
    for (let k = 0; k < 2; k++) {
      const at = a * maxNeighbours + k
      if (graph.ringBond[graph.via[at]!] === 0) behind(graph, a, graph.neighbour[at]!)
    }
  }
  if (linkCount === 0) return false
  chosen.length = 0
  const isParent = () => {
    for (let a = 0; a < graph.atoms; a++) left[a] = graph.component[a] === component && !chosen.some((l) => l.gone[a] === 1) ? 1 : 0
    return parents.has(skeletonOf(graph, left))
  }
  return couldLeave(0, whole.composition, whole.hydrogens, whole.charge, formulas, linkCount <= manyLinks ? 3 : 2, isParent)
}

/** @param more links that may be undone beside those chosen */
function couldLeave(from: number, composition: number, hydrogens: number, charge: number, formulas: Formulas, more: number, isParent: () => boolean): boolean {
  for (let i = from; i < linkCount; i++) {
    const link = links[i]!
    if (!isApart(link)) continue
    // The oxygen that stays takes up a hydrogen.
    const [c, h, q] = [composition - link.composition, hydrogens - link.hydrogens + 1, charge - link.charge]
    chosen.push(link)
    if ((formulas.has(c, h, q) && isParent()) || (more > 1 && couldLeave(i + 1, c, h, q, formulas, more - 1, isParent))) return true
    chosen.pop()
  }
  return false
}

/** Whether a link and those chosen leave one another in place. */
function isApart(link: Leaving): boolean {
  for (const other of chosen) if (other.oxygen === link.oxygen || other.gone[link.oxygen] === 1 || link.gone[other.oxygen] === 1) return false
  return true
}

const stack = new Uint8Array(capacity)

/** Adds to the links everything reached from an atom without going back to `gate`. */
function behind(graph: FastGraph, gate: number, start: number): void {
  const link = (links[linkCount++] ??= { oxygen: 0, composition: 0, hydrogens: 0, charge: 0, gone: new Uint8Array(capacity) })
  link.oxygen = gate
  link.composition = link.hydrogens = link.charge = 0
  const { degree, neighbour } = graph
  const { gone } = link
  gone.fill(0, 0, graph.atoms)
  gone[start] = 1
  let waiting = 0
  stack[waiting++] = start
  while (waiting > 0) {
    const atom = stack[--waiting]!
    add(link, graph, atom)
    for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
      const other = neighbour[k]!
      if (other === gate || gone[other] === 1) continue
      gone[other] = 1
      stack[waiting++] = other
    }
  }
}

function add(sum: Sum, graph: FastGraph, atom: number): void {
  sum.composition += weightOf(graph.z[atom]!)
  sum.hydrogens += graph.hydrogens[atom]!
  sum.charge += graph.charge[atom]!
}
