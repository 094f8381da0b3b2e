import type { CleavableKind } from '../chem/index.js'
import { statusOn, type Day, type JurisdictionRecords, type Rule, type RulePeriod } from '../law/index.js'
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

const cache = new WeakMap<JurisdictionRecords, Map<string, LawInForce>>()

export function lawInForce(records: JurisdictionRecords, asOf: Day, assume: ReadonlySet<string>): LawInForce {
  let byDay = cache.get(records)
  if (!byDay) cache.set(records, (byDay = new Map()))
  const key = assume.size === 0 ? asOf : `${asOf} ${[...assume].join()}`
  let found = byDay.get(key)
  if (!found)
    byDay.set(
      key,
      (found = {
        rules: rulesOn(records, asOf, assume),
        gaps: gapsOn(records, asOf).filter((g) => g.reaches || g.reaches_controlled_in),
        caveats: readCaveats(records, asOf),
      }),
    )
  return found
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
  return records.jurisdiction.gaps.filter(
    (g) => (g.from === null || asOf >= g.from) && (g.until === null || asOf < g.until),
  )
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
  return asOf > `${Number(verifiedThrough.slice(0, 4)) + 1}${verifiedThrough.slice(4)}`
}
