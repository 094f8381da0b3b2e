import { BadRecord, type RecordProblem } from '../records/bad-record.js'
import { type Check, referencesResolve, fileOf } from './references.js'
import { rulesHaveExamples } from './examples.js'
import { idsAreFileNames, periodsNameTheirAct, lawTermsFit, oneRecordEach, periodsDoNotOverlap } from './instruments.js'
import { partsAreUsed, reconciledIsRecorded } from './parts-used.js'
import { rulePartsFit } from './rule-parts.js'
import { scopeCoversPeriods, listedOnce } from './scope-covers.js'
import { termsStandOnce } from './terms-once.js'
import type { Records } from '../records/records.js'
import { located } from '../versions/located.js'
import { countOf, entriesOn, entriesUnder } from '../query/count.js'
import type { Declared } from '../schema/declared-count.js'

const declaredIsRecorded: Check = {
  id: 'declared',
  reads:
    'the number that an act or authority declares is the number recorded, or the record says how many ' +
    'there are and why',
  run: declaredNumbers,
}

function declaredNumbers(records: Records): RecordProblem[] {
  const problems: RecordProblem[] = []
  const compare = (declared: Declared, found: number, file: string, field: string) => {
    const expected = declared.recorded ?? declared.count
    if (found !== expected)
      problems.push({
        file,
        field,
        found: `${found} ${declared.counts ?? 'substances'} in the records`,
        expected: `${expected}, or "recorded" and "why"`,
      })
    else if (declared.recorded === declared.count)
      problems.push({
        file,
        field: `${field}.recorded`,
        found: String(found),
        expected: 'nothing where it equals count',
      })
  }
  for (const j of records.jurisdictions) {
    const acts = fileOf(records, `instruments:${j.jurisdiction.code}`)
    for (const [i, act] of j.instruments.entries()) {
      // An entry on two lists under one act counts once per list: the law numbers it twice.
      const found = j.lists.flatMap((list) =>
        entriesUnder(list, act.id).map((e) => ({ ...e, entry: `${list.id} ${e.entry ?? e.substance}` })),
      )
      if (act.declared) compare(act.declared, countOf(found, act.declared.counts), acts, `[${i}].declared`)
    }
    for (const list of j.lists) {
      list.declared?.forEach((d, i) =>
        compare(d, countOf(entriesOn(list, d.on), d.counts), fileOf(records, `list:${list.id}`), `declared[${i}]`),
      )
    }
  }
  return problems
}

type Span = { readonly from: string | null; readonly until: string | null }

const daysAreOrdered: Check = {
  id: 'days',
  reads: 'every span ends after it starts, and no act takes effect before it is published',
  run: disorder,
}

function disorder(records: Records): RecordProblem[] {
  const problems: RecordProblem[] = []
  const spans = (all: readonly Span[], file: string, field: string) =>
    all.forEach((s, i) => {
      if (s.from !== null && s.until !== null && s.from >= s.until)
        problems.push({ file, field: `${field}[${i}].until`, found: s.until, expected: `a day after ${s.from}` })
    })
  for (const j of records.jurisdictions) {
    const own = fileOf(records, `jurisdiction:${j.jurisdiction.code}`)
    spans(j.jurisdiction.gaps, own, 'gaps')
    spans(j.jurisdiction.exceptions, own, 'exceptions')
    const acts = fileOf(records, `instruments:${j.jurisdiction.code}`)
    j.instruments.forEach((a, i) => {
      if (a.published !== null && a.effective !== null && a.effective < a.published)
        problems.push({
          file: acts,
          field: `[${i}].effective`,
          found: a.effective,
          expected: `a day not before ${a.published}, when it was published`,
        })
    })
    for (const rule of j.rules)
      spans(
        rule.leaves_out.map((out) => ({ from: out.from ?? null, until: out.until ?? null })),
        fileOf(records, `rule:${rule.id}`),
        'leaves_out',
      )
    for (const list of j.lists) {
      const file = fileOf(records, `list:${list.id}`)
      spans(list.scope, file, 'scope')
      list.entries.forEach((entry, i) => {
        entry.periods.forEach((p, k) => {
          if (p.from !== null && p.in_force_by !== undefined)
            problems.push({
              file,
              field: `entries[${i}].periods[${k}].in_force_by`,
              found: p.in_force_by,
              expected: 'nothing where from is known',
            })
          if (p.in_force_by !== undefined && p.until !== null && p.in_force_by > p.until)
            problems.push({
              file,
              field: `entries[${i}].periods[${k}].in_force_by`,
              found: p.in_force_by,
              expected: `a day before ${p.until}`,
            })
        })
      })
    }
  }
  return problems
}

const codesFollowOnEachOther: Check = {
  id: 'codes',
  reads: 'former codes of an entry follow on each other and end with its present code',
  run: (records) =>
    records.jurisdictions.flatMap(({ lists }) =>
      lists.flatMap((list) => wrongCodes(list, fileOf(records, `list:${list.id}`))),
    ),
}

function wrongCodes(list: Records['jurisdictions'][number]['lists'][number], file: string): RecordProblem[] {
  const problems: RecordProblem[] = []
  list.entries.forEach(({ code, former_codes: former = [] }, i) => {
    if (former.length > 0 && code === undefined)
      problems.push({
        file,
        field: `entries[${i}].code`,
        found: 'nothing',
        expected: 'the code after its former codes',
      })
    former.forEach((f, k) => {
      const field = `entries[${i}].former_codes[${k}]`
      const next = former[k + 1]
      if (f.code === (next?.code ?? code))
        problems.push({
          file,
          field: `${field}.code`,
          found: f.code,
          expected: 'another code than the one that follows it',
        })
      if (next && next.until <= f.until)
        problems.push({
          file,
          field: `entries[${i}].former_codes[${k + 1}].until`,
          found: next.until,
          expected: `a day after ${f.until}`,
        })
    })
  })
  return problems
}

export type { Check } from './references.js'

/** Checks on more than one record, each in its own file. Findings in a version are reported at its place. */
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

/** Runs every check on records that are each valid individually. @throws {BadRecord} with every problem found */
export function lintRecords(records: Records): void {
  const problems = checks.flatMap((check) => check.run(records))
  if (problems.length > 0) throw new BadRecord(problems)
}
