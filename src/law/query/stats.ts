import type { Day } from '../schema/fields.js'
import { countOf, entriesOn } from './count.js'
import { allKinds, type Control } from '../schema/control.js'
import type { Jurisdiction } from '../schema/jurisdiction.js'
import type { Reconciled } from '../schema/reconciled.js'
import type { Records } from '../records/records.js'
import { statusOn } from './period-status.js'
import { structuresOf, type Structures } from './confirmed-structures.js'
import type { Substance } from '../schema/substance.js'
import type { Rule } from '../schema/rule.js'

export interface Stats {
  readonly jurisdiction: string
  readonly name: string
  readonly asOf: Day
  readonly recordsFrom: Day | null
  readonly verifiedThrough: Day
  /** Substances controlled individually, each counted once however many lists name it, by kind of control. */
  readonly individually: Readonly<Record<Control, number>>
  readonly lists: readonly {
    readonly id: string
    readonly short: string
    readonly control: Control
    readonly substances: number
    readonly entries: number
  }[]
  readonly classRules: readonly { readonly id: string; readonly title: string; readonly control: Control }[]
  /** Acts in effect by that day, and those whose day is unknown. */
  readonly instruments: { readonly inEffect: number; readonly dayUnknown: number }
  /** Substances by tag; `null` if the lists in force do not use the tag. */
  readonly tags: Readonly<Record<string, number | null>>
  /** Entries whose first day is unknown and may be later than the given day. */
  readonly startUnknown: number
  /** The result of the last comparison with official texts. */
  readonly reconciled: Reconciled
  /** The share of the recorded structures that it decides, year by year, as measured last. */
  readonly decided: Jurisdiction['decided'] | null
  /** For the structures that its lists name on any day. */
  readonly structures: Structures
  /** Substances that its lists name on any day; of these, those with a CAS number; and numbers of their salts. */
  readonly numbers: { readonly substances: number; readonly numbered: number; readonly salts: number }
}

/** What a jurisdiction controls on a day, in numbers. An entry counts if it is certainly in force. */
export function statsOn(
  records: Records['jurisdictions'][number],
  asOf: Day,
  substances: readonly Substance[] = [],
): Stats {
  const { jurisdiction, instruments, rules } = records
  const lists = records.lists.map((list) => ({ list, now: entriesOn(list, asOf) }))
  const entries = records.lists.flatMap((l) => l.entries)
  const inForce = lists.flatMap((l) => l.now)
  const all = (kind: Control) => countOf(lists.filter((l) => l.list.control === kind).flatMap((l) => l.now))
  const marks = [...new Set(entries.flatMap((e) => e.tags ?? []))].sort()
  return {
    jurisdiction: jurisdiction.code,
    name: jurisdiction.name,
    asOf,
    recordsFrom: jurisdiction.records_from,
    verifiedThrough: jurisdiction.verified_through,
    individually: Object.fromEntries(allKinds.map((kind) => [kind, all(kind)])) as Stats['individually'],
    lists: lists
      .filter(({ now }) => now.length > 0)
      .map(({ list, now }) => ({
        id: list.id,
        short: list.short,
        control: list.control,
        substances: countOf(now),
        entries: countOf(now, 'entries'),
      })),
    classRules: rules
      .filter(
        (r) => coversByItself(r) && r.periods.some((p) => p.status === 'in force' && statusOn(p, asOf) === 'in force'),
      )
      .map((r) => ({ id: r.id, title: r.title, control: r.control })),
    instruments: {
      inEffect: instruments.filter((i) => i.effective !== null && i.effective <= asOf).length,
      dayUnknown: instruments.filter((i) => i.effective === null).length,
    },
    tags: Object.fromEntries(marks.map((tag) => [tag, tagged(inForce, tag)])),
    startUnknown: entries.filter((e) => e.periods.some((p) => statusOn(p, asOf) === 'unknown')).length,
    reconciled: records.reconciled ?? [],
    decided: jurisdiction.decided ?? null,
    structures: structuresOf(records.lists, substances),
    numbers: numbersOf(records.lists, substances),
  }
}

function numbersOf(
  lists: Records['jurisdictions'][number]['lists'],
  substances: readonly Substance[],
): Stats['numbers'] {
  const named = new Set(lists.flatMap((list) => list.entries.map((entry) => entry.substance)))
  const own = substances.filter((s) => named.has(s.id))
  return {
    substances: own.length,
    numbered: own.filter((s) => s.cas || s.salts).length,
    salts: own.reduce((sum, s) => sum + Object.keys(s.salts ?? {}).length, 0),
  }
}

/** A rule with nothing but an open question only leaves structures undecided, so it does not count as a class rule. */
function coversByItself(rule: Rule): boolean {
  return rule.scaffolds.length > 0 || rule.names !== undefined || rule.reference !== undefined
}

function tagged(entries: Parameters<typeof countOf>[0], tag: string): number | null {
  const found = countOf(entries.filter((e) => e.tags?.includes(tag)))
  return found === 0 ? null : found
}
