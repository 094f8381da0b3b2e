import { countOf, entriesOn, entriesUnder } from '../query/count.js'
import { BadRecord } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import type { Declared } from '../schema/declared-count.js'
import type { Entry } from '../schema/list.js'
import { located } from '../versions/located.js'
import { check, periodsIn, type Check, type Flaw, type Span } from '../records/check.js'
import { idsAreFileNames, lawTermsFit, oneRecordEach, periodsDoNotOverlap, periodsNameTheirAct } from './instruments.js'
import { partsAreUsed, reconciledIsRecorded, sourcesFit } from './parts-used.js'
import { referencesResolve } from './references.js'
import { rulePartsFit, rulesHaveExamples, termsStandOnce } from './rule-parts.js'
import { listedOnce, scopeCoversPeriods } from './scope-covers.js'

const declaredIsRecorded = check(
  'declared',
  'the number that an act or authority declares is the number recorded, or the record says how many ' +
    'there are and why',
  {
    *instruments({ instruments, lists }) {
      for (const [i, { id, declared }] of instruments.entries()) {
        // An entry on two lists under one act counts once per list: the law numbers it twice.
        const found = lists.flatMap((list) =>
          entriesUnder(list, id).map((e) => ({ ...e, entry: `${list.id} ${e.entry ?? e.substance}` })),
        )
        if (declared) yield* differing(declared, found, `[${i}].declared`)
      }
    },
    *list(list) {
      for (const [i, declared] of (list.declared ?? []).entries())
        yield* differing(declared, entriesOn(list, declared.on), `declared[${i}]`)
    },
  },
)

function* differing({ count, counts, recorded }: Declared, entries: readonly Entry[], field: string): Generator<Flaw> {
  const found = countOf(entries, counts)
  const expected = recorded ?? count
  if (found !== expected)
    yield [field, `${found} ${counts ?? 'substances'} in the records`, `${expected}, or "recorded" and "why"`]
  else if (recorded === count) yield [`${field}.recorded`, String(found), 'nothing where it equals count']
}

const daysAreOrdered = check(
  'days',
  'every span ends after it starts, and no act takes effect before it is published',
  {
    *jurisdiction({ jurisdiction: { gaps, exceptions } }) {
      yield* disorder(gaps, 'gaps')
      yield* disorder(exceptions, 'exceptions')
    },
    *instruments({ instruments }) {
      for (const [i, { published, effective }] of instruments.entries())
        if (published !== null && effective !== null && effective < published)
          yield [`[${i}].effective`, effective, `a day not before ${published}, when it was published`]
    },
    *list(list) {
      yield* disorder(list.scope, 'scope')
      for (const { period, field } of periodsIn(list)) {
        const { from, until, in_force_by: by } = period
        if (by === undefined) continue
        if (from !== null) yield [`${field}.in_force_by`, by, 'nothing where from is known']
        if (until !== null && by > until) yield [`${field}.in_force_by`, by, `a day before ${until}`]
      }
    },
    rule: (rule) => disorder(rule.leaves_out, 'leaves_out'),
  },
)

const pastLawHasGap = check(
  'past-law',
  'a law whose records end counts on request only, and has a gap from that day on for every structure',
  {
    *jurisdiction({ jurisdiction: { records_until: end, on_request: why, gaps } }) {
      if (end === undefined) return
      if (why === undefined) yield ['on_request', 'nothing', 'why the law counts on request only: its records end']
      const isWhole = gaps.some((g) => g.from === end && g.until === null && g.reaches?.some((p) => p.smarts === '*'))
      if (!isWhole) yield ['gaps', `none from ${end}`, 'a gap from that day on that reaches * (any structure)']
    },
  },
)

type Days = { readonly [K in keyof Span]?: Span[K] | undefined }

function* disorder(spans: readonly Days[], field: string): Generator<Flaw> {
  for (const [i, { from, until }] of spans.entries())
    if (from && until && from >= until) yield [`${field}[${i}].until`, until, `a day after ${from}`]
}

const codesFollowOnEachOther = check(
  'codes',
  'former codes of an entry follow on each other and end with its present code',
  {
    *list({ entries }) {
      for (const [i, { code, former_codes: former = [] }] of entries.entries()) {
        if (former.length > 0 && code === undefined)
          yield [`entries[${i}].code`, 'nothing', 'the code after its former codes']
        for (const [k, f] of former.entries()) {
          const next = former[k + 1]
          const field = (at: number) => `entries[${i}].former_codes[${at}]`
          if (f.code === (next?.code ?? code))
            yield [`${field(k)}.code`, f.code, 'another code than the one that follows it']
          if (next && next.until <= f.until) yield [`${field(k + 1)}.until`, next.until, `a day after ${f.until}`]
        }
      }
    },
  },
)

/** Checks on more than one record, each in its own file. Findings in a version are reported at its place. */
export const checks: readonly Check[] = [
  idsAreFileNames,
  oneRecordEach,
  referencesResolve,
  periodsDoNotOverlap,
  listedOnce,
  scopeCoversPeriods,
  daysAreOrdered,
  pastLawHasGap,
  codesFollowOnEachOther,
  periodsNameTheirAct,
  declaredIsRecorded,
  rulePartsFit,
  reconciledIsRecorded,
  sourcesFit,
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
