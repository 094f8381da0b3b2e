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
/** Bytes of the longest mol block that is read. */
export const longestBlock = 65_536

/** Bond orders. */
export const single = 1
export const double = 2
export const triple = 3
export const aromaticBond = 4
/** The largest size recorded as the smallest ring through a bond. */
export const largestTold = 8
/** Stands for the size of rings where there is none, or where it is above that. */
export const noRing = 255
