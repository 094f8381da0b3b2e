// Layout of the tables of atom environments: an atom of a pattern, the centre, with its neighbours in the pattern.
// Shared by AssemblyScript and TypeScript. All fields are 32-bit numbers, many of them addresses.

// Environments: rows of bits, one bit for each environment; the last word is not 0 once the row has been computed.
/** Bytes in a row: a multiple of `rowStep`. */
export const rowBytesAt = 0
/** The common row of all atoms whose surroundings have no number, and the generation of the molecule that it is for. */
export const oddRowAt = 4
export const oddForAt = 8
/** The row of the current molecule. */
export const nowAt = 12
/** Addresses of blocks of rows by the number of the surroundings; 0 if no row of a block has been computed. */
export const blocksAt = 52
export const blockRows = 256
/** The neighbours of all patterns, their number, and the number of words in a set of them. */
export const patternNeighboursAt = 16
export const patternNeighbourCountAt = 20
export const neighbourWordsAt = 24
/** The centres of all patterns, and their number. */
export const centresAt = 28
export const centreCountAt = 32
/** For each kind of atom 0 until computed, then the pattern centres that such an atom may be, as bits. */
export const centresOfKindAt = 36
/**
 * A hash table of neighbours in molecules, including their bonds, by what distinguishes them, and its size. Then, for
 * each slot, the pattern neighbours that it may be.
 */
export const neighbourTableAt = 40
export const endCountAt = 44
/** Bytes of a row that are used for the current molecule: those of the first environments; a multiple of `rowStep`. */
export const askedBytesAt = 48
export const endPlaces = 4096
/** Maximum size of sets of neighbours and of centres, in words of bits. */
export const mostNeighbourWords = 64
export const mostCentreWords = 63
/** Maximum number of numbered surroundings; later ones have no number. */
export const mostSurroundings = 65_535
export const environmentsSize = 52 + 4 * 256
/**
 * A pattern neighbour: the address of its numbered predicate; the number and the address of the predicate of its bond;
 * atoms in the smallest ring of the pattern through the bond.
 */
export const neighbourTestAt = 0
export const neighbourBondIdAt = 4
export const neighbourBondAt = 8
export const neighbourRingAt = 12
export const patternNeighbourSize = 16
/**
 * A centre: the address of its numbered predicate; its environments, and where they end. Environments that share their
 * rarest neighbour follow one another: that neighbour (-1 for environments without any), where its environments end,
 * then for each environment its index, its number of further neighbours, and these.
 */
export const centreTestAt = 0
export const centreEnvironmentsAt = 4
export const centreEndAt = 8
export const centreSize = 12
export const rowStep = 64
