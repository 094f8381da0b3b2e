// Every bound on what one structure may take, once. TypeScript and the kernel (AssemblyScript) read this file alike. How much room a
// table has is part of its layout and stands there: `engine/layout.ts`, `engine/smarts/codes.ts`, `screen/codes.ts`, `batch/limits.ts`.

/** Characters in one input, mol blocks included. */
export const mostCharacters = 400_000
/** Atoms drawn in one input, hydrogens drawn as atoms included. */
export const mostAtoms = 600
/** Open branches at any point of a SMILES. */
export const mostNesting = 300

/** Embeddings of one pattern; where there are more, the rule that asked stays open. */
export const mostEmbeddings = 2000
/** Embeddings of one pattern that the screen looks at before it takes the pattern as matching. */
export const mostEmbeddingsScreened = 400
/** Atoms of a pattern that any atom passes; with more of them the screen leaves the pattern to the full path. */
export const mostWildAtoms = 8
/** Ester and ether bonds cleaved at once: no listed substance has more hydroxy groups that chemistry esterifies together. */
export const mostLinksAtOnce = 3
/** With more links than this at most two are cleaved at once: what is left is large, and its parents are small. */
export const manyLinks = 16
/** Forms with links cleaved that are looked up among the recorded substances, and read against one rule. */
export const mostFormsRecorded = 16
export const mostFormsOfRule = 24
/** Ways of handing groups to sites that are tried for one embedding. */
export const mostAssignments = 5000
/** The same for all embeddings and rules of one structure together. */
export const mostSearchSteps = 100_000

/**
 * Turns of loops in RDKit's WebAssembly for one structure, and again for its names; see `bin/meter-wasm.mjs`. A structure of a
 * medicine takes under half a million, one of 600 atoms about thirty million; a hundred million take about a second.
 */
export const mostReaderSteps = 100_000_000
/** Bytes of memory that RDKit may use, and to which it may have grown when the next structure begins; it starts with 16 MB. */
export const mostReaderBytes = 512 * 1024 * 1024
export const mostReaderBytesKept = 64 * 1024 * 1024
/** Atoms that the screen places for one structure before it leaves all further patterns uncertain. */
export const mostScreenSteps = 2_000_000
/**
 * Rings of a structure that the screen reads if more atoms than these lie in several of them: they are those of cages
 * and nets, which can be hard to read for RDKit, and on which a pattern can have so many embeddings that the full path
 * gives up where the screen would know the answer.
 */
export const mostRingsOfNet = 10
export const mostSharedOfNet = 18
/** Rings of any structure that the screen reads. */
export const mostRingsScreened = 16
/** Candidate rings of one fused system that the engine combines; with more it is not certain what RDKit finds aromatic. */
export const mostRingsCombined = 10
/** Shortest rings through one bond that the engine follows, and rings beyond the independent cycles that a cage may have. */
export const mostRingsThroughOne = 8
export const mostRingsOfCage = 3
/** Graphs that the engine makes of one molecule with bonds cleaved or hydrogens moved: each takes 38 KB for good. */
export const mostGraphsMade = 1000

/** Forms that are looked through for the usual one, hydrogens that move in them, and bonds along which one moves. */
export const mostUsualForms = 400
export const mostHydrogensMoved = 4
export const mostBondsMovedAlong = 8
/** Of forms that are equally usual, those that are judged. */
export const mostUsualFormsGiven = 4
/** Trails of bonds in which two tautomers may differ: more only between unlike substances. */
export const mostTrailsOfTautomers = 12
/** Steps of a search for the ways in which two skeletons are one; with more symmetry it is left open. */
export const mostSkeletonSteps = 20_000
/** Rings on one hydrocarbyl that are taken out one by one when its carbons are counted in other ways. */
export const mostRingsTakenOut = 5
