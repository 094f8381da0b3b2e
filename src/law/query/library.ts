import type { Day } from '../schema/fields.js'
import { countOf, entriesOn } from './count.js'
import type { Instrument, Entry, List, Period } from '../schema/list.js'
import type { Jurisdiction } from '../schema/jurisdiction.js'
import type { Records } from '../records/records.js'
import type { Rule, RuleExamples } from '../schema/rule.js'
import type { Substance } from '../schema/substance.js'
import type { Term } from '../schema/term.js'

/** A listing of a substance: the entry, with its list and jurisdiction. */
export interface SubstanceListing {
  readonly jurisdiction: string
  readonly list: List
  readonly entry: Entry
}

export type LawRecord =
  | {
      readonly kind: 'substance'
      readonly substance: Substance
      readonly listings: readonly SubstanceListing[]
      readonly examples: readonly {
        readonly rule: string
        readonly side: 'fits' | 'misses' | 'unsettled'
        readonly why: string
      }[]
    }
  | { readonly kind: 'list'; readonly jurisdiction: string; readonly list: List }
  | { readonly kind: 'rule'; readonly jurisdiction: string; readonly rule: Rule; readonly examples: RuleExamples }
  | {
      readonly kind: 'instrument'
      readonly jurisdiction: string
      readonly instrument: Instrument
      /** Entries and rules whose periods refer to it. */
      readonly entries: readonly (Omit<SubstanceListing, 'jurisdiction'> & Pick<Period, 'from' | 'until'>)[]
      readonly rules: readonly Rule[]
    }
  | {
      readonly kind: 'jurisdiction'
      readonly jurisdiction: Jurisdiction
      readonly instruments: readonly Instrument[]
      readonly lists: readonly List[]
      readonly rules: readonly Rule[]
    }
  | { readonly kind: 'term'; readonly term: Term; readonly usedBy: readonly string[] }

/** Every record with this id. Ids are unique within a kind only, so there can be more than one. */
export function find(records: Records, id: string): LawRecord[] {
  const found: LawRecord[] = []
  const code = id.toUpperCase() === 'UK' ? 'GB' : id.toUpperCase()
  const substance = records.substances.find((s) => s.id === id)
  if (substance)
    found.push({ kind: 'substance', substance, listings: listingsOf(records, id), examples: examplesWith(records, id) })
  for (const j of records.jurisdictions) {
    if (j.jurisdiction.code === code)
      found.push({
        kind: 'jurisdiction',
        jurisdiction: j.jurisdiction,
        instruments: j.instruments,
        lists: j.lists,
        rules: j.rules,
      })
    for (const list of j.lists)
      if (list.id === id) found.push({ kind: 'list', jurisdiction: j.jurisdiction.code, list })
    for (const rule of j.rules)
      if (rule.id === id)
        found.push({
          kind: 'rule',
          jurisdiction: j.jurisdiction.code,
          rule,
          examples: j.examples.get(id) ?? { fits: [], misses: [], unsettled: [] },
        })
    for (const instrument of j.instruments) {
      if (instrument.id !== id) continue
      const entries = j.lists.flatMap((list) =>
        list.entries.flatMap((entry) =>
          entry.periods.filter((p) => p.instrument === id).map((p) => ({ list, entry, from: p.from, until: p.until })),
        ),
      )
      found.push({
        kind: 'instrument',
        jurisdiction: j.jurisdiction.code,
        instrument,
        entries,
        rules: j.rules.filter((r) => r.periods.some((p) => p.instrument === id)),
      })
    }
  }
  const term = records.terms.find((t) => t.id === id)
  if (term) found.push({ kind: 'term', term, usedBy: rulesUsing(records, id) })
  return found
}

function listingsOf(records: Records, substance: string): SubstanceListing[] {
  return records.jurisdictions.flatMap((j) =>
    j.lists.flatMap((list) =>
      list.entries
        .filter((e) => e.substance === substance)
        .map((entry) => ({ jurisdiction: j.jurisdiction.code, list, entry })),
    ),
  )
}

function examplesWith(records: Records, substance: string) {
  return records.jurisdictions.flatMap((j) =>
    [...j.examples].flatMap(([rule, sides]) =>
      (['fits', 'misses', 'unsettled'] as const).flatMap((side) =>
        sides[side].filter((e) => e.substance === substance).map((e) => ({ rule, side, why: e.why })),
      ),
    ),
  )
}

function rulesUsing(records: Records, term: string): string[] {
  const named = new RegExp(`"${term}"`)
  return records.jurisdictions.flatMap((j) =>
    j.rules.filter((r) => named.test(JSON.stringify([r.sites, r.clauses]))).map((r) => r.id),
  )
}

/**
 * How much of a list is in force on a day, as substances and as numbers of the law, and the days that its entries span;
 * `recorded` are all entries, also past and future ones.
 */
export function summarise(list: List, on: Day) {
  const now = entriesOn(list, on)
  const periods = list.entries.flatMap((e) => e.periods)
  const starts = periods
    .map((p) => p.from)
    .filter((d) => d !== null)
    .sort()
  const ends = periods.map((p) => p.until)
  return {
    id: list.id,
    name: list.name,
    control: list.control,
    substances: countOf(now),
    entries: countOf(now, 'entries'),
    recorded: list.entries.length,
    from: periods.some((p) => p.from === null) ? null : (starts[0] ?? null),
    until: ends.length > 0 && ends.every((d) => d !== null) ? [...ends].sort().at(-1)! : null,
    declared: list.declared,
  }
}
