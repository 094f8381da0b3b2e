import type { Link } from '../chem/index.js'
import { FastGraph } from './fast-graph.js'
import { findNeutral } from './neutral.js'
import { findBonds, findElectrons } from './perceive.js'

/** A graph of its own with links undone as `chem.withLinksUndone` does it: each bond is gone, both its ends have a hydrogen more. */
export function undoneGraph(graph: FastGraph, links: readonly Pick<Link, 'oxygen' | 'other'>[]): FastGraph | null {
  const made = new FastGraph()
  made.clear()
  for (let a = 0; a < graph.atoms; a++) {
    made.addAtom(graph.z[a]!, graph.charge[a]!, graph.lower[a]!)
    made.hydrogens[a] = graph.hydrogens[a]!
  }
  for (let b = 0; b < graph.bonds; b++) {
    const [from, to] = [graph.from[b]!, graph.to[b]!]
    const cut = links.some((l) => (l.oxygen === from && l.other === to) || (l.oxygen === to && l.other === from))
    if (!cut) made.join(from, to, graph.order[b]!)
  }
  for (const atom of new Set(links.flatMap((l) => [l.oxygen, l.other]))) made.hydrogens[atom]!++
  findBonds(made)
  findNeutral(made)
  return findElectrons(made) ? made : null
}
