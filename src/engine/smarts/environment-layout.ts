// Layout of the tables of atom environments: an atom of a pattern, the centre, with its neighbours in the pattern. AssemblyScript and TypeScript read this file alike. All are numbers of 32 bits, many
// of them addresses.

// Of environments: rows of bits, one for each environment, whose last word is not 0 once the row is worked out.
/** Bytes of a row: a multiple of `rowStep`. */
export const rowBytesAt = 0
/** The row of all atoms together whose surroundings have no number, and the generation of the molecule that it is of. */
export const oddRowAt = 4
export const oddForAt = 8
/** The row of the current molecule. */
export const nowAt = 12
/** Addresses of blocks of rows by the number of surroundings; 0 where none of a block is worked out. */
export const blocksAt = 52
export const blockRows = 256
/** The neighbours of all patterns, how many there are, and the words of a set of them. */
export const patternNeighboursAt = 16
export const patternNeighbourCountAt = 20
export const neighbourWordsAt = 24
/** The centres of all patterns, and how many there are. */
export const centresAt = 28
export const centreCountAt = 32
/** For each kind of atom a word that is 0 until they are worked out, and the centres of patterns that such an atom may be, as bits. */
export const centresOfKindAt = 36
/** A hash table of neighbours in molecules, with their bonds, by what distinguishes them, and its size. Then, for each place, the neighbours of patterns that it may be. */
export const neighbourTableAt = 40
export const endCountAt = 44
/** Bytes of a row that are asked about the current molecule: its first environments; a multiple of `rowStep`. */
export const askedBytesAt = 48
export const endPlaces = 4096
/** Room for neighbours and for centres, in words of bits. */
export const mostNeighbourWords = 64
export const mostCentreWords = 63
/** Surroundings that have a number; what comes later has none. */
export const mostSurroundings = 65_535
export const environmentsSize = 52 + 4 * 256
/** Of a neighbour of patterns: the address of its numbered test; the number and the address of the test of its bond; atoms in the smallest ring of the pattern through the bond. */
export const neighbourTestAt = 0
export const neighbourBondIdAt = 4
export const neighbourBondAt = 8
export const neighbourRingAt = 12
export const patternNeighbourSize = 16
/** Of a centre: the address of its numbered test; its environments, and where they end. Environments that share their rarest
 * neighbour follow one another: that neighbour (-1 for environments without any), where its environments end, then of each its place, how many further neighbours, and these. */
export const centreTestAt = 0
export const centreEnvironmentsAt = 4
export const centreEndAt = 8
export const centreSize = 12
export const rowStep = 64
