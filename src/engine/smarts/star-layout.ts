// Layout of the tables of stars. AssemblyScript and TypeScript read this file alike. All are numbers of 32 bits, many
// of them addresses.

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
/** A hash table of neighbours, with their bonds, by what distinguishes them, and its size. Then, for each place, the arms that it may be. */
export const neighbourTableAt = 40
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
