import { remembered } from '../remembered.js'
import type { CleavableKind } from '../chem/index.js'
import { isWithin, statusOn, type Day, type JurisdictionRecords, type Rule, type RulePeriod } from '../law/index.js'
import { cleavableKindsOf } from './classes/class-forms.js'
import type { Caveat } from './finding.js'

/** A rule that applies on a day. */
export interface RuleInForce {
  readonly rule: Rule
  readonly period: RulePeriod
  /** True if it counts only because it is assumed. */
  readonly assumed: boolean
  /** The words by which it covers esters and ethers of what it covers. */
  readonly cleavableKinds: readonly CleavableKind[]
}

/** What a jurisdiction's records hold for a day, prepared once: nearly every structure needs the same. */
interface LawInForce {
  /** In the order in which they are applied. */
  readonly rules: readonly RuleInForce[]
  /** Known gaps that may cover a structure. */
  readonly gaps: JurisdictionRecords['jurisdiction']['gaps']
  readonly caveats: readonly Caveat[]
}

/** What was asked of a jurisdiction so far. Days between which nothing changes have the same law in force. */
interface Asked {
  /** Days on which something changes, in order. */
  readonly turns: readonly Day[]
  readonly found: Map<string, LawInForce>
  /** The last one: most structures are judged on the same day as the one before. */
  last: { readonly asOf: Day; readonly assumed: string; readonly law: LawInForce } | null
}

const cache = new WeakMap<JurisdictionRecords, Asked>()

export function lawInForce(records: JurisdictionRecords, asOf: Day, assume: ReadonlySet<string>): LawInForce {
  const asked = remembered(cache, records, (): Asked => ({ turns: turnsOf(records), found: new Map(), last: null }))
  const assumed = assume.size === 0 ? '' : [...assume].join()
  if (asked.last?.asOf === asOf && asked.last.assumed === assumed) return asked.last.law
  const key = `${asked.turns.findLastIndex((day) => day <= asOf)} ${assumed}`
  const law = remembered(asked.found, key, () => ({
    rules: rulesOn(records, asOf, assume),
    gaps: gapsOn(records, asOf).filter((g) => g.reaches || g.reaches_controlled_in),
    caveats: readCaveats(records, asOf),
  }))
  asked.last = { asOf, assumed, law }
  return law
}

/** Days on which rules, gaps or caveats of a jurisdiction change. */
function turnsOf({ jurisdiction, rules }: JurisdictionRecords): Day[] {
  const { verified_through, records_from, gaps } = jurisdiction
  const days = [
    ...rules.flatMap((rule) => rule.periods).flatMap((p) => [p.from, p.until, p.in_force_by, p.not_before]),
    ...gaps.flatMap((g) => [g.from, g.until]),
    records_from,
    // These change on the next day: the text sorts between the two.
    ...[verified_through, yearAfter(verified_through)].map((day) => `${day}~`),
  ]
  return [...new Set(days.filter((day) => day !== null && day !== undefined))].sort()
}

export function caveatsOn(
  records: JurisdictionRecords,
  { asOf, future }: { readonly asOf: Day; readonly future?: boolean },
): readonly Caveat[] {
  const { caveats } = lawInForce(records, asOf, nothing)
  return future ? [{ kind: 'after today' }, ...caveats] : caveats
}

const nothing: ReadonlySet<string> = new Set()

function rulesOn(records: JurisdictionRecords, asOf: Day, assume: ReadonlySet<string>): RuleInForce[] {
  return excludedFirst(records.rules).flatMap((rule) => {
    const assumed = assume.has(rule.id)
    const period = periodOn(rule, asOf) ?? (assumed ? rule.periods.at(-1)! : null)
    return period ? [{ rule, period, assumed, cleavableKinds: cleavableKindsOf(period) }] : []
  })
}

/** Rules in an order in which one that excludes another comes after it. */
function excludedFirst(rules: readonly Rule[]): Rule[] {
  const leaves = (rule: Rule) => rule.leaves_out.some((out) => out.what === 'class')
  return [...rules.filter((rule) => !leaves(rule)), ...rules.filter(leaves)]
}

function periodOn(rule: Rule, asOf: Day): RulePeriod | null {
  return (
    rule.periods.find((p) => statusOn(p, asOf) === 'in force') ??
    rule.periods.find((p) => statusOn(p, asOf) === 'unknown') ??
    null
  )
}

export function gapsOn(records: JurisdictionRecords, asOf: Day): JurisdictionRecords['jurisdiction']['gaps'] {
  return records.jurisdiction.gaps.filter((gap) => isWithin(gap, asOf))
}

function readCaveats(records: JurisdictionRecords, asOf: Day): Caveat[] {
  const { verified_through, records_from } = records.jurisdiction
  const caveats: Caveat[] = []
  if (asOf > verified_through) caveats.push({ kind: 'after verified', verifiedThrough: verified_through })
  if (isLongAfter(asOf, verified_through))
    caveats.push({ kind: 'long after verified', verifiedThrough: verified_through })
  if (records_from !== null && asOf < records_from) caveats.push({ kind: 'before records', recordsFrom: records_from })
  for (const gap of gapsOn(records, asOf)) caveats.push({ kind: 'gap', gap: gap.id, reads: gap.reads, cite: gap.cite })
  return caveats
}

/** Whether a day is more than a year after the law was last reviewed. */
export function isLongAfter(asOf: Day, verifiedThrough: Day): boolean {
  return asOf > yearAfter(verifiedThrough)
}

function yearAfter(day: Day): Day {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}
