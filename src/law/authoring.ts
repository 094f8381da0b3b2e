// Authoring of the law: schemas of records, the checks on them, and the compiler of editions.
export { day } from './schema/fields.js'
export { instruments, list, period } from './schema/list.js'
export { schemaTexts, kindAt, kinds, type LoadedFile } from './schema/record-kinds.js'
export { rule, ruleExamples } from './schema/rule.js'
export { substance } from './schema/substance.js'
export { term } from './schema/term.js'
export { BadRecord, parseRecord } from './records/bad-record.js'
export { canonicalText, linksOf, withoutRepeatedLinks } from './records/period-links.js'
export { rulesIn } from './versions/rules-in.js'
export { termsOf, withSharedTerms } from './versions/shared-terms.js'
export { compileEdition } from './edition/compile.js'
export { checkPatterns, patternsIn } from './edition/patterns.js'
export { checks, lintRecords } from './lint/lint-records.js'
export { rulePartsFit } from './lint/rule-parts.js'
export { assemble } from './assemble.js'
export { basedOn, isBasedOn } from './based-on.js'
export { jurisdictionOf, userRulesText, withUserRules, type UserRule } from './user-rules.js'
export {
  type Draft,
  type DraftedRow,
  draftRows,
  type Failure,
  namesOf,
  type ReadName,
  type Remark,
} from './draft/draft-rows.js'
export { type NamesRow, readNamesTable } from './draft/names-table.js'
export { type Difference, isUnaccounted, refOf } from './official/reconciliation.js'
export { NotOfficial, type OfficialItem } from './official/official-text.js'
export { replay, type Replay, type Replayed, type ReplayedStep, type Unrecorded } from './official/replay.js'
export { isOfLaw, reconcile, type Reconciliation } from './official/reconcile.js'
export { type DatedText, statesOn } from './official/series.js'
