import { mostGraphsMade } from '../../limits.js'
import { FastGraph } from '../fast-graph.js'
import { kernel } from '../kernel.js'

/** A bond that can be cleaved, by its ends. */
interface CleavableBond {
  readonly oxygen: number
  readonly other: number
}

/** What may differ between two drawings of one molecule. */
interface DrawnMolecule {
  readonly atoms: readonly { readonly hydrogens: number; readonly charge: number }[]
  readonly bonds: readonly { readonly order: number | 'other' }[]
}

/** Graphs that were made of a molecule and of what was made of it, and how many of them; they are filled again for the next. */
const made: FastGraph[] = []
let madeOf = -1
let count = 0

function emptyGraph(graph: FastGraph): FastGraph | null {
  const root = made.includes(graph) ? madeOf : graph.generation
  if (root !== madeOf) count = 0
  madeOf = root
  return count === mostGraphsMade ? null : (made[count++] ??= new FastGraph())
}

/** A graph, valid until another molecule is asked about, with links undone as `chem.withLinksUndone` does it: each bond is gone, both its ends have a hydrogen more. */
export function undoneGraph(graph: FastGraph, links: readonly CleavableBond[]): FastGraph | null {
  const isCut = (a: number, b: number) =>
    links.some((l) => (l.oxygen === a && l.other === b) || (l.oxygen === b && l.other === a))
  return drawnAnew(graph, isCut, (left) => {
    for (const atom of new Set(links.flatMap((l) => [l.oxygen, l.other]))) left.hydrogens[atom]!++
  })
}

/** A graph, valid as long, of what is drawn alone: a hydroxy group on a double bond leaves nothing in doubt. */
export function asDrawn(graph: FastGraph): FastGraph | null {
  return drawnAnew(graph)
}

/** A graph, valid as long, with the hydrogens, charges and bond orders of a molecule that has the same atoms and bonds. */
export function withOrdersOf(graph: FastGraph, { atoms, bonds }: DrawnMolecule): FastGraph | null {
  return drawnAnew(
    graph,
    () => false,
    (left) => {
      for (const [a, { hydrogens, charge }] of atoms.entries()) {
        left.hydrogens[a] = hydrogens
        left.charge[a] = charge
      }
      for (const [b, { order }] of bonds.entries()) if (order !== 'other') left.order[b] = order
    },
  )
}

function drawnAnew(
  graph: FastGraph,
  isCut: (a: number, b: number) => boolean = () => false,
  change: (left: FastGraph) => void = () => {},
): FastGraph | null {
  const left = emptyGraph(graph)
  if (!left) return null
  left.clear()
  for (let a = 0; a < graph.atoms; a++) {
    left.addAtom(graph.z[a]!, graph.charge[a]!, graph.lower[a]!)
    left.hydrogens[a] = graph.hydrogens[a]!
  }
  for (let b = 0; b < graph.bonds; b++) {
    const [from, to] = [graph.from[b]!, graph.to[b]!]
    if (!isCut(from, to)) left.join(from, to, graph.order[b]!)
  }
  change(left)
  return kernel.perceive(left.at) === 1 ? left : null
}
