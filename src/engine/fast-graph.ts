import { allocate, kernel, memory } from './kernel.js'
import * as layout from './layout.js'
import { bondCapacity, capacity, maskWords, maxNeighbours } from './layout.js'

export { aromaticBond, double, maxNeighbours, single, triple } from './layout.js'

/**
 * A molecule in flat arrays in the memory of the kernel, filled again for each input so that reading allocates
 * nothing. Only drawn heavy atoms are in it.
 */
export class FastGraph {
  /** Its address in the memory of the kernel. */
  readonly at = allocate(layout.graphSize)
  readonly #numbers = new Int32Array(memory, this.at, 16)
  readonly z = this.#bytes(layout.zAt, capacity)
  readonly charge = new Int8Array(memory, this.at + layout.chargeAt, capacity)
  /** Hydrogens on the atom. */
  readonly hydrogens = this.#bytes(layout.hydrogensAt, capacity)
  /** 1 where the input writes the atom in lower case. */
  readonly lower = this.#bytes(layout.lowerAt, capacity)
  readonly degree = this.#bytes(layout.degreeAt, capacity)
  /** Neighbour `k` of atom `a` is `neighbour[a * maxNeighbours + k]`, by bond `via[...]`. */
  readonly neighbour = this.#bytes(layout.neighbourAt, capacity * maxNeighbours)
  readonly via = this.#pairs(layout.viaAt, capacity * maxNeighbours)
  readonly from = this.#bytes(layout.fromAt, bondCapacity)
  readonly to = this.#bytes(layout.toAt, bondCapacity)
  readonly order = this.#bytes(layout.orderAt, bondCapacity)
  readonly component = this.#bytes(layout.componentAt, capacity)
  /** Filled by `findRings`: 1 for atoms and bonds in a ring. */
  readonly ringAtom = this.#bytes(layout.ringAtomAt, capacity)
  readonly ringBond = this.#bytes(layout.ringBondAt, bondCapacity)
  /** Filled by `findRingSizes`: atoms in the smallest ring through a bond; 255 outside of rings and above eight. */
  readonly ringSize = this.#bytes(layout.ringSizeAt, bondCapacity)
  /** Also filled by `findRingSizes`: ring bonds at each atom, and for each ring bond the first bond of the same rings. */
  readonly ringDegree = this.#bytes(layout.ringDegreeAt, capacity)
  readonly series = this.#pairs(layout.seriesAt, bondCapacity)
  /** Filled by `findSureRings`: 1 for atoms and bonds that RDKit certainly finds aromatic. */
  readonly sureAtom = this.#bytes(layout.sureAtomAt, capacity)
  readonly sureBond = this.#bytes(layout.sureBondAt, bondCapacity)
  /** Filled by `findAromatic`: 0 never aromatic, 1 always, 2 not certain. */
  readonly aromatic = this.#bytes(layout.aromaticAt, capacity)
  /** Filled by `findNeutral`: charge and hydrogens in the neutral form, on which rules are read. */
  readonly neutralCharge = new Int8Array(memory, this.at + layout.neutralChargeAt, capacity)
  readonly neutralHydrogens = this.#bytes(layout.neutralHydrogensAt, capacity)
  /** 1 where charge, hydrogens or bond orders of that form are not certain: only element and neighbours are. */
  readonly unsure = this.#bytes(layout.unsureAt, capacity)
  /** 1 where a double, triple or aromatic bond meets the atom. */
  readonly unsaturated = this.#bytes(layout.unsaturatedAt, capacity)
  /** Filled by `findKinds`: atoms, and bonds, that no predicate distinguishes have the same number. */
  readonly atomKind = this.#pairs(layout.atomKindAt, capacity)
  /** Of each kind in the molecule the first atom, and the mask of all. */
  readonly kindFirst = this.#bytes(layout.kindFirstAt, capacity)
  readonly kindMask = new Int32Array(memory, this.at + layout.kindMaskAt, capacity * maskWords)
  readonly bondKind = this.#bytes(layout.bondKindAt, bondCapacity)
  /** Filled by `findSurroundings`: a number for each atom and what is bonded to it. */
  readonly surroundings = new Int32Array(memory, this.at + layout.surroundingsAt, capacity)
  /** Smallest rings, each its length and its atoms, as the kernel leaves them. */
  readonly ringList = this.#bytes(layout.ringListAt, layout.ringCapacity * layout.ringWidth)

  get atoms(): number {
    return this.#numbers[layout.atomsAt >> 2]!
  }

  get bonds(): number {
    return this.#numbers[layout.bondsAt >> 2]!
  }

  get components(): number {
    return this.#numbers[layout.componentsAt >> 2]!
  }

  /** Whether the input names an isotope somewhere; which one, and of which atom, is not kept. */
  get labelled(): boolean {
    return this.#numbers[layout.labelledAt >> 2] === 1
  }

  /** Atoms of which it is not certain whether they are aromatic. */
  get unclear(): number {
    return this.#numbers[layout.unclearAt >> 2]!
  }

  /** Whether the bonds that RDKit finds aromatic are just those of `sureBond`. */
  get settled(): boolean {
    return this.#numbers[layout.settledAt >> 2] === 1
  }

  /** Whether the input is not read with certainty, but its elements, bonds and rings are certain: all atoms are `unsure`. */
  get loose(): boolean {
    return this.#numbers[layout.looseAt >> 2] === 1
  }

  /** Whether the molecule may be drawn otherwise than in its usual form, which is then judged as well. */
  get unusual(): boolean {
    return this.#numbers[layout.unusualAt >> 2] === 1
  }

  /** Which molecule this is, counted over all graphs; what was worked out for another one does not hold. */
  get generation(): number {
    return this.#numbers[layout.generationAt >> 2]!
  }

  #bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(memory, this.at + at, length)
  }

  #pairs(at: number, length: number): Uint16Array {
    return new Uint16Array(memory, this.at + at, length)
  }

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
