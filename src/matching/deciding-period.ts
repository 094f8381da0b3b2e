import {
  statusOn,
  yearsLater,
  type Day,
  type Entry,
  type JurisdictionRecords,
  type List,
  type Period,
} from '../law/index.js'
import type { Doubt } from './finding.js'

/** Within this time of an unconfirmed start, the true start may be on the other side of the given day. */
export const unconfirmedYears = 1

/** The deciding period for a day, and the doubts about it; null if the entry is not in force. */
export function decidingPeriod(
  list: List,
  entry: Entry,
  records: JurisdictionRecords,
  asOf: Day,
): { period: Period; doubts: Doubt[] } | null {
  const found = periodOn(list, entry, records, asOf)
  if (found === null || found.period.instrument !== undefined || found.period.act !== undefined) return found
  return { ...found, doubts: [...found.doubts, { kind: 'instrument unknown' }] }
}

function periodOn(
  list: List,
  entry: Entry,
  records: JurisdictionRecords,
  asOf: Day,
): { period: Period; doubts: Doubt[] } | null {
  const inForce = entry.periods.find((p) => statusOn(p, asOf) === 'in force')
  if (inForce)
    return {
      period: inForce,
      doubts: maybeNotYet(inForce, asOf) ? [{ kind: 'start unconfirmed', from: inForce.from!, really: 'later' }] : [],
    }
  const unknown = entry.periods.find((p) => statusOn(p, asOf) === 'unknown')
  if (unknown) return { period: unknown, doubts: [unknownStart(unknown)] }
  const first = entry.periods[0]!
  const recordsFrom = horizonOf(list, records)
  if (recordsFrom !== null && asOf < recordsFrom)
    return { period: first, doubts: [{ kind: 'before records', recordsFrom }] }
  const coming = entry.periods.find((p) => p.from !== null && asOf < p.from)
  if (coming && maybeAlready(coming, asOf))
    return { period: coming, doubts: [{ kind: 'start unconfirmed', from: coming.from!, really: 'earlier' }] }
  const last = entry.periods.at(-1)!
  const verifiedThrough = records.jurisdiction.verified_through
  if (last.until !== null && last.until > verifiedThrough && asOf >= last.until) {
    return { period: last, doubts: [{ kind: 'lapse unverified', until: last.until, verifiedThrough }] }
  }
  return null
}

/** The doubt about a period whose status on a day is unknown. */
export function unknownStart(period: Period): Doubt {
  return period.from === null
    ? { kind: 'start unknown', inForceBy: period.in_force_by ?? null }
    : { kind: 'start unconfirmed', from: period.from, really: 'earlier' }
}

/** Days on which a doubt about the start of a period begins or ends. */
export function daysOfDoubt(period: Pick<Period, 'from' | 'not_before' | 'unconfirmed'>): Day[] {
  const { from, not_before, unconfirmed } = period
  const known = not_before === undefined ? [] : [not_before]
  if (from === null || !unconfirmed?.includes('from')) return known
  if (not_before === undefined) return [yearsLater(from, -unconfirmedYears)]
  return not_before === from ? [...known, yearsLater(from, unconfirmedYears)] : known
}

/** Whether the recorded start is the earliest possible (a decision that takes effect later) and shortly before. */
function maybeNotYet(period: Period, asOf: Day): boolean {
  return (
    period.from !== null &&
    period.not_before === period.from &&
    period.unconfirmed?.includes('from') === true &&
    asOf < yearsLater(period.from, unconfirmedYears)
  )
}

function maybeAlready(period: Period, asOf: Day): boolean {
  if (!period.unconfirmed?.includes('from') || period.not_before !== undefined) return false
  return period.from! <= yearsLater(asOf, unconfirmedYears)
}

/**
 * A list made after the jurisdiction's records begin did not exist before; an older one is judged by its own records.
 */
function horizonOf(list: List, records: JurisdictionRecords): Day | null {
  const days = [list.records_from, records.jurisdiction.records_from].filter((d) => d !== null)
  return days.length > 0 ? days.reduce((a, b) => (a < b ? a : b)) : null
}
