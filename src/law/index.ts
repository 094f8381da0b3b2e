// The law for queries. Exports no schemas: zod takes longer to load than it takes to judge a structure.
export type { RecordProblem } from './bad-record.js'
export type { CounterIon } from './counter-ion.js'
export { codeOfEntry, codeOfRule, codesOfEntry } from './code.js'
export type { Day } from './day.js'
export type { DeclaredOn } from './declared.js'
export { asciiJson, contentText } from './edition-content.js'
export { flawOf } from './edition.js'
export { recordsOf } from './edition-records.js'
export type { CompiledSubstance, Edition, JurisdictionRecords, SubstanceKey } from './edition.js'
export type { Instrument } from './instrument.js'
export type { Exception, Gap } from './jurisdiction.js'
export { control } from './list.js'
export type { Control, Core, Entry, List, ScopeClause } from './list.js'
export {
  find,
  summarise,
  type Found,
  type SubstanceListing,
} from './library.js'
export type { Written } from './parts/written.js'
export type { Pattern } from './pattern.js'
export type { Period } from './period.js'
export { isRealDay } from './real-day.js'
export type { Reconciled } from './reconciled.js'
export type { Records } from './records.js'
export type {
  Clause,
  LeavesOut,
  Rule,
  RuleExamples,
  RulePeriod,
  Scaffold,
  Site,
} from './rule.js'
export type { Extension } from './scope.js'
export { plain, search, type Hit } from './search.js'
export { specialClauses } from './special-clauses.js'
export { statusOn } from './period-status.js'
export { statsOn, type Stats } from './stats.js'
export { structuresOf, type Structures } from './structures.js'
export type { Substance } from './substance.js'
export type { Item, Shape, Term, TermUse } from './term.js'
export { uniform } from './uniform.js'
export { withMedicines } from './with-medicines.js'
