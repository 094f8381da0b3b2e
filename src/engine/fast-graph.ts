import { kernel } from './kernel.js'
import { GraphViews } from './graph-views.js'

export { aromaticBond, double, maxNeighbours, single, triple } from './layout.js'

/**
 * A molecule in flat arrays in the memory of the kernel, filled again for each input so that reading allocates
 * nothing. Only drawn heavy atoms are in it. Neighbour `k` of atom `a` is `neighbour[a * maxNeighbours + k]`, by bond `via[...]`.
 */
export class FastGraph extends GraphViews {
  clear(): void {
    kernel.clear(this.at)
  }

  /** Leaves only elements, bonds and rings certain: what holds for all tautomers. Where a metal is bonded, nothing is done. */
  loosen(): void {
    kernel.loosen(this.at)
  }

  /** Adds an atom; -1 where there is no room. */
  addAtom(z: number, charge: number, lower: number): number {
    return kernel.addAtom(this.at, z, charge, lower)
  }

  /** Joins two atoms; false where there is no room, the atoms are one, or they are joined already. */
  join(a: number, b: number, order: number): boolean {
    return kernel.join(this.at, a, b, order) === 1
  }
}
