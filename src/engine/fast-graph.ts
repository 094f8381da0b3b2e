import { mostGraphsMade } from '../limits.js'
import { kernel } from './kernel.js'
import { GraphViews } from './graph-views.js'

export { aromaticBond, double, maxNeighbours, single, triple } from './layout.js'

/**
 * A molecule in flat arrays in the kernel's memory, refilled for each input so that reading allocates nothing. Contains
 * only drawn heavy atoms. Neighbour `k` of atom `a` is `neighbour[a * maxNeighbours + k]`, by bond `via[...]`.
 */
export class FastGraph extends GraphViews {
  /** @param derived where graphs derived from it are kept */
  constructor(readonly derived = new DerivedGraphs()) {
    super()
  }

  clear(): void {
    kernel.clear(this.at)
  }

  /** Keeps only elements, bonds and rings certain: what is true of all tautomers. Does nothing if a metal is bonded. */
  loosen(): void {
    kernel.loosen(this.at)
  }

  /** Adds an atom; -1 if there is no room. */
  addAtom(z: number, charge: number, lower: number): number {
    return kernel.addAtom(this.at, z, charge, lower)
  }

  /** Joins two atoms; false if there is no room, the atoms are the same, or they are already joined. */
  join(a: number, b: number, order: number): boolean {
    return kernel.join(this.at, a, b, order) === 1
  }
}

/** Graphs derived from one molecule, directly or from each other; reused for the next molecule. */
export class DerivedGraphs {
  readonly #graphs: FastGraph[] = []
  #root = -1
  #count = 0

  /** Begins with the molecule that a graph holds; false if it already has those of this molecule. */
  begin({ generation }: FastGraph): boolean {
    if (generation === this.#root) return false
    this.#root = generation
    this.#count = 0
    return true
  }

  /** A graph to fill with what is derived from another; null if there are too many. */
  empty(from: FastGraph): FastGraph | null {
    if (!this.#graphs.includes(from)) this.begin(from)
    return this.#count === mostGraphsMade ? null : (this.#graphs[this.#count++] ??= new FastGraph(this))
  }
}
