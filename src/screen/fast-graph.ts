/** Bond orders of a `FastGraph`. */
export const single = 1
export const double = 2
export const triple = 3
export const aromaticBond = 4

/** Atoms that a fast graph holds; a larger molecule takes the full path. */
export const capacity = 200
export const maxNeighbours = 8
/** Words of 32 atoms in a mask of atoms. */
export const maskWords = Math.ceil(capacity / 32)

/** Molecules read so far. */
let generations = 0

/**
 * A molecule in flat arrays, filled again for each input so that reading allocates nothing.
 * Only drawn heavy atoms are in it.
 */
export class FastGraph {
  atoms = 0
  bonds = 0
  components = 0
  /** Whether the input names an isotope somewhere; which one, and of which atom, is not kept. */
  labelled = false
  readonly z = new Uint8Array(capacity)
  readonly charge = new Int8Array(capacity)
  /** Hydrogens on the atom. */
  readonly hydrogens = new Uint8Array(capacity)
  /** 1 where the input writes the atom in lower case. */
  readonly lower = new Uint8Array(capacity)
  readonly degree = new Uint8Array(capacity)
  /** Neighbour `k` of atom `a` is `neighbour[a * maxNeighbours + k]`, by bond `via[...]`. */
  readonly neighbour = new Uint8Array(capacity * maxNeighbours)
  readonly via = new Uint16Array(capacity * maxNeighbours)
  readonly from = new Uint8Array(capacity * 2)
  readonly to = new Uint8Array(capacity * 2)
  readonly order = new Uint8Array(capacity * 2)
  readonly component = new Uint8Array(capacity)
  /** Filled by `findRings`: 1 for atoms and bonds in a ring. */
  readonly ringAtom = new Uint8Array(capacity)
  readonly ringBond = new Uint8Array(capacity * 2)
  /** Filled by `findRingSizes`: atoms in the smallest ring through a bond; 255 outside of rings and above eight. */
  readonly ringSize = new Uint8Array(capacity * 2)
  /** Also filled by `findRingSizes`: ring bonds at each atom, and for each ring bond the first of those that lie on the same rings. */
  readonly ringDegree = new Uint8Array(capacity)
  readonly series = new Uint16Array(capacity * 2)
  /** Filled by `findSureRings`: 1 for atoms and bonds that RDKit certainly finds aromatic. */
  readonly sureAtom = new Uint8Array(capacity)
  readonly sureBond = new Uint8Array(capacity * 2)
  /** Filled by `findAromatic`: 0 never aromatic, 1 always, 2 not certain; and how many atoms are not certain. */
  readonly aromatic = new Uint8Array(capacity)
  unclear = 0
  /** Whether the bonds that RDKit finds aromatic are just those of `sureBond`. */
  settled = false
  /** Filled by `findNeutral`: charge and hydrogens in the neutral form, on which rules are read. */
  readonly neutralCharge = new Int8Array(capacity)
  readonly neutralHydrogens = new Uint8Array(capacity)
  /** 1 where charge, hydrogens or bond orders of that form are not certain: only element and neighbours are. */
  readonly unsure = new Uint8Array(capacity)
  /** 1 where a double, triple or aromatic bond meets the atom. */
  readonly unsaturated = new Uint8Array(capacity)
  /** Which molecule this is, counted over all graphs; what was worked out for another one does not hold. */
  generation = 0
  /** Filled by `findKinds`: atoms, and bonds, that no test tells apart have the same number. */
  readonly atomKind = new Uint16Array(capacity)
  /** Kinds of atoms in the molecule; of each the first atom, and the mask of all. */
  kinds = 0
  readonly kindFirst = new Uint8Array(capacity)
  readonly kindMask = new Int32Array(capacity * maskWords)
  readonly bondKind = new Uint8Array(capacity * 2)
  /** The generation for which they were filled. */
  kindsOf = -1
  /** Filled by `findSurroundings`: a number for each atom and what is bonded to it; and the generation for which they were filled. */
  readonly surroundings = new Int32Array(capacity)
  surroundingsOf = -1
  /** Filled by `ringsOf`: the smallest rings, null where they are not certain; and the generation for which that holds. */
  rings: readonly (readonly number[])[] | null = null
  ringsFor = -1

  clear(): void {
    this.generation = generations = (generations + 1) & 0x3fffffff
    this.atoms = 0
    this.bonds = 0
    this.components = 0
    this.labelled = false
  }

  /** Adds an atom; -1 where there is no room. */
  addAtom(z: number, charge: number, lower: number): number {
    const at = this.atoms
    if (at === capacity) return -1
    this.z[at] = z
    this.charge[at] = charge
    this.lower[at] = lower
    this.hydrogens[at] = 0
    this.degree[at] = 0
    this.atoms = at + 1
    return at
  }

  /** Joins two atoms; false where there is no room, the atoms are one, or they are joined already. */
  join(a: number, b: number, order: number): boolean {
    const degreeA = this.degree[a]!
    const degreeB = this.degree[b]!
    if (a === b || degreeA === maxNeighbours || degreeB === maxNeighbours || this.bonds === capacity * 2) return false
    for (let k = 0; k < degreeA; k++) if (this.neighbour[a * maxNeighbours + k] === b) return false
    const bond = this.bonds++
    this.from[bond] = a
    this.to[bond] = b
    this.order[bond] = order
    this.neighbour[a * maxNeighbours + degreeA] = b
    this.via[a * maxNeighbours + degreeA] = bond
    this.neighbour[b * maxNeighbours + degreeB] = a
    this.via[b * maxNeighbours + degreeB] = bond
    this.degree[a] = degreeA + 1
    this.degree[b] = degreeB + 1
    return true
  }
}

/** -1 where the atoms are not bonded. */
export function bondBetween(graph: FastGraph, a: number, b: number): number {
  for (let k = a * maxNeighbours, end = k + graph.degree[a]!; k < end; k++) if (graph.neighbour[k] === b) return graph.via[k]!
  return -1
}
