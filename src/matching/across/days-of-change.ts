import { rememberedBy } from '../../remembered.js'
import type { Day, JurisdictionRecords, Period, Rule } from '../../law/index.js'
import { couldFit } from '../classes/rules-to-try.js'
import type { FittingRules } from '../hints.js'
import type { LawIndex } from '../law-index.js'
import { daysOfDoubt } from '../deciding-period.js'
import { ordinaryRecords } from '../law-selection.js'

/**
 * Days on which a period that could affect these substances starts or ends, including in jurisdictions referred to.
 * @param known of some rules, those that could; default: all could
 */
export function daysOfChange(
  law: LawIndex,
  records: JurisdictionRecords,
  substances: ReadonlySet<string>,
  known: FittingRules | null = null,
): Day[] {
  if (!known && substances.size === 0) return daysOfRules(law, records)
  const { always, rules } = daysOfLaw(law, records)
  const could = (rule: Rule) => !known || rule.reference !== undefined || couldFit(rule, known, substances)
  return sorted([
    ...always,
    ...rules.flatMap(({ rule, days }) => (could(rule) ? days : [])),
    ...(substances.size === 0 ? [] : daysOfEntries(law, records, substances)),
  ])
}

/** Those that only concern what entries say of these substances, and the lists that these are on. */
export function daysOfEntries(law: LawIndex, records: JurisdictionRecords, substances: ReadonlySet<string>): Day[] {
  return referredFrom(law, records).flatMap(({ jurisdiction, lists }) => {
    const listings = law.listings.get(jurisdiction.code)
    return [...substances]
      .flatMap((substance) => listings?.get(substance) ?? [])
      .filter(({ list }) => lists.includes(list))
      .flatMap(({ list, entry }) =>
        [...[...entry.periods, ...list.scope].flatMap(daysOf), list.records_from ?? []].flat(),
      )
  })
}

/** Those of exceptions of these substances. */
export function daysOfExceptions({ jurisdiction }: JurisdictionRecords, substances: ReadonlySet<string>): Day[] {
  return jurisdiction.exceptions.filter((e) => substances.has(e.substance)).flatMap(daysOf)
}

export function daysOfReadings({ readings = [] }: JurisdictionRecords): Day[] {
  return readings.flatMap(({ from = [], until = [] }) => [from, until].flat())
}

export function daysOfLeavingOut({ leaves_out }: Rule): Day[] {
  return leaves_out.flatMap(({ from, until }) => [from ?? [], until ?? []].flat())
}

const rulesOf = new WeakMap<LawIndex, Map<JurisdictionRecords, Day[]>>()

/** Days on which the law may change for a substance that is on no list. */
export function daysOfRules(law: LawIndex, records: JurisdictionRecords): Day[] {
  return rememberedBy(rulesOf, law, records, () => {
    const { always, rules } = daysOfLaw(law, records)
    return sorted([...always, ...rules.flatMap(({ days }) => days)])
  })
}

interface DaysOfLaw {
  readonly rules: readonly { readonly rule: Rule; readonly days: readonly Day[] }[]
  /** Those that no rule alone makes. */
  readonly always: readonly Day[]
}

const lawsKnown = new WeakMap<LawIndex, Map<JurisdictionRecords, DaysOfLaw>>()

function daysOfLaw(law: LawIndex, records: JurisdictionRecords): DaysOfLaw {
  return rememberedBy(lawsKnown, law, records, () => {
    const all = referredFrom(law, records)
    const rules = all.flatMap((there) => there.rules)
    const always = all.flatMap((there) => [
      ...[...there.jurisdiction.gaps, ...there.jurisdiction.exceptions].flatMap(daysOf),
      ...[...daysOfReadings(there), there.jurisdiction.records_from ?? []].flat(),
    ])
    return {
      rules: rules.map((rule) => ({ rule, days: [...rule.periods.flatMap(daysOf), ...daysOfLeavingOut(rule)] })),
      always: sorted(always),
    }
  })
}

/** A jurisdiction and those whose law it refers to. */
function referredFrom({ edition }: LawIndex, records: JurisdictionRecords): JurisdictionRecords[] {
  const { jurisdiction, rules } = records
  const referred = new Set([
    ...rules.flatMap((r) => (r.reference ? [r.reference.jurisdiction] : [])),
    ...jurisdiction.gaps.flatMap((g) => g.reaches_controlled_in ?? []),
  ])
  const others = edition.jurisdictions.filter(
    (j) => referred.has(j.jurisdiction.code) && j.jurisdiction.code !== jurisdiction.code,
  )
  return [records, ...others.map(ordinaryRecords)]
}

type Span = Pick<Period, 'from' | 'until' | 'in_force_by' | 'not_before' | 'unconfirmed'>

function daysOf(span: Span): Day[] {
  return [span.from, span.until, span.in_force_by ?? null, ...daysOfDoubt(span)].filter((day) => day !== null)
}

function sorted(days: readonly Day[]): Day[] {
  return [...new Set(days)].sort()
}
