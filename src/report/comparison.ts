import { isControlled, type Move, type Verdict } from '../matching/index.js'
import type { DraftFacts, ReadingDoubt, SetImpact } from './draft-report.js'
import { findingJson, type InputRef } from './json.js'
import type { RunInfo } from './run-info.js'

export type ComparedVerdict = Verdict | 'unreadable'

/** One row under two states of the law, or in two result files. A side that does not have the row is null. */
export interface ComparedRow {
  readonly ref: InputRef
  readonly line: number | null
  readonly before: ComparedVerdict | null
  readonly after: ComparedVerdict | null
  readonly moves: readonly ComparedMove[]
  /** Days uncontrolled since it was first seen; null if no such day is given. */
  readonly race: {
    readonly firstSeen: string
    readonly from: string
    readonly before: number
    readonly after: number
    /** Days on which it was undecided; they are not among those. */
    readonly undecided: { readonly before: number; readonly after: number }
  } | null
  /** Why it is unreadable, and whether that is because no record has its name or number. */
  readonly problem: string | null
  readonly notRecorded?: boolean
  /** The user's columns. */
  readonly fields?: readonly (readonly [name: string, value: string])[]
}

export interface ComparedMove extends Omit<Move, 'code' | 'from' | 'to'> {
  /** Null for the row as a whole. */
  readonly code: string | null
  readonly from: ComparedVerdict | null
  readonly to: ComparedVerdict | null
  /** What decides, where a table of results says it in words only. */
  readonly by?: TableWords
}

/** Entries and rules, citations and days, each as a table of results lists them. */
export interface TableWords {
  readonly findings: string
  readonly cites: string
  readonly since: string
}

export interface ComparedFile {
  /** SHA-256 of each file; null for stdin. */
  readonly files: readonly { readonly file: string; readonly sha256: string | null }[]
  readonly counts: ComparedTotals
  readonly total: number
  readonly changes: ChangeCounts
  readonly becomes: BecomesCounts
  /** What the draft does with the rows by its words alone, or the rows that become controlled; null if unasked. */
  readonly set: SetImpact | null
  /** Iterates over its rows, in order, as often as needed. They may not fit in memory. */
  readonly rows: () => AsyncIterable<ComparedRow>
}

/** Rows that change. New and gone rows are counted apart. */
export interface ChangeCounts {
  readonly changed: number
  /** From uncontrolled to controlled, and back. */
  readonly controlled: number
  readonly free: number
  /** From or to undecided. */
  readonly unsure: number
  readonly added: OneSidedCounts
  readonly gone: OneSidedCounts
}

export interface OneSidedCounts {
  readonly rows: number
  readonly controlled: number
  readonly undecided: number
}

/** Rows that become controlled, and those that become undecided and were not. */
export interface BecomesCounts {
  readonly controlled: number
  readonly undecided: number
  /** 95 percent interval of the share that becomes controlled, of those that could be read; null for an empty file. */
  readonly interval: readonly [low: number, high: number] | null
}

type ComparedTotals = Readonly<Record<ComparedVerdict, { readonly before: number; readonly after: number }>>

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
  /** Of the two sides. */
  readonly names: readonly [string, string]
  /** How structures were judged; null for result files, whose rows say so. */
  readonly runs: readonly [before: RunInfo, after: RunInfo] | null
  readonly input: ComparedFile
  /** The rule that the second scenario adds, where it differs in nothing else. */
  readonly draft: DraftFacts | null
  /** Readings on which answers of the sets rest. */
  readonly readings: readonly ReadingDoubt[]
  readonly race: RaceTotals | null
  /** Rows with the longest times, in the order of the file: all of them, up to a bound. */
  readonly raced: readonly RacedRow[]
}

/** Whether a row is to be shown: its verdict changes anywhere, or it is new or gone. */
export function isChanged({ before, after, moves }: ComparedRow): boolean {
  return moves.length > 0 || before !== after
}

/** The changes of a row: of each law, or of the row as a whole if no law says more. */
export function changesOf(row: ComparedRow): readonly ComparedMove[] {
  const { moves, before: from, after: to } = row
  return moves.length > 0 || !isChanged(row) ? moves : [{ code: null, from, to, gained: [], lost: [] }]
}

/** Whether the second side has nothing: then what the first has decides. */
export function isLoss({ to }: ComparedMove): boolean {
  return to === null || to === 'uncontrolled'
}

export function becomesControlled({ moves }: ComparedRow): boolean {
  return moves.some((m) => m.from !== null && m.to !== null && isControlled(m.to) && !isControlled(m.from))
}

export function becomesUndecided({ before, after }: ComparedRow): boolean {
  return before === 'uncontrolled' && after === 'undecided'
}

/** One JSON object for each row, and one with the counts and the facts common to all rows. */
export async function* comparisonJson(c: Comparison, rows: AsyncIterable<ComparedRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(rowJson(row))}\n`
  const { files, counts, total, changes, becomes, set } = c.input
  const side = (i: 0 | 1) => {
    const { asOf, edition, query } = c.runs?.[i] ?? {}
    return { name: c.names[i], asOf, edition, query }
  }
  const summary = {
    tool: c.runs?.[0].tool,
    before: side(0),
    after: side(1),
    files,
    total,
    counts,
    changes,
    becomes,
    draft: c.draft ?? undefined,
    set: set ?? undefined,
    race: c.race ?? undefined,
  }
  yield `${JSON.stringify({ summary })}\n`
}

function rowJson({ ref, line, before, after, moves, race, problem }: ComparedRow): Record<string, unknown> {
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
