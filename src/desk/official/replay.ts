import {
  type Day,
  daysLater,
  type Entry,
  type List,
  type Period,
  type Records,
  statusOn,
  type PeriodStatus,
} from '../../law/index.js'
import { candidatesOf, type Candidate, comparableName } from './candidates.js'
import { matchItems } from './match-items.js'
import { NotOfficial, type OfficialItem } from './official-text.js'
import { isPart, listsOf } from './reconcile.js'
import { stepsOf, type DatedText, type Step } from './series.js'

/** That an entry is in the law on a day, or is not. */
interface Evidence {
  readonly day: Day
  readonly is: boolean
  readonly step: Step
}

/** What the texts say of the days of an entry, next to its record. */
export interface Replayed {
  readonly list: List
  readonly entry: Entry
  /** `late`: a copy does not show it yet, or has lost it, and a later one has it again. */
  readonly finding: 'agrees' | 'narrower' | 'contradicts' | 'late'
  /** Days on which the record says something else, or nothing. */
  readonly days: readonly { readonly day: Day; readonly is: boolean; readonly recorded: PeriodStatus }[]
  /** Whether they all follow a point that could not be applied. */
  readonly doubtful: boolean
  /** Its periods by the texts. */
  readonly periods: readonly Period[]
}

/** Words of a text that no entry has. */
export interface Unrecorded {
  readonly item: OfficialItem
  readonly from: Day
  readonly last: Day
}

export interface ReplayedStep {
  readonly step: Step
  readonly rows: number
  /** Entries by what became of them since the text before. */
  readonly came: readonly Entry[]
  readonly left: readonly Entry[]
  readonly moved: readonly Entry[]
  readonly renamed: readonly { readonly entry: Entry; readonly before: string; readonly now: string }[]
}

export type Replay = ReturnType<typeof replay>

/**
 * The first and last days of the entries of a law by its dated texts and amendments, compared with the records; `apart`
 * are texts of no recorded list. If there are flaws, all else is empty.
 */
export function replay(records: Records, jurisdiction: string, texts: readonly DatedText[]) {
  const own = records.jurisdictions.find((j) => j.jurisdiction.code === jurisdiction)!
  const names = new Set(texts.flatMap((t) => [...(t.text ? [t.text.id] : []), ...t.amendments.map((a) => a.of)]))
  const apart: { file: string; why: string }[] = []
  const flaws: string[] = []
  const steps: Covering[] = []
  for (const of of names) {
    const series = stepsOf(texts, of)
    const items = series.steps.flatMap(({ items, amendment }) => [...items, ...itemsOf(amendment)])
    try {
      const lists = listsOf(own.lists, { id: of, items })
      flaws.push(...series.flaws)
      steps.push(...series.steps.map((step) => ({ step, lists: coveredBy(step, lists) })))
    } catch (error) {
      if (!(error instanceof NotOfficial)) throw error
      apart.push(...series.steps.map(({ file }) => ({ file, why: error.found })))
    }
  }
  for (const { step, lists } of steps)
    if (lists.length === 0 && !step.loose) apart.push({ file: step.file, why: 'a text without lists' })
  const read = { jurisdiction, apart, flaws }
  if (flaws.length > 0) return { ...read, steps: [], entries: [], missing: [] }
  const held = matched(
    records,
    steps.filter(({ lists }) => lists.length > 0).sort((a, b) => (a.step.day < b.step.day ? -1 : 1)),
  )
  const evidence = evidenceOf(held)
  return {
    ...read,
    steps: eventsOf(held),
    entries: [...evidence].map(([entry, { list, all }]) => comparedWith(entry, list, all)),
    missing: missingIn(held),
  }
}

const itemsOf = (amendment: Step['amendment']) => amendment?.changes.flatMap((change) => change.items) ?? []

/** The lists of which a step has rows; a text may lack an annex. */
function coveredBy({ of, items, loose, amendment }: Step, lists: readonly List[]): List[] {
  const parts = new Set((loose ? itemsOf(amendment) : items).map((item) => item.part))
  return lists.filter((list) => [...parts].some((part) => part === '' || isPart({ id: of }, part, list)))
}

/** A step with the lists of which it has rows. */
interface Covering {
  readonly step: Step
  readonly lists: readonly List[]
}

interface Held extends Covering {
  readonly rows: readonly OfficialItem[]
  /** The entries that each row names. */
  readonly named: ReadonlyMap<OfficialItem, readonly Candidate[]>
  /** Entries that a row could name, if it did not name others. */
  readonly possible: ReadonlySet<Entry>
}

const fewEntries = 5

/**
 * Matches all steps. A name that one print has next to a recorded one identifies the entry in prints that have it
 * alone: names of another language, systematic names.
 */
function matched(records: Records, steps: readonly Covering[]): Held[] {
  const substances = new Map(records.substances.map((s) => [s.id, s]))
  const learned = new Map<string, Set<string>>()
  const once = ({ step, lists }: Covering): Held => {
    const candidates = candidatesOf(lists, substances, step.day).map((c) => ({
      ...c,
      names: new Set([...c.names, ...(learned.get(keyOf(c)) ?? [])]),
    }))
    const inPart = (item: OfficialItem, c: Candidate) => item.part === '' || isPart({ id: step.of }, item.part, c.list)
    const rows = (step.loose ? itemsOf(step.amendment) : step.items).filter(
      (item) =>
        (item.kind === 'entry' || item.kind === 'heading') &&
        (item.part === '' || lists.some((list) => isPart({ id: step.of }, item.part, list))),
    )
    const named = matchItems(rows, candidates, inPart)
      .map((m) => ({
        ...m,
        candidates: m.candidates.filter((c) => inPart(m.item, c) && (isNamed(m.item, c) || m.by === 'code')),
      }))
      .filter((m) => m.candidates.length > 0)
    const own = named.map((m) => [m.item, recordedOn(m.candidates, step.day)] as const)
    const sure = new Set(own.flatMap(([, all]) => all.map((c) => c.entry)))
    const others = named.flatMap((m) => m.candidates.map((c) => c.entry)).filter((entry) => !sure.has(entry))
    // Rows that name none of the entries of a longer list are no rows: its heading, in a text without the list itself.
    const covered = lists.filter((list) => list.entries.length <= fewEntries || list.entries.some((e) => sure.has(e)))
    return { step, lists: covered, named: new Map(own), possible: new Set(others), rows }
  }
  for (const held of steps.map(once)) {
    for (const [item, candidates] of held.named) {
      if (new Set(candidates.map((c) => c.entry.substance)).size > 1) continue
      for (const name of item.names.map(comparableName).filter((n) => n.length > 3))
        for (const c of candidates) learned.set(keyOf(c), (learned.get(keyOf(c)) ?? new Set()).add(name))
    }
  }
  const owners = new Map<string, Set<string>>()
  for (const [key, all] of learned)
    for (const name of all) owners.set(name, (owners.get(name) ?? new Set()).add(key.split(' ')[1]!))
  for (const all of learned.values()) for (const name of all) if (owners.get(name)!.size > 1) all.delete(name)
  return steps.map(once)
}

const isNamed = (item: OfficialItem, c: Candidate) => item.names.some((name) => c.names.has(comparableName(name)))

const keyOf = (c: Candidate) => `${c.list.id} ${c.entry.substance}`

/** A row can name several entries, such as one of each list: those that the records have on the day, if any. */
function recordedOn(candidates: readonly Candidate[], day: Day): Candidate[] {
  const own = candidates.filter((c) => recordedStatus(c.entry, day) === 'in force')
  return own.length > 0 ? own : [...candidates]
}

function recordedStatus(entry: Entry, day: Day): PeriodStatus {
  const all = entry.periods.map((p) => statusOn(p, day))
  return (['in force', 'unknown'] as const).find((status) => all.includes(status)) ?? 'not in force'
}

/**
 * Of every entry, on which days the texts have it: on the day of each text and, if the next text says when it came into
 * force, up to the day before.
 */
function evidenceOf(all: readonly Held[]): Map<Entry, { list: List; all: Evidence[] }> {
  const found = new Map<Entry, { list: List; all: Evidence[] }>()
  const add = (list: List, entry: Entry, is: boolean, day: Day, step: Step) => {
    const own = found.get(entry) ?? { list, all: [] }
    found.set(entry, own)
    own.all.push({ day, is, step })
  }
  for (const { step, lists, named, possible, rows } of all) {
    if (step.loose) {
      const gone = new Set(rows.flatMap((r) => (r.change!.comes ? [] : (named.get(r) ?? []))).map((c) => c.entry))
      for (const item of rows)
        for (const { list, entry } of named.get(item) ?? []) {
          const { comes, exact } = item.change!
          add(list, entry, comes, step.day, step)
          // A row whose words change goes and comes on one day.
          if (exact) add(list, entry, !comes || gone.has(entry), daysLater(step.day, -1), step)
        }
      continue
    }
    const present = new Set([...named.values()].flat().map((c) => c.entry))
    for (const list of step.isLast ? lists : [])
      for (const entry of list.entries) {
        if (possible.has(entry)) continue
        add(list, entry, present.has(entry), step.day, step)
        if (step.next !== null) add(list, entry, present.has(entry), daysLater(step.next, -1), step)
        if (step.original) add(list, entry, false, daysLater(step.day, -1), step)
      }
  }
  return found
}

function comparedWith(entry: Entry, list: List, all: readonly Evidence[]): Replayed {
  // Of two texts that speak of one day, one that names the entry counts.
  const byDay = new Map<Day, Evidence>()
  for (const e of all) if (e.is || !byDay.has(e.day)) byDay.set(e.day, e)
  const order = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  const isDoubtful = ({ of, doubtful }: Step) => [...doubtful].some((part) => isPart({ id: of }, part, list))
  const days = order
    .map(({ day, is, step }) => ({ day, is, recorded: recordedStatus(entry, day), doubtful: isDoubtful(step) }))
    .filter(({ is, recorded }) => recorded !== (is ? 'in force' : 'not in force'))
    .filter(({ recorded, doubtful }) => recorded !== 'unknown' || !doubtful)
  // A group of the records, or a record of a rule, has no row of its own.
  const never = order.every((e) => !e.is) && (entry.official_words !== undefined || entry.limited_to !== undefined)
  const late = days.every(({ day, is, recorded }) => {
    const at = order.findIndex((e) => e.day === day)
    const { exact, loose } = order[at]!.step
    const known = (!exact && !loose) || order.slice(0, at).some((e) => e.is)
    return !is && recorded === 'in force' && known && order.slice(at).some((e) => e.is)
  })
  const narrower = days.every((d) => d.recorded === 'unknown')
  const finding = never || days.length === 0 ? 'agrees' : narrower ? 'narrower' : late ? 'late' : 'contradicts'
  const doubtful = days.length > 0 && days.every((d) => d.doubtful)
  return { list, entry, finding, days: never ? [] : days, doubtful, periods: periodsOf(order) }
}

function periodsOf(order: readonly Evidence[]): Period[] {
  const periods: Period[] = []
  for (const [i, { day, is, step }] of order.entries()) {
    const before = order[i - 1]
    const exact = before !== undefined && daysLater(before.day, 1) === day
    if (is && !before?.is)
      periods.push({
        from: exact ? day : null,
        until: null,
        ...(exact ? {} : { in_force_by: day }),
        ...(exact || before === undefined ? {} : { not_before: daysLater(before.day, 1) }),
        cite: [step.of, step.amendment && step.file, step.day].filter((part) => part !== null).join(', '),
      })
    if (!is && before?.is) periods.push({ ...periods.pop()!, until: day, ...(exact ? {} : { unconfirmed: ['until'] }) })
  }
  return periods
}

function eventsOf(all: readonly Held[]): ReplayedStep[] {
  const present = new Map<List, ReadonlySet<Entry>>()
  const printed = new Map<Entry, readonly string[]>()
  return all.map(({ step, lists, named, rows }) => {
    const now = new Set([...named.values()].flat().map((c) => c.entry))
    const known = lists.filter((list) => present.has(list))
    const isNew = (list: List) => list.entries.filter((e) => now.has(e) && !present.get(list)!.has(e))
    const came = known.flatMap(isNew)
    const left = step.loose ? [] : known.flatMap((list) => [...present.get(list)!].filter((e) => !now.has(e)))
    const movers = new Set(left.map((e) => e.substance).filter((id) => came.some((e) => e.substance === id)))
    const names = new Map<Entry, string[]>()
    for (const [item, candidates] of named)
      for (const { entry } of candidates) names.set(entry, [...(names.get(entry) ?? []), ...item.names])
    const renamed = [...names].flatMap(([entry, all]) => {
      const before = printed.get(entry)
      printed.set(entry, all)
      const same = before === undefined || before.some((b) => all.some((n) => comparableName(n) === comparableName(b)))
      return same ? [] : [{ entry, before: before[0]!, now: all[0]! }]
    })
    for (const list of lists) present.set(list, new Set(list.entries.filter((e) => now.has(e))))
    const stays = (e: Entry) => !movers.has(e.substance)
    return {
      step,
      rows: rows.length,
      came: came.filter(stays),
      left: left.filter(stays),
      moved: came.filter((e) => !stays(e)),
      renamed,
    }
  })
}

function missingIn(all: readonly Held[]): Unrecorded[] {
  const found = new Map<string, Unrecorded>()
  for (const { step, named, rows } of all)
    for (const item of rows.filter((row) => !named.has(row) && row.kind === 'entry')) {
      const key = `${item.part} ${comparableName(item.names[0] ?? item.words)}`
      const known = found.get(key)
      found.set(key, { item, from: known?.from ?? step.day, last: step.day })
    }
  return [...found.values()]
}
