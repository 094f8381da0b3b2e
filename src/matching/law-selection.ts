import { remembered, rememberedBy } from '../remembered.js'
import { furtherKinds, ordinaryKinds, type Control, type JurisdictionRecords } from '../law/index.js'
import type { LawIndex } from './law-index.js'

/** Which law applies: the kinds of control and jurisdictions selected. */
export interface LawSelection {
  readonly jurisdictions?: readonly string[]
  /** Ids of rules that count in any case. */
  readonly assume?: readonly string[]
  /** The kinds of control that count; default: all but the further ones. */
  readonly kinds?: readonly Control[]
}

const isFurther: ReadonlySet<Control> = new Set(furtherKinds)

/** Whether findings of a kind do not count. Records of further kinds that are not asked for are not looked at. */
export function isExcluded(kind: Control, { kinds = ordinaryKinds }: LawSelection): boolean {
  return !isFurther.has(kind) && !kinds.includes(kind)
}

/**
 * The selected jurisdictions, each with its records of the kinds that are asked for. One that is asked on request only,
 * or holds only kinds of control that are excluded, is included only if its code is given; if these are all further
 * kinds, they then count.
 */
export function selectedJurisdictions(law: LawIndex, selection: LawSelection): readonly JurisdictionRecords[] {
  const { jurisdictions, kinds, assume } = selection
  const key = `${jurisdictions?.join()} ${kinds?.join()} ${assume?.join()}`
  return rememberedBy(selected, law, key, () => readSelected(law, selection))
}

const selected = new WeakMap<LawIndex, Map<string, readonly JurisdictionRecords[]>>()

function readSelected(law: LawIndex, selection: LawSelection): readonly JurisdictionRecords[] {
  const { jurisdictions } = law.edition
  if (selection.jurisdictions)
    return jurisdictions
      .filter((j) => selection.jurisdictions!.includes(j.jurisdiction.code))
      .map((j) => ofKinds(j, furtherIn(j).isAll ? { ...selection, kinds: furtherKinds } : selection))
  const asked = jurisdictions.map((j) => ofKinds(j, selection))
  const left = asked.filter(({ lists, rules }, i) => {
    const all = [...lists, ...rules]
    if (jurisdictions[i]!.jurisdiction.on_request !== undefined) return false
    const none = jurisdictions[i]!.lists.length + jurisdictions[i]!.rules.length === 0
    return none || all.some((own) => !isExcluded(own.control, selection))
  })
  // With no law at all, the answer would be that nothing controls the structure.
  return left.length > 0 ? left : asked
}

/** The records of a jurisdiction without further kinds, as other laws refer to them. */
export function ordinaryRecords(records: JurisdictionRecords): JurisdictionRecords {
  return ofKinds(records, {})
}

/** Records by what they were chosen from: what is worked out about them is kept with them. */
const chosen = new WeakMap<JurisdictionRecords, Map<string, JurisdictionRecords>>()

function ofKinds(
  records: JurisdictionRecords,
  { kinds = ordinaryKinds, assume = [] }: LawSelection,
): JurisdictionRecords {
  const { further, ids } = furtherIn(records)
  if (further.every((kind) => kinds.includes(kind))) return records
  const key = `${kinds.join()} ${assume.filter((id) => ids.has(id)).join()}`
  const counts = (kind: Control) => !isFurther.has(kind) || kinds.includes(kind)
  const { jurisdiction, lists, rules } = records
  return rememberedBy(chosen, records, key, () => ({
    ...records,
    jurisdiction: { ...jurisdiction, gaps: jurisdiction.gaps.filter((gap) => counts(gap.control ?? 'drug')) },
    lists: lists.filter((list) => counts(list.control)),
    rules: rules.filter((rule) => counts(rule.control) || assume.includes(rule.id)),
  }))
}

interface FurtherIn {
  readonly further: readonly Control[]
  /** Ids of the rules of these kinds. */
  readonly ids: ReadonlySet<string>
  /** True if there is nothing else. */
  readonly isAll: boolean
}

const furtherKnown = new WeakMap<JurisdictionRecords, FurtherIn>()

function furtherIn(records: JurisdictionRecords): FurtherIn {
  return remembered(furtherKnown, records, () => {
    const all = [...records.lists, ...records.rules]
    const own = all.filter(({ control }) => isFurther.has(control))
    return {
      further: [...new Set(own.map(({ control }) => control))],
      ids: new Set(own.map(({ id }) => id)),
      isAll: own.length > 0 && own.length === all.length,
    }
  })
}

/** Kinds of control that a law has in its records. */
export function kindsIn({ lists, rules }: JurisdictionRecords): Set<Control> {
  return new Set([...lists, ...rules].map(({ control }) => control))
}
