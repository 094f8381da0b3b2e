import { rememberedBy } from '../../remembered.js'
import type { Day, JurisdictionRecords, Period } from '../../law/index.js'
import type { LawIndex } from '../law-index.js'
import { daysOfDoubt } from '../deciding-period.js'
import { ordinaryRecords } from '../law-selection.js'

/** Days on which a period that could affect these substances starts or ends, including in jurisdictions referred to. */
export function daysOfChange(law: LawIndex, records: JurisdictionRecords, substances: ReadonlySet<string>): Day[] {
  const own = daysOfRules(law, records)
  return substances.size === 0 ? own : sorted([...own, ...daysOfEntries(law, records, substances)])
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

/** Those of what classes and lists exclude. */
export function daysOfExclusions({ jurisdiction, rules }: JurisdictionRecords): Day[] {
  const out = rules.flatMap((rule) => rule.leaves_out)
  return [
    ...jurisdiction.exceptions.flatMap(daysOf),
    ...out.flatMap(({ from, until }) => [from ?? [], until ?? []].flat()),
  ]
}

const rulesOf = new WeakMap<LawIndex, Map<JurisdictionRecords, Day[]>>()

/** Days on which the law may change for a substance that is on no list. */
export function daysOfRules(law: LawIndex, records: JurisdictionRecords): Day[] {
  return rememberedBy(rulesOf, law, records, () => readDaysOfRules(law, records))
}

function readDaysOfRules(law: LawIndex, records: JurisdictionRecords): Day[] {
  return sorted(
    referredFrom(law, records).flatMap((there) => [
      ...[...there.rules.flatMap((r) => r.periods), ...there.jurisdiction.gaps].flatMap(daysOf),
      ...daysOfExclusions(there),
      ...(there.jurisdiction.records_from === null ? [] : [there.jurisdiction.records_from]),
    ]),
  )
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
