// How patterns are written into the memory of the kernel. AssemblyScript and TypeScript read this file alike.

// Tests of atoms and bonds: a code, then what it asks, 32 bits each. `and` and `or` give a number of tests and their addresses.
export const anyCode = 0
export const unknownCode = 1
export const andCode = 2
export const orCode = 3
/** The address of a test. */
export const notCode = 4
/** The atomic number; whether aromatic, -1 where that is not asked. */
export const elementCode = 5
export const aromaticCode = 6
export const degreeCode = 7
export const degreeAtLeastCode = 8
export const hydrogensCode = 9
export const connectionsCode = 10
/** 1 where an atom in a ring certainly passes. */
export const ringCode = 11
export const ringCountCode = 12
/** The least and the most. */
export const ringSizeCode = 13
export const ringBondsCode = 14
export const ringBondsAtLeastCode = 15
export const chargeCode = 16
/** The address of a pattern. */
export const environmentCode = 17
// Of bonds alone.
export const ringBondCode = 20
export const aromaticBondCode = 21
export const orderCode = 22
export const singleOrAromaticCode = 23

// A numbered test: its number, the addresses of what it asks of the atom itself and of the whole (0 where that
// is the same), the table of its answers by surroundings (0 where these tell too little).
export const idAt = 0
export const localAt = 4
export const wholeAt = 8
export const nearAt = 12
/** The molecules for which the answers and masks that follow were worked out. */
export const wholeForAt = 16
export const mayForAt = 20
export const sureForAt = 24
/** The atoms that may pass what is asked of the atom itself, and those that certainly do; before each whether there are any. */
export const anyMayAt = 28
export const mayMaskAt = 32
export const anySureAt = 60
export const sureMaskAt = 64
/** Answers of the whole test by atom; only where it is one and has no table. */
export const wholeAnswersAt = 92
export const numberedSize = 92
/** Surroundings of which answers are kept. */
export const nearSize = 65536

// A pattern: its plans, from the first atom and from the rarest; atoms; then as above, of its first atom.
export const fromFirstAt = 0
export const fromRarestAt = 4
export const patternAtomsAt = 8
export const patternMayForAt = 12
export const patternSureForAt = 16
export const patternMayAt = 20
export const patternSureAt = 48
export const patternSize = 76

// A plan: its number of steps, then those.
export const planSizeAt = 0
export const stepsAt = 4
// A step: the address of its numbered test; of its bonds to atoms laid earlier, and their number; the atom of
// the pattern that is laid; the one beside which it is looked for.
export const stepTestAt = 0
export const stepBacksAt = 4
export const stepBackCountAt = 8
export const stepOrderAt = 12
export const stepAnchorAt = 13
export const stepSize = 16
// A bond to an atom laid earlier: that atom of the pattern; atoms in the smallest ring of the pattern through the
// bond; the number of the test; its address.
export const backToAt = 0
export const backRingAt = 1
export const backIdAt = 2
export const backTestAt = 4
export const backSize = 8

/** Of what a search takes: atoms and bonds that may match, that certainly do, or all with certainty either way. */
export const may = 0
export const sure = 1
export const all = 2

// Lists: a number, then as many addresses.
export const listAt = 4

// A group as a rule takes it: the least and the most carbon atoms; whether nothing else may hang on it; the list of
// its shapes; the molecule for which the answers that follow were worked out, and those, by branch: 1 no, 2 yes, 0 not asked.
export const leastCarbonsAt = 0
export const mostCarbonsAt = 4
export const bareAt = 8
export const shapesAt = 12
export const answersForAt = 16
export const answersAt = 20
export const itemSize = 820

// A shape: its ends; the bonds at them; patterns (0 where there is none, or none that can be read) and lists of patterns.
export const endsAt = 0
export const endBondsAt = 4
export const rootAt = 8
export const everyAt = 12
export const someAt = 16
export const noneAt = 20
export const isAt = 24
export const coreAt = 28
/** What is asked of a ring, and what more may hang on the shape. */
export const shapeFlagsAt = 32
/** The sizes that a ring may have: 1 for each by its place; the least and the most atoms of it that are no carbon. */
export const ringSizesAt = 36
export const leastHeteroAt = 40
export const mostHeteroAt = 44

export const anyBonds = 0
export const singleBonds = 1
export const doubleBonds = 2

/** Flags of a shape. */
export const hasRing = 1
export const isAromatic = 2
export const hasRings = 4
export const hasSizes = 8
/** Nothing more may hang on it, whoever takes it. */
export const isWhole = 16

// A rule: its sites, each with the list of groups that it takes; for each atom of the pattern the list of its sites;
// sites that must hold a group; bridges, each with 1 for the atoms of the pattern on which it may stand and the
// list of its groups; what the whole substance must have, and what it must not; the most mass, Da.
export const siteCountAt = 0
export const takesAt = 4
export const sitesAtomAt = 8
export const onesAt = 12
export const bridgesAt = 16
export const presentAt = 20
export const absentAt = 24
export const massAt = 32
export const ruleSize = 40
/** Sites that a rule may have. */
export const mostSites = 256

export const bridgeAnchorsAt = 0
export const bridgeItemsAt = 4

// A condition: the pattern, the bonds that it draws, the rule (0 for a gap), and for each atom of the pattern the place of
// its star, -1 where it has none (0 where no star of the pattern is known).
export const conditionPatternAt = 0
export const conditionBondsAt = 4
export const conditionRuleAt = 8
export const conditionStarsAt = 12

// A set of skeletons: a mask of places, then for each of these the number of atoms (0 where the place is free) and two hashes.
export const skeletonsAt = 4
export const skeletonWidth = 12
// A set of formulas: a mask of places, then for each of these the number of the composition (0 where the place is free) and
// the list of the hydrogens that go with it.
export const formulasAt = 8
export const formulaWidth = 16

// Recorded substances: the skeletons and formulas of all; formulas of those whose positional isomers some list
// reaches; skeletons and formulas of those whose esters or ethers one does.
export const recordSkeletonsAt = 0
export const recordFormulasAt = 4
export const isomerFormulasAt = 8
export const parentSkeletonsAt = 12
export const parentFormulasAt = 16
export const recordsSize = 20

/** What a component could be. */
export const isRecord = 1
export const isIsomer = 2
export const isLinked = 4
