import type { Day } from '../../law/index.js'
import type { Move, Query } from '../../matching/index.js'
import type { DraftAnswer } from '../../report/impact/index.js'
import type { ComparedRow, ComparedVerdict } from '../../report/index.js'

/** Two states of the law under which the same records are judged. */
export interface CompareSetup {
  readonly kind: 'compare'
  readonly before: Query
  readonly after: Query
  /** Whether both editions record the same substances under the same names: then each record is read once for both. */
  readonly sameRecords: boolean
  /** Whether two jurisdictions are compared, and not two states of the same ones. */
  readonly across: boolean
  readonly screen: boolean
  /** Which rows are handed on; of the others it is enough to count them. `notable` ones change, cannot be read, or say when they were first seen. */
  readonly rows: 'all' | 'notable'
  /** The column that says when a substance was first seen, in small letters; null where nobody asks. */
  readonly firstSeen: string | null
  readonly assumedFrom: Day | null
  /** The rule that only the second side has, if rows are to say what it covers by its words alone. */
  readonly draft: ComparedDraft | null
}

/** A rule by its id, and the jurisdiction that holds it. */
export interface ComparedDraft {
  readonly code: string
  readonly rule: string
}

/** A row as a judge hands it on. */
export interface ComparedLine extends ComparedRow {
  readonly before: ComparedVerdict
  readonly after: ComparedVerdict
  readonly moves: readonly Move[]
  /** The structure that was judged; null where there is none. */
  readonly text: string | null
  /** What stands for the day of the first sighting, where it is no day. */
  readonly notADay?: string
  /** What the draft says of it, where that was asked and it is not simply not covered. */
  readonly draft?: DraftAnswer
}

export type VerdictCounts = Record<ComparedVerdict, number>

/** What was found of some rows, counted. */
export interface ComparedCounts {
  readonly before: VerdictCounts
  readonly after: VerdictCounts
  /** Whether some row has the column of first sightings. */
  readonly columnFound: boolean
}

export function noCounts(): { before: VerdictCounts; after: VerdictCounts; columnFound: boolean } {
  const none = () => ({ listed: 0, class: 0, undecided: 0, uncontrolled: 0, unreadable: 0 })
  return { before: none(), after: none(), columnFound: false }
}

export function addCounts(to: ReturnType<typeof noCounts>, more: ComparedCounts): void {
  for (const side of ['before', 'after'] as const)
    for (const verdict of Object.keys(to[side]) as ComparedVerdict[]) to[side][verdict] += more[side][verdict]
  to.columnFound ||= more.columnFound
}
