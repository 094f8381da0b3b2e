// How records, rules and conditions are written into the memory of the kernel. AssemblyScript and TypeScript read this file alike.

// A group as a rule takes it: the least and the most carbon atoms; the list of its shapes; the molecule for which the
// answers that follow were worked out, and those, by branch: 1 no, 2 yes, 0 not asked.
export const leastCarbonsAt = 0
export const mostCarbonsAt = 4
export const shapesAt = 8
export const answersForAt = 12
export const answersAt = 16
export const itemSize = 816

// A shape: its ends; the bonds at them; patterns (0 where there is none, or none that can be read) and lists of patterns.
export const endsAt = 0
export const endBondsAt = 4
export const rootAt = 8
export const everyAt = 12
export const someAt = 16
export const noneAt = 20
export const isAt = 24
export const coreAt = 28
/** What is asked of a ring, and what else may be attached to the shape. */
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
/** Nothing more may be attached to it. */
export const isWhole = 16

// A rule: its sites, each with the list of groups that it takes; for each atom of the pattern the list of its sites;
// sites that must hold a group; bridges, each with 1 for the atoms of the pattern where it may be and the
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
// its environment, -1 where it has none (0 where no environment of the pattern is known).
export const conditionPatternAt = 0
export const conditionBondsAt = 4
export const conditionRuleAt = 8
export const conditionEnvironmentsAt = 12

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
