// Layout of the tables made for an edition and of the description of a molecule. Shared by AssemblyScript and
// TypeScript. All fields are 32-bit numbers, many of them addresses.

// The description of a molecule, and the tables used to check it.
export const countsAt = 0
/** A byte for each atom, its mark if cleaving a bond may free it; and whether there are any. */
export const freedMarksAt = 64
export const hasCleavableBondsAt = 320
export const environmentsAt = 324
export const sieveAt = 328
/** Used only for a molecule that has cleavable bonds. */
export const cleavedSieveAt = 332
export const descriptionSize = 336

// A sieve: rows of bits, one bit for each condition.
export const conditionsAt = 0
/** Bytes in a row: a multiple of `sieveStep`. */
export const sieveRowAt = 4
/** Groups of counts in sequence: the row of their first answers, their number, and for each its index and values. */
export const groupsAt = 8
export const groupCountAt = 12
/** For each group and its counts, the conditions that need no more. */
export const countedAt = 16
/** For each group of four environments and each combination present, the conditions that do not need the others. */
export const environmentRowsAt = 20
export const environmentGroupsAt = 24
/** The conditions that a molecule may still meet, and the row of its environments. */
export const aliveAt = 28
export const sieveEnvironmentsAt = 32
/** Pairs of a word of environments and the bits that a condition needs; and where each condition's begin and end. */
export const needsAt = 36
export const needsFromAt = 40
/** Address of each condition; 0 for one that cannot be checked. */
export const conditionsFromAt = 44
export const sieveSize = 48
export const sieveStep = 64
