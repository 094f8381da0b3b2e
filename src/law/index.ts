// The law for queries. Exports no schemas: zod takes longer to load than it takes to judge a structure.
export type { CounterIon, WordTable } from './schema/record-kinds.js'
export type { Day, Extension, Limit, Pattern } from './schema/fields.js'
export type { DeclaredOn } from './schema/declared-count.js'
export type { Instrument, Core, Entry, List, ScopeClause, Period } from './schema/list.js'
export type { Exception, Gap, Jurisdiction, WantedDocument } from './schema/jurisdiction.js'
export { allKinds, furtherKinds, ordinaryKinds, type Control } from './schema/control.js'
export { codePattern } from './schema/code-pattern.js'
export { isRealDay } from './schema/real-day.js'
export type { Reconciled } from './schema/reconciled.js'
export type { RecordedReading, ReadingEntries } from './schema/recorded-reading.js'
export { changesFor, draftWithSites, emptyDraft } from './empty-draft.js'
export type { Clause, LeavesOut, Rule, RuleExamples, RulePeriod, Scaffold, Site } from './schema/rule.js'
export { specialClauses } from './schema/special-clauses.js'
export type { Substance } from './schema/substance.js'
export type { Item, Shape, Term, TermUse } from './schema/term.js'
export type { RecordProblem } from './records/bad-record.js'
export type { JurisdictionRecords, Records } from './records/records.js'
export {
  flawOf,
  type CompiledSubstance,
  type Edition,
  type SubstanceKey,
  recordsOf,
  asciiJson,
  contentText,
} from './edition/edition-records.js'
export { withMedicines } from './edition/medicines.js'
export {
  type EditionStart,
  entryAt,
  startOf,
  editionStart,
  substancesOf,
  withEntriesLater,
} from './edition/edition-start.js'
export { find, summarise, type LawRecord, type SubstanceListing } from './query/library.js'
export { codeOfEntry, codeOfRule, codesOfEntry, plain, search, type Hit } from './query/record-search.js'
export { daysBetween, daysLater, yearsLater } from './query/days.js'
export { dayChanges, type DayChange } from './query/day-changes.js'
export { isInForce, isWithin, type PeriodStatus, statusOn } from './query/period-status.js'
export {
  conditionId,
  mixturesId,
  openQuestions,
  openWordsId,
  positionalId,
  readingPlace,
  type OpenQuestion,
  type PlaceOfQuestion,
} from './query/open-questions.js'
export { statsOn, structuresOf, type Stats, type Structures } from './query/stats.js'
export { type EditionChange, editionChanges, type EditionChanges } from './edition/edition-changes.js'
