import type { Finding, Move, Verdict } from '../matching/index.js'
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
  } | null
  /** Why it is unreadable. */
  readonly problem: string | null
}

export interface ComparedFile {
  readonly file: string
  /** SHA-256 of the file; null for stdin. */
  readonly sha256: string | null
  readonly counts: ComparedTotals
  /** How many rows there are, and how many of them change. */
  readonly total: number
  readonly moved: number
  /** Iterates over its rows, in order, as often as needed. They may not fit in memory. */
  readonly rows: () => AsyncIterable<ComparedRow>
}

export type ComparedTotals = Readonly<Record<ComparedVerdict, { readonly before: number; readonly after: number }>>

/** A row with the day on which it was first seen. */
export interface RacedRow {
  readonly id: string
  readonly race: NonNullable<ComparedRow['race']>
}

/** Days uncontrolled under each state of the law, over the rows with a first-seen day. */
export interface RaceTotals {
  readonly substances: number
  readonly before: { readonly total: number; readonly median: number }
  readonly after: { readonly total: number; readonly median: number }
  /** First day on which the assumed rules count; null if there are none. */
  readonly assumedFrom: string | null
  /** End of the count for both; this day itself is not counted. */
  readonly until: string
}

export interface Comparison {
  readonly before: RunInfo
  readonly after: RunInfo
  readonly input: ComparedFile
  readonly race: RaceTotals | null
  readonly raced: readonly RacedRow[]
  /** A file that the second scenario must not cover beyond the first. */
  readonly mustNotCover: ComparedFile | null
}

/** One JSON object, in parts. */
export async function* comparisonJson(c: Comparison): AsyncGenerator<string> {
  const { edition, tool } = c.before
  const head = {
    tool,
    before: { asOf: c.before.asOf, edition, query: c.before.query },
    after: { asOf: c.after.asOf, edition: c.after.edition, query: c.after.query },
  }
  yield `${JSON.stringify(head).slice(0, -1)},"input":`
  yield* fileJson(c.input)
  if (c.race) yield `,"race":${JSON.stringify(c.race)}`
  if (c.mustNotCover) {
    yield ',"mustNotCover":'
    yield* fileJson(c.mustNotCover)
  }
  yield '}\n'
}

async function* fileJson({ file, sha256, counts, rows }: ComparedFile): AsyncGenerator<string> {
  yield `${JSON.stringify({ file, sha256, counts }).slice(0, -1)},"rows":[`
  let before = ''
  for await (const row of rows()) {
    yield `${before}${JSON.stringify(rowJson(row))}`
    before = ','
  }
  yield ']}'
}

export function rowJson({ ref, line, before, after, moves, race, problem }: ComparedRow): Record<string, unknown> {
  return {
    ...ref,
    line,
    before,
    after,
    race,
    problem,
    moves: moves.map((m) => ({
      ...m,
      gained: m.gained.map((f: Finding) => findingJson(f)),
      lost: m.lost.map((f: Finding) => findingJson(f)),
    })),
  }
}
