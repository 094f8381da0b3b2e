import { inOrder, type Identity, type Link, type Matches, type Molecule } from '../chem/index.js'
import type { Subject } from '../matching/index.js'
import { aromaticBond, maxNeighbours, type FastGraph } from './fast-graph.js'
import { patternOf } from './pattern.js'
import { allMatches, NotSure } from './relaxed-match.js'
import { ringsOf } from './smallest-rings.js'
import { undoneGraph } from './undone-graph.js'

/** As many embeddings as the full path looks at. */
const most = 2000

/**
 * The molecule of a fast graph as the rule engine reads it, where every answer is certainly the one that RDKit
 * gives. It lives until the graph is filled again.
 */
export class SureGraph implements Subject {
  readonly molecule: Molecule
  readonly #graph: FastGraph
  readonly #matches = new Map<string, Matches>()

  private constructor(graph: FastGraph, molecule: Molecule) {
    this.#graph = graph
    this.molecule = molecule
  }

  /** Null where some atom, bond or ring is not certain. */
  static of(graph: FastGraph): SureGraph | null {
    if (graph.unclear > 0) return null
    for (let a = 0; a < graph.atoms; a++) if (graph.unsure[a] === 1) return null
    if (!graph.settled) return null
    for (let b = 0; b < graph.bonds; b++) if (graph.order[b] === aromaticBond && graph.sureBond[b] === 0) return null
    const rings = ringsOf(graph)
    return rings && new SureGraph(graph, moleculeOf(graph, rings))
  }

  /** @throws {NotSure} */
  match(smarts: string): Matches {
    const known = this.#matches.get(smarts)
    if (known) return known
    const pattern = patternOf(smarts)
    const embeddings = pattern && allMatches(this.#graph, pattern, most)
    if (!embeddings) throw new NotSure()
    const found = { embeddings: inOrder(embeddings), cut: false }
    this.#matches.set(smarts, found)
    return found
  }

  /** Null: no hydroxy group stands on a double bond where all atoms are certain. */
  get settled(): null {
    return null
  }

  /** @throws {NotSure} */
  matchSettled(smarts: string): Matches {
    return this.match(smarts)
  }

  /** InChI, and molecules with bonds changed, are RDKit's. @throws {NotSure} */
  identity(): Identity | null {
    throw new NotSure()
  }

  /** @throws {NotSure} */
  neutralIdentity(): Identity | null {
    throw new NotSure()
  }

  /** @throws {NotSure} */
  mobileIdentity(): Identity | null {
    throw new NotSure()
  }

  /** @throws {NotSure} */
  undone(links: readonly Pick<Link, 'oxygen' | 'other'>[]): Subject {
    const graph = undoneGraph(this.#graph, links)
    const sure = graph && SureGraph.of(graph)
    if (!sure) throw new NotSure()
    return sure
  }

  /** @throws {NotSure} */
  dried(): Subject | null {
    throw new NotSure()
  }
}

function moleculeOf(graph: FastGraph, rings: readonly (readonly number[])[]): Molecule {
  const numbers = (length: number) => Array.from({ length }, (_, i) => i)
  const components: number[][] = numbers(graph.components).map(() => [])
  for (let a = 0; a < graph.atoms; a++) components[graph.component[a]!]!.push(a)
  return {
    atoms: numbers(graph.atoms).map((a) => ({ z: graph.z[a]!, charge: graph.charge[a]!, hydrogens: graph.hydrogens[a]!, isotope: 0, radicals: 0, aromatic: graph.aromatic[a] === 1 })),
    bonds: numbers(graph.bonds).map((b) => ({ a: graph.from[b]!, b: graph.to[b]!, order: orderOf(graph.order[b]!), aromatic: graph.sureBond[b] === 1 })),
    neighbours: numbers(graph.atoms).map((a) => numbers(graph.degree[a]!).map((k) => ({ atom: graph.neighbour[a * maxNeighbours + k]!, bond: graph.via[a * maxNeighbours + k]! }))),
    folded: new Set(),
    deuterated: new Set(),
    rings,
    components,
    open: false,
  }
}

/** Which bonds of an aromatic ring are drawn double says nothing; whoever asks for an order asks for `aromatic` as well. */
function orderOf(order: number): 1 | 2 | 3 | 'other' {
  return order === 1 || order === 2 || order === 3 ? order : 'other'
}
