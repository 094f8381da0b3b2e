import type { RecordProblem } from './bad-record.js'
import { fileOf, type Records } from './records.js'
import type { List, Period } from '../schema/list.js'
import type { RecordedReading } from '../schema/recorded-reading.js'
import type { Rule } from '../schema/rule.js'
import type { Substance } from '../schema/substance.js'
import type { Term } from '../schema/term.js'

/** A property that the records must have as a whole. `run` returns every violation. */
export interface Check {
  readonly id: string
  /** What is true if the check passes. */
  readonly reads: string
  readonly run: (records: Records) => RecordProblem[]
}

/** A field of a record, what was found there, and what was expected. */
export type Flaw = readonly [field: string, found: string, expected: string]

export type Law = Records['jurisdictions'][number]

/** What a check looks at: the flaws of each record of some kinds, or problems of the records as a whole. */
interface Looks {
  readonly records?: (records: Records) => Iterable<RecordProblem>
  readonly medicines?: (records: Records) => Iterable<Flaw>
  readonly substance?: (substance: Substance, records: Records) => Iterable<Flaw>
  readonly term?: (term: Term, records: Records) => Iterable<Flaw>
  readonly jurisdiction?: (law: Law, records: Records) => Iterable<Flaw>
  readonly instruments?: (law: Law) => Iterable<Flaw>
  readonly reconciled?: (law: Law) => Iterable<Flaw>
  readonly sources?: (law: Law) => Iterable<Flaw>
  readonly lawTerm?: (term: Term, law: Law, records: Records) => Iterable<Flaw>
  readonly list?: (list: List, law: Law, records: Records) => Iterable<Flaw>
  readonly rule?: (rule: Rule, law: Law, records: Records) => Iterable<Flaw>
  readonly reading?: (reading: RecordedReading, law: Law, records: Records) => Iterable<Flaw>
}

export function check(id: string, reads: string, looks: Looks): Check {
  return { id, reads, run: (records) => [...(looks.records?.(records) ?? []), ...problemsIn(records, looks)] }
}

function* problemsIn(records: Records, looks: Looks): Generator<RecordProblem> {
  yield* inFile('medicines.json', looks.medicines?.(records))
  for (const s of records.substances) yield* inFile(`substance:${s.id}`, looks.substance?.(s, records))
  for (const t of records.terms) yield* inFile(`term:${t.id}`, looks.term?.(t, records))
  for (const law of records.jurisdictions) {
    const { code } = law.jurisdiction
    for (const t of law.terms ?? []) yield* inFile(`term:${code}:${t.id}`, looks.lawTerm?.(t, law, records))
    yield* inFile(`jurisdiction:${code}`, looks.jurisdiction?.(law, records))
    yield* inFile(`instruments:${code}`, looks.instruments?.(law))
    yield* inFile(`reconciled:${code}`, looks.reconciled?.(law))
    yield* inFile(`sources:${code}`, looks.sources?.(law))
    for (const list of law.lists) yield* inFile(`list:${list.id}`, looks.list?.(list, law, records))
    for (const rule of law.rules) yield* inFile(`rule:${rule.id}`, looks.rule?.(rule, law, records))
    for (const r of law.readings ?? []) yield* inFile(`reading:${r.id}`, looks.reading?.(r, law, records))
  }

  function* inFile(key: string, flaws: Iterable<Flaw> = []): Generator<RecordProblem> {
    for (const [field, found, expected] of flaws) yield { file: fileOf(records, key), field, found, expected }
  }
}

/** The periods of all entries of a list, each with its field. */
export function periodsIn({ entries }: List): { readonly period: Period; readonly field: string }[] {
  return entries.flatMap(({ periods }, i) =>
    periods.map((period, k) => ({ period, field: `entries[${i}].periods[${k}]` })),
  )
}

export type Span = Pick<Period, 'from' | 'until'> & Partial<Pick<Period, 'not_before'>>

/** The first day of a span, or the first on which it can begin; earlier than all others if neither is known. */
export function startOf({ from, not_before }: Span): string {
  return from ?? not_before ?? '0000-00-00'
}

/** The first day after a span, later than all others if it has no end. */
export function endOf({ until }: Span): string {
  return until ?? '9999-99-99'
}
