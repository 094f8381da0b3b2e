import { BadRecord } from './bad-record.js'
import type { Check } from './lint/check.js'
import { codesFollowOnEachOther } from './lint/codes.js'
import { daysAreOrdered } from './lint/days.js'
import { declaredIsRecorded } from './lint/declared.js'
import { rulesHaveExamples } from './lint/examples.js'
import { idsAreFileNames } from './lint/file-names.js'
import { periodsNameTheirAct } from './lint/instruments.js'
import { oneRecordEach } from './lint/one-record.js'
import { periodsDoNotOverlap } from './lint/overlaps.js'
import { partsAreUsed } from './lint/parts.js'
import { reconciledIsRecorded } from './lint/reconciled.js'
import { referencesResolve } from './lint/references.js'
import { rulePartsFit } from './lint/rule-parts.js'
import { scopeCoversPeriods } from './lint/scope-covers.js'
import { listedOnce } from './lint/twice-listed.js'
import { lawTermsFit } from './lint/law-terms.js'
import { termsStandOnce } from './lint/terms-once.js'
import type { Records } from './records.js'
import { located } from './versions/located.js'

export type { Check } from './lint/check.js'

/**
 * Checks that involve more than one record, each in its own file. Findings in a version are reported at its place in
 * the file.
 */
export const checks: readonly Check[] = [
  idsAreFileNames,
  oneRecordEach,
  referencesResolve,
  periodsDoNotOverlap,
  listedOnce,
  scopeCoversPeriods,
  daysAreOrdered,
  codesFollowOnEachOther,
  periodsNameTheirAct,
  declaredIsRecorded,
  rulePartsFit,
  reconciledIsRecorded,
  rulesHaveExamples,
  lawTermsFit,
  termsStandOnce,
  partsAreUsed,
].map((check) => ({ ...check, run: (records) => located(records, check.run(records)) }))

/**
 * Runs every check on records that are each valid individually.
 * @throws {BadRecord} with every problem found
 */
export function lintRecords(records: Records): void {
  const problems = checks.flatMap((check) => check.run(records))
  if (problems.length > 0) throw new BadRecord(problems)
}
