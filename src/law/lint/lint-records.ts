import { BadRecord } from '../records/bad-record.js'
import type { Check } from './record-check.js'
import { codesFollowOnEachOther } from './code-order.js'
import { daysAreOrdered } from './day-order.js'
import { declaredIsRecorded } from './declared-counts.js'
import { rulesHaveExamples } from './examples.js'
import { idsAreFileNames } from './file-names.js'
import { periodsNameTheirAct } from './instruments.js'
import { oneRecordEach } from './one-record.js'
import { periodsDoNotOverlap } from './overlaps.js'
import { partsAreUsed } from './parts-used.js'
import { reconciledIsRecorded } from './reconciled-ids.js'
import { referencesResolve } from './references.js'
import { rulePartsFit } from './rule-parts.js'
import { scopeCoversPeriods } from './scope-covers.js'
import { listedOnce } from './twice-listed.js'
import { lawTermsFit } from './law-terms.js'
import { termsStandOnce } from './terms-once.js'
import type { Records } from '../records/records.js'
import { located } from '../versions/located.js'

export type { Check } from './record-check.js'

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
