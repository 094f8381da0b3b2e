import type { Records } from './records.js'

type Law = Records['jurisdictions'][number]

/**
 * A law of the past, whose periods all end on the day from which the records no longer cover it: what holds then is not
 * known. A gap of its own says so for every structure; the check `past-law-has-gap` sees to it.
 */
export function untilRecordsEnd(law: Law): Law {
  const end = law.jurisdiction.records_until
  if (end === undefined) return law
  const ended = <P extends { readonly from: string | null; readonly until: string | null }>(periods: readonly P[]) =>
    periods
      .filter(({ from }) => from === null || from < end)
      .map((period) => (period.until === null || period.until > end ? { ...period, until: end } : period))
  return {
    ...law,
    lists: law.lists.map((list) => ({
      ...list,
      entries: list.entries.map((entry) => ({ ...entry, periods: ended(entry.periods) })),
    })),
    rules: law.rules.map((rule) => ({ ...rule, periods: ended(rule.periods) })),
  }
}
