export { atomsAlike, elementsOf } from './editable-smiles.js'
export { blockLength, separatedByBars } from './alternatives.js'
export { described, type Described } from './described.js'
export { drawnSet } from './drawn.js'
export { blockSet, mayBeBlockSet } from './block-set.js'
export {
  openPositions,
  reportedNames,
  spellingsOf,
  undeterminedForm,
  type OpenForm,
  type ReportedNames,
} from './reported-names.js'
export type { DrawnFlaw, Stated } from './stated.js'
export { countingAs, fold, foldHistories, foldVerdicts } from './fold.js'
