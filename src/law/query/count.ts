import type { Day } from '../schema/fields.js'
import type { Declared } from '../schema/declared-count.js'
import type { Entry, List } from '../schema/list.js'
import { isInForce } from './period-status.js'

/** Number of distinct substances, or of the law's own entry numbers, among these entries. */
export function countOf(entries: readonly Entry[], counts: Declared['counts'] = 'substances'): number {
  return new Set(entries.map((e) => (counts === 'entries' ? (e.entry ?? e.substance) : e.substance))).size
}

/** Entries of a list in force on a day; one without a start counts from the first day on which a source shows it. */
export function entriesOn(list: List, on: Day): Entry[] {
  return list.entries.filter((e) => isInForce(e, on))
}

/** Entries of a list with a period under an instrument. */
export function entriesUnder(list: List, instrument: string): Entry[] {
  return list.entries.filter((e) => e.periods.some((p) => p.instrument === instrument))
}
