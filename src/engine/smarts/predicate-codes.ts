// How patterns are laid out in the kernel's memory. Shared by AssemblyScript and TypeScript.

// Predicates of atoms and bonds: a code, then its arguments, 32 bits each. `and` and `or` have a number of predicates
// and their addresses.
export const anyCode = 0
export const unknownCode = 1
export const andCode = 2
export const orCode = 3
/** The address of a predicate. */
export const notCode = 4
/** The atomic number; whether aromatic, -1 if not specified. */
export const elementCode = 5
export const aromaticCode = 6
export const degreeCode = 7
export const degreeAtLeastCode = 8
export const hydrogensCode = 9
export const connectionsCode = 10
/** 1 if an atom in a ring certainly passes. */
export const ringCode = 11
export const ringCountCode = 12
/** Minimum and maximum. */
export const ringSizeCode = 13
export const ringBondsCode = 14
export const ringBondsAtLeastCode = 15
export const chargeCode = 16
export const recursiveCode = 17
// For bonds only.
export const ringBondCode = 20
export const aromaticBondCode = 21
export const orderCode = 22
export const singleOrAromaticCode = 23

// A numbered predicate: its number, the addresses of its local part (what it requires of the atom itself) and of the
// whole (0 if that is the same), the table of its answers by surroundings (0 if surroundings do not decide it).
export const idAt = 0
export const localAt = 4
export const wholeAt = 8
export const answersBySurroundingsAt = 12
/** The molecules for which the following answers and masks were computed. */
export const wholeForAt = 16
export const mayForAt = 20
export const sureForAt = 24
/** The atoms that may pass the local part, and those that certainly do; each preceded by whether there are any. */
export const anyMayAt = 28
export const mayMaskAt = 32
export const anySureAt = 60
export const sureMaskAt = 64
/** Answers of the whole predicate by atom; only if it has a whole and no table. */
export const wholeAnswersAt = 92
export const numberedSize = 92
/** Maximum number of surroundings for which answers are cached. */
export const answersBySurroundingsSize = 65536

// A pattern: its plans, from the first atom and from the rarest; number of atoms; then masks as above, for its first
// atom.
export const fromFirstAt = 0
export const fromRarestAt = 4
export const patternAtomsAt = 8
export const patternMayForAt = 12
export const patternSureForAt = 16
export const patternMayAt = 20
export const patternSureAt = 48
export const patternSize = 76

// A plan: its number of steps, then the steps.
export const planSizeAt = 0
export const stepsAt = 4
// A step: the addresses of its numbered predicate and of its bonds to atoms placed earlier, and their number; the
// pattern atom that is placed; the neighbour from which it is searched.
export const stepTestAt = 0
export const stepBacksAt = 4
export const stepBackCountAt = 8
export const stepOrderAt = 12
export const stepAnchorAt = 13
export const stepSize = 16
// A bond to an atom placed earlier: that pattern atom; atoms in the smallest ring of the pattern through the bond; the
// number of the predicate; its address.
export const backToAt = 0
export const backRingAt = 1
export const backIdAt = 2
export const backTestAt = 4
export const backSize = 8

/** What a search accepts: what may match, what certainly does, or all that match if every answer is certain. */
export const may = 0
export const sure = 1
export const all = 2
