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
  /** Days uncontrolled since it was first seen; null where no day is given. */
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
  readonly rows: readonly ComparedRow[]
}

/** Days uncontrolled under each state of the law, over the rows with a first-seen day. */
export interface RaceTotals {
  readonly substances: number
  readonly before: { readonly total: number; readonly median: number }
  readonly after: { readonly total: number; readonly median: number }
  /** First day from which the rules assumed are counted; null where none are. */
  readonly assumedFrom: string | null
  /** The day to which both were counted; it is not counted itself. */
  readonly until: string
}

export interface Comparison {
  readonly before: RunInfo
  readonly after: RunInfo
  readonly input: ComparedFile
  readonly race: RaceTotals | null
  /** A file of what the second scenario must not cover beyond the first. */
  readonly mustNotCover: ComparedFile | null
}

export function comparisonJson(c: Comparison): Record<string, unknown> {
  const { edition, tool } = c.before
  return {
    tool,
    before: { asOf: c.before.asOf, edition, query: c.before.query },
    after: { asOf: c.after.asOf, edition: c.after.edition, query: c.after.query },
    input: fileJson(c.input),
    ...(c.race ? { race: c.race } : {}),
    ...(c.mustNotCover ? { mustNotCover: fileJson(c.mustNotCover) } : {}),
  }
}

function fileJson({ file, sha256, rows }: ComparedFile): Record<string, unknown> {
  return { file, sha256, counts: countsOf(rows), rows: rows.map(rowJson) }
}

export function rowJson({ ref, moves, ...row }: ComparedRow): Record<string, unknown> {
  return {
    ...ref,
    ...row,
    moves: moves.map((m) => ({
      ...m,
      gained: m.gained.map((f: Finding) => findingJson(f)),
      lost: m.lost.map((f: Finding) => findingJson(f)),
    })),
  }
}

export function countsOf(rows: readonly ComparedRow[]): Record<ComparedVerdict, { before: number; after: number }> {
  const count = (verdict: ComparedVerdict) => ({
    before: rows.filter((r) => r.before === verdict).length,
    after: rows.filter((r) => r.after === verdict).length,
  })
  return {
    listed: count('listed'),
    class: count('class'),
    undecided: count('undecided'),
    uncontrolled: count('uncontrolled'),
    unreadable: count('unreadable'),
  }
}
