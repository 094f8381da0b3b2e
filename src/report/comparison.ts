import { isControlled, type Move, type Verdict } from '../matching/index.js'
import type { DraftFacts, ReadingDoubt, SetImpact } from './impact/impact.js'
import { findingJson, type InputRef } from './json.js'
import type { RunInfo } from './run-info.js'

export type ComparedVerdict = Verdict | 'unreadable'

/** One row of a file under two states of the law. */
export interface ComparedRow {
  readonly ref: InputRef
  readonly line: number | null
  readonly before: ComparedVerdict
  readonly after: ComparedVerdict
  readonly moves: readonly Move[]
  /** Days uncontrolled since it was first seen; null if no such day is given. */
  readonly race: {
    readonly firstSeen: string
    readonly from: string
    readonly before: number
    readonly after: number
    /** Days on which it was undecided; they are not among those. */
    readonly undecided: { readonly before: number; readonly after: number }
  } | null
  /** Why it is unreadable. */
  readonly problem: string | null
}

/** A row of two result files. One that only the second or the first file holds is null on the other side. */
export interface DiffRow extends Omit<ComparedRow, 'before' | 'after' | 'moves'> {
  readonly before: ComparedVerdict | null
  readonly after: ComparedVerdict | null
  readonly moves: readonly DiffMove[]
}

export interface DiffMove extends Omit<Move, 'from' | 'to'> {
  readonly from: Verdict | null
  readonly to: Verdict | null
}

export interface ComparedFile {
  readonly file: string
  /** SHA-256 of the file; null for stdin. */
  readonly sha256: string | null
  readonly counts: ComparedTotals
  /** How many rows there are, and how many of them change. */
  readonly total: number
  readonly moved: number
  readonly becomes: BecomesCounts
  /**
   * By the kind of comparison: what the draft does with the rows by its words alone, as a report on it says; or those that become
   * controlled. Null where nobody asked.
   */
  readonly set: SetImpact | null
  /** Iterates over its rows, in order, as often as needed. They may not fit in memory. */
  readonly rows: () => AsyncIterable<ComparedRow>
}

/** Rows that become controlled, and those that become undecided and were not. */
export interface BecomesCounts {
  readonly controlled: number
  readonly undecided: number
  /** 95 percent interval of the share that becomes controlled, of those that could be read; null for an empty file. */
  readonly interval: readonly [low: number, high: number] | null
}

export type ComparedTotals = Readonly<Record<ComparedVerdict, { readonly before: number; readonly after: number }>>

/** A row with the day on which it was first seen. */
export interface RacedRow {
  readonly id: string
  readonly race: NonNullable<ComparedRow['race']>
}

interface RaceTotal {
  readonly total: number
  readonly median: number
  /** All undecided days, which the others do not include. */
  readonly undecided: number
}

/** Days uncontrolled under each state of the law, over the rows with a first-seen day. */
export interface RaceTotals {
  readonly substances: number
  readonly before: RaceTotal
  readonly after: RaceTotal
  /** First day on which the assumed rules count; null if there are none. */
  readonly assumedFrom: string | null
  /** End of the count for both; this day itself is not counted. */
  readonly until: string
}

export interface Comparison {
  readonly before: RunInfo
  readonly after: RunInfo
  readonly input: ComparedFile
  /** The rule that the second scenario adds, where it differs in nothing else. */
  readonly draft: DraftFacts | null
  /** Readings on which answers of the sets rest. */
  readonly readings: readonly ReadingDoubt[]
  readonly race: RaceTotals | null
  /** Rows with the longest times, in the order of the file: all of them, up to a bound. */
  readonly raced: readonly RacedRow[]
  /** Files that the second scenario must not cover beyond the first. */
  readonly mustNotCover: readonly ComparedFile[]
}

export function becomesControlled({ moves }: ComparedRow): boolean {
  return moves.some((m) => isControlled(m.to) && !isControlled(m.from))
}

export function becomesUndecided({ before, after }: ComparedRow): boolean {
  return before === 'uncontrolled' && after === 'undecided'
}

/** One JSON object, in parts. */
export async function* comparisonJson(c: Comparison): AsyncGenerator<string> {
  const { edition, tool } = c.before
  const head = {
    tool,
    before: { asOf: c.before.asOf, edition, query: c.before.query },
    after: { asOf: c.after.asOf, edition: c.after.edition, query: c.after.query },
    ...(c.draft ? { draft: c.draft } : {}),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"input":`
  yield* fileJson(c.input)
  if (c.race) yield `,"race":${JSON.stringify(c.race)}`
  const [first, ...more] = c.mustNotCover
  if (first) {
    yield ',"mustNotCover":'
    yield* fileJson(first)
  }
  for (const [i, file] of more.entries()) {
    yield i === 0 ? ',"mustNotCoverMore":[' : ','
    yield* fileJson(file)
  }
  yield more.length > 0 ? ']}\n' : '}\n'
}

async function* fileJson({ file, sha256, counts, becomes, set, rows }: ComparedFile): AsyncGenerator<string> {
  yield `${JSON.stringify({ file, sha256, counts, becomes, ...(set ? { set } : {}) }).slice(0, -1)},"rows":[`
  let before = ''
  for await (const row of rows()) {
    yield `${before}${JSON.stringify(rowJson(row))}`
    before = ','
  }
  yield ']}'
}

export function rowJson({ ref, line, before, after, moves, race, problem }: DiffRow): Record<string, unknown> {
  return {
    ...ref,
    line,
    before,
    after,
    race,
    problem,
    moves: moves.map((m) => ({
      ...m,
      gained: m.gained.map((f) => findingJson(f)),
      lost: m.lost.map((f) => findingJson(f)),
    })),
  }
}
