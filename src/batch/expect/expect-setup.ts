import type { Query } from '../../matching/index.js'
import type { Unmet } from './expectation.js'

/** Records that say what the answer should be. */
export interface ExpectSetup {
  readonly kind: 'expect'
  /** What is asked where a record says nothing else. */
  readonly base: Query
  /** The day of the run. */
  readonly today: string
  /** Whether records that are as expected are handed on too; else they are only counted. */
  readonly all: boolean
  readonly screen: boolean
}

/** A record as a judge hands it on. */
export interface ExpectedLine {
  readonly row: number
  readonly id: string
  readonly line: number | null
  readonly unmet: readonly Unmet[]
}
