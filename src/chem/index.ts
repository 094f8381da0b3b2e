export { drawsOn, isBasicNitrogen, isImidic, isSaltFormingPhosphorus } from './basicity.js'
export type { Drawing } from './drawing.js'
export { hasCarbocation, hasChargesApart, hasRadical, skeletonKey } from './skeleton.js'
export { areDrawnAlike, drawnGraph, type DrawnGraph } from './drawn-alike.js'
export { hasSameStereo, stereoOfComponent } from './drawn-stereo.js'
export { inOrder } from './embeddings.js'
export { elementSymbol } from '../elements.js'
export { isMetal, type Atom, type Bond, type Molecule } from './molecule.js'
export { formulaOf, groupsOf, heteroHydrogens, type AlkylPlaces, type Groups } from './groups.js'
export { OutOfBudget, type EngineOptions } from './engine.js'
export { isMolBlock, limits, UnreadableStructure, type Problem, type ProblemCode } from './guard.js'
export {
  balanceOf,
  compareForms,
  compareStereo,
  hydrogensOf,
  readIdentity,
  type Identity,
  type StereoForms,
  type StereoRelation,
} from './inchi.js'
export { cleavableBondsOf, cleavableKinds, type CleavableBond, type CleavableKind } from './cleavable-bonds.js'
export { massAsBase, massOf } from './mass.js'
export type { Names } from './structure-names.js'
export { surelyUsualForms } from './usual-form.js'
export { hasOddBond } from './nonmetal-bonds.js'
export { hasBareCarbanion, hasOddCharge, neutralCharges } from './normalise.js'
export { couldHold, cacheNeeds, needsOf, type PatternNeeds } from './pattern-needs.js'
export { drawingBy, Reader, ReaderClosed } from './reader.js'
export { readyReader, type ReadyReader } from './ready-reader.js'
export { heteroShifts, shiftsOf, withShifts, type Shift } from './tautomer-shifts.js'
export { hasProtonInRing, Structure, type Matches, type Tautomer } from './structure.js'
