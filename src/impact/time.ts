import { daysBetween, statusOn, type CompiledSubstance, type Day, type Edition } from '../law/index.js'
import { daysNotControlled, median, type JurisdictionHistory } from '../matching/index.js'
import type { RacedSubstance, TimeImpact } from '../report/index.js'
import type { Item } from './set-items.js'

export interface TimeQuestion {
  readonly code: string
  /** Only substances first known on or after this day count. */
  readonly since: string
  readonly until: string
  /** The day from which the draft is treated as law. */
  readonly draftFrom: string
  /** Days of first sighting, by id or lower-case name. */
  readonly seen: ReadonlyMap<string, string>
}

/**
 * Lists against a draft: days on which recorded substances that the draft covers were not listed in its jurisdiction,
 * and days on which neither a list nor the draft covered them. Undecided days are counted separately.
 * @param covered whether the draft covers a substance, by id
 * @param historyOf the history of a substance in its jurisdiction
 */
export async function timeImpact(
  items: readonly RecordedItem[],
  covered: ReadonlySet<string>,
  { code, since, until, draftFrom, seen }: TimeQuestion,
  historyOf: (item: RecordedItem) => Promise<readonly JurisdictionHistory[]>,
): Promise<TimeImpact> {
  const raced: RacedSubstance[] = []
  for (const item of items) {
    const own = seen.get(item.id) ?? seen.get(item.name.toLowerCase())
    const known = own ?? item.first[0]?.from
    if (!covered.has(item.id) || known === undefined || known < since || known >= until) continue
    const day = item.first.find((f) => f.code === code)?.from ?? null
    const listed = day !== null && day < until ? day : null
    const listEnd = later(known, listed ?? until)
    const draftEnd = [listEnd, later(known, draftFrom)].sort()[0]!
    const history = await historyOf(item)
    const undecided = (end: string) => (history.length > 0 ? daysNotControlled(history, known, end).undecided : 0)
    raced.push({
      substance: item.id,
      name: item.name,
      known,
      by: own === undefined ? 'list' : 'file',
      listed,
      listDays: daysBetween(known, listEnd) - undecided(listEnd),
      draftDays: daysBetween(known, draftEnd) - undecided(draftEnd),
      undecidedDays: undecided(listEnd),
    })
  }
  raced.sort((a, b) => b.listDays - b.draftDays - (a.listDays - a.draftDays) || (a.name < b.name ? -1 : 1))
  return {
    since,
    until,
    draftFrom,
    raced,
    medianList: median(raced.map((r) => r.listDays)),
    medianDraft: median(raced.map((r) => r.draftDays)),
    medianWon: median(raced.map((r) => r.listDays - r.draftDays)),
    steps: stepsOf(raced, draftFrom, until),
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

/** For each day with a change: substances known, listed, and covered by the draft before any list. */
function stepsOf(raced: readonly RacedSubstance[], draftFrom: string, until: string): TimeImpact['steps'] {
  return [...new Set([...raced.flatMap(({ known, listed }) => [known, listed ?? known]), draftFrom])]
    .filter((day) => day < until)
    .sort()
    .map((day) => {
      const known = raced.filter((r) => r.known <= day)
      const listed = known.filter((r) => r.listed !== null && r.listed <= day).length
      return { day, known: known.length, listed, ahead: day >= draftFrom ? known.length - listed : 0 }
    })
}

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
