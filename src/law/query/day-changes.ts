import type { JurisdictionRecords } from '../records/records.js'
import type { Day } from '../schema/fields.js'
import type { Period } from '../schema/list.js'
import type { RulePeriod } from '../schema/rule.js'

/** An entry or class rule that comes into force, goes out of it, or goes on under other words; or a proposal. */
export interface DayChange {
  readonly law: string
  readonly what: 'added' | 'changed' | 'removed' | 'proposed'
  /** The first day on which it holds; null for a proposal whose day is not known. */
  readonly day: Day | null
  readonly kind: 'entry' | 'rule'
  /** The list, or the rule, and its name. */
  readonly source: string
  readonly title: string
  /** Of an entry: the recorded substance and its name in the law. */
  readonly substance: string | null
  readonly name: string
  readonly code: string | null
  readonly cite: string
  readonly url: string | null
  readonly act: string | null
  /** Of what begins: the first day no longer in force, for a temporary order. */
  readonly until: Day | null
  readonly unconfirmed: readonly string[]
  readonly note: string | null
  /** Of an entry that ends: other lists of this law that name the substance on that day. */
  readonly stillOn: readonly string[]
}

type Source = Pick<DayChange, 'law' | 'kind' | 'source' | 'title' | 'substance' | 'name' | 'code'>

/**
 * What changes in a law after a day and up to another, by day and list; proposals of that time last.
 * @param from the law of this day is known
 */
export function dayChanges(records: readonly JurisdictionRecords[], from: Day, to: Day): DayChange[] {
  const changes = records.flatMap((own) => [...entryChanges(own, from, to), ...ruleChanges(own, from, to)])
  return changes.sort((a, b) => compare(a.law, b.law) || compare(a.day ?? '9', b.day ?? '9'))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function entryChanges({ jurisdiction: { code: law }, lists }: JurisdictionRecords, from: Day, to: Day): DayChange[] {
  const entries = lists.flatMap((list) => list.entries.map((entry) => ({ list, entry })))
  const stillOn = (substance: string, day: Day, not: string) =>
    entries
      .filter(({ list, entry }) => list.id !== not && entry.substance === substance && covers(entry.periods, day))
      .map(({ list }) => list.short)
  return entries.flatMap(({ list, entry }) => {
    const { substance, name_in_law: name, code = null, periods } = entry
    const source: Source = { law, kind: 'entry', source: list.id, title: list.short, substance, name, code }
    return changesOf(source, periods, from, to).map((change) =>
      change.what === 'removed' ? { ...change, stillOn: stillOn(substance, change.day!, list.id) } : change,
    )
  })
}

const covers = (periods: readonly Period[], day: Day) =>
  periods.some((p) => (p.from ?? '') <= day && (p.until === null || day < p.until))

function ruleChanges({ jurisdiction: { code: law }, rules }: JurisdictionRecords, from: Day, to: Day): DayChange[] {
  return rules.flatMap(({ id, title, code = null, periods }) => {
    const source: Source = { law, kind: 'rule', source: id, title, substance: null, name: title, code }
    const isProposed = ({ status }: RulePeriod) => status === 'proposed'
    const open = periods.filter((p) => isProposed(p) && (p.from ?? '') <= to && (p.until === null || from < p.until))
    return [
      ...changesOf(
        source,
        periods.filter((p) => !isProposed(p)),
        from,
        to,
      ),
      ...open.map((period) => change(source, 'proposed', period.from, period)),
    ]
  })
}

function changesOf(source: Source, periods: readonly Period[], from: Day, to: Day): DayChange[] {
  const isBetween = (day: Day | null): day is Day => day !== null && from < day && day <= to
  return periods.flatMap((period) => {
    // Where the first day is not known, the day by which it is in force, if it was not before.
    const begin = period.from ?? ((period.not_before ?? '') > from ? (period.in_force_by ?? null) : null)
    const goesOn = periods.some((other) => other !== period && other.until !== null && other.until === begin)
    const isFollowed = periods.some((other) => other.from !== null && other.from === period.until)
    return [
      ...(isBetween(begin) ? [change(source, goesOn ? 'changed' : 'added', begin, period)] : []),
      ...(isBetween(period.until) && !isFollowed ? [change(source, 'removed', period.until, period)] : []),
    ]
  })
}

function change(source: Source, what: DayChange['what'], day: Day | null, period: Period): DayChange {
  const { cite, url = null, act = null, until, unconfirmed = [], note = null } = period
  return {
    ...source,
    what,
    day,
    cite,
    url,
    act,
    until: what === 'removed' ? null : until,
    unconfirmed,
    note,
    stillOn: [],
  }
}
