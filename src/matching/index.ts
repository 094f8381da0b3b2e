export { scaffoldPlaceIn, type ScaffoldPlace } from './classes/graph.js'
export type { Cleavable, Graph, Subject } from './subject.js'
export {
  assess,
  leftOpen,
  withNames,
  type Assessment,
  type AssessOptions,
  type Identify,
  type Judged,
  type StructureFacts,
  judge,
  judgeNamed,
  nothingFound,
} from './assess.js'
export { kindsIn, ordinaryRecords, selectedJurisdictions } from './law-selection.js'
export type {
  CitedClause,
  Decided,
  Caveat,
  ClassFinding,
  Doubt,
  Finding,
  JurisdictionResult,
  ListedFinding,
  NearMiss,
  OpenFinding,
  SetAside,
  SetVerdict,
  UsedPosition,
  UsedReading,
  Verdict,
  Via,
} from './finding.js'
export { openStructure, strength } from './finding.js'
export { fitRule } from './classes/fit-rule.js'
export { fitIn } from './classes/rule-fits.js'
export { checkQuery, judging, strongestOf, type Judgement, type Query } from './judge.js'
export { noHints, type FittingRules, type Hints } from './hints.js'
export { indexLaw, type Recorded, type LawIndex } from './law-index.js'
export type { Failure, RuleOutcome } from './classes/outcome.js'
export { cleavableKindsOf } from './classes/class-forms.js'
export { testRule, type ExampleResult, type RuleTest } from './classes/rule-test.js'

export { substanceIdentity, type SubstanceIdentity } from './identity/same-substance.js'
export { isControlled, moveAcross, movesBetween, type Move } from './across/moves.js'
export {
  coverageSteps,
  stepsAcross,
  strongestChapters,
  type CoverageStep,
  lastDayOf,
  median,
  unchangedAfter,
  daysNotControlled,
} from './across/days-uncontrolled.js'
export {
  daysOfAllLaw,
  historyBy,
  historyOf,
  historyOfNamed,
  historyOfNothing,
  type Chapter,
  type JurisdictionHistory,
} from './across/history.js'
export { Neighbourhood, tanimoto, type Neighbour } from './identity/similar.js'
export {
  answerBy,
  answerIn,
  notCovered,
  type DraftAnswer,
  type DraftFit,
  draftEdition,
  draftLaw,
  draftQuery,
  inWords,
  type Draft,
  gapsNaming,
} from './draft-law.js'
export { isLongAfter } from './law-in-force.js'
export { AnsweredLaws, judgingWith, withAnswers } from './answered-law.js'
export { mayChange, placesAsked, questionsOfLaw } from './positions.js'
export type { Position } from './position.js'
export { UnknownName } from './unknown-name.js'
