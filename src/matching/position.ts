import type { Day } from '../law/index.js'

/** How somebody answers a question that the law leaves open: their counsel, an authority. */
export interface Position {
  /** Id of an open question, or of one place that asks it; see `openQuestions`. */
  readonly question: string
  /** `yes` and `no` answer the question in its own words. */
  readonly answer: 'controlled' | 'not controlled' | 'yes' | 'no'
  /** Who holds it, and since when; null if not said. */
  readonly by: string | null
  readonly note?: string
  /** First day of the law for which it holds, and the first for which it no longer does. */
  readonly from?: Day
  readonly until?: Day
  /** Standard InChIKey of the only structure for which it holds. */
  readonly inchikey?: string
}
