// Layout of the kernel's memory. Shared by AssemblyScript and TypeScript.

/** Maximum number of atoms in a graph; a larger molecule takes the full path. */
export const capacity = 200
export const bondCapacity = 400
export const maxNeighbours = 8
/** Overflow kind: used once the table of atom kinds is full; answers are not cached. */
export const overflowKind = 2047
export const maskWords = 7
/**
 * Maximum number of rings stored for a graph, each with at most `ringWidth - 1` atoms: the atom count, then the atoms.
 * No graph that has valences has more.
 */
export const ringCapacity = 320
export const ringWidth = 33
/** No text with as many atoms and bonds as a graph holds is longer. */
export const longestText = 8192
export const longestBlock = 65_536

export const single = 1
export const double = 2
export const triple = 3
export const aromaticBond = 4
/** The largest size recorded for the smallest ring through a bond. */
export const largestRingSize = 8
/** Ring size if there is no ring, or if it is larger than that. */
export const noRing = 255
