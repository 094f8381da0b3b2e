export { assess, withNames, type Assessment, type AssessOptions, type Identify } from './assess.js'
export type {
  CitedClause,
  Caveat,
  ClassFinding,
  Doubt,
  Finding,
  JurisdictionResult,
  ListedFinding,
  NearMiss,
  OpenFinding,
  SetAside,
  UsedReading,
  Verdict,
  Via,
} from './finding.js'
export { strength } from './finding.js'
export { fitRule } from './fit-rule.js'
export { fitIn, readBy } from './rule-fits.js'
export { checkQuery, judge, strongestOf, UnknownName, type Judgement, type Query } from './judge.js'
export type { Hints } from './hints.js'
export { indexLaw, type KnownSubstance, type LawIndex } from './law-index.js'
export type { Failure, RuleOutcome } from './outcome.js'
export { fitsItem, type Terms } from './terms.js'

export { linkWordsOf } from './class-forms.js'
export { withoutHydroxy } from './scaffold.js'
export { cut, type Graph, type Subject } from './graph.js'
export { testRule, type ExampleResult, type RuleTest } from './rule-test.js'
export { daysLater } from './days.js'
export { substanceIdentity, type SubstanceIdentity } from './same-substance.js'
export { isControlled, moveAcross, movesBetween, type Move } from './compare.js'
export { coverageSteps, steppedOver, type CoverageStep } from './coverage-steps.js'
export { lastDayOf, median, uncontrolledDays } from './race.js'
export { historyOf, historyOfNamed, type Chapter, type JurisdictionHistory } from './history.js'
export { Neighbourhood, type Neighbour } from './similar.js'
export { gapsNaming } from './gaps-named.js'
export { judgeNamed } from './named.js'
export { nothingFound } from './nothing-found.js'
