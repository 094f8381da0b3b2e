import type { Day } from '../schema/fields.js'
import type { Period } from '../schema/list.js'

/** Whether a period contains a day. `unknown` if its start is not known and may be later, or from `not_before` on. */
export type PeriodStatus = 'in force' | 'unknown' | 'not in force'

/** Whether a span, whose ends may be open, has a day in it. */
export function isWithin(
  { from, until }: { readonly from?: Day | null | undefined; readonly until?: Day | null | undefined },
  on: Day,
): boolean {
  return (from ?? '') <= on && (until == null || on < until)
}

/** Whether something is certainly in force on a day. */
export function isInForce({ periods }: { readonly periods: readonly Period[] }, on: Day): boolean {
  return periods.some((p) => statusOn(p, on) === 'in force')
}

export function statusOn(p: Pick<Period, 'from' | 'until' | 'in_force_by' | 'not_before'>, on: Day): PeriodStatus {
  if (p.until !== null && on >= p.until) return 'not in force'
  if (p.not_before !== undefined && on < p.not_before) return 'not in force'
  if (p.from !== null) return on >= p.from ? 'in force' : p.not_before !== undefined ? 'unknown' : 'not in force'
  return p.in_force_by !== undefined && on >= p.in_force_by ? 'in force' : 'unknown'
}
