import type { Query } from '../../matching/index.js'
import type { UnmetExpectation } from './expectation.js'

/** Records with an expected answer. */
export interface ExpectSetup {
  readonly kind: 'expect'
  /** The query of a record that gives none. */
  readonly base: Query
  /** The day of the run. */
  readonly today: string
  /** Whether to return records that meet their expectation too; otherwise they are only counted. */
  readonly all: boolean
  readonly screen: boolean
}

/** A record as a judge returns it. */
export interface ExpectedLine {
  readonly row: number
  readonly id: string
  readonly line: number | null
  readonly unmet: readonly UnmetExpectation[]
}
