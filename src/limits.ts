// All limits on the work for one structure. Shared by TypeScript and the kernel (AssemblyScript). The capacity of a
// table is defined with its layout: `engine/layout.ts`, `engine/smarts/predicate-codes.ts`, `screen/screen-layout.ts`.

/** Characters in one input, including mol blocks. */
export const mostCharacters = 400_000
/** Atoms drawn in one input, including hydrogens drawn as atoms. */
export const mostAtoms = 600
/** Open branches at any point of a SMILES. */
export const mostNesting = 300
/** Structures that an input may state of a substance that is only partly known; with more it is undecided. */
export const mostMembers = 512
/** Bonds followed in a structure to find opposite charges that a shift of double bonds removes. */
export const mostChargePaths = 50_000

/** Characters of a pattern, with its parts; those recorded have up to 850. */
export const mostPatternCharacters = 5000
/** Brackets of a pattern within each other; its parsers recurse. Those recorded have up to 8. */
export const mostPatternNesting = 100
/** Bytes of a rule file of a user's own; those recorded have up to 62,000. */
export const mostRuleBytes = 1_000_000
/** Characters of a cell in a table of names from an official list; the longest names have under 1,000. */
export const mostNameCharacters = 20_000
/** Elements of an official text in XML: the largest laws that are compared have five thousand. */
export const mostOfficialElements = 50_000
/** Embeddings of one pattern; if there are more, the rule that uses it stays open. */
export const mostEmbeddings = 2000
/** Embeddings of one pattern that the screen examines before it treats the pattern as matching. */
export const mostEmbeddingsScreened = 400
/** Atoms of a pattern that match any atom; with more of them the screen leaves the pattern to the full path. */
export const mostWildAtoms = 8
/** Ester and ether bonds cleaved at once: no listed substance has more hydroxy groups that are esterified together. */
export const mostCleavedAtOnce = 3
/** With more cleavable bonds, at most two are cleaved at once: what remains is large, and its parents are small. */
export const manyCleavableBonds = 16
/** Forms with cleaved bonds that are looked up among the recorded substances, and matched against one rule. */
export const mostFormsRecorded = 16
export const mostFormsOfRule = 24
/** Assignments of groups to sites that are tried for one embedding. */
export const mostAssignments = 5000
/** Assignments of groups to sites that are tried for one structure, over all its embeddings and rules. */
export const mostSearchSteps = 100_000

/**
 * Loop iterations in RDKit's WebAssembly for one structure, and again for its names; see `bin/meter-wasm.mjs`. A
 * typical medicine takes under half a million, a structure of 600 atoms about thirty million; a hundred million take
 * about a second.
 */
export const mostReaderSteps = 100_000_000
/**
 * Bytes of memory that RDKit may use, and the most it may hold when the next structure begins; it starts with 16 MB.
 */
export const mostReaderBytes = 512 * 1024 * 1024
export const mostReaderBytesKept = 64 * 1024 * 1024
/** Atoms that the screen matches for one structure before it treats all further patterns as uncertain. */
export const mostScreenSteps = 2_000_000
/**
 * Maximum number of rings the screen reads in a structure if more atoms than this are in several rings: those are cages
 * and nets, which RDKit can find hard to read, and on which a pattern can have so many embeddings that the full path
 * gives up where the screen would know the answer.
 */
export const mostRingsOfNet = 10
export const mostSharedOfNet = 18
/** Maximum number of rings the screen reads in any structure. */
export const mostRingsScreened = 16
/** Candidate rings of a fused system that the engine combines; beyond, what RDKit calls aromatic is not certain. */
export const mostRingsCombined = 10
/** Shortest rings that the engine follows through a bond, and rings of a cage beyond its independent cycles. */
export const mostRingsThroughOne = 8
export const mostRingsOfCage = 3
/**
 * Graphs that the engine makes from one molecule with bonds cleaved or hydrogens moved: each takes 38 KB permanently.
 */
export const mostGraphsMade = 1000

/** Forms searched for the usual one, hydrogens that move in them, and bonds along which a hydrogen moves. */
export const mostUsualForms = 400
export const mostHydrogensMoved = 4
export const mostBondsMovedAlong = 8
/** Forms of amidines that are judged besides the drawing. */
export const mostAmidineForms = 7
/** Number of equally usual forms that are judged. */
export const mostUsualFormsGiven = 4
/** Number of forms in which enediols are read as ketones: all of three enediols. */
export const mostEnediolForms = 8
/** Trails of bonds in which two tautomers may differ: only unlike substances differ in more. */
export const mostTrailsOfTautomers = 12
/** Steps of a search for the mappings between two skeletons; with more symmetry it is left open. */
export const mostSkeletonSteps = 20_000
/** Rings on one hydrocarbyl group that are removed one by one when its carbons are counted in other ways. */
export const mostRingsTakenOut = 5
