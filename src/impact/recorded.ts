import { statusOn, type CompiledSubstance, type Day, type Edition } from '../law/index.js'
import type { Item } from './items.js'

/** A recorded substance that some law lists as a drug on any day. */
export interface RecordedItem extends Item {
  /** Jurisdictions whose lists name it on the day of the query. */
  readonly listedIn: readonly string[]
  /** For each jurisdiction the first day of its listing, if known. */
  readonly first: readonly { readonly code: string; readonly from: Day }[]
}

/** All structures on drug lists, with the first day of each listing. */
export function recordedItems(edition: Edition, asOf: Day): RecordedItem[] {
  const listed = new Map<string, { in: Set<string>; first: Map<string, Day> }>()
  for (const { jurisdiction, lists } of edition.jurisdictions)
    for (const { entries, control } of lists) {
      if (control !== 'drug') continue
      for (const { substance, periods } of entries) {
        const own = listed.get(substance) ?? { in: new Set(), first: new Map() }
        listed.set(substance, own)
        for (const period of periods) {
          if (statusOn(period, asOf) === 'in force') own.in.add(jurisdiction.code)
          const from = period.from ?? period.in_force_by
          const known = own.first.get(jurisdiction.code)
          if (from !== undefined && (known === undefined || from < known)) own.first.set(jurisdiction.code, from)
        }
      }
    }
  return edition.substances.flatMap((s) => {
    const own = listed.get(s.id)
    if (!own || s.smiles === null || s.same_as !== undefined) return []
    return [{ ...itemOf(s, s.smiles), listedIn: [...own.in].sort(), first: firstOf(own.first) }]
  })
}

function itemOf({ id, name }: CompiledSubstance, smiles: string): Item {
  return { id, name, smiles, atc: [] }
}

function firstOf(days: ReadonlyMap<string, Day>): RecordedItem['first'] {
  return [...days].map(([code, from]) => ({ code, from })).sort((a, b) => (a.from < b.from ? -1 : 1))
}
