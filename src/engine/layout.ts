// Layout of the memory of the kernel. AssemblyScript and TypeScript read this file alike.

/** Atoms that a graph holds; a larger molecule takes the full path. */
export const capacity = 200
export const bondCapacity = 400
export const maxNeighbours = 8
/** The kind of atoms that are one of too many kinds: answers are not kept for it. */
export const strange = 2047
/** Words of 32 atoms in a mask of atoms. */
export const maskWords = 7
/** Rings that are kept of a graph, of at most `ringWidth - 1` atoms: their number, then those. No graph that has valences has more. */
export const ringCapacity = 320
export const ringWidth = 33
/** No text of so many atoms and bonds as a graph holds is longer. */
export const longestText = 8192

/** Bond orders. */
export const single = 1
export const double = 2
export const triple = 3
export const aromaticBond = 4
/** The largest size recorded as the smallest ring through a bond. */
export const largestTold = 8
/** Stands for the size of rings where there is none, or where it is above that. */
export const noRing = 255

// Numbers of a graph, 32 bits each.
export const atomsAt = 0
export const bondsAt = 4
export const componentsAt = 8
export const labelledAt = 12
export const unclearAt = 16
export const settledAt = 20
export const generationAt = 24
export const kindsAt = 28
export const kindsOfAt = 32
export const surroundingsOfAt = 36
/** Rings of the graph; -1 where they are not certain. */
export const ringsAt = 40
export const ringsForAt = 44
/** 1 where only elements, bonds and rings are certain. */
export const looseAt = 48
/** 1 where the molecule may be drawn otherwise than in its usual form. */
export const unusualAt = 52

// Of atoms, a byte each.
export const zAt = 64
export const chargeAt = zAt + 256
export const hydrogensAt = chargeAt + 256
export const lowerAt = hydrogensAt + 256
export const degreeAt = lowerAt + 256
export const componentAt = degreeAt + 256
export const ringAtomAt = componentAt + 256
export const ringDegreeAt = ringAtomAt + 256
export const sureAtomAt = ringDegreeAt + 256
export const aromaticAt = sureAtomAt + 256
export const neutralChargeAt = aromaticAt + 256
export const neutralHydrogensAt = neutralChargeAt + 256
export const unsureAt = neutralHydrogensAt + 256
export const unsaturatedAt = unsureAt + 256
/** Of kinds, by their place in the molecule. */
export const kindFirstAt = unsaturatedAt + 256

// Of bonds, a byte each.
export const fromAt = kindFirstAt + 256
export const toAt = fromAt + 512
export const orderAt = toAt + 512
export const ringBondAt = orderAt + 512
export const ringSizeAt = ringBondAt + 512
export const sureBondAt = ringSizeAt + 512
export const bondKindAt = sureBondAt + 512

// Of pairs of an atom and a neighbour: a byte each, then two.
export const neighbourAt = bondKindAt + 512
export const viaAt = neighbourAt + 2048
// Two bytes: of bonds, of atoms.
export const seriesAt = viaAt + 4096
export const atomKindAt = seriesAt + 1024
// Four bytes: of atoms, of kinds.
export const surroundingsAt = atomKindAt + 512
export const kindMaskAt = surroundingsAt + 1024
/** Rings: their length, then their atoms. */
export const ringListAt = kindMaskAt + 6144
/** Of pairs of an atom and a neighbour by a ring bond, in the same order: a byte each, then two. */
export const ringNeighbourAt = ringListAt + 10560
export const ringViaAt = ringNeighbourAt + 2048
export const graphSize = ringViaAt + 4096
