import { kernel } from './kernel.js'
import { GraphViews } from './graph-views.js'

export { aromaticBond, double, maxNeighbours, single, triple } from './layout.js'

/**
 * A molecule in flat arrays in the kernel's memory, refilled for each input so that reading allocates nothing. Contains
 * only drawn heavy atoms. Neighbour `k` of atom `a` is `neighbour[a * maxNeighbours + k]`, by bond `via[...]`.
 */
export class FastGraph extends GraphViews {
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
