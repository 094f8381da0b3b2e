// How records, rules and conditions are laid out in the kernel's memory. Shared by AssemblyScript and TypeScript.

// An item of a rule: minimum and maximum number of carbon atoms; the list of its shapes; the molecule for which the
// following answers were computed, and these answers by branch: 1 no, 2 yes, 0 not yet computed.
export const leastCarbonsAt = 0
export const mostCarbonsAt = 4
export const shapesAt = 8
export const answersForAt = 12
export const answersAt = 16
export const itemSize = 816

// A shape: its ends; the bonds at them; patterns (0 if there is none, or none that can be parsed) and lists of
// patterns.
export const endsAt = 0
export const endBondsAt = 4
export const rootAt = 8
export const everyAt = 12
export const someAt = 16
export const noneAt = 20
export const isAt = 24
export const coreAt = 28
/** Requirements for the ring, and what else may be attached to the shape. */
export const shapeFlagsAt = 32
/** Allowed ring sizes, one bit per size; minimum and maximum number of ring atoms other than carbon. */
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

// A rule: its sites, each with the list of groups that it allows; for each atom of the pattern the list of its sites;
// sites that must hold a group; bridges, each with 1 for the atoms of the pattern where it may be attached, the list of
// its groups, and 1 if these may hold a freed oxygen; what the whole substance must have and must not have; the maximum
// mass, Da; for each site 1 if the groups that it allows may hold a freed oxygen.
export const siteCountAt = 0
export const takesAt = 4
export const sitesAtomAt = 8
export const onesAt = 12
export const bridgesAt = 16
export const presentAt = 20
export const absentAt = 24
export const massAt = 32
export const freedAt = 40
export const ruleSize = 48
/** Maximum number of sites of a rule. */
export const mostSites = 256

export const bridgeAnchorsAt = 0
export const bridgeItemsAt = 4
export const bridgeFreedAt = 8

// A condition: the pattern, its number of bonds, the rule (0 for a gap), and for each atom of the pattern the index of
// its environment, -1 if it has none (0 if there was no room for them).
export const conditionPatternAt = 0
export const conditionBondsAt = 4
export const conditionRuleAt = 8
export const conditionEnvironmentsAt = 12

// A set of skeletons: a mask for hash slots, then for each slot the number of atoms (0 if the slot is free) and two
// hashes.
export const skeletonsAt = 4
export const skeletonWidth = 12
// A set of formulas: a mask for hash slots, then for each slot the number of the composition (0 if the slot is free)
// and the list of the hydrogen counts that occur with it.
export const formulasAt = 8
export const formulaWidth = 16

// Recorded substances: the skeletons and formulas of all; formulas of those whose positional isomers some list covers;
// skeletons and formulas of those whose esters or ethers some list covers.
export const recordSkeletonsAt = 0
export const recordFormulasAt = 4
export const isomerFormulasAt = 8
export const parentSkeletonsAt = 12
export const parentFormulasAt = 16
export const recordsSize = 20

export const isRecord = 1
export const isIsomer = 2
export const isEsterOrEther = 4
