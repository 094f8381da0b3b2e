// Layout of the tables made of an edition, and of what describes a molecule. AssemblyScript and
// TypeScript read this file alike. All are numbers of 32 bits, many of them addresses.

// What is said of a molecule, and the tables that it is asked of.
export const countsAt = 0
/** A byte for each atom: 1 for oxygens whose ester or ether bonds could be undone; and whether there are any. */
export const linksAt = 64
export const hasLinksAt = 320
export const environmentsAt = 324
export const sieveAt = 328
/** Is asked only of a molecule that has links. */
export const undoneSieveAt = 332
export const descriptionSize = 336

// Of a sieve: rows of bits, one for each condition.
export const conditionsAt = 0
/** Bytes of a row: a multiple of `sieveStep`. */
export const sieveRowAt = 4
/** Groups of counts, one after the other: the row where its answers begin, how many counts, and of each its place and how many values. */
export const groupsAt = 8
export const groupCountAt = 12
/** For each group and its counts, the conditions that need no more. */
export const countedAt = 16
/** For each group of four environments and those that are there, the conditions that do without the others. */
export const environmentRowsAt = 20
export const environmentGroupsAt = 24
/** The conditions that a molecule left alive, and the row of its environments. */
export const aliveAt = 28
export const sieveEnvironmentsAt = 32
/** Pairs of a word of environments and its bits that a condition needs, one condition after the other; and where those of each begin and end. */
export const needsAt = 36
export const needsFromAt = 40
/** Address of each condition; 0 for one that cannot be asked. */
export const conditionsFromAt = 44
export const sieveSize = 48
export const sieveStep = 64
