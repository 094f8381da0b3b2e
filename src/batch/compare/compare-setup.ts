import type { Day } from '../../law/index.js'
import type { Move, Query } from '../../matching/index.js'
import type { DraftAnswer } from '../../report/documents.js'
import type { ComparedRow, ComparedVerdict } from '../../report/index.js'

/** Two states of the law under which the same records are judged. */
export interface CompareSetup {
  readonly kind: 'compare'
  readonly before: Query
  readonly after: Query
  /** Whether both editions have the same substances and names, so that one reading serves both. */
  readonly sameRecords: boolean
  /** Whether two jurisdictions are compared, and not two states of the same ones. */
  readonly across: boolean
  readonly screen: boolean
  /** Rows returned; others are only counted. `notable` rows change, are unreadable, or have a first sighting. */
  readonly rows: 'all' | 'notable'
  readonly assumedFrom: Day | null
  /** The rule that only the second side has, if it is also judged by its words alone. */
  readonly draft: ComparedDraft | null
}

/** A rule by its id, and the jurisdiction that holds it. */
export interface ComparedDraft {
  readonly code: string
  readonly rule: string
}

export interface ComparedLine extends ComparedRow {
  readonly before: ComparedVerdict
  readonly after: ComparedVerdict
  readonly moves: readonly Move[]
  /** The structure judged; null if there is none. */
  readonly text: string | null
  /** The text of a first sighting that is not a day. */
  readonly notADay?: string
  /** The draft's answer, if requested and not simply "not covered". */
  readonly draft?: DraftAnswer
}
