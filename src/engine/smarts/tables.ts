// Where things lie in the tables that are made of an edition, and in what is said of a molecule. AssemblyScript and
// TypeScript read this file alike. All are numbers of 32 bits, many of them addresses.

// What is said of a molecule, and the tables that it is asked of.
export const countsAt = 0
/** A byte for each atom: 1 for oxygens whose ester or ether bonds could be undone; and whether there are any. */
export const linksAt = 64
export const hasLinksAt = 320
export const starsAt = 324
export const sieveAt = 328
/** Is asked only of a molecule that has links. */
export const undoneSieveAt = 332
export const descriptionSize = 336

// Of stars: rows of bits, one for each star, whose last word is not 0 once the row is worked out.
/** Bytes of a row: a multiple of `rowStep`. */
export const rowBytesAt = 0
/** The row of all atoms together whose surroundings have no number, and the generation of the molecule that it is of. */
export const oddRowAt = 4
export const oddForAt = 8
/** The row of the molecule in hand. */
export const nowAt = 12
/** Addresses of blocks of rows by the number of surroundings; 0 where none of a block is worked out. */
export const blocksAt = 52
export const blockRows = 256
/** What a neighbour may be: arms, and the words of a set of them. */
export const armsAt = 16
export const armCountAt = 20
export const armWordsAt = 24
/** What an atom may be, and how many of it. */
export const middlesAt = 28
export const middleCountAt = 32
/** For each kind of atom a word that is 0 until they are worked out, and the middles that it may be, as bits. */
export const middlesOfKindAt = 36
/** A hash table of neighbours, with their bonds, by what tells them apart, and how many it holds. Then, for each place, the arms that it may be. */
export const endsAt = 40
export const endCountAt = 44
/** Bytes of a row that the molecule in hand is asked of: its first stars; a multiple of `rowStep`. */
export const askedBytesAt = 48
export const endPlaces = 4096
/** Room for arms and for middles, in words of bits. */
export const mostArmWords = 64
export const mostMiddleWords = 63
/** Surroundings that have a number; what comes later has none. */
export const mostSurroundings = 65_535
export const starsSize = 52 + 4 * 256
/** Of an arm: the address of its numbered test; the number and the address of the test of its bond; atoms in the smallest ring of the pattern through the bond. */
export const armTestAt = 0
export const armBondIdAt = 4
export const armBondAt = 8
export const armRingAt = 12
export const armSize = 16
/** Of a middle: the address of its numbered test; its stars, and where they end. Stars lie together by the arm that
 * fewest neighbours are: the arm (-1 for stars without any), where its stars end, then of each star its place, how many further arms, and these. */
export const middleTestAt = 0
export const middleStarsAt = 4
export const middleEndAt = 8
export const middleSize = 12
export const rowStep = 64

// Of a sieve: rows of bits, one for each condition.
export const conditionsAt = 0
/** Bytes of a row: a multiple of `sieveStep`. */
export const sieveRowAt = 4
/** Groups of counts, one after the other: the row where its answers begin, how many counts, and of each its place and how many values. */
export const groupsAt = 8
export const groupCountAt = 12
/** For each group and its counts, the conditions that need no more. */
export const countedAt = 16
/** For each group of four stars and those that are there, the conditions that do without the others. */
export const starredAt = 20
export const starGroupsAt = 24
/** The conditions that a molecule left alive, and the row of its stars. */
export const aliveAt = 28
export const sieveStarsAt = 32
/** Pairs of a word of stars and its bits that a condition needs, one condition after the other; and where those of each begin and end. */
export const needsAt = 36
export const needsFromAt = 40
/** Where each condition lies; 0 for one that cannot be asked. */
export const conditionsFromAt = 44
export const sieveSize = 48
export const sieveStep = 64
