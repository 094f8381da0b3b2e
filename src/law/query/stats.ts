import type { Day } from '../schema/fields.js'
import { countOf, entriesOn } from './count.js'
import { allKinds, type Control } from '../schema/control.js'
import type { List } from '../schema/list.js'
import type { Records } from '../records/records.js'
import { statusOn } from './period-status.js'
import type { Substance } from '../schema/substance.js'
import type { Rule } from '../schema/rule.js'

export type Stats = ReturnType<typeof statsOn>

/** What a jurisdiction controls on a day, in numbers. An entry counts if it is certainly in force. */
export function statsOn(records: Records['jurisdictions'][number], asOf: Day, substances: readonly Substance[] = []) {
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
    /** Substances controlled individually, each counted once however many lists name it, by kind of control. */
    individually: Object.fromEntries(allKinds.map((kind) => [kind, all(kind)])) as Readonly<Record<Control, number>>,
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
    /** Acts in effect by that day, and those whose day is unknown. */
    instruments: {
      inEffect: instruments.filter((i) => i.effective !== null && i.effective <= asOf).length,
      dayUnknown: instruments.filter((i) => i.effective === null).length,
    },
    /** Substances by tag; `null` if the lists in force do not use the tag. */
    tags: Object.fromEntries(marks.map((tag) => [tag, tagged(inForce, tag)])),
    /** Entries whose first day is unknown and may be later than the given day. */
    startUnknown: entries.filter((e) => e.periods.some((p) => statusOn(p, asOf) === 'unknown')).length,
    /** The result of the last comparison with official texts. */
    reconciled: records.reconciled ?? [],
    /** The share of the recorded structures that it decides, year by year, as measured last. */
    decided: jurisdiction.decided ?? null,
    /** For the structures that its lists name on any day. */
    structures: structuresOf(records.lists, substances),
    numbers: numbersOf(records.lists, substances),
  }
}

/** Substances that lists name on any day; of these, those with a CAS number; and numbers of their salts. */
function numbersOf(lists: readonly List[], substances: readonly Substance[]) {
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

export type Structures = ReturnType<typeof structuresOf>

/**
 * How many structures of a law are obtained from the systematic name in the record, and confirmed by a second source
 * with their stereo, or by atoms and bonds only. Each substance counts once.
 */
export function structuresOf(lists: readonly List[], substances: readonly Substance[]) {
  const named = new Set(lists.flatMap((list) => list.entries.map((e) => e.substance)))
  const drawn = substances.filter((s) => named.has(s.id) && s.smiles !== null)
  const confirmed = drawn.filter((s) => s.structure.confirmed?.some((c) => c.stereo !== false))
  return {
    drawn: drawn.length,
    fromName: drawn.filter((s) => s.structure.from === 'chemical name').length,
    confirmed: confirmed.length,
    atomsAndBonds: drawn.filter((s) => s.structure.confirmed && !confirmed.includes(s)).length,
  }
}
