import type { Link } from '../chem/index.js'
import { FastGraph } from './fast-graph.js'
import { kernel } from './kernel.js'

/** Graphs that were made of a molecule and of what was made of it, and how many of them; they are filled again for the next. */
const made: FastGraph[] = []
let madeOf = -1
let count = 0
/** More for one molecule are not made: each takes 30 KB for good. */
const most = 1000

function emptyGraph(graph: FastGraph): FastGraph | null {
  const root = made.includes(graph) ? madeOf : graph.generation
  if (root !== madeOf) count = 0
  madeOf = root
  return count === most ? null : (made[count++] ??= new FastGraph())
}

/** A graph, valid until another molecule is asked about, with links undone as `chem.withLinksUndone` does it: each bond is gone, both its ends have a hydrogen more. */
export function undoneGraph(graph: FastGraph, links: readonly Pick<Link, 'oxygen' | 'other'>[]): FastGraph | null {
  const left = emptyGraph(graph)
  if (!left) return null
  left.clear()
  for (let a = 0; a < graph.atoms; a++) {
    left.addAtom(graph.z[a]!, graph.charge[a]!, graph.lower[a]!)
    left.hydrogens[a] = graph.hydrogens[a]!
  }
  for (let b = 0; b < graph.bonds; b++) {
    const [from, to] = [graph.from[b]!, graph.to[b]!]
    const cut = links.some((l) => (l.oxygen === from && l.other === to) || (l.oxygen === to && l.other === from))
    if (!cut) left.join(from, to, graph.order[b]!)
  }
  for (const atom of new Set(links.flatMap((l) => [l.oxygen, l.other]))) left.hydrogens[atom]!++
  return kernel.perceive(left.at) === 1 ? left : null
}
