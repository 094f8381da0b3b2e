import type { Impact, OthersImpact, SetImpact, ReadingDoubt } from '../draft-report.js'
import { changeWords, impactWords as w, reasonWords } from './impact-words.js'

/** The tables of a report on a draft, which text and page both show. */
export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export const coversText = ({ reach, draft }: Impact): string =>
  `${w.covers(reach.covered, reach.recorded)}: ` +
  `${w.where(draft.jurisdiction, reach.here, reach.elsewhere, reach.nowhere)}.`

export function clauseUses({ reach }: Impact): Table {
  return {
    head: [w.clause, w.reads, w.under, w.aloneColumn, w.onlyBy],
    rows: reach.clauses.map((c) => [c.id, c.reads, c.under, c.alone, c.onlyBy.length]),
  }
}

/** Clauses that no recorded substance needs; null if each is needed. */
export function idleText({ reach }: Impact): string | null {
  const idle = reach.clauses.filter((c) => c.onlyBy.length === 0).map((c) => c.id)
  return idle.length > 0 ? w.idle(idle) : null
}

/** How many structures of a set come under each clause. @param shown clauses that are named */
export function byClause({ clauses }: SetImpact, shown: number): string {
  return named(
    Object.entries(clauses).map(([id, { under }]) => `${id} ${w.count(under)}`),
    shown,
  )
}

/** Changes that free medicines. @param shown rows; @param names of lost substances in a row */
export function changes({ collateral }: Impact, shown: number, names: number): Table {
  const { medicines, exclusions } = collateral
  return {
    head: [w.change, w.frees, w.loses],
    rows: exclusions
      .slice(0, shown)
      .map((e) => [
        changeWords(e.change),
        `${e.frees.length} of ${medicines.length}`,
        e.loses.length === 0 ? '0' : `${e.loses.length}: ${named(e.loses, names)}`,
      ]),
  }
}

export const daysText = ({ time }: Impact): string =>
  time.raced.length === 0
    ? w.noneRaced(time.since, time.until)
    : w.raced(time.raced.length, time.since, time.until, time.draftFrom)

/** Days on which substances were uncontrolled, without their medians. */
export function racedRows({ time }: Impact): Table['rows'] {
  return time.raced.map((r) => [
    r.name,
    r.known,
    r.listed ?? w.never,
    r.listDays,
    r.draftDays,
    r.listDays - r.draftDays,
    r.undecidedDays,
  ])
}

export const medianRow = ({ time }: Impact): Table['rows'][number] => [
  w.median,
  '',
  '',
  time.medianList!,
  time.medianDraft!,
  time.medianWon!,
  '',
]

/** The rules that cover the same structures, the draft by that name. */
export const ruleNames = (ids: readonly string[], draft: string): string =>
  ids.map((id) => (id === draft ? w.draft : id)).join(' + ')

/** Comparisons with other rules, of the shipped sets and of libraries. */
export const othersOf = ({ others, libraryOthers }: Impact): OthersImpact[] =>
  [others, libraryOthers].filter((compared) => compared !== null)

/** Medicines whose answer is open. */
export const openMedicines = (sets: readonly SetImpact[]): string[] =>
  sets.flatMap((s) => (s.kind === 'medicines' ? s.undecided.map((u) => u.name) : []))

/** Names in a line, the first ones. */
export function named(names: readonly string[], shown: number): string {
  const first = names.slice(0, shown).join(', ')
  return names.length > shown ? `${first}, ${w.more(names.length - shown)}` : first
}

/** Each reading on which something depends, and each other reason: how many over all sets. */
export function doubtTable(sets: readonly SetImpact[], questions: readonly ReadingDoubt[]): Table {
  const sum = (of: (set: SetImpact) => number) => sets.reduce((total, set) => total + of(set), 0)
  const row = (id: string, reads: string, choice: string) => [
    reads,
    choice,
    sum((s) => s.doubts[id]?.some ?? 0),
    sum((s) => s.doubts[id]?.alone ?? 0),
    sum((s) => s.readings[id] ?? 0),
  ]
  const readings = new Set(questions.map((r) => r.id))
  const others = [...new Set(sets.flatMap((s) => Object.keys(s.doubts)))].filter((id) => !readings.has(id))
  const rows = [
    ...questions.map((r) => row(r.id, r.question, r.choice)),
    ...others.map((id) => row(id, reasonWords(id), 'open')),
  ].filter((cells) => cells.slice(2).some((n) => n !== 0))
  return { head: [w.reading, w.choice, w.some, w.aloneDoubt, w.rests], rows }
}
