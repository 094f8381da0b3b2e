export { type Centre, type SmilesStereo, type StereoBond, stereoOfSmiles } from './read/smiles-stereo.js'
export {
  type AtomExpression,
  atomTestOf,
  atomText,
  type Certainty,
  type Pattern,
  type PatternAtom,
  patternOf,
} from './smarts/pattern.js'
export { smartsTokens } from './smarts/tokens.js'
export { kernel, kernelExports, memory, memoryBytes, memoryWords } from './kernel.js'
export { Addresses, Arena } from './arena.js'
export { patternArena } from './smarts/pattern-arena.js'
export { planOf } from './smarts/encode.js'
export { countsLength } from './smarts/count-places.js'
export { patternRings, type RingedBond, withTests } from './smarts/pattern-environments.js'
export { countsRequired, RequiredCounts } from './smarts/required-counts.js'
export { aromaticBond, maxNeighbours, noRing } from './layout.js'
export { DerivedGraphs, FastGraph } from './fast-graph.js'
export { fragmentsOf, matchesOfAll } from './smarts/fragments.js'
export { matchMask, mayMatch, NotSure, sureMask } from './smarts/match.js'
export { smallestRings } from './perceive/smallest-rings.js'
export { asDrawn, cleavedGraph, kekuleForm, redrawnGraph, withOrdersOf } from './perceive/derived-graph.js'
export { readSmiles, readText } from './read/read-text.js'
export { compositionOfFormula, formulaOf, weights } from './perceive/graph-formula.js'
export { groupCounts } from './perceive/group-counts.js'
export { Environments } from './smarts/environments.js'
